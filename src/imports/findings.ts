import type { BatchRemark, Finding, RowProblem, RowRemark } from "./contract.ts";
import { noProblems, type Problem, type Problems } from "./problem.ts";
import { wayOutOf } from "./ways-out.ts";

/** Problems of a batch while it is read: alike ones counted together, and the rows of the first of them. */
export type Findings = {
  /** Where a file's problems are noted. */
  readonly of: (file: number) => Problems;
  readonly add: (file: number, problem: Problem) => void;
  readonly rowsOf: (file: number) => ReadonlyMap<number, readonly RowProblem[]>;
  /** What to know about rows of a file that nothing is wrong with. */
  readonly remarksOf: (file: number) => ReadonlyMap<number, readonly RowRemark[]>;
  readonly list: () => readonly Finding[];
  readonly remarks: () => readonly BatchRemark[];
  readonly hasAny: (file: number) => boolean;
  /** How many rows of a file have problems of their own, which reading it told line by line. */
  readonly wrongRows: (file: number) => number;
};

/** Rows of a file whose problems are listed one by one; all are counted. */
export const LISTED_ROWS = 2_000;
/** Different values of a column that are told apart; beyond that, problems are counted by rule and column. */
const VALUES_TOLD = 200;

/** Lines of a remark that are named; the others are counted. */
const LINES_TOLD = 20;

/** Nothing found yet. */
export function noFindings(): Findings {
  const groups = new Map<string, Finding>();
  const values = new Map<string, number>();
  const rows = new Map<number, Map<number, RowProblem[]>>();
  const wrong = new Map<number, { rows: number; last: number }>();
  const readWrong = (file: number, { line }: Problem): void => {
    const seen = wrong.get(file) ?? { rows: 0, last: -1 };
    wrong.set(file, { rows: seen.rows + (line === seen.last ? 0 : 1), last: line });
  };
  const add = (file: number, problem: Problem): void => {
    group(groups, values, { file, problem });
    const listed = rows.get(file) ?? new Map<number, RowProblem[]>();
    rows.set(file, listed);
    const row = listed.get(problem.line);
    if (row) row.push(asRowProblem(problem));
    else if (listed.size < LISTED_ROWS) listed.set(problem.line, [asRowProblem(problem)]);
  };
  const remarks = remarksFound();
  return {
    of: (file) => ({
      ...noProblems(),
      takeRemark: (said) => remarks.add(file, said),
      take: (problem) => {
        add(file, problem);
        readWrong(file, problem);
      },
    }),
    add,
    rowsOf: (file) => rows.get(file) ?? new Map(),
    remarksOf: remarks.of,
    remarks: remarks.list,
    list: () => [...groups.values()],
    hasAny: (file) => rows.has(file),
    wrongRows: (file) => wrong.get(file)?.rows ?? 0,
  };
}

type RemarksFound = {
  readonly add: (file: number, said: Problem) => void;
  readonly of: Findings["remarksOf"];
  readonly list: Findings["remarks"];
};

function remarksFound(): RemarksFound {
  const groups = new Map<string, BatchRemark>();
  const rows = new Map<number, Map<number, RowRemark[]>>();
  const add = (file: number, { code, column, line, message }: Problem): void => {
    const key = `${file}|${code}|${column ?? ""}`;
    const known: BatchRemark = groups.get(key) ?? { file, code, column, cells: 0, lines: [], message };
    groups.set(key, known);
    known.cells += 1;
    if (line > 0 && known.lines.length < LINES_TOLD) known.lines.push(line);
    const listed = rows.get(file) ?? new Map<number, RowRemark[]>();
    rows.set(file, listed);
    const row = listed.get(line);
    if (row) row.push({ code, column, message });
    else if (line > 0 && listed.size < LISTED_ROWS) listed.set(line, [{ code, column, message }]);
  };
  return { add, of: (file) => rows.get(file) ?? new Map(), list: () => [...groups.values()] };
}

function group(
  groups: Map<string, Finding>,
  values: Map<string, number>,
  { file, problem }: { readonly file: number; readonly problem: Problem },
): void {
  const rule = `${file}|${problem.code}|${problem.column ?? ""}`;
  const exact = `${rule}|${problem.value ?? ""}`;
  const told = groups.has(exact) || (values.get(rule) ?? 0) < VALUES_TOLD;
  const key = told ? exact : `${rule}|`;
  const known = groups.get(key);
  if (known) {
    groups.set(key, { ...known, problems: known.problems + 1 });
    return;
  }
  values.set(rule, (values.get(rule) ?? 0) + 1);
  groups.set(key, {
    file,
    code: problem.code,
    column: problem.column,
    value: told ? problem.value : null,
    problems: 1,
    firstLine: problem.line,
    message: problem.message,
    wayOut: wayOutOf(problem.code),
  });
}

/** A problem as it stands at its row. */
export function asRowProblem(problem: Problem): RowProblem {
  const { column, code, message } = problem;
  return { column, code, message, wayOut: wayOutOf(code) };
}
