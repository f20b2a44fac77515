import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

export type ChunkKey = { readonly batch: string; readonly file: number; readonly number: number };

/** Stores a sealed piece of a file. */
export async function insertChunk(tx: Tx, key: ChunkKey, sealed: Buffer): Promise<void> {
  await sql`insert into imports.chunks (municipality, batch, file, number, bytes)
    values (platform.municipality(), ${key.batch}::uuid, ${key.file}, ${key.number}, ${sealed})`.execute(tx);
}

/** A sealed piece of a file; null after the last. */
export async function readChunk(tx: Tx, key: ChunkKey): Promise<Buffer | null> {
  const found = await sql<{ bytes: Uint8Array }>`select bytes from imports.chunks
    where batch = ${key.batch}::uuid and file = ${key.file} and number = ${key.number}`.execute(tx);
  const bytes = found.rows[0]?.bytes;
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : null;
}

/** Deletes the contents of a batch's files with what was copied from them: cells, problems, corrections, what a comparison found. */
export async function deleteContents(tx: Tx, batch: string): Promise<void> {
  await sql`delete from imports.chunks where batch = ${batch}::uuid`.execute(tx);
  await sql`delete from imports.verdicts where batch = ${batch}::uuid`.execute(tx);
  await sql`delete from imports.reconciliations where batch = ${batch}::uuid`.execute(tx);
  await sql`update imports.corrections set sealed = null where batch = ${batch}::uuid`.execute(tx);
  await sql`update imports.batches set bytes_deleted_at = now() where id = ${batch}::uuid`.execute(tx);
}
