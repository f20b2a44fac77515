import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { dumpRecords } from "../../platform/db/dump.ts";
import { namedError } from "../../platform/db/public.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import type { Runtime } from "../runtime-type.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { hashOfFile, type PartFile, spool, writeArchive } from "./archive.ts";
import { FORMAT, type Manifest, partOfTable } from "./manifest.ts";

/** What to back up into which file. */
export type AskedBackup = {
  /** Full path; nothing may stand there. */
  readonly file: string;
  /** Put the keys in too: whoever has the file can then read everything in it. */
  readonly withKeys?: boolean;
};

/** A backup that was made. */
type MadeBackup = {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly snapshots: number;
  readonly withKeys: boolean;
  /** Registered snapshots whose files are gone. */
  readonly missing: readonly string[];
};

const { version } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/**
 * Backs up all records of all municipalities as they are at one moment, with settings and snapshots, while people go on working. The file is
 * complete or not there.
 */
export async function makeBackup(runtime: Pick<Runtime, "data" | "db">, asked: AskedBackup): Promise<MadeBackup> {
  const { file } = asked;
  const withKeys = asked.withKeys ?? false;
  if (existsSync(file))
    throw namedError("file_exists", { da: fill(da.backup.exists, { file }), en: fill(en.backup.exists, { file }) });
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.partial`;
  const folder = `${file}.parts`;
  for (const left of [partial, folder]) rmSync(left, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  try {
    const parts: PartFile[] = [];
    const records = await dumpRecords(runtime.db, async (table, chunks) => {
      const path = join(folder, `${table}.csv`);
      parts.push({ name: partOfTable(table), path, ...(await spool(chunks, path)) });
    });
    const missing = records.snapshots.filter((snapshot) => !existsSync(join(runtime.data, snapshot)));
    const kept = records.snapshots.filter((snapshot) => !missing.includes(snapshot));
    const names = [...settingsOf(runtime.data, withKeys), ...kept.flatMap((at) => filesOf(runtime.data, at))];
    for (const name of names) parts.push(await partOf(runtime.data, name));
    const manifest: Manifest = {
      format: FORMAT,
      version,
      madeAt: new Date().toISOString(),
      engine: runtime.db.engine,
      withKeys,
      records: writable({ ...records, snapshots: kept }),
      parts: parts.map(({ path: _path, ...part }) => part),
    };
    await writeArchive(partial, manifest, parts);
    renameSync(partial, file);
    const rows = records.tables.reduce((sum, table) => sum + table.rows, 0);
    const { size: bytes } = statSync(file);
    return { file, bytes, tables: records.tables.length, rows, snapshots: kept.length, withKeys, missing };
  } finally {
    for (const left of [partial, folder]) rmSync(left, { recursive: true, force: true });
  }
}

function writable(records: Awaited<ReturnType<typeof dumpRecords>>): Manifest["records"] {
  return {
    migrations: [...records.migrations],
    tables: records.tables.map((table) => ({ ...table, columns: [...table.columns] })),
    sequences: [...records.sequences],
    snapshots: [...records.snapshots],
  };
}

function settingsOf(data: string, withKeys: boolean): string[] {
  return ["springbraet.json", ...(withKeys ? ["keys.json"] : [])].filter((name) => existsSync(join(data, name)));
}

/** Files of a snapshot's folder, relative to the data folder, with slashes on every machine. */
function filesOf(data: string, folder: string): string[] {
  const place = folder.replaceAll("\\", "/");
  return readdirSync(join(data, folder))
    .sort()
    .map((name) => `${place}/${name}`);
}

async function partOf(data: string, name: string): Promise<PartFile> {
  const path = join(data, name);
  return { name, path, ...(await hashOfFile(path)) };
}
