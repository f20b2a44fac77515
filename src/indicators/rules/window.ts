import { addDays, addMonths, type Day, day, FOREVER, isoDay, parseDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { type Period, periodOf, type Step } from "../../platform/kernel/period.ts";
import { spokenDay } from "./spoken.ts";

/**
 * The days a figure looks at, seen from the day it is measured on: the calendar period that holds the day (up to and including
 * the day), the last n whole steps, everything since a day, the plan's period so far, or fixed days.
 */
export type Window =
  | Step
  | "plan_period"
  | { readonly since: string }
  | { readonly from: string; readonly to: string }
  | { readonly last: number; readonly of: "day" | "week" | "month" | "quarter" | "year" };

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The window's days as seen from a measuring day; never beyond that day. Empty when the window has not begun. */
export function windowOn(window: Window, measured: Day, plan: Period | null): Period {
  const until = addDays(measured, 1);
  const clip = (from: Day, end: Day = until): Period => ({ from, until: Math.max(from, Math.min(end, until)) as Day });
  if (window === "plan_period") return clip(plan?.from ?? measured);
  if (typeof window === "string") return clip(periodOf(window, measured).from);
  if ("since" in window) return clip(day(window.since));
  if ("to" in window) return clip(day(window.from), addDays(day(window.to), 1));
  if (window.of === "day" || window.of === "week")
    return clip(addDays(until, -window.last * (window.of === "week" ? 7 : 1)));
  return clip(addMonths(until, -window.last * MONTHS[window.of]));
}

/** Does the window only ever grow, so that its figures add up towards the deadline? */
export function isCumulative(window: Window): boolean {
  return window === "plan_period" || (typeof window === "object" && "since" in window);
}

const STEP_WORDS: Record<Step, Bilingual> = {
  day: { da: "på dagen", en: "on the day" },
  week: { da: "i ugen", en: "in the week" },
  month: { da: "i måneden", en: "in the month" },
  quarter: { da: "i kvartalet", en: "in the quarter" },
  year: { da: "i året", en: "in the year" },
};

const UNIT_WORDS: Record<Step, Bilingual> = {
  day: { da: "dage", en: "days" },
  week: { da: "uger", en: "weeks" },
  month: { da: "måneder", en: "months" },
  quarter: { da: "kvartaler", en: "quarters" },
  year: { da: "år", en: "years" },
};

/** The window in words, as the end of a sentence. */
export function windowInWords(window: Window, plan: Period | null): Bilingual {
  if (window === "plan_period") return sinceInWords(plan ? isoDay(plan.from) : null);
  if (typeof window === "string") return STEP_WORDS[window];
  if ("since" in window) return sinceInWords(window.since);
  if ("to" in window) {
    const [from, to] = [spokenDay(window.from), spokenDay(window.to)];
    return { da: `fra ${from.da} til ${to.da}`, en: `from ${from.en} to ${to.en}` };
  }
  const unit = UNIT_WORDS[window.of];
  return { da: `i de seneste ${window.last} ${unit.da}`, en: `in the last ${window.last} ${unit.en}` };
}

function sinceInWords(iso: string | null): Bilingual {
  if (iso === null || parseDay(iso) === null) return { da: "i planens periode", en: "in the plan's period" };
  const from = spokenDay(iso);
  return { da: `siden ${from.da}`, en: `since ${from.en}` };
}

/** The last day of a period that may be open. @public */
export function lastDay(period: Period): Day {
  return period.until === FOREVER ? FOREVER : addDays(period.until, -1);
}
