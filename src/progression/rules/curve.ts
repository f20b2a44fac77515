import type { Day } from "../../platform/kernel/day.ts";

/** A value measured on a day. */
export type Point = { readonly day: Day; readonly value: number };

/** A curve of one dimension, the earliest first, with how it changed; null with fewer than two measurements. */
export type Curve = {
  readonly points: readonly Point[];
  /** The latest less the first, in steps of the scale. */
  readonly sinceFirst: number | null;
  /** The latest less the one before it. */
  readonly sinceLast: number | null;
};

/** The curve of some measurements of one dimension. A day on which nothing was measured is no point: it is missing, not 0. */
export function curveOf(points: readonly Point[]): Curve {
  const inOrder = points.toSorted((a, b) => a.day - b.day);
  const [latest, before] = [inOrder.at(-1), inOrder.at(-2)];
  const first = inOrder[0];
  if (!latest || !before || !first) return { points: inOrder, sinceFirst: null, sinceLast: null };
  return { points: inOrder, sinceFirst: latest.value - first.value, sinceLast: latest.value - before.value };
}
