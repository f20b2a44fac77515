import type { Line, Times } from "./contract.ts";

/**
 * Runs some work several times after one run that does not count, and gives its median time. `work` says what it found. No run at all of
 * those that count is a quick look: the run before them is what is told.
 */
export async function timed<T>(
  runs: number,
  work: () => Promise<T>,
): Promise<{ readonly times: Times; readonly found: T }> {
  const cold = await once(work);
  if (runs === 0) return cold;
  let { found } = cold;
  const spent: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    found = await work();
    spent.push(performance.now() - start);
  }
  return { times: timesOf(spent), found };
}

/** Runs some work once, without a run before. */
export async function once<T>(work: () => Promise<T>): Promise<{ readonly times: Times; readonly found: T }> {
  const start = performance.now();
  const found = await work();
  return { times: timesOf([performance.now() - start]), found };
}

/** The times of several runs, each in milliseconds. */
export function timesOf(spent: readonly number[]): Times {
  const sorted = [...spent].sort((a, b) => a - b);
  return {
    median: quantile(sorted, 0.5),
    low: sorted[0] ?? Number.NaN,
    high: sorted.at(-1) ?? Number.NaN,
    runs: sorted.length,
  };
}

/** A quantile (0-1) of sorted numbers: the one at its place, without interpolation but for the middle of an even number. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return share === 0.5 ? (below + above) / 2 : above;
}

/** A line that compares our time with those of named peers. */
export function compared(what: string, ours: Times, peers: Readonly<Record<string, Times>>): Line {
  const against = Object.entries(peers).map(([name, times]) => [name, times.median / ours.median] as const);
  return { what, times: ours, against: Object.fromEntries(against) };
}

/** Throws when two ways to count the same figures disagree: a benchmark of different figures says nothing. */
export function assertSame(what: string, ours: readonly (number | null)[], peer: readonly (number | null)[]): void {
  const same = (a: number | null, b: number | null): boolean =>
    a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));
  const wrong = ours.findIndex((value, i) => !same(value, peer[i] ?? null));
  if (ours.length !== peer.length || wrong >= 0)
    throw new Error(`${what}: the peer counts otherwise (at ${wrong}: ${ours[wrong]} and ${peer[wrong]})`);
}
