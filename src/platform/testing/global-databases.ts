import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the run: `postgres.json` says where the server is once it is up, `records.tar` is a migrated template. */
    databases: string;
  }
}

/**
 * One PostgreSQL server for a whole test run. It starts beside the tests, so that those who need none do not wait; those who do
 * wait for `postgres.json`.
 */
export function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "springbraet-databases-"));
  project.provide("databases", folder);
  const starting = startPostgres().then(
    (server) => {
      writeFileSync(join(folder, "postgres.json"), JSON.stringify({ url: server?.url ?? null, error: null }));
      return server;
    },
    (error: unknown) => {
      writeFileSync(join(folder, "postgres.json"), JSON.stringify({ url: null, error: String(error) }));
      return null;
    },
  );
  return async () => {
    await (await starting)?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
