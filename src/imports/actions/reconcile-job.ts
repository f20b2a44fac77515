import type { Readable } from "node:stream";
import { logAccess } from "../../platform/audit/log-access.ts";
import { inTenant, isNamedError, type Tx } from "../../platform/db/public.ts";
import type { At, BatchKey, By, Imports } from "../context.ts";
import type { ComparedFact, Reconciliation, ReconciliationView } from "../contract.ts";
import { differencesFile, type FileFormat } from "../differences.ts";
import { readBatch } from "../queries/batches.ts";
import { listFiles } from "../queries/files.ts";
import {
  askReconciliation,
  endReconciliation,
  noteReconciling,
  type ReconciliationRecord,
  readReconciliation,
} from "../queries/reconciliations.ts";
import { LEFT } from "../stage-batch.ts";
import { withStaged } from "../work-on.ts";
import { compareStaged } from "./reconcile.ts";
import { refused, said } from "./refusals.ts";

/** Asks for the files of a batch to be compared with the records. The work itself is a job. Throws `unknown_import`. */
export async function startReconciliation(tx: Tx, key: BatchKey, by: By): Promise<void> {
  const batch = await readBatch(tx, key.batch, { lock: true });
  if (batch === null || batch.bytes_deleted_at !== null) throw refused("unknown_import");
  await askReconciliation(tx, key.batch, by);
}

/** Does the comparison somebody asked for, if there is one and nobody is at it; what is found is kept sealed. */
export async function workOnReconciliation({ imports, key }: At, signal: AbortSignal | null): Promise<void> {
  try {
    await withStaged(imports, key, {
      begin: async (tx) => {
        const asked = await readReconciliation(tx, key.batch);
        return asked?.state === "asked" ? { version: 0, files: await listFiles(tx, key.batch) } : null;
      },
      tell: (tx, progress) => noteReconciling(tx, key.batch, progress),
      signal,
      with: ({ work, stretch }) => {
        work.progress.phase = "comparing";
        return stretch(async (tx) => {
          const asked = await readReconciliation(tx, key.batch);
          if (asked?.state !== "asked") return;
          const by = { municipality: key.municipality, user: asked.asked_by, role: asked.asked_role };
          const found = await compareStaged(tx, work, by);
          await endReconciliation(tx, key.batch, { sealed: seal(imports, key, found) });
        });
      },
    });
  } catch (error) {
    if (error === LEFT) throw error;
    const failure = isNamedError(error) ? error.texts : said("import_reconcile_failed");
    await inTenant(imports.db, { municipality: key.municipality }, (tx) =>
      endReconciliation(tx, key.batch, { failure }),
    );
    if (!isNamedError(error)) throw error;
  }
}

function sealedAs({ municipality, batch }: BatchKey): string {
  return `reconciliation/${municipality}/${batch}`;
}

function seal(imports: Imports, key: BatchKey, found: Reconciliation): Buffer {
  return imports.keyring.encrypt(Buffer.from(JSON.stringify(found)), sealedAs(key));
}

function open(imports: Imports, key: BatchKey, { sealed }: ReconciliationRecord): Reconciliation | null {
  if (sealed === null) return null;
  return JSON.parse(imports.keyring.decrypt(Buffer.from(sealed), sealedAs(key)).toString()) as Reconciliation;
}

/** The newest comparison of a batch: how far it is, or what it found, without the people's ids. Null when nobody asked for one. */
export function viewReconciliation(imports: Imports, key: BatchKey): Promise<ReconciliationView | null> {
  return inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
    if (!(await readBatch(tx, key.batch))) throw refused("unknown_import");
    const record = await readReconciliation(tx, key.batch);
    if (!record) return null;
    const found = open(imports, key, record);
    return {
      state: record.state,
      askedBy: record.asked_by,
      askedAt: record.asked_at.toISOString(),
      endedAt: record.ended_at?.toISOString() ?? null,
      progress: { phase: record.phase, done: record.rows_done, total: record.rows_total, cancelling: false },
      failure: record.failure,
      found: found && { ...found, facts: found.facts.map(withoutIds) },
    };
  });
}

function withoutIds(fact: ComparedFact): ComparedFact {
  const { persons, days } = fact;
  return {
    ...fact,
    persons: persons && { ...persons, extract: [], records: [] },
    days: days && { ...days, rows: [] },
  };
}

/** Every listed difference as a file, with the look at the people in it logged. Throws `unknown_import`. */
export function reconciliationFile(
  imports: Imports,
  key: BatchKey,
  asked: { readonly format: FileFormat; readonly language: "da" | "en"; readonly by: By },
): Promise<Readable> {
  return inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
    const record = await readReconciliation(tx, key.batch);
    const found = record && open(imports, key, record);
    if (!found) throw refused("unknown_import");
    await logAccess(tx, {
      user: { label: asked.by.user, role: asked.by.role },
      action: "import.differences",
      purpose: `import ${key.batch}`,
      keys: [...new Set(found.facts.flatMap(idsIn))],
    });
    return differencesFile(found, asked);
  });
}

function idsIn({ persons, days }: ComparedFact): readonly string[] {
  return [
    ...(persons?.extract ?? []),
    ...(persons?.records ?? []),
    ...(days?.rows ?? []).map(({ citizen }) => citizen),
  ];
}
