import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import type {} from "./run-folder.ts";

const LOOK_EVERY_MS = 100;

/**
 * Something that is made once in a test run and used by many test files: the path of it. Whoever comes first makes it, the others wait; when
 * making it failed, the next one tries again.
 */
export async function onceARun(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(inject("runFolder"), name);
  while (!existsSync(path)) {
    if (!takes(`${path}.turn`)) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      continue;
    }
    try {
      if (existsSync(path)) return path;
      rmSync(`${path}.new`, { recursive: true, force: true });
      await make(`${path}.new`);
      renameSync(`${path}.new`, path);
    } finally {
      rmSync(`${path}.turn`, { recursive: true });
    }
  }
  return path;
}

/** A folder can be made by one only. */
function takes(turn: string): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    return false;
  }
}
