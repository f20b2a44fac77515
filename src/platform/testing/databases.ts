import { randomBytes } from "node:crypto";
import { existsSync, openAsBlob, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, inject } from "vitest";
import { embeddedPool, startEmbedded } from "../db/embedded-pool.ts";
import { type Database, migrate, openDatabase } from "../db/public.ts";
import { describeNeeding } from "./needs.ts";
import { onceARun } from "./once-a-run.ts";

/** Opens empty, migrated records of its own for a test file; they are closed when its tests are done. */
export type Open = () => Promise<Database>;

const WAIT_MS = 30_000;
const LOOK_EVERY_MS = 50;

/** The same tests on the embedded engine and on a PostgreSQL server. Without a server on the machine that half is skipped loudly. */
export function describeOnEachEngine(name: string, tests: (open: Open, engine: Database["engine"]) => void): void {
  describe(`${name}, on the embedded engine`, () => tests(closing(openEmbedded), "embedded"));
  describeOnServer(`${name}, on a server`, (open) => tests(open, "server"));
}

/** Tests that make sense on a PostgreSQL server only, such as two transactions at once. */
export function describeOnServer(name: string, tests: (open: Open) => void): void {
  describeNeeding("postgres", name, () => tests(closing(openOnServer)));
}

/** Empty, migrated records in memory; the caller closes them. */
export async function openEmbedded(): Promise<Database> {
  return await openDatabase({ memory: true, from: await openAsBlob(await recordsTemplate()) });
}

/** An empty, migrated database on the run's server; the caller closes it. */
export async function openOnServer(): Promise<Database> {
  return await openDatabase({ url: await databaseOnServer(await serverTemplate()) });
}

/** The address of an empty database of its own on the run's server, for tests that start programs on it. */
export async function emptyOnServer(): Promise<string> {
  return await databaseOnServer("template1");
}

/** A database of its own on the run's server, which begins as a copy of another that nobody is connected to. */
async function databaseOnServer(template: string): Promise<string> {
  const server = await serverUrl();
  const name = `test_${randomBytes(6).toString("hex")}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(1)");
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  return at(server, name);
}

/** The name of an empty, migrated database on the run's server: to migrate takes a second, to copy what was migrated a third of one. */
async function serverTemplate(): Promise<string> {
  const path = await onceARun("migrated-on-server", async (told) => {
    const url = await emptyOnServer();
    const db = await openDatabase({ url });
    await migrate(db);
    await db.close();
    writeFileSync(told, new URL(url).pathname.slice(1));
  });
  return readFileSync(path, "utf8");
}

function at(server: string, database: string): string {
  return Object.assign(new URL(server), { pathname: database }).href;
}

function closing(open: Open): Open {
  const opened: Database[] = [];
  afterAll(async () => {
    for (const db of opened) await db.close();
  });
  return async () => {
    const db = await open();
    opened.push(db);
    return db;
  };
}

/** The path of empty, migrated records, dumped: setting them up takes four seconds, copying them a quarter of one. */
export function recordsTemplate(): Promise<string> {
  return onceARun("records.tar", async (path) => {
    const pglite = await startEmbedded({});
    await migrate({ engine: "embedded", pool: embeddedPool(pglite), lock: null, close: () => pglite.close() });
    const dump = await pglite.dumpDataDir("none");
    await pglite.close();
    writeFileSync(path, Buffer.from(await dump.arrayBuffer()));
  });
}

async function serverUrl(): Promise<string> {
  const path = join(inject("runFolder"), "postgres.json");
  for (let waited = 0; !existsSync(path); waited += LOOK_EVERY_MS) {
    if (waited > WAIT_MS) throw new Error("the PostgreSQL server of the test run did not start");
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const { url, error }: { url: string | null; error: string | null } = JSON.parse(readFileSync(path, "utf8"));
  if (url === null) throw new Error(`the PostgreSQL server of the test run did not start: ${error}`);
  return url;
}
