import type { Finding, RowProblem } from "./contract.ts";
import { noProblems, type Problem, type Problems } from "./problem.ts";
import { wayOutOf } from "./ways-out.ts";

/** Problems of a batch while it is read: alike ones counted together, and the rows of the first of them. */
export type Findings = {
  /** Where a file's problems are noted. */
  readonly of: (file: number) => Problems;
  readonly add: (file: number, problem: Problem) => void;
  readonly rowsOf: (file: number) => ReadonlyMap<number, readonly RowProblem[]>;
  readonly list: () => readonly Finding[];
  readonly hasAny: (file: number) => boolean;
  /** How many rows of a file have problems of their own, which reading it told line by line. */
  readonly wrongRows: (file: number) => number;
};

/** Rows of a file whose problems are listed one by one; all are counted. */
export const LISTED_ROWS = 2_000;
/** Different values of a column that are told apart; beyond that, problems are counted by rule and column. */
const VALUES_TOLD = 200;

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
  return {
    of: (file) => ({
      ...noProblems(),
      take: (problem) => {
        add(file, problem);
        readWrong(file, problem);
      },
    }),
    add,
    rowsOf: (file) => rows.get(file) ?? new Map(),
    list: () => [...groups.values()],
    hasAny: (file) => rows.has(file),
    wrongRows: (file) => wrong.get(file)?.rows ?? 0,
  };
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
