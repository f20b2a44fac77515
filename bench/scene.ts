import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { makeDemo } from "../src/app/cli/demo.ts";
import { startPostgres } from "../src/platform/testing/postgres-server.ts";
import type { Postgres, Scene } from "./contract.ts";

const SILENT = { format: "table", language: "en", line: () => undefined, complain: () => undefined } as const;

/** PostgreSQL with memory enough for the data, without syncing, and without the compiler that slows short questions down. */
const POSTGRES = { shared_buffers: "1GB", work_mem: "256MB", maintenance_work_mem: "512MB", max_wal_size: "8GB", jit: "off" };

/** The scene of a run, and how to take it down. */
export function setScene(options: Pick<Scene, "quick" | "runs" | "folder" | "countryFolder">): {
  readonly scene: Scene;
  readonly close: () => Promise<void>;
} {
  mkdirSync(options.folder, { recursive: true });
  const closing: (() => Promise<void>)[] = [];
  const demo = remembered(async () => {
    const data = join(options.folder, "demo");
    const size = options.quick ? 0.05 : 1;
    await makeDemo({ data }, { municipality: "0316", seed: "1", size }, SILENT);
    return data;
  });
  const postgres = remembered(async (): Promise<Postgres | null> => {
    const server = await startPostgres(POSTGRES);
    if (!server) return null;
    const client = new pg.Client({ connectionString: server.url });
    await client.connect();
    closing.push(async () => {
      await client.end();
      await server.stop();
    });
    return { client, url: server.url };
  });
  const close = async (): Promise<void> => {
    for (const work of closing) await work();
    rmSync(options.folder, { recursive: true, force: true });
  };
  return { scene: { ...options, demo, postgres }, close };
}

function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
