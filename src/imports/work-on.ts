import { inTenant, type Tx } from "../platform/db/public.ts";
import type { BatchKey, Imports } from "./context.ts";
import { isCancelled, noteProgress, readBatch, takeBatch } from "./queries/batches.ts";
import { dropFaults } from "./queries/faults.ts";
import { type FileRecord, listFiles } from "./queries/files.ts";
import { unstage } from "./queries/staging.ts";
import { beginWork, CANCELLED, factsOf, type Progress, stageFiles, type Work } from "./stage-batch.ts";
import { inStretches, type Stretch } from "./stretches.ts";

/** A batch whose files are staged, with the version it had then. */
export type Staged = { readonly work: Work; readonly version: number; readonly stretch: Stretch };

/** A batch that is to be worked on: its files and the version it has. */
type Begun = { readonly version: number; readonly files: readonly FileRecord[] };

/** Where it is told how far a work has come. */
type Teller = (tx: Tx, progress: Progress) => Promise<void>;

const TELL_EVERY_MS = 500;

/** Begins the work on a batch that is in a state; null when it is elsewhere by now. Throws when somebody asked for it to stop. */
export function inState(key: BatchKey, state: "checking" | "running"): (tx: Tx) => Promise<Begun | null> {
  return async (tx) => {
    const batch = await readBatch(tx, key.batch);
    if (batch?.state !== state) return null;
    if (batch.cancel_asked) throw CANCELLED;
    return { version: batch.version, files: await listFiles(tx, key.batch) };
  };
}

/** Tells the batch itself how far the work on it is. */
export function toBatch({ batch }: BatchKey): Teller {
  return (tx, progress) => noteProgress(tx, batch, progress);
}

/**
 * Stages the files of a batch and does something with the rows. Only one at a time works on a batch: null when there is nothing to begin
 * or another is at it.
 */
export async function withStaged<T>(
  imports: Imports,
  key: BatchKey,
  what: {
    readonly begin: (tx: Tx) => Promise<Begun | null>;
    readonly tell: Teller;
    readonly signal: AbortSignal | null;
    readonly with: (staged: Staged) => Promise<T>;
  },
): Promise<T | null> {
  const progress: Progress = { phase: "reading", done: 0, total: 0 };
  const stop = tellProgress(imports, { municipality: key.municipality, tell: what.tell }, progress);
  try {
    return await inStretches(imports.db, { municipality: key.municipality }, async (stretch) => {
      const begun = await stretch(async (tx) => ((await takeBatch(tx, key.batch)) ? await what.begin(tx) : null));
      if (!begun) return null;
      const work = {
        ...(await beginWork(imports, key, { files: begun.files, stretch })),
        progress,
        signal: what.signal,
      };
      progress.total = rowsIn(work.files);
      try {
        await stageFiles(work, stretch);
        return await what.with({ work, version: begun.version, stretch });
      } finally {
        await clear(imports, work);
      }
    });
  } finally {
    await stop();
  }
}

/** Rows that were counted in an earlier check; 0 when some were never counted. */
function rowsIn(files: readonly FileRecord[]): number {
  if (files.some(({ counts }) => counts === null)) return 0;
  return files.reduce((sum, { counts }) => sum + (counts?.rows ?? 0), 0);
}

/** The embedded engine's one connection keeps temporary tables: memory is wanted back, whatever happened. */
async function clear(imports: Imports, work: Work): Promise<void> {
  if (imports.db.engine === "server") return;
  await inTenant(imports.db, { municipality: work.key.municipality }, async (tx) => {
    await dropFaults(tx);
    for (const fact of factsOf(work)) await unstage(tx, fact);
  });
}

/** Tells how far the work has come, beside the work's own transaction. Gives what stops it. */
export function tellProgress(
  imports: Imports,
  to: { readonly municipality: string; readonly tell: Teller },
  progress: Progress,
): () => Promise<void> {
  let telling: Promise<void> = Promise.resolve();
  let told = "";
  const tell = (): void => {
    const now = JSON.stringify(progress);
    if (now === told) return;
    told = now;
    telling = telling.then(async () => {
      try {
        await inTenant(imports.db, { municipality: to.municipality }, (tx) => to.tell(tx, progress));
      } catch {
        told = "";
      }
    });
  };
  const timer = setInterval(tell, TELL_EVERY_MS);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await telling;
  };
}

/** Stops here when somebody asked for it. */
export async function stopIfCancelled(staged: Staged): Promise<void> {
  if (await staged.stretch((tx) => isCancelled(tx, staged.work.key.batch))) throw CANCELLED;
}
