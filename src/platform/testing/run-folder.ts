import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder for what is made once in a test run: templates, and where its PostgreSQL server is. */
    runFolder: string;
  }
}

/** The folder of this run. Projects are set up in one process, so that they share it. */
export function runFolder(): string {
  return join(tmpdir(), `springbraet-run-${process.pid}`);
}

/** Makes the folder, and clears it away when all projects are done. */
export function setup(project: TestProject): () => void {
  mkdirSync(runFolder(), { recursive: true });
  project.provide("runFolder", runFolder());
  return () => rmSync(runFolder(), { recursive: true, force: true });
}
