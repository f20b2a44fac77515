import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import { todayOf } from "../contents.ts";
import type { At, BatchKey, By, Imports } from "../context.ts";
import { markUndone } from "../queries/batches.ts";
import { listFiles } from "../queries/files.ts";
import { takeTurn } from "../queries/staging.ts";
import {
  believeAgain,
  countCorrectedSince,
  countLeaningOn,
  countRecorded,
  endImported,
  type StoredImport,
} from "../queries/undo.ts";
import { lockedBatch } from "./locked-batch.ts";
import { refused } from "./refusals.ts";

/** What taking an import back did, per kind of fact. */
export type Undone = Readonly<Record<string, { readonly ended: number; readonly believedAgain: number }>>;

/**
 * Takes an import back, wholly or not at all: what it made believed ends today, what it ended is believed again from today, and history
 * keeps both. Throws `import_was_built_on` when later rows rest on it.
 */
export async function undoBatch(tx: Tx, { imports, key }: At, by: By): Promise<Undone> {
  await takeTurn(tx, key.municipality);
  const batch = await lockedBatch(tx, key.batch, "undo");
  const stored = { batch: key.batch, run: batch.run_by ?? "0" };
  const facts = await storedFacts(tx, imports, key);
  for (const { fact, rows } of facts) await refuseIfBuiltOn(tx, { imports, fact, rows }, stored);
  const undone: Record<string, Undone[string]> = {};
  for (const { fact } of facts.toReversed()) {
    const at = { ...stored, today: todayOf(imports) };
    undone[fact.name] = { ended: await endImported(tx, fact, at), believedAgain: await believeAgain(tx, fact, at) };
  }
  await markUndone(tx, key.batch, by.user);
  const user = { label: by.user, role: by.role };
  const persons = undone.citizens ? undone.citizens.ended : 0;
  await logAccess(tx, { user, action: "import.undo", purpose: `import ${key.batch} taken back`, keys: [], persons });
  return undone;
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
