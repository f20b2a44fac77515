import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { takeLock } from "../../platform/db/lock.ts";
import { namedError, openDatabase, readLock } from "../../platform/db/public.ts";
import { checkMigrations, refillRecords } from "../../platform/db/refill.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { readArchive, verifyArchive } from "./archive.ts";
import type { Manifest } from "./manifest.ts";

/** Where to restore: an empty data folder, and an empty database when the records are on a server. */
type RestorePlace = { readonly data: string; readonly url?: string };

/** A backup that was restored. */
type Restored = {
  readonly madeAt: string;
  readonly version: string;
  readonly tables: number;
  readonly rows: number;
  readonly snapshots: number;
  readonly withKeys: boolean;
};

/** Stands in a data folder while it is being restored: what is in it is not whole. */
const MARK = "springbraet.restoring";
/** What a restore makes in a data folder. */
const MADE = ["records", "warehouse", "snapshots", "springbraet.json"];
/** What may be in a folder that counts as empty: keys, lists of what was deleted and seals that were put in place beforehand. */
const ALLOWED = ["keys.json", "deletions", "seals", "springbraet.lock", MARK];
const RECORDS = /^records\/(.+)\.csv$/;

/** Refuses to work on a data folder whose restore was cut short. */
export function refuseUnfinished(data: string): void {
  if (!existsSync(join(data, MARK))) return;
  throw namedError("restore_unfinished", {
    da: fill(da.backup.unfinished, { data }),
    en: fill(en.backup.unfinished, { data }),
  });
}

/**
 * Restores a backup into an empty data folder and an empty database, all or nothing. The whole file is checked before anything is touched.
 * Older backups are brought to the present shape. Throws named errors.
 */
export async function restoreBackup(place: RestorePlace, file: string): Promise<Restored> {
  if (!existsSync(file))
    throw namedError("no_such_file", { da: fill(da.backup.noFile, { file }), en: fill(en.backup.noFile, { file }) });
  const manifest = await verifyArchive(file);
  checkMigrations(manifest.records);
  prepare(place.data);
  try {
    await refill(place, file, manifest);
  } catch (error) {
    clear(place.data);
    rmSync(join(place.data, MARK), { force: true });
    throw error;
  }
  rmSync(join(place.data, MARK));
  const { madeAt, version, withKeys, records } = manifest;
  const rows = records.tables.reduce((sum, table) => sum + table.rows, 0);
  return { madeAt, version, tables: records.tables.length, rows, snapshots: records.snapshots.length, withKeys };
}

function prepare(data: string): void {
  // Says who has the folder, when somebody has.
  if (readLock(data)) takeLock(data);
  const found = existsSync(data) ? readdirSync(data) : [];
  if (found.includes(MARK)) clear(data);
  else if (found.some((name) => !ALLOWED.includes(name)))
    throw namedError("folder_not_empty", {
      da: fill(da.backup.notEmpty, { data }),
      en: fill(en.backup.notEmpty, { data }),
    });
  mkdirSync(data, { recursive: true });
  writeFileSync(join(data, MARK), "");
}

function clear(data: string): void {
  for (const name of MADE) rmSync(join(data, name), { recursive: true, force: true });
}

/** Records and files in one transaction: when a file cannot be written, nothing was restored. */
async function refill(place: RestorePlace, file: string, manifest: Manifest): Promise<void> {
  const db = await openDatabase({ folder: place.data, ...(place.url ? { url: place.url } : {}) });
  try {
    await refillRecords(db, manifest.records, (take) =>
      readArchive(file, async (name, chunks) => {
        const [, table] = RECORDS.exec(name) ?? [];
        if (table !== undefined) await take(table, chunks);
        else if (manifest.parts.some((part) => part.name === name)) await writePart(join(place.data, name), chunks);
      }),
    );
  } finally {
    await db.close();
  }
}

async function writePart(path: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  mkdirSync(dirname(path), { recursive: true });
  await pipeline(Readable.from(chunks), createWriteStream(path, { mode: 0o600, flush: true }));
}
