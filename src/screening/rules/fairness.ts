import { addDays, type Day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { Case } from "./cases.ts";

/** By what a screening is reviewed for fairness (VIS-02). */
export const DIMENSIONS = ["sex", "age", "origin", "education"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A person in the review: the first case begun in the period, what it was concluded to, and where it led. */
export type Reviewed = {
  readonly citizen: string;
  readonly from: Day;
  /** Null while nobody concluded. */
  readonly conclusion: "i_risiko" | "ikke_i_risiko" | null;
  readonly groups: Readonly<Record<Dimension, string>>;
  /** On support so many weeks after the case began; null when that day has not come. */
  readonly after26: boolean | null;
  readonly after52: boolean | null;
};

/** How many were still on support, of those for whom the day has come. */
export type Hit = { readonly of: number; readonly on: number };
/** The numbers of a group, persons each counted once. `marked` are those concluded to be at risk, `others` the rest of those screened. */
export type ReviewLine = {
  readonly key: string;
  readonly people: number;
  readonly screened: number;
  readonly marked: number;
  readonly after26: { readonly marked: Hit; readonly others: Hit };
  readonly after52: { readonly marked: Hit; readonly others: Hit };
};

/** What is not recorded of somebody. */
export const UNKNOWN = "ukendt";
const AGES = [
  { key: "under_30", until: 30 },
  { key: "30_49", until: 50 },
  { key: "50_54", until: 55 },
] as const;
/** Age groups in their order: the last begins where the criterion about seniors does. */
export const AGE_GROUPS = [...AGES.map(({ key }) => key), "fra_55"] as const;

/** The age group of somebody of so many years. */
export function ageGroup(age: number | null): string {
  if (age === null) return UNKNOWN;
  return AGES.find(({ until }) => age < until)?.key ?? "fra_55";
}

/** The first of somebody's cases that began within a period, both days included. */
export function firstBegun(
  cases: readonly Case[],
  { from, to }: { readonly from: Day; readonly to: Day },
): Case | null {
  return cases.find((one) => from <= one.from && one.from <= to) ?? null;
}

/** So many weeks after the first day of a case, asked on a day, and the day it was concluded. */
type After = { readonly from: Day; readonly weeks: number; readonly on: Day; readonly concluded: Day | null };

/** Was somebody on support then? Null when that day has not come, and when it was concluded only then or later: that was hindsight. */
export function onSupportAfter(
  stretches: readonly { readonly from: Day; readonly until: Day }[],
  { from, weeks, on, concluded }: After,
): boolean | null {
  const then = addDays(from, weeks * 7);
  const isUnknown = then > on || (concluded !== null && concluded >= then);
  return isUnknown ? null : stretches.some((one) => covers(one, then));
}

/** The numbers of some people. */
export function lineOf(key: string, people: readonly Reviewed[]): ReviewLine {
  const screened = people.filter(({ conclusion }) => conclusion !== null);
  const marked = screened.filter(isMarked);
  const others = screened.filter((one) => !isMarked(one));
  return {
    key,
    people: people.length,
    screened: screened.length,
    marked: marked.length,
    after26: { marked: hitOf(marked, "after26"), others: hitOf(others, "after26") },
    after52: { marked: hitOf(marked, "after52"), others: hitOf(others, "after52") },
  };
}

/** The numbers of each group of a dimension, in the order of the keys; groups that nobody is in are left out. */
export function linesBy(people: readonly Reviewed[], of: Dimension, keys: readonly string[]): readonly ReviewLine[] {
  const groups = Map.groupBy(people, ({ groups: own }) => own[of]);
  const order = [...keys, UNKNOWN].filter((key) => groups.has(key));
  return order.map((key) => lineOf(key, groups.get(key) ?? []));
}

/** Which part of the people behind a number. */
export const PARTS = ["people", "screened", "marked", "not_screened"] as const;
export type Part = (typeof PARTS)[number];

/** The people behind a number. */
export function peopleOf(people: readonly Reviewed[], part: Part): readonly Reviewed[] {
  if (part === "people") return people;
  if (part === "marked") return people.filter(isMarked);
  return people.filter(({ conclusion }) => (conclusion !== null) === (part === "screened"));
}

function isMarked({ conclusion }: Reviewed): boolean {
  return conclusion === "i_risiko";
}

function hitOf(people: readonly Reviewed[], when: "after26" | "after52"): Hit {
  const known = people.filter((one) => one[when] !== null);
  return { of: known.length, on: known.filter((one) => one[when] === true).length };
}
