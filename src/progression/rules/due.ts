import { addDays, type Day } from "../../platform/kernel/day.ts";

/** The latest days on which a citizen was measured and talked with; null when never. */
export type Latest = { readonly measured: Day | null; readonly talk: Day | null };

const WEEK = 7;

/**
 * Is a measurement missed: nothing was measured for `weeks` weeks, although a talk was held within them (CON-20)? Somebody nobody has talked with is
 * missed by the talks, not here.
 */
export function isDue({ measured, talk }: Latest, on: Day, weeks: number): boolean {
  const since = addDays(on, -WEEK * weeks);
  if (talk === null || talk <= since || talk > on) return false;
  return measured === null || measured <= since;
}

/** Whole weeks since a day. */
export function weeksSince(day: Day, on: Day): number {
  return Math.floor((on - day) / WEEK);
}
