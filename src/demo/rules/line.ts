import { civilOf, type Day, dayOf } from "../../platform/kernel/day.ts";

/** A day as a year with decimals: 2 July 2020 is about 2020.5. */
export function yearPlace(day: Day): number {
  const { year } = civilOf(day);
  const start = dayOf(year, 1, 1);
  return year + (day - start) / (dayOf(year + 1, 1, 1) - start);
}

/** Straight lines through yearly points, each standing at the middle of its year; level before the first and after the last. */
export function lineAt(points: Readonly<Record<string, number>>, place: number): number {
  const years = Object.keys(points)
    .map(Number)
    .sort((a, b) => a - b);
  const after = years.find((year) => year + 0.5 >= place);
  const before = years.findLast((year) => year + 0.5 <= place);
  if (after === undefined) return points[String(years.at(-1))] ?? 0;
  if (before === undefined) return points[String(years[0])] ?? 0;
  const left = points[String(before)] ?? 0;
  const right = points[String(after)] ?? 0;
  return before === after ? left : left + ((right - left) * (place - before - 0.5)) / (after - before);
}
