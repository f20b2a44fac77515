import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

export type RowKey = { readonly batch: string; readonly file: number; readonly line: number };
export type CellKey = RowKey & { readonly place: number };

export type CorrectionRecord = {
  readonly file: number;
  readonly line: number;
  readonly place: number;
  readonly sealed: Uint8Array;
};

/** The corrections of a batch that stand, in the order they were made; of one row when a row is asked for. */
export async function listCorrections(
  tx: Tx,
  of: { readonly batch: string; readonly file?: number; readonly line?: number },
): Promise<readonly CorrectionRecord[]> {
  const found = await sql<CorrectionRecord>`select file, line, place, sealed from imports.corrections
    where batch = ${of.batch}::uuid and undone_at is null and sealed is not null
      and (${of.file ?? null}::integer is null or file = ${of.file ?? null})
      and (${of.line ?? null}::integer is null or line = ${of.line ?? null})
    order by number`.execute(tx);
  return found.rows;
}

/** Adds a correction of a cell. */
export async function insertCorrection(
  tx: Tx,
  cell: CellKey,
  made: { readonly sealed: Buffer; readonly by: string },
): Promise<void> {
  await sql`insert into imports.corrections (municipality, batch, file, line, place, sealed, made_by)
    values (platform.municipality(), ${cell.batch}::uuid, ${cell.file}, ${cell.line}, ${cell.place}, ${made.sealed}, ${made.by})`.execute(
    tx,
  );
}

/** Takes back the latest correction of a cell that stands and gives what it was, sealed; null when there is none. */
export async function undoCorrection(tx: Tx, cell: CellKey): Promise<Uint8Array | null> {
  const done = await sql<{ sealed: Uint8Array | null }>`update imports.corrections set undone_at = now()
    where batch = ${cell.batch}::uuid and number = (
      select max(number) from imports.corrections
      where batch = ${cell.batch}::uuid and file = ${cell.file} and line = ${cell.line} and place = ${cell.place} and undone_at is null
    ) returning sealed`.execute(tx);
  return done.rows[0]?.sealed ?? null;
}

export type SetAsideRecord = {
  readonly file: number;
  readonly file_name: string;
  readonly line: number;
  readonly kind: "set_aside" | "accepted";
  readonly rules: readonly string[];
  readonly reason: string;
  readonly made_by: string;
  readonly made_at: Date;
};

/** The rows of a batch that are set aside or accepted. */
export async function listSetAside(tx: Tx, batch: string): Promise<readonly SetAsideRecord[]> {
  const found =
    await sql<SetAsideRecord>`select file, file_name, line, kind, rules, reason, made_by, made_at from imports.set_aside
    where batch = ${batch}::uuid and withdrawn_at is null order by file, line`.execute(tx);
  return found.rows;
}

/** Sets rows of a file aside, or accepts them, with a reason; those that are already stay as they are. */
export async function insertSetAside(
  tx: Tx,
  batch: string,
  rows: Omit<SetAsideRecord, "made_at" | "rules" | "line"> & {
    readonly lines: readonly { readonly line: number; readonly rules: readonly string[] }[];
  },
): Promise<void> {
  await sql`insert into imports.set_aside (municipality, batch, file, file_name, line, kind, rules, reason, made_by)
    select platform.municipality(), ${batch}::uuid, ${rows.file}, ${rows.file_name}, (one ->> 'line')::integer, ${rows.kind},
      array(select jsonb_array_elements_text(one -> 'rules')), ${rows.reason}, ${rows.made_by}
    from jsonb_array_elements(${JSON.stringify(rows.lines)}::jsonb) as one
    on conflict do nothing`.execute(tx);
}

/** Takes a row in again; false when it was not out. */
export async function withdrawSetAside(tx: Tx, row: RowKey): Promise<boolean> {
  const done = await sql`update imports.set_aside set withdrawn_at = now()
    where batch = ${row.batch}::uuid and file = ${row.file} and line = ${row.line} and withdrawn_at is null`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) > 0;
}
