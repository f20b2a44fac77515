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
    low: movement === "cumulative" ? Math.max(last.value, low) : low,
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

/**
 * How the method would have done: the share (0-100) of earlier points that fell inside the 80 % interval made for them `ahead` steps
 * before. Null when there are fewer than six such points.
 */
export function coverageOf(history: readonly Point[], ahead: number, movement: "cumulative" | "stock"): number | null {
  const tried: boolean[] = [];
  for (let end = FEWEST_POINTS; end + ahead <= history.length; end++) {
    const actual = history[end + ahead - 1];
    const made = actual && project(history.slice(0, end), actual.day, movement);
    if (made) tried.push(actual.value >= made.low - 1e-9 && actual.value <= made.high + 1e-9);
  }
  return tried.length < 6 ? null : (tried.filter(Boolean).length * 100) / tried.length;
}

function moments(values: readonly number[]): { readonly mean: number; readonly spread: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { mean, spread: values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1)) };
}
