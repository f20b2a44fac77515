import { addDays, addMonths, type Day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";

/** Days on a benefit, half-open. */
export type Stretch = { readonly from: Day; readonly until: Day };

/** Days without support that a chain of support may hold without being broken. */
export const GAP_DAYS = 28;

/** How long someone has been on support: in one chain that the day stands in, and in all. */
export type TimeOnSupport = {
  /** First day of the unbroken chain; null when there is no support on the day. */
  readonly since: Day | null;
  /** Days from the chain's first day to the day, both included. */
  readonly continuousDays: number;
  /** Different days with support so far, the day included. */
  readonly accumulatedDays: number;
  /** The same within the three years that end on the day. */
  readonly accumulatedInThreeYears: number;
};

/** A length of time on support that something is done about (CIT-10), in weeks or months. */
export type Threshold = { readonly id: string; readonly weeks?: number; readonly months?: number };

/** Sources: Holbæk 2016 pp. 6-13, Gladsaxe 2012 pp. 9-15, Fleksjob 2015 pp. 2-11, Holbæk 2020-21 pp. 10-11. */
export const THRESHOLDS = [
  { id: "weeks_13", weeks: 13 },
  { id: "weeks_26", weeks: 26 },
  { id: "months_9", months: 9 },
  { id: "weeks_52", weeks: 52 },
  { id: "months_16", months: 16 },
  { id: "months_18", months: 18 },
  { id: "years_3", months: 36 },
] as const satisfies readonly Threshold[];

export type ThresholdId = (typeof THRESHOLDS)[number]["id"];

/** How long someone has been on support on a day. The stretches may overlap and come in any order. */
export function timeOnSupport(stretches: readonly Stretch[], on: Day): TimeOnSupport {
  const after = addDays(on, 1);
  const merged = merge(stretches.filter(({ from, until }) => from < until && from <= on));
  const holds = merged.some((one) => covers(one, on));
  const since = holds ? chainStart(merged) : null;
  return {
    since,
    continuousDays: since === null ? 0 : after - since,
    accumulatedDays: daysWithin(merged, { from: Number.NEGATIVE_INFINITY as Day, until: after }),
    accumulatedInThreeYears: daysWithin(merged, { from: addMonths(after, -36), until: after }),
  };
}

/** The day a threshold is reached by someone on support since a day: the day after so many weeks or months. */
export function reachedOn(since: Day, { weeks, months }: Threshold): Day {
  return months === undefined ? addDays(since, (weeks ?? 0) * 7) : addMonths(since, months);
}

/** The thresholds reached by a day, and the next one with its day. */
export function thresholdsOn(
  since: Day | null,
  on: Day,
): { readonly reached: readonly ThresholdId[]; readonly next: { readonly id: ThresholdId; readonly on: Day } | null } {
  if (since === null) return { reached: [], next: null };
  const reached = THRESHOLDS.filter((threshold) => reachedOn(since, threshold) <= on).map(({ id }) => id);
  const next = THRESHOLDS.find((threshold) => reachedOn(since, threshold) > on);
  return { reached, next: next ? { id: next.id, on: reachedOn(since, next) } : null };
}

/**
 * The last day a chain may have begun on for a threshold to be reached on a day: what a list filters by. `reachedOn` grows with its day, so
 * the limit is found by stepping back over the few days that months of different length make unsure.
 */
export function sinceAtLatest(threshold: Threshold, on: Day): Day {
  let since =
    threshold.months === undefined
      ? addDays(on, -(threshold.weeks ?? 0) * 7)
      : addDays(addMonths(on, -threshold.months), 3);
  while (reachedOn(since, threshold) > on) since = addDays(since, -1);
  return since;
}

/** Stretches in order, those that touch or overlap made one. */
function merge(stretches: readonly Stretch[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (!last || stretch.from > last.until) merged.push(stretch);
    else merged[merged.length - 1] = { from: last.from, until: Math.max(last.until, stretch.until) as Day };
  }
  return merged;
}

/** The first day of the last chain: gaps of at most `GAP_DAYS` do not break it. */
function chainStart(merged: readonly Stretch[]): Day | null {
  let since: Day | null = null;
  let covered = Number.NEGATIVE_INFINITY;
  for (const { from, until } of merged) {
    if (from > covered + GAP_DAYS) since = from;
    covered = until;
  }
  return since;
}

function daysWithin(merged: readonly Stretch[], { from, until }: Stretch): number {
  return merged.reduce((sum, one) => sum + Math.max(0, Math.min(one.until, until) - Math.max(one.from, from)), 0);
}
