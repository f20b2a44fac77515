import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { logAccess } from "../audit/log-access.ts";
import { type Database, inTenant, namedError } from "../db/public.ts";
import { asOwner } from "../db/tenant.ts";
import { describeOnEachEngine } from "../testing/databases.ts";
import type { JobView } from "./contract.ts";
import { faultOf, isPassing } from "./faults.ts";
import { type JobLog, type Jobs, keepUp, openJobs, type RunningJob } from "./public.ts";

const HERE = "0316";
const THERE = "0370";
const by = "demo-analyst";
const silent: JobLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function until<T>(look: () => Promise<T> | T, good: (found: T) => boolean): Promise<T> {
  for (;;) {
    const found = await look();
    if (good(found)) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describeOnEachEngine("jobs", (open, engine) => {
  let db: Database;
  let jobs: Jobs;
  beforeAll(async () => {
    db = await open();
    jobs = await openJobs(db, { log: silent, lookEveryMs: 50 });
  });
  afterAll(() => jobs.stop());
  const ended = (id: string): Promise<JobView> =>
    until(
      () => jobs.progress(HERE, id),
      (job) => job !== null && !["waiting", "running"].includes(job.state),
    ) as Promise<JobView>;

  it("are done with what they carry, and their result is kept with who asked", async () => {
    const seen: RunningJob[] = [];
    await jobs.work("count", (job) => {
      seen.push(job);
      return Promise.resolve({ rows: Number(job.data.rows) + 1 });
    });
    const id = await jobs.enqueue("count", { municipality: HERE, by, data: { rows: 41 } });
    expect(await ended(id)).toMatchObject({ name: "count", state: "done", by, attempts: 1, result: { rows: 42 } });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ id, municipality: HERE, by, data: { rows: 41 }, attempt: 1 });
  });

  it("work on records in transactions of their own", async () => {
    await jobs.work("look", async ({ municipality, id }) => {
      const user = { label: by, role: "analyst" };
      await inTenant(db, { municipality }, (tx) => logAccess(tx, { user, action: "job", purpose: "test", keys: [id] }));
      return undefined;
    });
    const id = await jobs.enqueue("look", { municipality: HERE, by });
    expect((await ended(id)).state).toBe("done");
    const found = await inTenant(db, { municipality: HERE }, (tx) =>
      sql`select keys from audit.access_log where keys = array[${id}]::text[]`.execute(tx),
    );
    expect(found.rows).toHaveLength(1);
  });

  it("are one job while one with the same key waits or runs, and a new one afterwards", async () => {
    const gate = Promise.withResolvers<void>();
    await jobs.work("import", async () => {
      await gate.promise;
      return undefined;
    });
    const asked = { municipality: HERE, by, key: "file-1" };
    const first = await jobs.enqueue("import", asked);
    expect(await jobs.enqueue("import", asked)).toBe(first);
    expect(await jobs.enqueue("import", { ...asked, key: "file-2" })).not.toBe(first);
    expect(await jobs.enqueue("import", { ...asked, municipality: THERE })).not.toBe(first);
    gate.resolve();
    await ended(first);
    expect(await jobs.enqueue("import", asked)).not.toBe(first);
  });

  it("are put in line with the transaction that asks: no commit, no job", async () => {
    await jobs.work("after-write", async () => undefined);
    let id = "";
    const undone = inTenant(db, { municipality: HERE }, async (tx) => {
      id = await jobs.enqueueIn(tx, "after-write", { by });
      throw new Error("the write failed");
    });
    await expect(undone).rejects.toThrow("the write failed");
    expect(await jobs.progress(HERE, id)).toBeNull();
    const done = await inTenant(db, { municipality: HERE }, (tx) => jobs.enqueueIn(tx, "after-write", { by }));
    expect((await ended(done)).state).toBe("done");
  });

  it("fail for good on bad input, and are seen with a code and without the error's words", async () => {
    let tries = 0;
    await jobs.work("bad", () => {
      tries += 1;
      throw namedError("bad_file", { da: "Karl Hemmelig står der", en: "Karl Hemmelig is in it" });
    });
    const id = await jobs.enqueue("bad", { municipality: HERE, by });
    expect(await ended(id)).toMatchObject({ state: "failed", fault: "bad_file", result: null, attempts: 1 });
    expect(tries).toBe(1);
    const kept = await asOwner(db, (tx) => sql`select j::text as row from pgboss.job j`.execute(tx));
    expect(JSON.stringify(kept.rows)).not.toContain("Hemmelig");
    expect((await jobs.newest(HERE, 50)).filter(({ state }) => state === "failed").map(({ id: dead }) => dead)).toEqual(
      [id],
    );
  });

  it("are tried again after a fault that passes", async () => {
    const attempts: number[] = [];
    await jobs.work("flaky", ({ attempt }) => {
      attempts.push(attempt);
      if (attempt === 1) throw Object.assign(new Error("reset"), { code: "ECONNRESET" });
      return Promise.resolve(undefined);
    });
    const id = await jobs.enqueue("flaky", { municipality: HERE, by });
    await until(
      () => jobs.progress(HERE, id),
      (job) => job?.fault === "ECONNRESET",
    );
    await asOwner(db, (tx) => sql`update pgboss.job set start_after = now() where id = ${id}::uuid`.execute(tx));
    expect(await ended(id)).toMatchObject({ state: "done", attempts: 2, fault: null });
    expect(attempts).toEqual([1, 2]);
  });

  it("tell how far they are, also while a transaction of theirs has the connection", async () => {
    const gate = Promise.withResolvers<void>();
    await jobs.work("long", async ({ municipality, report }) => {
      await inTenant(db, { municipality }, async (tx) => {
        await sql`select 1`.execute(tx);
        report({ done: 3, total: 10, stage: "rows" });
        await gate.promise;
      });
      return undefined;
    });
    const id = await jobs.enqueue("long", { municipality: HERE, by });
    const here = await until(
      () => jobs.here(HERE, id),
      (progress) => progress !== null,
    );
    expect(here).toEqual({ done: 3, total: 10, stage: "rows" });
    expect(jobs.here(THERE, id)).toBeNull();
    if (engine === "server") expect(await jobs.progress(HERE, id)).toMatchObject({ state: "running", progress: here });
    gate.resolve();
    expect((await ended(id)).state).toBe("done");
  });

  it("can be cancelled: waiting ones are never done, running ones are told", async () => {
    let told = false;
    let begun = 0;
    await jobs.work("slow", async ({ signal }) => {
      begun += 1;
      await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      told = true;
      throw new Error("rolled back");
    });
    const running = await jobs.enqueue("slow", { municipality: HERE, by });
    const waiting = await jobs.enqueue("slow", { municipality: HERE, by });
    await until(
      () => begun,
      (count) => count === 1,
    );
    expect(await jobs.cancel(THERE, waiting)).toBe(false);
    expect(await jobs.cancel(HERE, waiting)).toBe(true);
    expect(await jobs.cancel(HERE, running)).toBe(true);
    expect(await jobs.cancel(HERE, running)).toBe(false);
    await until(
      () => told,
      (yes) => yes,
    );
    expect((await ended(waiting)).state).toBe("cancelled");
    expect((await ended(running)).state).toBe("cancelled");
    expect(begun).toBe(1);
  });

  it("are made once in a slot of time, whoever asks", async () => {
    let runs = 0;
    await jobs.work("seal", () => {
      runs += 1;
      return Promise.resolve(undefined);
    });
    const asked = { municipality: HERE, by: "springbraet", key: "seal", slotSeconds: 86_400 };
    const made = await Promise.all(Array.from({ length: 5 }, () => jobs.enqueueOnce("seal", asked)));
    const ids = [...new Set(made.filter((id) => id !== null))];
    expect(ids).toHaveLength(1);
    await ended(ids[0] ?? "");
    expect(await jobs.enqueueOnce("seal", asked)).toBeNull();
    expect(await jobs.enqueueOnce("seal", { ...asked, municipality: THERE })).not.toBeNull();
    expect(runs).toBeGreaterThanOrEqual(1);
  });

  it("that come back by themselves are done for each municipality, once a slot, whichever process asks", async () => {
    const other = await openJobs(db, { log: silent, lookEveryMs: 50 });
    const done: string[] = [];
    const run = ({ municipality, by: asker }: RunningJob): Promise<undefined> => {
      done.push(`${municipality} ${asker}`);
      return Promise.resolve(undefined);
    };
    const upkeep = [{ name: "clear", everySeconds: 86_400, run }];
    const keepers = await Promise.all(
      [jobs, other].map((one) => keepUp({ jobs: one, upkeep, municipalities: () => [HERE, THERE], log: silent })),
    );
    await until(
      () => jobs.counts(),
      (counts) => counts.some(({ name, state, jobs: many }) => name === "clear" && state === "completed" && many === 2),
    );
    for (const keeper of keepers) keeper.stop();
    expect(done.sort()).toEqual([`${HERE} springbraet`, `${THERE} springbraet`]);
    await other.stop();
  });

  it("of many names can be made by several programs that start together", async () => {
    const own = await open();
    const programs = await Promise.all([1, 2, 3].map(() => openJobs(own, { log: silent })));
    const names = Array.from({ length: 8 }, (_, n) => `together-${n}`);
    await Promise.all(
      programs.map(async (one) => {
        for (const name of names) await one.work(name, () => Promise.resolve(undefined));
      }),
    );
    for (const one of programs) await one.stop();
  });

  it("of another municipality do not exist, and the table itself is out of reach (ASK-37)", async () => {
    await jobs.work("fenced", async () => undefined);
    const id = await jobs.enqueue("fenced", { municipality: HERE, by, data: { secret: "x" } });
    await ended(id);
    expect(await jobs.progress(THERE, id)).toBeNull();
    expect((await jobs.newest(THERE, 100)).map((job) => job.id)).not.toContain(id);
    const reach = inTenant(db, { municipality: HERE }, (tx) => sql`select * from pgboss.job`.execute(tx));
    await expect(reach).rejects.toThrow(/permission denied/);
    const nowhere = inTenant(db, {}, (tx) => jobs.enqueueIn(tx, "fenced", { by }));
    await expect(nowhere).rejects.toThrow(/needs a municipality/);
    const unknown = inTenant(db, { municipality: HERE }, (tx) => jobs.enqueueIn(tx, "nobody-works-on-this", { by }));
    await expect(unknown).rejects.toThrow(/nobody works/);
  });

  it("are counted by name and state for the operator", async () => {
    const counts = await jobs.counts();
    expect(counts.find(({ name, state }) => name === "bad" && state === "failed")?.jobs).toBe(1);
  });

  it("that are not done when the program stops go back in line, and the next program does them", async () => {
    const own = await open();
    const before = await openJobs(own, { log: silent, lookEveryMs: 50 });
    const began = Promise.withResolvers<void>();
    await before.work("halfway", async ({ signal }) => {
      began.resolve();
      await new Promise<void>((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))));
      return undefined;
    });
    const id = await before.enqueue("halfway", { municipality: HERE, by });
    await began.promise;
    await before.stop();
    const after = await openJobs(own, { log: silent, lookEveryMs: 50 });
    await after.work("halfway", async () => ({ done: true }));
    const job = await until(
      () => after.progress(HERE, id),
      (found) => found?.state === "done",
    );
    expect(job).toMatchObject({ result: { done: true } });
    await after.stop();
  });
});

describe("a fault", () => {
  it("is named by its code and never by its words", () => {
    expect(faultOf(Object.assign(new Error("Key (cpr)=(x) exists"), { code: "23505" }))).toBe("23505");
    expect(faultOf(new TypeError("Karl is not a function"))).toBe("TypeError");
    expect(faultOf(Object.assign(new Error("x"), { code: "Karl Hemmelig bor her" }))).toBe("unknown");
    expect(faultOf("Karl")).toBe("unknown");
  });

  it("passes by itself when the connection, the locks or the resources were at fault", () => {
    for (const code of ["08006", "53300", "57P01", "40001", "40P01", "55P03", "ECONNREFUSED"])
      expect(isPassing(Object.assign(new Error("x"), { code })), code).toBe(true);
    expect(isPassing(new Error("Connection terminated unexpectedly"))).toBe(true);
    for (const code of ["23505", "22P02", "42501", "bad_file"])
      expect(isPassing(Object.assign(new Error("x"), { code })), code).toBe(false);
    expect(isPassing("x")).toBe(false);
  });
});
