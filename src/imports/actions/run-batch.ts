import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { At } from "../context.ts";
import { judge } from "../judge.ts";
import { markRun, readBatch } from "../queries/batches.ts";
import { keepCounts, keepStored } from "../queries/files.ts";
import { endBeliefs, noteShortened, storeStaged } from "../queries/merge.ts";
import { takeTurn } from "../queries/staging.ts";
import { CANCELLED, factsOf, type Work } from "../stage-batch.ts";
import { inState, toBatch, withStaged } from "../work-on.ts";

/** Thrown when rows are wrong that were right when they were checked: somebody changed the records meanwhile. */
export const NOT_CLEAN = new Error("rows of this import are wrong by now");

/**
 * Stores a batch: wholly, with its entry in the access log and its new state, or not at all. Done again after it was broken off, it gives
 * the same result once. Null when there was nothing to store.
 */
export function runBatch({ imports, key }: At, signal: AbortSignal | null): Promise<"done" | null> {
  return withStaged(imports, key, {
    begin: inState(key, "running"),
    tell: toBatch(key),
    signal,
    with: ({ work, stretch }) => {
      work.progress.phase = "storing";
      return stretch((tx) => store(tx, work));
    },
  });
}

async function store(tx: Tx, work: Work): Promise<"done"> {
  const { key } = work;
  await takeTurn(tx, key.municipality);
  const persons = work.files
    .filter(({ fact }) => fact === "citizens")
    .reduce((sum, { file }) => sum + rowsRead(work, file), 0);
  await judge(tx, work);
  if ([...work.counts.values()].some(({ rejected }) => rejected > 0)) throw NOT_CLEAN;
  for (const fact of factsOf(work)) await storeFact(tx, work, fact);
  for (const [file, counts] of work.counts) await keepCounts(tx, { batch: key.batch, file }, counts);
  const batch = await readBatch(tx, key.batch);
  const user = { label: batch?.asked_by ?? "system", role: batch?.asked_role ?? "system" };
  await logAccess(tx, { user, action: "import.run", purpose: `import ${key.batch}`, keys: [], persons });
  if (!(await markRun(tx, key.batch))) throw CANCELLED;
  return "done";
}

function rowsRead(work: Work, file: number): number {
  const counts = work.counts.get(file);
  return counts ? counts.rows - counts.setAside : 0;
}

async function storeFact(tx: Tx, work: Work, fact: Fact): Promise<void> {
  const { batch } = work.key;
  await noteShortened(tx, fact, batch);
  const ended = await endBeliefs(tx, fact);
  const rows = await storeStaged(tx, fact);
  const first = work.files.find((file) => file.fact === fact.name);
  if (first) await keepStored(tx, { batch, file: first.file }, { rows, ended });
}
