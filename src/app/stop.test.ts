import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { readMigrations } from "../platform/db/migrate.ts";
import { migrate, openDatabase } from "../platform/db/public.ts";
import { day } from "../platform/kernel/day.ts";
import { emptyOnServer } from "../platform/testing/databases.ts";
import { describeNeeding } from "../platform/testing/needs.ts";
import { operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { bareEnvironment } from "./testing/run-cli.ts";
import { type ServedProcess, serveProcess } from "./testing/served.ts";
import { visitorAs } from "./testing/visitor.ts";
import { notesAt } from "./testing/writers.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const NOTES = "/plans/holbaek-2020-21/goals/G-HO20-04/notes";
const LIMIT = { SPRINGBRAET_STOP_SECONDS: "2", SPRINGBRAET_ANSWER_SECONDS: "3600" };

/* Real processes on a real server: what is under way waits for a lock that is let go only when the process has ended. */
describeNeeding("postgres", "a program that is asked to stop while something takes longer than the limit", () => {
  let place: { readonly data: string; readonly url: string };
  let blocker: pg.Client;
  beforeAll(async () => {
    place = { data: mkdtempSync(join(tmpdir(), "springbraet-stop-")), url: await emptyOnServer() };
    const runtime = await openRuntime(place);
    await operationsOver(runtime, () => day("2022-01-15")).load({
      folder: HAND_MADE,
      municipality: "0316",
      synthetic: true,
    });
    await (await runtime.jobs()).stop();
    await runtime.close();
    blocker = new pg.Client({ connectionString: place.url });
    await blocker.connect();
  });
  afterAll(async () => {
    await blocker.end();
    rmSync(place.data, { recursive: true, force: true });
  });
  const started: ServedProcess[] = [];
  afterEach(async () => {
    await blocker.query("rollback");
    for (const process of started.splice(0)) await process.kill();
  });
  const start = async (env?: Readonly<Record<string, string>>): Promise<ServedProcess> => {
    const served = await serveProcess(place, env);
    started.push(served);
    return served;
  };
  const waiting = async (table: string): Promise<number> => {
    const { rows } = await blocker.query(
      "select count(*)::integer as n from pg_locks where not granted and relation = $1::regclass",
      [table],
    );
    return rows[0].n;
  };
  const sealing = async (): Promise<readonly string[]> => {
    const { rows } = await blocker.query(
      "select state::text as state from pgboss.job where name = 'log.seal' order by created_on",
    );
    return rows.map(({ state }) => state);
  };

  it("ends without waiting for a request; nothing of it is stored, and sent again it is done once", async () => {
    const served = await start(LIMIT);
    const analyst = await visitorAs(served.url, "analyst");
    await blocker.query("begin; lock table plan.notes in access exclusive mode");
    const key = randomUUID();
    const note = { kind: "comment", text: "under stop" };
    const unanswered = analyst.send("POST", NOTES, note, key).then(
      ({ status }) => status,
      () => "cut off",
    );
    await expect.poll(() => waiting("plan.notes"), { timeout: 60_000 }).toBe(1);
    // Not an orderly end: it was cut off, while the lock is still held.
    expect(await served.stop()).toBeNull();
    expect(served.said()).toContain("stopping took too long");
    expect(await unanswered).toBe("cut off");
    await blocker.query("rollback");
    const again = await start();
    const back = await visitorAs(again.url, "analyst");
    expect((await notesAt(again.url)).filter(({ text }) => text === note.text)).toEqual([]);
    for (const _ of [1, 2]) expect((await back.send("POST", NOTES, note, key)).status).toBe(200);
    expect((await notesAt(again.url)).filter(({ text }) => text === note.text)).toHaveLength(1);
    expect(await again.stop()).toBe(0);
  });

  it("hands a job back before it ends, and the next process does it", async () => {
    await blocker.query("delete from pgboss.job where name = 'log.seal'");
    await blocker.query("begin; lock table audit.log_chain in access exclusive mode");
    const served = await start(LIMIT);
    await expect.poll(() => waiting("audit.log_chain"), { timeout: 60_000 }).toBe(1);
    const held = await sealing();
    expect(await served.stop()).toBeNull();
    expect([held, await sealing()]).toEqual([["active"], ["retry"]]);
    await blocker.query("rollback");
    const again = await start();
    await expect.poll(async () => (await sealing())[0], { timeout: 60_000 }).toBe("completed");
    expect(await again.stop()).toBe(0);
  });

  it("ends at once when it is asked a second time", async () => {
    await blocker.query("begin; lock table plan.notes in access exclusive mode");
    const served = await start({ ...LIMIT, SPRINGBRAET_STOP_SECONDS: "600" });
    const analyst = await visitorAs(served.url, "analyst");
    const unanswered = analyst.send("POST", NOTES, { kind: "comment", text: "never" }).catch(() => "cut off");
    await expect.poll(() => waiting("plan.notes"), { timeout: 60_000 }).toBe(1);
    const ended = served.stop();
    await expect.poll(() => served.said(), { timeout: 60_000 }).toContain("finished first");
    served.signal("SIGTERM");
    expect(await ended).toBeNull();
    expect(await unanswered).toBe("cut off");
    await blocker.query("rollback");
  });
});

describeNeeding("postgres", "a migration that fails when the program starts", () => {
  it("is named, none of the pending ones is applied, and the program does not start until it can be", async () => {
    const url = await emptyOnServer();
    const data = mkdtempSync(join(tmpdir(), "springbraet-migration-"));
    const all = readMigrations();
    const from = all.findIndex(({ file }) => file.startsWith("0010"));
    const db = await openDatabase({ url });
    await migrate(db, all.slice(0, from));
    await db.close();
    const look = new pg.Client({ connectionString: url });
    await look.connect();
    const obstacle = "platform.enqueue_job(text, text, jsonb, integer)";
    await look.query(`create function ${obstacle} returns uuid language sql as 'select null::uuid'`);
    const shape = async (): Promise<unknown> => [
      (await look.query("select file from upkeep.migrations order by file")).rows.map(({ file }) => file),
      (await look.query("select to_regclass('platform.login_failures') is null as unmade")).rows,
    ];
    const before = await shape();
    expect(before).toEqual([all.slice(0, from).map(({ file }) => file), [{ unmade: true }]]);
    const start = (language: string) => startAndEnd({ url, data, language });
    for (const [language, words] of [
      ["da", "intet er ændret"],
      ["en", "nothing was changed"],
    ] as const) {
      const failed = await start(language);
      expect(failed.code).toBe(1);
      expect(failed.err).toContain("0011-add-jobs.sql");
      expect(failed.err).toContain(words);
      expect(await shape()).toEqual(before);
    }
    await look.query(`drop function ${obstacle}`);
    await look.end();
    const served = await serveProcess({ data, url });
    expect((await fetch(`${served.url}/ready`)).status).toBe(200);
    expect(await served.stop()).toBe(0);
    rmSync(data, { recursive: true, force: true });
  });
});

const CLI = fileURLToPath(new URL("./cli.ts", import.meta.url));

/** Starts `serve` where it must not start. */
function startAndEnd({ url, data, language }: { url: string; data: string; language: string }) {
  const args = [CLI, "serve", "--port", "0", "--data", data, "--language", language];
  return new Promise<{ code: number | null; err: string }>((resolve) => {
    const child = spawn(process.execPath, args, { env: bareEnvironment({ DATABASE_URL: url }) });
    let err = "";
    child.stdout.resume();
    child.stderr.setEncoding("utf8").on("data", (chunk) => (err += String(chunk)));
    child.on("close", (code) => resolve({ code, err }));
  });
}
