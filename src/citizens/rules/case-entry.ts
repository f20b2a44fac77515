import { addDays, type Day, FOREVER } from "../../platform/kernel/day.ts";

/** What can be noted in a case by hand: a step happens on a day, the others hold from a day. */
export const ENTRY_KINDS = ["step", "circumstance", "target_group"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** An entry as it is asked for: `until` is the first day it no longer holds. Of a step only `from` counts. */
export type Entry = { readonly kind: EntryKind; readonly code: string; readonly from: Day; readonly until: Day };

/** What is recorded of the same kind already. */
export type Recorded = Omit<Entry, "kind"> & { readonly id: string };

export type EntryFault = {
  readonly field: "code" | "from" | "to";
  readonly code:
    | "unknown_code"
    | "in_the_future"
    | "too_far_ahead"
    | "too_long_ago"
    | "ends_before"
    | "same_step"
    | "overlaps";
  /** The one that stands in the way. */
  readonly other: Recorded | null;
};

/** How an entry is judged: the day it is, the codes there are, and what is recorded already, the entry itself left out. */
export type Around = { readonly on: Day; readonly codes: readonly string[]; readonly recorded: readonly Recorded[] };

const EARLIEST = -10_957 as Day; // 1940-01-01
const AHEAD_DAYS = 366;

/**
 * Why an entry cannot be noted, and which running target group ends the day it begins. A step that has not happened is none. The same step on the same day, or the same
 * circumstance twice at once, is a mistake; a citizen has one target group at a time, so a new one ends the running one.
 */
export function judgeEntry(
  entry: Entry,
  around: Around,
): { readonly faults: readonly EntryFault[]; readonly ends: Recorded | null } {
  const plain = plainFaults(entry, around);
  if (plain.length > 0) return { faults: plain, ends: null };
  if (entry.kind === "step") {
    const same = around.recorded.find(({ code, from }) => code === entry.code && from === entry.from) ?? null;
    return { faults: same ? [{ field: "from", code: "same_step", other: same }] : [], ends: null };
  }
  const atOnce = around.recorded.filter(
    ({ code, from, until }) =>
      from < entry.until && entry.from < until && (entry.kind === "target_group" || code === entry.code),
  );
  const running = atOnce.find(({ from, until, code }) => endsBy(entry, { from, until, code })) ?? null;
  const other = atOnce.find(({ id }) => id !== running?.id) ?? null;
  return { faults: other ? [{ field: "from", code: "overlaps", other }] : [], ends: other ? null : running };
}

function endsBy(entry: Entry, { from, until, code }: Omit<Recorded, "id">): boolean {
  return entry.kind === "target_group" && until === FOREVER && from < entry.from && code !== entry.code;
}

function plainFaults({ kind, code, from, until }: Entry, { on, codes }: Around): readonly EntryFault[] {
  const fault = (field: EntryFault["field"], why: EntryFault["code"]): EntryFault => ({
    field,
    code: why,
    other: null,
  });
  return [
    ...(codes.includes(code) ? [] : [fault("code", "unknown_code")]),
    ...(kind === "step" && from > on ? [fault("from", "in_the_future")] : []),
    ...(kind !== "step" && from > addDays(on, AHEAD_DAYS) ? [fault("from", "too_far_ahead")] : []),
    ...(from < EARLIEST ? [fault("from", "too_long_ago")] : []),
    ...(kind !== "step" && until <= from ? [fault("to", "ends_before")] : []),
  ];
}
