import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Database, inTenant, migrate, openDatabase } from "../db/public.ts";
import { emptyOnServer } from "../testing/databases.ts";
import { describeNeeding } from "../testing/needs.ts";
import { type Jobs, openJobs } from "./public.ts";

const WORKER = fileURLToPath(new URL("testing/worker.ts", import.meta.url));
const HERE = "0316";
const JOBS = 200;
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

describeNeeding("postgres", "jobs of several processes on one database", () => {
  let url: string;
  let db: Database;
  let jobs: Jobs;
  const workers: ChildProcess[] = [];
  beforeAll(async () => {
    url = await emptyOnServer();
    db = await openDatabase({ url });
    await migrate(db);
    jobs = await openJobs(db, { log: silent });
  });
  afterAll(async () => {
    await jobs.stop();
    await db.close();
  });
  afterEach(() => {
    for (const worker of workers.splice(0)) worker.kill("SIGKILL");
  });

  /** A worker in a process of its own, once it takes jobs. */
  const worker = async (): Promise<{ readonly child: ChildProcess; readonly said: () => string[] }> => {
    const child = spawn(process.execPath, [WORKER, url, "2"], { stdio: ["pipe", "pipe", "inherit"] });
    workers.push(child);
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (text) => (said += String(text)));
    await until(() => said.includes("ready\n"));
    return { child, said: () => said.split("\n").filter((line) => /^\d+$/.test(line)) };
  };
  const done = async (): Promise<readonly { number: string; who: string }[]> =>
    (
      await inTenant(db, { municipality: HERE }, (tx) =>
        sql<{
          number: string;
          who: string;
        }>`select keys[1] as number, who from audit.access_log where action = 'counted'`.execute(tx),
      )
    ).rows;

  it("are opened by many at the same moment on a database without any", async () => {
    const empty = await emptyOnServer();
    const records = await Promise.all(Array.from({ length: 6 }, () => openDatabase({ url: empty })));
    await migrate(records[0] as Database);
    const opened = await Promise.all(records.map((one) => openJobs(one, { log: silent })));
    expect(await opened[5]?.counts()).toEqual([]);
    for (const one of opened) await one.stop();
    for (const one of records) await one.close();
  });

  it("are each done exactly once, by all of them", async () => {
    const [first, second] = await Promise.all([worker(), worker()]);
    for (let number = 0; number < JOBS; number++)
      await jobs.enqueue("counted", { municipality: HERE, by: "test", data: { number } });
    await until(async () => (await jobs.counts()).every(({ state }) => state === "completed"));
    const found = await done();
    expect(found.map(({ number }) => Number(number)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: JOBS }, (_, number) => number),
    );
    expect(first.said().length + second.said().length).toBe(JOBS);
    expect(Math.min(first.said().length, second.said().length)).toBeGreaterThan(0);
  });

  it("are taken up again when the process that had them is killed", async () => {
    const first = await worker();
    const id = await jobs.enqueue("counted", { municipality: HERE, by: "test", data: { number: 1000, hangs: true } });
    await until(() => first.said().includes("1000"));
    first.child.kill("SIGKILL");
    await worker();
    await until(async () => (await jobs.progress(HERE, id))?.state === "done");
    expect((await done()).filter(({ number }) => number === "1000")).toHaveLength(1);
    expect((await jobs.progress(HERE, id))?.attempts).toBeGreaterThan(1);
  });
});

async function until(good: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await good())) await new Promise((resolve) => setTimeout(resolve, 50));
}
