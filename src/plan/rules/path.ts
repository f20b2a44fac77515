import type { Day } from "../../platform/kernel/day.ts";

const DAYS_IN_YEAR = 365.25;

/**
 * What a cumulative goal should have reached on a day: a straight line from where it stood on its first day (`base`, 0 for what
 * counts from nothing) to the target on the last.
 */
export function straightPath(
  target: number,
  span: { readonly from: Day; readonly by: Day; readonly base?: number },
  on: Day,
): number {
  const length = span.by + 1 - span.from;
  if (length <= 0 || on >= span.by) return target;
  const base = span.base ?? 0;
  return base + ((target - base) * Math.max(0, on + 1 - span.from)) / length;
}

/** A path that changes by a percentage a year from a baseline: -2 means two percent less for each year, compounded by the day. */
export function yearlyPath(
  baseline: { readonly value: number; readonly day: Day },
  percentPerYear: number,
  on: Day,
): number {
  return baseline.value * (1 + percentPerYear / 100) ** ((on - baseline.day) / DAYS_IN_YEAR);
}
