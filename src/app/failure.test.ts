import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Problem } from "../platform/http/public.ts";
import { day } from "../platform/kernel/day.ts";
import { describeNeeding } from "../platform/testing/needs.ts";
import { startPostgres, type ThrowAwayServer } from "../platform/testing/postgres-server.ts";
import { operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import { type Served, serve } from "./server/serve.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { type Visitor, visitorAs } from "./testing/visitor.ts";
import { notesAt } from "./testing/writers.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const NOTES = "/plans/holbaek-2020-21/goals/G-HO20-04/notes";
const note = (text: string) => ({ kind: "comment", text });

describeNeeding("postgres", "when the database fails (ASK-34)", () => {
  let folder: string;
  let postgres: ThrowAwayServer;
  let url: string;
  let served: Served;
  let analyst: Visitor;
  let neighbour: Visitor;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "springbraet-failure-"));
    const started = await startPostgres({ synchronous_commit: "on" });
    if (!started) throw new Error("PostgreSQL did not start");
    postgres = started;
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query("create database failing");
    await client.end();
    url = Object.assign(new URL(postgres.url), { pathname: "failing" }).href;
    const place = { data: join(folder, "data"), url };
    const runtime = await openRuntime(place);
    const operations = operationsOver(runtime, () => day("2022-01-15"));
    for (const municipality of ["0316", "0370"])
      await operations.load({ folder: HAND_MADE, municipality, synthetic: true });
    await runtime.close();
    const env = { SPRINGBRAET_ANSWER_SECONDS: "8" };
    served = await serve({ place, today: () => day("2022-01-15"), port: 0, host: "127.0.0.1", env });
    analyst = await visitorAs(served.url, "analyst");
    neighbour = await visitorAs(served.url, "analyst", "0370");
  });
  afterAll(async () => {
    await served.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const ready = async (): Promise<number> => (await fetch(`${served.url}/ready`)).status;

  it("down, it is told with when to try again; back, work goes on by itself and the deed is done once", async () => {
    expect(await ready()).toBe(200);
    await postgres.crash();
    const key = randomUUID();
    const answer = await analyst.send<Problem>("POST", NOTES, note("under the outage"), key);
    expect(answer.body).toMatchObject({ status: 503, code: "records_unavailable" });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await ready()).toBe(503);
    await postgres.startAgain();
    await expect.poll(() => ready(), { timeout: 30_000 }).toBe(200);
    for (const _ of [1, 2]) expect((await analyst.send("POST", NOTES, note("under the outage"), key)).status).toBe(200);
    expect((await notesAt(served.url)).filter(({ text }) => text === "under the outage")).toHaveLength(1);
  });

  it("slow, a deed is told so instead of hanging, leaves nothing, and others go on", async () => {
    const blocker = new pg.Client({ connectionString: url });
    await blocker.connect();
    await blocker.query("begin; lock table plan.notes in access exclusive mode");
    const key = randomUUID();
    const waiting = analyst.send<Problem>("POST", NOTES, note("behind a lock"), key);
    expect((await neighbour.get("/session")).status).toBe(200);
    expect((await neighbour.get("/snapshots")).status).toBe(200);
    expect((await waiting).body).toMatchObject({ status: 503, code: "records_slow" });
    await blocker.query("rollback");
    await blocker.end();
    expect((await notesAt(served.url)).filter(({ text }) => text === "behind a lock")).toEqual([]);
    expect((await analyst.send("POST", NOTES, note("behind a lock"), key)).status).toBe(200);
  });

  it("new, two programs that start on it at once bring it up together, each change once", async () => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query("create database fresh");
    await client.end();
    const fresh = Object.assign(new URL(postgres.url), { pathname: "fresh" }).href;
    const opened = await Promise.all(
      ["one", "two"].map((name) => openRuntime({ data: join(folder, name), url: fresh, env: KEYS })),
    );
    for (const runtime of opened) await runtime.close();
    const look = new pg.Client({ connectionString: fresh });
    await look.connect();
    const { rows } = await look.query(
      "select count(*)::integer as all, count(distinct file)::integer as each from upkeep.migrations",
    );
    await look.end();
    expect(rows[0].all).toBe(rows[0].each);
    expect(rows[0].all).toBeGreaterThan(5);
  });
});

/** Two processes on one database share their keys. */
const KEYS = {
  SPRINGBRAET_KEYS: JSON.stringify({
    encryption: [Buffer.alloc(32, 1).toString("base64")],
    index: [Buffer.alloc(32, 2).toString("base64")],
    pseudonym: Buffer.alloc(32, 3).toString("base64"),
  }),
};
