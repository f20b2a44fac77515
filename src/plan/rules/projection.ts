import { addMonths, type Day } from "../../platform/kernel/day.ts";

/** A known value at the end of a step. */
export type Point = { readonly day: Day; readonly value: number };

/**
 * How an indicator moves: `cumulative` figures only grow, by what each week adds; `stock` figures wander from month to month;
 * `year_average` is the mean of the year's months, of which some are known and the rest wander.
 */
export type Movement = "cumulative" | "stock" | "year_average";

export type Forecast = { readonly value: number; readonly low: number; readonly high: number; readonly points: number };

/** The two-sided 80 % point of the normal distribution. */
const Z_80 = 1.2816;
/** Fewer points than this carry no projection. */
export const FEWEST_POINTS = 12;
/** Steps of history that set drift and spread: half a year of weeks, two years of months. */
const MEMORY: Record<Movement, number> = { cumulative: 26, stock: 24, year_average: 24 };
const DAYS_IN_MONTH = 30.4375;

/**
 * The value expected on a later day with an 80 % interval, or null with fewer than twelve points. The steps of the recent history
 * give a drift and a spread; the interval covers both the spread of the steps to come and the uncertainty of the drift itself.
 */
export function project(history: readonly Point[], by: Day, movement: Movement): Forecast | null {
  const last = history.at(-1);
  if (!last || history.length < FEWEST_POINTS) return null;
  const recent = history.slice(-MEMORY[movement] - 1);
  const changes = recent.slice(1).map((point, i) => point.value - (recent[i]?.value ?? point.value));
  const { mean, spread } = moments(changes);
  if (movement === "year_average") return yearAverage(history, by, { mean, spread, changes: changes.length });
  const stepDays = movement === "cumulative" ? 7 : DAYS_IN_MONTH;
  const steps = Math.max(0, (by - last.day) / stepDays);
  const error = spread * Math.sqrt(steps + (steps * steps) / changes.length);
  const value = last.value + mean * steps;
  const low = value - Z_80 * error;
  return {
    value,
    low: movement === "cumulative" ? Math.min(value, Math.max(last.value, low)) : low,
    high: value + Z_80 * error,
    points: history.length,
  };
}

/** The year's mean: known months as they are, the others from the last known month with drift; months weigh by their days. */
function yearAverage(
  history: readonly Point[],
  by: Day,
  steps: { readonly mean: number; readonly spread: number; readonly changes: number },
): Forecast {
  const last = history.at(-1) as Point;
  const yearStart = addMonths((by + 1) as Day, -12);
  const days = by + 1 - yearStart;
  let sum = 0;
  let known = yearStart;
  for (const point of history) {
    if (point.day < yearStart || point.day > by) continue;
    sum += point.value * (point.day + 1 - known);
    known = (point.day + 1) as Day;
  }
  const ahead: number[] = [];
  for (let from = known; from <= by; from = addMonths(from, 1)) ahead.push(Math.min(addMonths(from, 1), by + 1) - from);
  ahead.forEach((length, i) => {
    sum += (last.value + steps.mean * (i + 1)) * length;
  });
  const weights = ahead.map((length) => length / days);
  const shocks = weights.map((_, i) => weights.slice(i).reduce((a, b) => a + b, 0));
  const drift = weights.reduce((total, weight, i) => total + weight * (i + 1), 0);
  const error = steps.spread * Math.sqrt(shocks.reduce((a, b) => a + b * b, 0) + (drift * drift) / steps.changes);
  const value = sum / days;
  return { value, low: value - Z_80 * error, high: value + Z_80 * error, points: history.length };
}

/** How the method did on the past. */
export type BackTest = {
  /** Share (0-100) of earlier points that fell inside the interval made for them, before it was widened; null with fewer than six trials. */
  readonly coverage: number | null;
  /** How many times wider the interval must be for four of five earlier points to have fallen inside; at least 1. */
  readonly widen: number;
};

const FEWEST_TRIALS = 6;
const WANTED_SHARE = 0.8;

/**
 * Tries the method on the past: for each earlier point, the forecast made `ahead` steps before it. Where the past missed more often
 * than one in five, the interval is widened until it would not have (months that drift together miss more than chance says).
 */
export function backTest(history: readonly Point[], ahead: number, movement: Movement): BackTest {
  const step = movement === "cumulative" ? "cumulative" : "stock";
  const misses: number[] = [];
  for (let end = FEWEST_POINTS; end + ahead <= history.length; end++) {
    const actual = history[end + ahead - 1];
    const made = actual && project(history.slice(0, end), actual.day, step);
    if (made) misses.push(missOf(actual.value, made));
  }
  if (misses.length < FEWEST_TRIALS) return { coverage: null, widen: 1 };
  const sorted = misses.toSorted((a, b) => a - b);
  const needed = sorted[Math.ceil(sorted.length * WANTED_SHARE) - 1] ?? 1;
  const widen = Number.isFinite(needed) ? Math.max(1, needed) : 1;
  const inside = misses.filter((miss) => miss <= 1 + 1e-9).length;
  return { coverage: (inside * 100) / misses.length, widen };
}

/** How far off a forecast was, in half-widths of its interval on that side; 0 when it was right. */
function missOf(actual: number, made: Forecast): number {
  const off = actual - made.value;
  if (Math.abs(off) < 1e-9) return 0;
  return Math.abs(off) / (off > 0 ? made.high - made.value : made.value - made.low);
}

function moments(values: readonly number[]): { readonly mean: number; readonly spread: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { mean, spread: values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)) };
}
