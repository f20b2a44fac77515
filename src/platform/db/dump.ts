import { sql } from "kysely";
import { listSequences, listTables, type SequenceState } from "./catalogue.ts";
import { copyOut, identifier } from "./copy.ts";
import type { Database } from "./database.ts";
import { appliedMigrations } from "./migrate.ts";
import { asKeeper, type Tx } from "./tenant.ts";

/** A table in a backup: its columns in the order of the file, and how many rows there are. */
export type DumpedTable = { readonly name: string; readonly columns: readonly string[]; readonly rows: number };

/** What a backup of the records holds besides the rows. */
export type DumpedRecords = {
  readonly migrations: readonly { readonly file: string; readonly hash: string }[];
  readonly tables: readonly DumpedTable[];
  readonly sequences: readonly SequenceState[];
  /** Folders of pinned snapshots, relative to the data folder. */
  readonly snapshots: readonly string[];
};

/**
 * Reads all records of all municipalities as they were at one moment, table by table, as CSV without header (empty unquoted = missing), while
 * others go on writing. `take` must read its chunks to the end and open no transaction.
 */
export function dumpRecords(
  db: Database,
  take: (table: string, chunks: AsyncIterable<Buffer>) => Promise<void>,
): Promise<DumpedRecords> {
  return asKeeper(db, async (tx) => {
    const migrations = [...(await appliedMigrations(tx))].map(([file, hash]) => ({ file, hash }));
    const shapes = await listTables(tx);
    const tables: DumpedTable[] = [];
    for (const { name, columns, key } of shapes) {
      const ordered = key.length > 0 ? ` order by ${key.map(identifier).join(", ")}` : "";
      const rows = await count(tx, name);
      await take(name, copyOut(tx, `select ${columns.map(identifier).join(", ")} from ${identifier(name)}${ordered}`));
      tables.push({ name, columns, rows });
    }
    const folders = await sql<{ folder: string }>`select folder from plan.snapshots order by 1`.execute(tx);
    const snapshots = folders.rows.map(({ folder }) => folder);
    return { migrations, tables, sequences: await listSequences(tx), snapshots };
  });
}

async function count(tx: Tx, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.raw(identifier(table))}`.execute(tx);
  return rows[0]?.n ?? 0;
}
