import type { Random } from "./random.ts";

/** An age in years with decimals from a triangle between the youngest and the oldest, most often near the middle one. */
export function drawAge(random: Random, [youngest, common, oldest]: readonly [number, number, number]): number {
  const u = random.unit();
  const span = oldest - youngest;
  const turn = (common - youngest) / span;
  return u < turn
    ? youngest + Math.sqrt(u * span * (common - youngest))
    : oldest - Math.sqrt((1 - u) * span * (oldest - common));
}
