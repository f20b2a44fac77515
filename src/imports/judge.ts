import type { Tx } from "../platform/db/public.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import type { Change, FileCounts } from "./contract.ts";
import { LISTED_ROWS } from "./findings.ts";
import { fieldsOf } from "./layout.ts";
import { noProblems, note, type Problem } from "./problem.ts";
import { acceptFaults, type FaultyRow, findKnownLater, listFaults, makeFaults } from "./queries/faults.ts";
import {
  type ChangedRow,
  countCorrections,
  countStaged,
  dropFaulty,
  dropUnchanged,
  hasRecords,
  listChanged,
  listNew,
  type PerFile,
} from "./queries/merge.ts";
import { prepareToCompare } from "./queries/staging.ts";
import { findRowFaults } from "./row-faults.ts";
import { shownValue } from "./rules/shown-value.ts";
import { factsOf, type Work } from "./stage-batch.ts";
import { isSoft } from "./ways-out.ts";

/** Rows of a judged batch worth showing, by file and line. */
export type Shown = {
  readonly file: number;
  readonly line: number;
  readonly verdict: "new" | "changed" | "unchanged";
  readonly changes: readonly Change[];
};

/**
 * Compares the staged rows with each other and with the records: faulty and unchanged ones leave the staging tables, what stays is to be
 * stored. The counts of the work become exact. Gives rows worth showing.
 */
export async function judge(tx: Tx, work: Work): Promise<readonly Shown[]> {
  await prepareToCompare(tx);
  await makeFaults(tx);
  const sources = (fact: Fact) => work.files.filter((file) => file.fact === fact.name);
  for (const fact of factsOf(work)) {
    await findRowFaults(tx, {
      fact,
      facts: work.imports.facts,
      isStaged: (other) => sources(other).length > 0,
      isWhole: (other) => !sources(other).some((file) => work.findings.hasAny(file.file)),
      clashes: true,
    });
  }
  for (const code of ["overlaps", "overlaps_records", "before_birth"] as const)
    await acceptFaults(tx, code, acceptedFor(work, code));
  const shown: Shown[] = [];
  for (const fact of factsOf(work)) shown.push(...(await judgeFact(tx, work, fact)));
  return shown;
}

function acceptedFor(work: Work, code: string): readonly { file: number; line: number }[] {
  return work.accepted
    .filter(({ rules }) => isSoft(code) && rules.includes(code))
    .map(({ file, line }) => ({ file, line }));
}

async function judgeFact(tx: Tx, work: Work, fact: Fact): Promise<readonly Shown[]> {
  const faulty = await dropFaulty(tx, fact);
  const known = await hasRecords(tx, fact);
  const unchanged = known ? await dropUnchanged(tx, fact) : new Map();
  if (known) await findKnownLater(tx, fact);
  const late = known ? await dropFaulty(tx, fact) : new Map();
  await noteFaults(tx, work, fact);
  const changed = known ? await countCorrections(tx, fact) : new Map();
  const staged = await countStaged(tx, fact);
  count(work, fact, { faulty, late, unchanged: rowsOf(unchanged), changed, staged });
  const same = [...unchanged].flatMap(([file, { lines }]) =>
    lines.map((line: number) => ({ file, line, verdict: "unchanged" as const, changes: [] })),
  );
  return [...same, ...(await listFresh(tx, fact)), ...(known ? await listCorrected(tx, fact) : [])];
}

function rowsOf(dropped: ReadonlyMap<number, { readonly rows: number }>): PerFile {
  return new Map([...dropped].map(([file, { rows }]) => [file, rows]));
}

function count(
  work: Work,
  fact: Fact,
  found: Readonly<Record<"faulty" | "late" | "unchanged" | "changed" | "staged", PerFile>>,
): void {
  for (const { file } of work.files.filter((one) => one.fact === fact.name)) {
    const read = work.counts.get(file) as FileCounts;
    const at = (rows: PerFile): number => rows.get(file) ?? 0;
    work.counts.set(file, {
      ...read,
      rejected: read.rejected + at(found.faulty) + at(found.late),
      unchanged: at(found.unchanged),
      changed: at(found.changed),
      new: at(found.staged) - at(found.changed),
    });
  }
}

async function listFresh(tx: Tx, fact: Fact): Promise<readonly Shown[]> {
  return (await listNew(tx, fact)).map((row) => ({ ...row, verdict: "new", changes: [] }));
}

async function listCorrected(tx: Tx, fact: Fact): Promise<readonly Shown[]> {
  return (await listChanged(tx, fact, LISTED_ROWS)).map((row) => ({
    file: row.file,
    line: row.line,
    verdict: "changed",
    changes: changesOf(fact, row),
  }));
}

/** What a row changes, as people write it: the old value and the new. */
function changesOf(fact: Fact, { old, fresh }: ChangedRow): readonly Change[] {
  return fieldsOf(fact)
    .filter(({ stored }) => !["id", "known_from", "known_until"].includes(stored))
    .map(({ name, stored, spec }) => {
      const shown = (row: ChangedRow["old"]): string =>
        spec.type === "cpr"
          ? maskedNumber(row?.[`${name}_index`])
          : shownValue(row?.[stored], { stored, type: spec.type });
      return { field: name, label: spec.label, old: shown(old), new: shown(fresh) };
    })
    .filter((change) => change.old !== change.new);
}

/** A sealed number is not opened to be shown: that it is another is told by the end of its blind index. */
function maskedNumber(index: unknown): string {
  return typeof index === "string" ? `······-···· (${index.slice(-4)})` : "";
}

/** Tells the faults the database found, in the words of the files. */
async function noteFaults(tx: Tx, work: Work, fact: Fact): Promise<void> {
  const { rows } = await listFaults(tx, fact, MOST_FAULTS);
  for (const row of rows) {
    const file = work.files.find((one) => one.file === row.file);
    if (file) work.findings.add(row.file, asProblem(row, { name: file.name, fact, work }));
  }
}

/** Faults of a fact that are told one by one; beyond that only the rows are counted. */
const MOST_FAULTS = 50_000;

function asProblem(row: FaultyRow, at: { readonly name: string; readonly fact: Fact; readonly work: Work }): Problem {
  const mapped = at.work.files.find(({ file }) => file === row.file)?.mapping.columns;
  const column = mapped?.find(({ field }) => field === row.field)?.from ?? row.field;
  const hasIds = mapped?.some(({ field, from }) => field === "id" && from !== null) ?? true;
  const refers = at.fact.columns.find(({ name }) => name === row.field)?.refers;
  const target = at.work.imports.facts.find(({ name }) => name === refers);
  const told: Problem[] = [];
  note(
    { ...noProblems(), take: (problem) => told.push(problem) },
    { file: at.name, line: row.line, column, ...(row.value && { shown: row.value }) },
    {
      code: row.code === "doubled_id" && !hasIds ? "doubled_key" : row.code,
      values: { other: row.other, file: target?.label.da ?? "", key: (at.fact.key ?? []).join(", ") },
    },
  );
  return told[0] as Problem;
}
