import type { Random } from "./random.ts";

/** A mix of exponential durations (weight, mean days) and the longest that can be. A few long parts make the tail heavy. */
export type DurationMix = {
  readonly parts: readonly (readonly [weight: number, meanDays: number])[];
  readonly cap: number;
};

/** Whole days, 1 to the cap. */
export function drawDuration(random: Random, mix: DurationMix): number {
  const total = mix.parts.reduce((sum, [weight]) => sum + weight, 0);
  let left = random.unit() * total;
  let mean = mix.parts[0]?.[1] ?? 1;
  for (const [weight, partMean] of mix.parts) {
    mean = partMean;
    left -= weight;
    if (left < 0) break;
  }
  return Math.max(1, Math.min(mix.cap, Math.round(1 + random.exponential(mean))));
}

/**
 * A duration as met when looking at those who run on a given day: long ones are met more often, in proportion to their length.
 * `elapsed` is how much of it lies behind.
 */
export function drawRunning(random: Random, mix: DurationMix): { readonly total: number; readonly elapsed: number } {
  const weighted = mix.parts.map(([weight, mean]) => [weight * mean, mean] as const);
  const first = drawDuration(random, { parts: weighted, cap: mix.cap });
  const second = drawDuration(random, { parts: weighted, cap: mix.cap });
  const total = Math.min(mix.cap, first + second);
  return { total, elapsed: Math.min(total - 1, random.below(total)) };
}
