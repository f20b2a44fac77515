import { inTenant, isNamedError } from "../../platform/db/public.ts";
import type { BatchKey, Imports } from "../context.ts";
import type { Figure } from "../contract.ts";
import { type BatchRecord, keepFigures, markFailed, markNotUndone, moveBatch, readBatch } from "../queries/batches.ts";
import { CANCELLED, LEFT } from "../stage-batch.ts";
import { checkBatch } from "./check-batch.ts";
import { workOnReconciliation } from "./reconcile-job.ts";
import { said } from "./refusals.ts";
import { NOT_CLEAN, runBatch } from "./run-batch.ts";
import { isUndoRefusal, undoBatch } from "./undo-batch.ts";

/** What an import asks of the rest of the house. */
export type Around = {
  /** The figures of the municipality's plans now. */
  readonly figures: (municipality: string) => Promise<readonly Figure[]>;
  /** Hears that records came in. */
  readonly changed: (municipality: string) => Promise<void>;
  /** Aborted when this process must leave the work to another. */
  readonly signal?: AbortSignal;
};

/**
 * Does what a batch waits for: a check, the import, the figures afterwards, taking it back, a comparison with the records. May be called any number of times, by any process, also
 * after another died in the middle: the batch's own state says what there is to do, and each is done once.
 */
export async function workOnBatch(imports: Imports, key: BatchKey, around: Around): Promise<void> {
  for (;;) {
    const batch = await inTenant(imports.db, { municipality: key.municipality }, (tx) => readBatch(tx, key.batch));
    if (!batch) return;
    const goesOn = await step(imports, key, { batch, around }).catch((error: unknown) => fail(imports, key, error));
    if (!goesOn) break;
  }
  await workOnReconciliation({ imports, key }, around.signal ?? null);
}

/** One piece of work; says whether there may be more. */
async function step(
  imports: Imports,
  key: BatchKey,
  at: { readonly batch: BatchRecord; readonly around: Around },
): Promise<boolean> {
  const { batch, around } = at;
  if (batch.state === "checking") return (await checkBatch({ imports, key }, around.signal ?? null)) === "stale";
  if (batch.state === "running") {
    if (batch.figures === null)
      await keep(imports, key, { before: await around.figures(key.municipality), after: null });
    return (await runBatch({ imports, key }, around.signal ?? null)) === "done";
  }
  if (batch.state === "undoing") {
    if ((await undoBatch({ imports, key }, around.signal ?? null)) === "undone") await around.changed(key.municipality);
    return false;
  }
  if (batch.state !== "done" || !batch.figures || batch.figures.after !== null) return false;
  await around.changed(key.municipality);
  await keep(imports, key, { ...batch.figures, after: await around.figures(key.municipality) });
  return false;
}

function keep(imports: Imports, key: BatchKey, figures: NonNullable<BatchRecord["figures"]>): Promise<void> {
  return inTenant(imports.db, { municipality: key.municipality }, (tx) => keepFigures(tx, key.batch, figures));
}

/** Work that was stopped goes back to where it was; rows that became wrong are checked again; anything else is told. */
async function fail(imports: Imports, key: BatchKey, error: unknown): Promise<boolean> {
  if (error === LEFT) throw error;
  const known = error === CANCELLED || error === NOT_CLEAN || isUndoRefusal(error);
  const goesOn = await inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
    if (error === NOT_CLEAN) return await moveBatch(tx, key.batch, { from: ["running"], to: "checking" });
    if (error === CANCELLED) {
      await moveBatch(tx, key.batch, { from: ["checking"], to: "mapped" });
      await moveBatch(tx, key.batch, { from: ["running"], to: "checked" });
      await moveBatch(tx, key.batch, { from: ["undoing"], to: "done" });
      return false;
    }
    const why = isNamedError(error) ? error.texts : said("import_unexpected");
    await markNotUndone(tx, key.batch, isUndoRefusal(error) ? error.texts : said("import_undo_failed", { why }));
    await markFailed(tx, key.batch, said("import_failed", { why }));
    return false;
  });
  if (!known) throw error;
  return goesOn;
}
