import type { Tx } from "../../platform/db/public.ts";
import type { BatchKey, By } from "../context.ts";
import type { FileCounts } from "../contract.ts";
import { askToCancel, moveBatch, noteAsker, touchBatch } from "../queries/batches.ts";
import { deleteContents } from "../queries/chunks.ts";
import { type FileRecord, listFiles } from "../queries/files.ts";
import { lockedBatch } from "./locked-batch.ts";
import { refused } from "./refusals.ts";

/** A batch this large is checked again only when somebody asks: up to here it happens by itself after each correction. */
const CHECKED_AT_ONCE = 50_000;

/** Asks for a check. The work itself is a job. */
export async function startCheck(tx: Tx, key: BatchKey, by: By): Promise<void> {
  await lockedBatch(tx, key.batch, "check");
  await noteAsker(tx, key.batch, by);
  await moveBatch(tx, key.batch, { from: ["mapped", "checked", "failed"], to: "checking" });
}

/** Asks for the import, as it was seen in `version`. Throws `import_has_rejected`, `import_nothing_left`, `import_changed`. */
export async function startRun(
  tx: Tx,
  key: BatchKey,
  asked: { readonly by: By; readonly version: string },
): Promise<void> {
  const batch = await lockedBatch(tx, key.batch, "run");
  if (String(batch.version) !== asked.version) throw refused("import_changed");
  const taking = (await listFiles(tx, key.batch)).filter(({ left_out }) => !left_out);
  if (taking.length === 0) throw refused("import_nothing_left");
  const { rejected } = sumOfCounts(taking) ?? { rejected: 0 };
  if (rejected > 0) throw refused("import_has_rejected", { rejected });
  await noteAsker(tx, key.batch, asked.by);
  await moveBatch(tx, key.batch, { from: ["checked"], to: "running" });
}

/** Asks the check or import under way to stop before it stores anything. */
export async function cancelWork(tx: Tx, key: BatchKey): Promise<void> {
  await lockedBatch(tx, key.batch, "cancel");
  await askToCancel(tx, key.batch);
}

/** Drops a batch that is not stored, and deletes the contents of its files. */
export async function giveUpBatch(tx: Tx, key: BatchKey): Promise<void> {
  const { state } = await lockedBatch(tx, key.batch, "giveUp");
  await moveBatch(tx, key.batch, { from: [state], to: "given_up" });
  await deleteContents(tx, key.batch);
}

/** After a change of rows: a small batch is checked again at once, a large one when somebody asks. Gives whether a check was asked for. */
export async function recheck(tx: Tx, batch: string, by: By): Promise<boolean> {
  await touchBatch(tx, batch);
  const rows = sumOfCounts((await listFiles(tx, batch)).filter(({ left_out }) => !left_out))?.rows ?? 0;
  const atOnce = rows <= CHECKED_AT_ONCE;
  await noteAsker(tx, batch, by);
  await moveBatch(tx, batch, { from: ["mapped", "checked", "failed"], to: atOnce ? "checking" : "mapped" });
  return atOnce;
}

/** The counts of files together; null when some were not counted. */
export function sumOfCounts(files: readonly Pick<FileRecord, "counts">[]): FileCounts | null {
  const sum = { rows: 0, new: 0, changed: 0, unchanged: 0, rejected: 0, setAside: 0, skipped: 0 };
  for (const { counts } of files) {
    if (counts === null) return null;
    for (const name of Object.keys(sum) as (keyof FileCounts)[]) sum[name] += counts[name];
  }
  return sum;
}
