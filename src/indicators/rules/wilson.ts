const Z_95 = 1.959964;

/** Wilson's 95 % score interval for a share, as shares 0-1. Source: Wilson 1927; fit for small numbers, unlike the normal interval. */
export function wilson(successes: number, trials: number, z = Z_95): { readonly low: number; readonly high: number } {
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const squared = (z * z) / trials;
  const centre = share + squared / 2;
  const spread = z * Math.sqrt((share * (1 - share)) / trials + squared / (4 * trials));
  return { low: Math.max(0, (centre - spread) / (1 + squared)), high: Math.min(1, (centre + spread) / (1 + squared)) };
}
