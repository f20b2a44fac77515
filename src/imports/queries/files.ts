import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { FileCounts, Mapping } from "../contract.ts";

export type FileRecord = {
  readonly file: number;
  readonly source: number;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly form: string | null;
  readonly sheet: string | null;
  readonly header: readonly string[] | null;
  readonly signature: string | null;
  readonly fact: string | null;
  readonly mapping: Mapping | null;
  readonly mapped_by: string | null;
  readonly trouble: Bilingual | null;
  readonly left_out: boolean;
  readonly counts: FileCounts | null;
  readonly stored: Readonly<Record<string, number>> | null;
};

/** Adds a file, or one sheet of a file, to a batch. */
export async function insertFile(
  tx: Tx,
  batch: string,
  file: Omit<FileRecord, "left_out" | "counts" | "stored">,
): Promise<void> {
  const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
  await sql`insert into imports.files
      (municipality, batch, file, source, name, size, sha256, form, sheet, header, signature, fact, mapping, mapped_by, trouble)
    values (platform.municipality(), ${batch}::uuid, ${file.file}, ${file.source}, ${file.name}, ${file.size}, ${file.sha256},
      ${file.form}, ${file.sheet}, ${json(file.header)}::jsonb, ${file.signature}, ${file.fact}, ${json(file.mapping)}::jsonb,
      ${file.mapped_by}, ${json(file.trouble)}::jsonb)`.execute(tx);
}

/** The files of a batch in their order. */
export async function listFiles(tx: Tx, batch: string): Promise<readonly FileRecord[]> {
  const found =
    await sql<FileRecord>`select file, source, name, size, sha256, form, sheet, header, signature, fact, mapping,
      mapped_by, trouble, left_out, counts, stored
    from imports.files where batch = ${batch}::uuid order by file`.execute(tx);
  return found.rows;
}

/** The files of several batches: names and counts for their list. */
export async function listFileNames(
  tx: Tx,
  batches: readonly string[],
): Promise<readonly (Pick<FileRecord, "name" | "counts" | "left_out"> & { readonly batch: string })[]> {
  const found = await sql<
    Pick<FileRecord, "name" | "counts" | "left_out"> & { batch: string }
  >`select batch::text, name, counts, left_out
    from imports.files where batch::text = any(${[...batches]}::text[]) order by file`.execute(tx);
  return found.rows;
}

/** Says how a file is understood; what was counted with another mapping is forgotten. */
export async function mapFile(
  tx: Tx,
  key: { readonly batch: string; readonly file: number },
  mapped: { readonly mapping: Mapping; readonly by: string },
): Promise<void> {
  await sql`update imports.files
    set fact = ${mapped.mapping.fact}, mapping = ${JSON.stringify(mapped.mapping)}::jsonb, mapped_by = ${mapped.by}, counts = null
    where batch = ${key.batch}::uuid and file = ${key.file}`.execute(tx);
}

/** Leaves a file out of the import, or takes it in again. */
export async function leaveOut(
  tx: Tx,
  key: { readonly batch: string; readonly file: number },
  leftOut: boolean,
): Promise<void> {
  await sql`update imports.files set left_out = ${leftOut} where batch = ${key.batch}::uuid and file = ${key.file}`.execute(
    tx,
  );
}

/** Keeps what a check counted in a file. */
export async function keepCounts(
  tx: Tx,
  key: { readonly batch: string; readonly file: number },
  counts: FileCounts,
): Promise<void> {
  await sql`update imports.files set counts = ${JSON.stringify(counts)}::jsonb
    where batch = ${key.batch}::uuid and file = ${key.file}`.execute(tx);
}

/** Keeps how many rows the import stored for a fact, with the first of its files. */
export async function keepStored(
  tx: Tx,
  key: { readonly batch: string; readonly file: number },
  stored: { readonly rows: number; readonly ended: number },
): Promise<void> {
  await sql`update imports.files set stored = ${JSON.stringify(stored)}::jsonb
    where batch = ${key.batch}::uuid and file = ${key.file}`.execute(tx);
}
