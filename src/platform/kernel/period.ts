import { addDays, addMonths, civilOf, type Day, dayOf, weekday } from "./day.ts";

/** Days from `from` up to but not including `until`. */
export type Period = { readonly from: Day; readonly until: Day };

/** Is a day among those of a period? */
export function covers({ from, until }: Period, at: Day): boolean {
  return from <= at && at < until;
}

/** The steps a series can take and the calendar periods a window can be. */
export type Step = "day" | "week" | "month" | "quarter" | "year";

/** All steps, shortest first. @public */
export const STEPS: readonly Step[] = ["day", "week", "month", "quarter", "year"];

/** Days in a period; 0 for an empty one. @public */
export function length(period: Period): number {
  return Math.max(0, period.until - period.from);
}

/** The days two periods share; empty when they do not meet. @public */
export function overlap(a: Period, b: Period): Period {
  const from = Math.max(a.from, b.from) as Day;
  return { from, until: Math.max(from, Math.min(a.until, b.until)) as Day };
}

/** The calendar period of a kind that holds a day: its ISO week, month, quarter or year. */
export function periodOf(step: Step, at: Day): Period {
  if (step === "day") return { from: at, until: addDays(at, 1) };
  if (step === "week") {
    const monday = addDays(at, 1 - weekday(at));
    return { from: monday, until: addDays(monday, 7) };
  }
  const { year, month } = civilOf(at);
  const months = { month: 1, quarter: 3, year: 12 }[step];
  const from = dayOf(year, Math.floor((month - 1) / months) * months + 1, 1);
  return { from, until: addMonths(from, months) };
}

/** All calendar periods of a kind that touch a span, in order. */
export function periodsOver(step: Step, span: Period): Period[] {
  const found: Period[] = [];
  let next = periodOf(step, span.from);
  while (next.from < span.until) {
    found.push(next);
    next = periodOf(step, next.until);
  }
  return found;
}

/** The name of a calendar period: `2021-10-25`, `2021-W43`, `2021-10`, `2021-Q4` or `2021`. */
export function periodName(step: Step, at: Day): string {
  const { year, month, day } = civilOf(at);
  const two = (n: number): string => String(n).padStart(2, "0");
  if (step === "year") return String(year);
  if (step === "quarter") return `${year}-Q${Math.floor((month - 1) / 3) + 1}`;
  if (step === "month") return `${year}-${two(month)}`;
  if (step === "day") return `${year}-${two(month)}-${two(day)}`;
  const thursday = addDays(at, 4 - weekday(at));
  const weekYear = civilOf(thursday).year;
  return `${weekYear}-W${two(Math.floor((thursday - dayOf(weekYear, 1, 1)) / 7) + 1)}`;
}
