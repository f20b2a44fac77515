import { addDays, type Day, FOREVER } from "../../platform/kernel/day.ts";

/** From a day up to but not including another, `FOREVER` while it holds. */
export type NeedSpell = { readonly from: Day; readonly until: Day };

/** What is recorded already, the need itself left out. */
export type RecordedNeed = NeedSpell & { readonly id: string };

export type NeedFault<Recorded extends NeedSpell = NeedSpell> = {
  readonly field: "from" | "to";
  readonly code: "too_far_ahead" | "ends_before" | "need_overlaps";
  /** The one that stands in the way. */
  readonly other: Recorded | null;
};

const AHEAD_DAYS = 366;

/**
 * What speaks against noting an interpreter need, and which running one ends the day it begins. A citizen has one need at a time: whoever says another language or way is
 * right says that the one before it is over. One that is noted for a later time, or is over, is not ended by itself.
 */
export function judgeNeed<Recorded extends RecordedNeed>(
  need: NeedSpell,
  { on, recorded }: { readonly on: Day; readonly recorded: readonly Recorded[] },
): { readonly faults: readonly NeedFault<Recorded>[]; readonly ends: Recorded | null } {
  if (need.from > addDays(on, AHEAD_DAYS))
    return refused<Recorded>({ field: "from", code: "too_far_ahead", other: null });
  if (need.until <= need.from) return refused<Recorded>({ field: "to", code: "ends_before", other: null });
  const atOnce = recorded.filter(({ from, until }) => from < need.until && need.from < until);
  const running = atOnce.find(({ from, until }) => until === FOREVER && from < need.from) ?? null;
  const other = atOnce.find(({ id }) => id !== running?.id) ?? null;
  return other ? refused({ field: "from", code: "need_overlaps", other }) : { faults: [], ends: running };
}

function refused<Recorded extends RecordedNeed>(
  fault: NeedFault<Recorded>,
): { readonly faults: readonly NeedFault<Recorded>[]; readonly ends: null } {
  return { faults: [fault], ends: null };
}
