import { civilOf, type Day, dayOf, daysInMonth } from "../../platform/kernel/day.ts";

/** Yearly means of a stock, with twelve relative month levels for a normal year and for years that were different. */
export type CurvePlan = {
  readonly yearly: Readonly<Record<number, number>>;
  readonly season: readonly number[];
  readonly shapes: Readonly<Record<number, readonly number[]>>;
  /** First day the stock can be above 0. */
  readonly from: Day | null;
};

/** The year's mean; years outside the plan take the nearest year in it. */
export function levelOf(plan: CurvePlan, year: number): number {
  const years = Object.keys(plan.yearly).map(Number);
  const nearest = Math.min(Math.max(year, Math.min(...years)), Math.max(...years));
  return plan.yearly[nearest] ?? 0;
}

/** Between the middles of two months, straight. `at` is the place in the year, 0-12. */
function shapeAt(shape: readonly number[], at: number): number {
  const left = Math.floor(at - 0.5);
  const part = at - 0.5 - left;
  const value = (month: number): number => shape[Math.min(11, Math.max(0, month))] ?? 1;
  return value(left) * (1 - part) + value(left + 1) * part;
}

/** Straight lines from year's edge to middle to edge whose mean over the year is exactly the year's level. */
function trendAt(plan: CurvePlan, year: number, place: number): number {
  const level = levelOf(plan, year);
  const start = (levelOf(plan, year - 1) + level) / 2;
  const end = (level + levelOf(plan, year + 1)) / 2;
  const middle = Math.max(0, 2 * level - (start + end) / 2);
  return place < 0.5 ? start + (middle - start) * place * 2 : middle + (end - middle) * (place - 0.5) * 2;
}

/** One value a day of a year; a shape of its own replaces the trend. The mean is the year's level to the last digit. */
function yearValues(plan: CurvePlan, year: number): number[] {
  const own = plan.shapes[year];
  const values: number[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const days = daysInMonth(year, month);
    for (let d = 0; d < days; d += 1) {
      const at = month - 1 + (d + 0.5) / days;
      values.push(own ? shapeAt(own, at) : trendAt(plan, year, at / 12) * shapeAt(plan.season, at));
    }
  }
  const sum = values.reduce((total, value) => total + value, 0);
  const factor = sum > 0 ? (levelOf(plan, year) * values.length) / sum : 0;
  return values.map((value) => value * factor);
}

/** In the year a benefit begins: from 0 on its first day straight up to where the next year starts. 0 in the years before. */
function firstYearValues(plan: CurvePlan, from: Day, year: number): number[] {
  const january = dayOf(year, 1, 1);
  const days = dayOf(year + 1, 1, 1) - january;
  const end = (levelOf(plan, year) + levelOf(plan, year + 1)) / 2;
  const lead = from - january;
  return Array.from({ length: days }, (_, i) => (i < lead ? 0 : (end * (i - lead + 1)) / (days - lead)));
}

/** The stock wanted on each day from `first` up to but not including `until`; index 0 is `first`. Unit as the plan's (persons). */
export function dailyCurve(plan: CurvePlan, first: Day, until: Day): Float64Array {
  const curve = new Float64Array(until - first);
  for (let year = civilOf(first).year; dayOf(year, 1, 1) < until; year += 1) {
    const january = dayOf(year, 1, 1);
    const values =
      plan.from !== null && year <= civilOf(plan.from).year
        ? firstYearValues(plan, plan.from, year)
        : yearValues(plan, year);
    curve.set(values.slice(Math.max(0, first - january), Math.max(0, until - january)), Math.max(0, january - first));
  }
  return curve;
}
