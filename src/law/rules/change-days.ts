import { type Day, FOREVER } from "../../platform/kernel/day.ts";

/** Something in force from a day up to but not including another. */
type InForce = { readonly from: Day; readonly until: Day };

/** The days on which something begins, or no longer holds, each once and the newest first: the days worth a look. */
export function changeDays(all: readonly InForce[]): readonly Day[] {
  const days = all.flatMap(({ from, until }) => (until === FOREVER ? [from] : [from, until]));
  return [...new Set(days)].sort((a, b) => b - a);
}
