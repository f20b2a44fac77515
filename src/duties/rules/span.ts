import { addDays, addMonths, civilOf, type Day, dayOf } from "../../platform/kernel/day.ts";
import type { Period } from "../../platform/kernel/period.ts";

/** How far back timeliness and the shares of groups are told. */
export const SPANS = ["year", "weeks13", "months12"] as const;
export type Span = (typeof SPANS)[number];

/** The days of a span that ends on a day, that day included. */
export function daysOf(span: Span, on: Day): Period {
  const until = addDays(on, 1);
  if (span === "year") return { from: dayOf(civilOf(on).year, 1, 1), until };
  return { from: span === "weeks13" ? addDays(until, -13 * 7) : addMonths(until, -12), until };
}
