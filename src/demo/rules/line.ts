import { civilOf, type Day, dayOf } from "../../platform/kernel/day.ts";

/** A day as a year with decimals: 2 July 2020 is about 2020.5. */
export function yearPlace(day: Day): number {
  const { year } = civilOf(day);
  const start = dayOf(year, 1, 1);
  return year + (day - start) / (dayOf(year + 1, 1, 1) - start);
}

/** Straight lines through yearly points, each standing at the middle of its year; level before the first and after the last. */
export function lineAt(points: Readonly<Record<string, number>>, place: number): number {
  let before: { year: number; value: number } | null = null;
  // Keys that are whole numbers come in rising order.
  for (const key of Object.keys(points)) {
    const year = Number(key);
    const value = points[key] ?? 0;
    if (year + 0.5 >= place) {
      if (before === null) return value;
      return before.value + ((value - before.value) * (place - before.year - 0.5)) / (year - before.year);
    }
    before = { year, value };
  }
  return before?.value ?? 0;
}
