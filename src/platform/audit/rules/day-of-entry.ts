import type { Day } from "../../kernel/day.ts";

/** Where the log stands: its last day, whether that day is still open, and today's date when the entry is sealed. */
export type LogNow = { readonly last: Day | null; readonly isOpen: boolean; readonly today: Day };

/**
 * The day of the log an entry is sealed under, and whether a new day begins with it. Days carry numbers, so dates may do what clocks
 * do: an entry that came late (its transaction was slow) joins the open day, and when the clock was put back a new day begins with
 * the date it now shows.
 */
export function dayOfEntry(
  entry: Day,
  { last, isOpen, today }: LogNow,
): { readonly day: Day; readonly begins: boolean } {
  if (last === null || entry > last) return { day: entry, begins: true };
  if (isOpen && (entry === last || today >= last)) return { day: last, begins: false };
  return { day: today, begins: true };
}

/** Is an entry's own date so far from the day it is sealed under that it was not written then? Transactions last hours, not days. */
export function isBackdated(entry: Day, sealedUnder: Day): boolean {
  return entry < sealedUnder - 1 || entry > sealedUnder + 1;
}
