import { inTenant } from "../../platform/db/public.ts";
import type { BatchKey, Imports } from "../context.ts";
import type {
  BatchFile,
  BatchLine,
  BatchRemark,
  BatchView,
  Finding,
  MovedFigure,
  RememberedMapping,
  SetAsideRow,
} from "../contract.ts";
import { type BatchRecord, listBatches, readBatch } from "../queries/batches.ts";
import { listSetAside } from "../queries/corrections.ts";
import { type FileRecord, listFileNames, listFiles } from "../queries/files.ts";
import { listRemembered } from "../queries/remembered.ts";
import { listFindings, listRemarks } from "../queries/verdicts.ts";
import { deedsIn } from "../rules/batch-states.ts";
import { refused } from "./refusals.ts";
import { sumOfCounts } from "./start-work.ts";

const NEWEST = 100;
const MOST_FINDINGS = 500;

/** The newest imports of a municipality. */
export function readBatches(imports: Imports, municipality: string): Promise<readonly BatchLine[]> {
  return inTenant(imports.db, { municipality }, async (tx) => {
    const batches = await listBatches(tx, NEWEST);
    const files = await listFileNames(
      tx,
      batches.map(({ id }) => id),
    );
    return batches.map((batch) => {
      const own = files.filter((file) => file.batch === batch.id);
      return {
        id: batch.id,
        state: batch.state,
        madeBy: batch.made_by,
        madeAt: moment(batch.made_at),
        files: own.length,
        names: own.slice(0, 20).map(({ name }) => name),
        counts: own.length === 0 ? null : sumOfCounts(own.filter(({ left_out }) => !left_out)),
      };
    });
  });
}

/** An import with its files. Throws `unknown_import`. */
export function viewBatch(imports: Imports, key: BatchKey): Promise<BatchView> {
  return inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
    const batch = await readBatch(tx, key.batch);
    if (!batch) throw refused("unknown_import");
    const files = await listFiles(tx, key.batch);
    return {
      id: batch.id,
      state: batch.state,
      version: String(batch.version),
      madeBy: batch.made_by,
      madeAt: moment(batch.made_at),
      deeds: [...deedsIn(batch.state)],
      progress: {
        phase: batch.phase,
        done: batch.rows_done,
        total: batch.rows_total,
        cancelling: batch.cancel_asked,
      },
      failure: batch.failure,
      files: files.map((file) => asFile(imports, file)),
      ranBy: batch.run_at ? batch.asked_by : null,
      ranAt: batch.run_at ? moment(batch.run_at) : null,
      undoneAt: batch.undone_at ? moment(batch.undone_at) : null,
      bytesGone: batch.bytes_deleted_at !== null,
      moved: movedFigures(batch),
    };
  });
}

function asFile(imports: Imports, file: FileRecord): BatchFile {
  const fact = imports.facts.find(({ name }) => name === file.fact);
  return {
    file: file.file,
    name: file.name,
    sheet: file.sheet,
    size: file.size,
    form: file.form,
    header: [...(file.header ?? [])],
    fact: fact ? { name: fact.name, label: fact.label } : null,
    mapping: file.mapping,
    mappedBy: file.mapped_by,
    trouble: file.trouble,
    leftOut: file.left_out,
    counts: file.counts,
  };
}

/** The figures that are not what they were before; null until they were computed afterwards. */
function movedFigures({ figures }: BatchRecord): MovedFigure[] | null {
  if (!figures?.after) return null;
  const { before } = figures;
  return figures.after.flatMap(({ value, ...named }, at) => {
    const was = before[at]?.value ?? null;
    return was === value ? [] : [{ ...named, before: was, after: value }];
  });
}

/** What was found in an import, and what was left out of it or taken all the same. */
export type FoundInBatch = {
  readonly findings: readonly Finding[];
  readonly remarks: readonly BatchRemark[];
  readonly setAside: readonly SetAsideRow[];
};

/** The problems and remarks of an import, alike ones together, and the rows that are set aside or accepted. */
export function readFindings(imports: Imports, key: BatchKey): Promise<FoundInBatch> {
  return inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
    if (!(await readBatch(tx, key.batch))) throw refused("unknown_import");
    const setAside = await listSetAside(tx, key.batch);
    return {
      findings: await listFindings(tx, key.batch, MOST_FINDINGS),
      remarks: await listRemarks(tx, key.batch, MOST_FINDINGS),
      setAside: setAside.map((row) => ({
        file: row.file,
        fileName: row.file_name,
        line: row.line,
        kind: row.kind,
        rules: [...row.rules],
        reason: row.reason,
        madeBy: row.made_by,
        madeAt: moment(row.made_at),
      })),
    };
  });
}

/** The mappings a municipality has made and not forgotten. */
export async function readRemembered(imports: Imports, municipality: string): Promise<readonly RememberedMapping[]> {
  const found = await inTenant(imports.db, { municipality }, listRemembered);
  return found.map(({ id, name, fact, made_by, made_at }) => ({
    id,
    name,
    fact: { name: fact, label: imports.facts.find((one) => one.name === fact)?.label ?? { da: fact, en: fact } },
    madeBy: made_by,
    madeAt: moment(made_at),
  }));
}

function moment(at: Date | string): string {
  return new Date(at).toISOString();
}
