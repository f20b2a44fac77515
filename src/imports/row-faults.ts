import type { Tx } from "../platform/db/public.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import { type Fault, note, type Place, type Problems } from "./problem.ts";
import { type FaultyRow, listDoubledIds, listDoubledNumbers, listUnknownReferences } from "./queries/faults.ts";
import { hasRecords } from "./queries/merge.ts";
import { type ClashingRow, listBeforeBirth, listOverlaps } from "./queries/row-faults.ts";

/** A staged file: what it is of, its name for messages, whether its ids were made of the fact's key, and what else is staged. */
export type StagedFile = {
  readonly fact: Fact;
  readonly file: string;
  readonly hasOwnIds: boolean;
  readonly facts: readonly Fact[];
  /** The facts with rows in staging tables. */
  readonly staged: readonly Fact[];
  /** The file a fact's rows come from, for messages. */
  readonly fileOf: (fact: Fact) => string;
};

/** Mistakes that only show when all rows are there. References into a file with mistakes of its own are not judged. */
export async function findRowFaults(tx: Tx, staged: StagedFile, problems: Problems): Promise<void> {
  await findDoubled(tx, staged, problems);
  await findUnknown(tx, staged, problems);
  await findClashes(tx, staged, problems);
}

async function findDoubled(tx: Tx, { fact, file, hasOwnIds }: StagedFile, problems: Problems): Promise<void> {
  const key = (fact.key ?? []).join(", ");
  for (const row of counted(await listDoubledIds(tx, fact), problems)) {
    if (hasOwnIds) {
      note(problems, { file, line: row.line, column: "id", shown: row.value }, { code: "doubled_id", values: row });
    } else note(problems, { file, line: row.line }, { code: "doubled_key", values: { other: row.other, key } });
  }
  for (const column of fact.columns.filter(({ type }) => type === "cpr")) {
    for (const row of counted(await listDoubledNumbers(tx, fact, column), problems)) {
      const code = row.other > 0 ? "doubled_number" : "number_taken";
      note(problems, { file, line: row.line, column: column.name }, { code, values: { other: row.other } });
    }
  }
}

async function findUnknown(tx: Tx, staged: StagedFile, problems: Problems): Promise<void> {
  const { fact, file } = staged;
  for (const column of fact.columns) {
    const target = staged.facts.find((other) => other.name === column.refers);
    if (!target || problems.files.has(staged.fileOf(target))) continue;
    const reference = { column, target, targetIsStaged: staged.staged.includes(target) };
    for (const row of counted(await listUnknownReferences(tx, fact, reference), problems)) {
      const place = { file, line: row.line, column: column.name, shown: row.value };
      note(problems, place, { code: "unknown_reference", values: { file: staged.fileOf(target) } });
    }
  }
}

async function findClashes(tx: Tx, staged: StagedFile, problems: Problems): Promise<void> {
  const { fact, file } = staged;
  const tell = (rows: readonly ClashingRow[], fault: (row: ClashingRow) => Fault, column?: string): void => {
    problems.total += (rows[0]?.total ?? 0) - rows.length;
    const at = (line: number): Place => ({ file, line, ...(column ? { column } : {}) });
    for (const row of rows) note(problems, at(row.line), fault(row));
  };
  tell(
    await listOverlaps(tx, fact, await hasRecords(tx, fact)),
    ({ other }) => (other > 0 ? { code: "overlaps", values: { other } } : { code: "overlaps_records" }),
    "first_day",
  );
  const citizens = staged.facts.find(({ name }) => name === "citizens");
  if (!citizens) return;
  const born = await listBeforeBirth(tx, fact, { fact: citizens, isStaged: staged.staged.includes(citizens) });
  tell(born, () => ({ code: "before_birth" }), fact.shape === "spell" ? "first_day" : "day");
}

/** Counts what the query found beyond the rows it listed. */
export function counted(rows: readonly FaultyRow[], problems: Problems): readonly FaultyRow[] {
  problems.total += (rows[0]?.total ?? 0) - rows.length;
  return rows;
}
