import { parseDay } from "../../platform/kernel/day.ts";
import type { Indicator } from "./indicator-types.ts";

const DAYS_A_WEEK = 7;
const RECENT_DAYS = 91;

/** What must happen for a target to hold: a pace for counts that grow, a distance for levels, or nothing more. */
export type WhatItTakes =
  | { readonly kind: "pace"; readonly neededPerWeek: number; readonly nowPerWeek: number; readonly weeks: number }
  | { readonly kind: "gap"; readonly direction: "up" | "down"; readonly gap: number; readonly by: string }
  | { readonly kind: "reached"; readonly cumulative: boolean; readonly by: string };

/**
 * What it would take to reach an indicator's target, or null when that cannot be said: no value, no target, no projection or
 * path, or the deadline has passed. The present pace is that of the last 13 weeks. Example: 1,012 of 1,600 with 26 weeks left
 * takes 23 a week.
 */
export function whatItTakes(indicator: Indicator): WhatItTakes | null {
  const { value, target } = indicator;
  if (value === null || !target || target.value === null || target.operator === "=") return null;
  const left = daysBetween(indicator.measuredOn, target.by);
  if (left === null || left <= 0) return null;
  const cumulative = isCumulative(indicator);
  const up = target.operator.startsWith(">");
  const gap = up ? target.value - value : value - target.value;
  if (gap <= 0) return { kind: "reached", cumulative, by: target.by };
  if (!cumulative) return { kind: "gap", direction: up ? "up" : "down", gap, by: target.by };
  const now = up ? recentPace(indicator) : null;
  if (now === null || indicator.projection === null) return null;
  const weeks = left / DAYS_A_WEEK;
  return { kind: "pace", neededPerWeek: Math.ceil(gap / weeks), nowPerWeek: now, weeks };
}

/** True when the indicator only grows towards its target along a path, as starts since the plan began do. */
function isCumulative({ series, denominator }: Indicator): boolean {
  const values = series.flatMap(({ value }) => (value === null ? [] : [value]));
  const hasPath = series.some(({ path }) => path !== null);
  const grows = values.every((value, index) => index === 0 || value >= (values[index - 1] ?? value));
  return denominator === null && hasPath && grows && values.length > 1;
}

/** Growth a week over the last 13 weeks of the series, or over all of it when it is shorter. */
function recentPace({ series, value, measuredOn }: Indicator): number | null {
  const earlier = series.filter((point) => point.value !== null && (daysBetween(point.day, measuredOn) ?? 0) > 0);
  const start = earlier.findLast((point) => (daysBetween(point.day, measuredOn) ?? 0) >= RECENT_DAYS) ?? earlier[0];
  const days = start ? daysBetween(start.day, measuredOn) : null;
  if (!start || start.value === null || value === null || days === null || days <= 0) return null;
  return (value - start.value) / (days / DAYS_A_WEEK);
}

function daysBetween(from: string, to: string): number | null {
  const [first, last] = [parseDay(from), parseDay(to)];
  return first === null || last === null ? null : last - first;
}
