import { cpSync, mkdtempSync, openAsBlob } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../../platform/db/embedded-pool.ts";
import { recordsTemplate } from "../../platform/testing/databases.ts";
import { onceARun } from "../../platform/testing/once-a-run.ts";
import { makeDemo } from "../cli/demo.ts";
import type { Output } from "../cli/output.ts";

/* Setting up the embedded engine takes four seconds and making a demo three times that: both are made once a run and copied. */

const QUIET: Output = { format: "json", language: "da", line: () => undefined, complain: () => undefined };

/** Puts empty, migrated records of the embedded engine into a data folder. */
export async function layEmptyRecords(data: string): Promise<void> {
  const template = await onceARun("empty-records", async (path) => {
    const pglite = await startEmbedded({ folder: path, from: await openAsBlob(await recordsTemplate()) });
    await pglite.close();
  });
  cpSync(template, join(data, "records"), { recursive: true });
}

/** A data folder of its own with empty, migrated records; the caller removes it. */
export async function newDataFolder(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), "springbraet-test-"));
  await layEmptyRecords(data);
  return data;
}

/** A data folder of its own with a small synthetic Holbæk, its warehouse built; the caller removes it. */
export async function newDemoFolder(size: number): Promise<string> {
  const template = await onceARun(`demo-${size}`, async (path) => {
    await layEmptyRecords(path);
    await makeDemo({ data: path }, { municipality: "0316", seed: "1", size }, QUIET);
  });
  const data = mkdtempSync(join(tmpdir(), "springbraet-test-"));
  cpSync(template, data, { recursive: true });
  return data;
}
