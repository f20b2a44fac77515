import type { Tx } from "../../platform/db/public.ts";
import { nearest } from "../../platform/kernel/nearest.ts";
import type { At, BatchKey, By, Imports } from "../context.ts";
import type { Mapping } from "../contract.ts";
import { fieldsOf } from "../layout.ts";
import { moveBatch, noteAsker } from "../queries/batches.ts";
import { type FileRecord, leaveOut, listFiles, mapFile } from "../queries/files.ts";
import { forget, remember } from "../queries/remembered.ts";
import { lockedBatch } from "./locked-batch.ts";
import { settleMapping } from "./recognise-files.ts";
import { refused } from "./refusals.ts";

/** Says how a file is understood, and remembers it for files with the same header. Gives whether a check was asked for. */
export async function mapFileAs(
  tx: Tx,
  { imports, key }: At,
  asked: { readonly file: number; readonly mapping: Mapping; readonly by: By },
): Promise<boolean> {
  await lockedBatch(tx, key.batch, "map");
  const files = await listFiles(tx, key.batch);
  const file = files.find((one) => one.file === asked.file);
  if (!file) throw refused("unknown_import_file");
  refuseBadMapping(imports, file, asked.mapping);
  const { mapping, by } = asked;
  const alike = files.filter(({ signature, mapping: own }) => signature === file.signature && own === null);
  for (const { file: number } of [file, ...alike]) {
    await mapFile(tx, { batch: key.batch, file: number }, { mapping, by: by.user });
  }
  await remember(tx, { signature: file.signature ?? "", name: file.name, mapping, by: by.user });
  return await checkWhenMapped(tx, key, by);
}

/** Leaves a file out of the import, or takes it in again. Gives whether a check was asked for. */
export async function leaveFileOut(
  tx: Tx,
  key: BatchKey,
  asked: { readonly file: number; readonly leftOut: boolean; readonly by: By },
): Promise<boolean> {
  await lockedBatch(tx, key.batch, "leaveOut");
  await leaveOut(tx, { batch: key.batch, file: asked.file }, asked.leftOut);
  return await checkWhenMapped(tx, key, asked.by);
}

/** Forgets a remembered mapping. Files that were mapped with it stay mapped. */
export async function forgetMapping(tx: Tx, which: { readonly id: string; readonly by: By }): Promise<void> {
  if (!(await forget(tx, { id: which.id, by: which.by.user }))) throw refused("unknown_mapping");
}

async function checkWhenMapped(tx: Tx, key: BatchKey, by: By): Promise<boolean> {
  if (!(await settleMapping(tx, key.batch))) return false;
  await noteAsker(tx, key.batch, by);
  return await moveBatch(tx, key.batch, { from: ["mapped"], to: "checking" });
}

/** Refuses a mapping that names what is not there, or leaves out what every row must have. */
export function refuseBadMapping(imports: Imports, file: Pick<FileRecord, "header">, mapping: Mapping): void {
  const fact = imports.facts.find(({ name }) => name === mapping.fact);
  if (!fact) throw refused("import_bad_mapping", { why: mapping.fact });
  const fields = fieldsOf(fact);
  const names = fields.map(({ name }) => name);
  for (const { field, from } of mapping.columns) {
    if (!names.includes(field))
      throw refused("import_bad_mapping", { why: `${field} → ${nearest(field, names) ?? "?"}` });
    if (from !== null && !file.header?.includes(from)) throw refused("import_bad_mapping", { why: from });
  }
  const given = new Set(
    mapping.columns.filter(({ from, constant }) => from !== null || constant !== undefined).map(({ field }) => field),
  );
  const missing = fields.find(({ name, required }) => required && !given.has(name));
  if (missing) throw refused("import_bad_mapping", { why: missing.spec.label });
}
