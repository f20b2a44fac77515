import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { makeDemo } from "../src/app/cli/demo.ts";
import { startPostgres } from "../src/platform/testing/postgres-server.ts";
import type { Postgres, Scene } from "./contract.ts";

const SILENT = { format: "table", language: "en", line: () => undefined, complain: () => undefined } as const;

/** PostgreSQL with memory enough for the data, without syncing, and without the compiler that slows short questions down. */
const POSTGRES = {
  shared_buffers: "1GB",
  work_mem: "256MB",
  maintenance_work_mem: "512MB",
  max_wal_size: "8GB",
  jit: "off",
};

/** The scene of a run, and how to take it down. */
export function setScene(options: Pick<Scene, "quick" | "runs" | "folder" | "countryFolder" | "countryInPostgres">): {
  readonly scene: Scene;
  readonly close: () => Promise<void>;
} {
  mkdirSync(options.folder, { recursive: true });
  const closing: (() => Promise<void>)[] = [];
  const demo = remembered(async () => {
    const data = join(options.folder, "demo");
    const size = options.quick ? 0.02 : 1;
    await makeDemo({ data }, { municipality: "0316", seed: "1", size }, SILENT);
    return data;
  });
  const postgres = remembered(async (): Promise<Postgres | null> => {
    const server = await startPostgres(POSTGRES);
    if (!server) return null;
    const url = await ownDatabase(server.url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    closing.push(async () => {
      await client.end();
      await server.stop();
    });
    return { client, url };
  });
  const close = async (): Promise<void> => {
    for (const work of closing) await work();
    rmSync(options.folder, { recursive: true, force: true });
  };
  return { scene: { ...options, demo, postgres }, close };
}

/** An empty database of our own; the one we begin in belongs to another. */
async function ownDatabase(server: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query("create database bench");
  await client.end();
  const url = new URL(server);
  url.pathname = "bench";
  return url.href;
}

function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
