import { addDays, type Day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";

/** Days on a benefit, half-open. */
export type Stretch = { readonly benefit: string; readonly from: Day; readonly until: Day };

/** A case: unbroken time on some benefits, half-open. */
export type Case = { readonly from: Day; readonly until: Day };

/** What makes a case of a screening: its benefits, for how many weeks it is new, and until when it can be screened late. */
export type CaseRule = {
  readonly benefits: readonly string[];
  readonly within_weeks: number;
  readonly until_weeks: number;
};

/** Days without the benefits that do not end a case, as for time on support. */
export const GAP_DAYS = 28;
const WEEK = 7;

/** The cases that somebody's stretches make, the earliest first. The stretches may overlap and come in any order. */
export function casesOf(stretches: readonly Stretch[], { benefits }: Pick<CaseRule, "benefits">): readonly Case[] {
  const own = stretches.filter(({ benefit, from, until }) => benefits.includes(benefit) && from < until);
  const cases: Case[] = [];
  for (const { from, until } of own.toSorted((a, b) => a.from - b.from)) {
    const last = cases.at(-1);
    if (!last || from > last.until + GAP_DAYS) cases.push({ from, until });
    else cases[cases.length - 1] = { from: last.from, until: Math.max(last.until, until) as Day };
  }
  return cases;
}

/** The case that runs on a day: a short gap within it counts as running only once the benefit is back, so on the day there must be one. */
export function caseOn(stretches: readonly Stretch[], rule: Pick<CaseRule, "benefits">, on: Day): Case | null {
  const isOn = stretches.some((one) => rule.benefits.includes(one.benefit) && covers(one, on));
  return isOn ? (casesOf(stretches, rule).find((one) => covers(one, on)) ?? null) : null;
}

/** How far a case is: new, late to be screened, or past the time in which a screening means anything. */
export function stageOf({ from }: Case, { within_weeks: within, until_weeks: until }: CaseRule, on: Day): CaseStage {
  if (on < addDays(from, within * WEEK)) return "new";
  return on < addDays(from, until * WEEK) ? "late" : "past";
}
export type CaseStage = "new" | "late" | "past";

/** The last day on which a case is new. */
export function lastNewDay({ from }: Case, { within_weeks: within }: CaseRule): Day {
  return addDays(from, within * WEEK - 1);
}

/** The day a case is judged on: the day asked for, but never after the time it was new, nor after its own last day. */
export function judgedOn(its: Case, rule: CaseRule, on: Day): Day {
  return Math.min(on, lastNewDay(its, rule), addDays(its.until, -1)) as Day;
}

/** The latest of some dated rows that belongs to a case: on its first day or later, and not after the day asked for. */
export function latestIn<Row extends { readonly day: Day }>(rows: readonly Row[], its: Case, on: Day): Row | null {
  const within = rows.filter(({ day }) => its.from <= day && day <= on);
  return within.reduce<Row | null>((latest, row) => (latest === null || row.day >= latest.day ? row : latest), null);
}
