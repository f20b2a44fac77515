import type { At, BatchKey, Imports } from "../context.ts";
import type { Change, RowProblem, RowRemark, RowVerdict } from "../contract.ts";
import { judge, type Shown } from "../judge.ts";
import { moveBatch, readBatch } from "../queries/batches.ts";
import { keepCounts } from "../queries/files.ts";
import { clearVerdicts, insertFindings, insertVerdicts } from "../queries/verdicts.ts";
import { cellsIn, type MappedFile, type Work } from "../stage-batch.ts";
import { inState, type Staged, stopIfCancelled, toBatch, withStaged } from "../work-on.ts";

/** What is kept, sealed, of a row worth showing. */
export type SealedRow = {
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly remarks?: readonly RowRemark[];
  readonly changes: readonly Change[];
};

/** What a row is sealed under. */
export function rowContext({ batch }: Pick<BatchKey, "batch">, file: number, line: number): string {
  return `row/${batch}/${file}/${line}`;
}

const AT_A_TIME = 500;

/**
 * Checks a batch: reads and compares everything as the import would and stores nothing but what it found. Gives how it ended: `stale`
 * when something was corrected meanwhile and the check must be done again, null when there was nothing to check.
 */
export function checkBatch({ imports, key }: At, signal: AbortSignal | null): Promise<"checked" | "stale" | null> {
  return withStaged(imports, key, { begin: inState(key, "checking"), tell: toBatch(key), signal, with: check });
}

async function check(staged: Staged): Promise<"checked" | "stale"> {
  const { work, stretch, version } = staged;
  work.progress.phase = "checking";
  const shown = await stretch((tx) => judge(tx, work));
  const rows: KeptRow[] = [];
  for (const file of work.files) rows.push(...(await rowsToKeep(staged, file, shown)));
  await stopIfCancelled(staged);
  return await stretch(async (tx) => {
    const { batch } = work.key;
    if ((await readBatch(tx, batch, { lock: true }))?.version !== version) return "stale";
    await clearVerdicts(tx, batch);
    for (let at = 0; at < rows.length; at += AT_A_TIME) {
      await insertVerdicts(tx, batch, rows.slice(at, at + AT_A_TIME));
    }
    await insertFindings(tx, batch, { problems: work.findings.list(), remarks: work.findings.remarks() });
    for (const [file, counts] of work.counts) await keepCounts(tx, { batch, file }, counts);
    await moveBatch(tx, batch, { from: ["checking"], to: "checked" });
    return "checked";
  });
}

type KeptRow = {
  readonly file: number;
  readonly line: number;
  readonly verdict: RowVerdict;
  readonly codes: readonly string[];
  readonly sealed: Buffer;
};

/** The rows of a file worth showing, with their cells: wrong ones first of all, then changed ones and some of the others. */
async function rowsToKeep(
  { work, stretch }: Staged,
  file: MappedFile,
  shown: readonly Shown[],
): Promise<readonly KeptRow[]> {
  const wrong = work.findings.rowsOf(file.file);
  const out = work.edits.get(file.file)?.out ?? new Set<number>();
  const fine = shown.filter((row) => row.file === file.file && !wrong.has(row.line) && row.line > 0);
  const lines = new Set([...wrong.keys(), ...out, ...fine.map(({ line }) => line)]);
  const cells = await cellsIn(work, file, { lines, stretch });
  const keep = keeper(work, file.file, cells);
  return [
    ...[...wrong].map(([line, problems]) => keep({ line, verdict: "rejected", problems, changes: [] })),
    ...[...out].map((line) => keep({ line, verdict: "set_aside", problems: [], changes: [] })),
    ...fine.map(({ line, verdict, changes }) => keep({ line, verdict, problems: [], changes })),
  ];
}

type ToKeep = Pick<SealedRow, "problems" | "changes"> & { readonly line: number; readonly verdict: RowVerdict };

function keeper(work: Work, file: number, cells: ReadonlyMap<number, readonly string[]>): (row: ToKeep) => KeptRow {
  const remarks = work.findings.remarksOf(file);
  return ({ line, verdict, problems, changes }) => ({
    file,
    line,
    verdict,
    codes: [...new Set(problems.map(({ code }) => code))],
    sealed: sealRow(
      work,
      { file, line },
      { cells: cells.get(line) ?? [], problems, changes, remarks: remarks.get(line) ?? [] },
    ),
  });
}

/** A row's cells and what was said of them, sealed. */
export function sealRow(
  { imports, key }: { readonly imports: Imports; readonly key: Pick<BatchKey, "batch"> },
  at: { readonly file: number; readonly line: number },
  row: SealedRow,
): Buffer {
  return imports.keyring.encrypt(Buffer.from(JSON.stringify(row)), rowContext(key, at.file, at.line));
}
