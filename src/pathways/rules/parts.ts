import type { ListRow, PlanContent } from "../contract.ts";

/** One thing that a plan says: an answer, a goal, a step, a line of a list. `value` is JSON, so that two are equal as texts. */
export type Part = { readonly key: string; readonly value: string };

/** A difference between two versions of a plan. */
export type Difference = {
  readonly key: string;
  readonly change: "came" | "went" | "changed";
  /** JSON; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
};

/** What a plan says, thing by thing: empty answers say nothing. Keys: `direction`, `answers.<field>`, `lists.<field>.<id>`, `goals.<id>`, `steps.<id>` ... */
export function partsOf(content: PlanContent): readonly Part[] {
  const { direction, citizenView, partOf, answers, lists, goals, goalsLeftOut, steps } = content;
  const texts = { direction, citizenView, goalsLeftOut, partOf: partOf ?? "" };
  return [
    ...said(Object.entries(texts)),
    ...said(Object.entries(answers).map(([code, text]) => [`answers.${code}`, text])),
    ...Object.entries(lists).flatMap(([code, rows]) => rows.map((row) => part(`lists.${code}.${row.id}`, filled(row)))),
    ...goals.map((goal) => part(`goals.${goal.id}`, goal)),
    ...steps.map((step) => part(`steps.${step.id}`, step)),
  ];
}

/** What came, went and changed from one version of a plan to another (CPL-19), in the order of the later one, what went last. */
export function compare(before: PlanContent, after: PlanContent): readonly Difference[] {
  const old = new Map(partsOf(before).map(({ key, value }) => [key, value]));
  const now = partsOf(after);
  const kept = new Set(now.map(({ key }) => key));
  return [
    ...now.flatMap(({ key, value }): Difference[] => {
      const was = old.get(key) ?? null;
      if (was === value) return [];
      return [{ key, change: was === null ? "came" : "changed", before: was, after: value }];
    }),
    ...[...old]
      .filter(([key]) => !kept.has(key))
      .map(([key, value]): Difference => ({ key, change: "went", before: value, after: null })),
  ];
}

function said(texts: readonly (readonly [string, string])[]): Part[] {
  return texts.filter(([, text]) => text !== "").map(([key, text]) => ({ key, value: JSON.stringify(text) }));
}

/** Columns in one order, whatever order they came in. */
function part(key: string, value: object): Part {
  return { key, value: JSON.stringify(ordered(value)) };
}

function ordered(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, ordered(each)]));
}

function filled(row: ListRow): ListRow {
  return { ...row, values: Object.fromEntries(Object.entries(row.values).filter(([, value]) => value !== "")) };
}
