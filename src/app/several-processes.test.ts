import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { GoalNote } from "../plan/contract.ts";
import { inTenant, openDatabase } from "../platform/db/public.ts";
import { asOwner } from "../platform/db/tenant.ts";
import { emptyOnServer } from "../platform/testing/databases.ts";
import { describeNeeding } from "../platform/testing/needs.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { bareEnvironment, runCli } from "./testing/run-cli.ts";

const CLI = fileURLToPath(new URL("cli.ts", import.meta.url));
const HERE = "0316";
const NOTES = "/api/v1/plans/holbaek-2020-21/goals/G-HO20-01/notes";

type Running = { readonly url: string; readonly said: () => string; readonly stop: () => Promise<number | null> };

/** A server in a process of its own on a data folder of its own. */
async function startServer(url: string, data: string): Promise<Running> {
  const env = bareEnvironment({
    DATABASE_URL: url,
    SPRINGBRAET_DATA: data,
    SPRINGBRAET_TODAY: "2021-10-01",
    PORT: "0",
  });
  const child = spawn(process.execPath, [CLI, "serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said += String(text)));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  for (;;) {
    const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
    if (found && said.includes("Springbræt")) {
      const stop = (): Promise<number | null> => {
        child.kill("SIGTERM");
        return ended;
      };
      return { url: found, said: () => said, stop };
    }
    if (child.exitCode !== null) throw new Error(`the server ended: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describeNeeding("postgres", "two servers on one PostgreSQL, each with its own data folder (issue 3 e)", () => {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), "springbraet-two-")));
  let url: string;
  let servers: readonly Running[] = [];
  let cookie = "";

  beforeAll(async () => {
    url = await emptyOnServer();
    for (const folder of folders)
      writeFileSync(
        join(folder, "springbraet.json"),
        JSON.stringify({ municipalities: [{ code: HERE, synthetic: true, opensOn: "2021-06-30" }] }),
      );
    servers = await Promise.all(folders.map((folder) => startServer(url, folder)));
    const answer = await send(0, "POST /api/v1/session", { role: "manager", municipality: HERE });
    cookie = answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  }, 240_000);
  afterAll(async () => {
    await Promise.all(servers.map(({ stop }) => stop()));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  const send = (at: 0 | 1, what: string, body?: unknown): Promise<Response> =>
    fetch(`${servers[at]?.url}${what.split(" ")[1]}`, {
      method: what.split(" ")[0] ?? "",
      headers: { cookie, "x-springbraet": "1", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const read = async <T>(at: 0 | 1, path: string): Promise<T> => (await (await send(at, `GET ${path}`)).json()) as T;

  it("apply the migrations once, though both started at the same time on an empty database", async () => {
    const db = await openDatabase({ url });
    const { rows } = await asOwner(db, (tx) =>
      sql<{
        file: string;
        times: number;
      }>`select file, count(*)::integer as times from upkeep.migrations group by 1`.execute(tx),
    );
    await db.close();
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ times }) => times !== 1)).toEqual([]);
    for (const at of [0, 1] as const) expect(await read(at, "/ready")).toMatchObject({ ready: true });
  });

  it("know a session that began at the other, and see at once what was written through the other", async () => {
    expect(await read(1, "/api/v1/session")).toMatchObject({ user: { role: "manager" } });
    expect((await send(0, `POST ${NOTES}`, { kind: "comment", text: "Skrevet ved den ene" })).status).toBe(200);
    const { notes } = await read<{ notes: GoalNote[] }>(1, NOTES);
    expect(notes.map(({ text }) => text)).toContain("Skrevet ved den ene");
  });

  it("agree on every figure after records came in through one of them", async () => {
    const loaded = await runCli([
      "load",
      HAND_MADE,
      "--municipality",
      HERE,
      "--data",
      folders[0] ?? "",
      "--format",
      "json",
    ]);
    expect(loaded.code, loaded.err).toBe(0);
    const status = "/api/v1/plans/holbaek-2020-21/status?asOf=2021-06-30";
    type Goals = { readonly goals: readonly { readonly indicators: readonly { readonly value: number | null }[] }[] };
    const values = async (at: 0 | 1): Promise<unknown> =>
      (await read<Goals>(at, status)).goals.map(({ indicators }) => indicators.map(({ value }) => value));
    const first = await values(0);
    expect(JSON.stringify(first)).toMatch(/\d/);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await values(1)).toEqual(first);
  }, 300_000);

  it("do every job of the upkeep once between them", async () => {
    const db = await openDatabase({ url });
    const slots = await asOwner(db, (tx) =>
      sql<{ name: string; jobs: number }>`select name, count(*)::integer as jobs from pgboss.job
        where singleton_on is not null group by name, singleton_key, singleton_on`.execute(tx),
    );
    const entries = await inTenant(db, { municipality: HERE }, (tx) => sql`select * from platform.jobs()`.execute(tx));
    await db.close();
    expect(slots.rows.length).toBeGreaterThan(0);
    expect(slots.rows.filter(({ jobs }) => jobs !== 1)).toEqual([]);
    expect(entries.rows.length).toBeGreaterThan(0);
  });

  it("stop when they are asked to, one after the other, while the other goes on", async () => {
    const [, second] = servers;
    expect(await second?.stop()).toBe(0);
    expect(await read(0, "/ready")).toMatchObject({ ready: true });
    servers = servers.slice(0, 1);
  });
});
