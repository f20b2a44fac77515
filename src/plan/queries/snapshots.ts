import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { SnapshotInfo } from "../contract.ts";

type Row = {
  name: string;
  as_of: string;
  known_at: string;
  made_at: Date;
  row_count: string | number;
  checksum: string;
  folder: string;
  facts: number;
};

/** A snapshot as it is registered, with its folder below the data folder and how many kinds of facts it has files of. */
export type RegisteredSnapshot = SnapshotInfo & { readonly folder: string; readonly facts: number };

/** All snapshots of the municipality, newest first. */
export async function listSnapshots(tx: Tx): Promise<readonly RegisteredSnapshot[]> {
  const found =
    await sql<Row>`select name, as_of::text as as_of, known_at::text as known_at, made_at, row_count, checksum, folder, facts
    from plan.snapshots order by made_at desc, name`.execute(tx);
  return found.rows.map((row) => ({
    name: row.name,
    asOf: row.as_of,
    knownAt: row.known_at,
    madeAt: new Date(row.made_at).toISOString(),
    rows: Number(row.row_count),
    checksum: row.checksum,
    folder: row.folder,
    facts: row.facts,
  }));
}

/** Registers a snapshot. Fails on the table's key when the name is taken. */
export async function insertSnapshot(tx: Tx, made: RegisteredSnapshot): Promise<void> {
  await sql`insert into plan.snapshots (municipality, name, as_of, known_at, made_at, folder, facts, row_count, checksum)
    values (platform.municipality(), ${made.name}, ${made.asOf}, ${made.knownAt}, ${made.madeAt}, ${made.folder}, ${made.facts}, ${made.rows}, ${made.checksum})`.execute(
    tx,
  );
}
