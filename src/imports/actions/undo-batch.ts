import { logAccess } from "../../platform/audit/log-access.ts";
import { inTenant, isNamedError, type NamedError, type Tx } from "../../platform/db/public.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import { todayOf } from "../contents.ts";
import type { At, BatchKey, By, Imports } from "../context.ts";
import {
  type BatchRecord,
  isCancelled,
  markUndone,
  moveBatch,
  noteUndoer,
  readBatch,
  takeBatch,
} from "../queries/batches.ts";
import { listFiles } from "../queries/files.ts";
import { prepareToCompare, takeTurn } from "../queries/staging.ts";
import {
  believeAgain,
  countCorrectedSince,
  countLeaningOn,
  countRecorded,
  endImported,
  type StoredImport,
} from "../queries/undo.ts";
import { CANCELLED, LEFT, type Progress } from "../stage-batch.ts";
import { tellProgress, toBatch } from "../work-on.ts";
import { lockedBatch } from "./locked-batch.ts";
import { refused } from "./refusals.ts";

/** Asks for a stored import to be taken back. The work itself is a job. */
export async function startUndo(tx: Tx, key: BatchKey, by: By): Promise<void> {
  await lockedBatch(tx, key.batch, "undo");
  await moveBatch(tx, key.batch, { from: ["done"], to: "undoing" });
  await noteUndoer(tx, key.batch, by);
}

/** Is it a reason why an import cannot be taken back, as opposed to something that went wrong? */
export function isUndoRefusal(error: unknown): error is NamedError {
  return isNamedError(error) && ["import_was_built_on", "import_not_whole"].includes(error.code);
}

/**
 * Takes an import back, wholly or not at all: what it made believed ends today, what it ended is believed again from today, and history
 * keeps both. Throws `import_was_built_on` when later rows rest on it. Null when there was nothing to take back, or another is at it.
 */
export async function undoBatch({ imports, key }: At, signal: AbortSignal | null): Promise<"undone" | null> {
  const progress: Progress = { phase: "undoing", done: 0, total: 0 };
  const stop = tellProgress(imports, { municipality: key.municipality, tell: toBatch(key) }, progress);
  try {
    return await inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
      if (!(await takeBatch(tx, key.batch))) return null;
      await takeTurn(tx, key.municipality);
      const batch = await readBatch(tx, key.batch);
      return batch?.state === "undoing" ? await takeBack(tx, { imports, key, batch, progress, signal }) : null;
    });
  } finally {
    await stop();
  }
}

type Undoing = At & {
  readonly batch: BatchRecord;
  readonly progress: Progress;
  readonly signal: AbortSignal | null;
};

async function takeBack(tx: Tx, undoing: Undoing): Promise<"undone"> {
  const { imports, key, batch, progress } = undoing;
  const stored = { batch: key.batch, run: batch.run_by ?? "0" };
  const facts = await storedFacts(tx, imports, key);
  progress.total = facts.reduce((sum, { rows }) => sum + rows, 0);
  await prepareToCompare(tx);
  for (const { fact, rows } of facts) {
    await leaveIfAsked(tx, undoing);
    await refuseIfBuiltOn(tx, { imports, fact, rows }, stored);
  }
  let persons = 0;
  for (const { fact, rows } of facts.toReversed()) {
    await leaveIfAsked(tx, undoing);
    const at = { ...stored, today: todayOf(imports) };
    const ended = await endImported(tx, fact, at);
    await believeAgain(tx, fact, at);
    if (fact.name === "citizens") persons = ended;
    progress.done += rows;
  }
  const user = { label: batch.undone_user ?? "system", role: batch.undone_role ?? "system" };
  await logAccess(tx, { user, action: "import.undo", purpose: `import ${key.batch} taken back`, keys: [], persons });
  if (!(await markUndone(tx, key.batch))) throw CANCELLED;
  return "undone";
}

async function leaveIfAsked(tx: Tx, { key, signal }: Undoing): Promise<void> {
  if (signal?.aborted) throw LEFT;
  if (await isCancelled(tx, key.batch)) throw CANCELLED;
}

async function storedFacts(
  tx: Tx,
  imports: Imports,
  key: BatchKey,
): Promise<readonly { readonly fact: Fact; readonly rows: number }[]> {
  const files = await listFiles(tx, key.batch);
  return imports.facts.flatMap((fact) => {
    const file = files.find((one) => one.fact === fact.name && one.stored !== null);
    return file ? [{ fact, rows: file.stored?.rows ?? 0 }] : [];
  });
}

async function refuseIfBuiltOn(
  tx: Tx,
  at: { readonly imports: Imports; readonly fact: Fact; readonly rows: number },
  stored: StoredImport,
): Promise<void> {
  const { imports, fact } = at;
  if ((await countRecorded(tx, fact, stored)) !== at.rows) throw refused("import_not_whole", { fact: fact.label });
  let rows = await countCorrectedSince(tx, fact, stored);
  for (const from of imports.facts) {
    for (const { name, refers } of from.columns) {
      if (refers === fact.name) rows += await countLeaningOn(tx, fact, { from, column: name, stored });
    }
  }
  if (rows > 0) throw refused("import_was_built_on", { rows, fact: fact.label });
}
