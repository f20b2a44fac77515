import type { KeptSeals } from "./anchor.ts";
import type { StoredDay } from "./queries/verifying.ts";

/** What can be wrong with the log. */
export type FaultCode =
  | "entry_changed"
  | "entry_missing"
  | "entry_inserted"
  | "entry_backdated"
  | "link_changed"
  | "link_missing"
  | "day_changed"
  | "day_missing"
  | "index_changed"
  | "kept_seal_differs"
  | "kept_end_missing";

/** One fault: what, and where as far as that can be told. */
export type Fault = {
  readonly code: FaultCode;
  readonly day: string | null;
  readonly number: number | null;
  readonly entry: number | null;
};

/** A fault at a place. */
export function fault(code: FaultCode, place: Partial<Omit<Fault, "code">>): Fault {
  return { code, day: place.day ?? null, number: place.number ?? null, entry: place.entry ?? null };
}

/** The log as it was found: the seals of its days, where its chain ends and the hash at the kept place (null when it was dropped). */
export type FoundLog = {
  readonly days: readonly StoredDay[];
  readonly end: number;
  readonly hashAtHead: string | null;
};

/** What kept seals say that the log does not. */
export function keptFaults({ days, head }: KeptSeals, found: FoundLog): Fault[] {
  const byNumber = new Map(found.days.map((day) => [day.number, day]));
  const faults = days.flatMap(({ number, day, seal }): Fault[] => {
    const stored = byNumber.get(number);
    if (!stored) return [fault("kept_end_missing", { day, number })];
    return stored.seal === seal ? [] : [fault("kept_seal_differs", { day, number })];
  });
  if (head === null) return faults;
  if (head.position > found.end) faults.push(fault("kept_end_missing", {}));
  else if (found.hashAtHead !== null && found.hashAtHead !== head.hash) faults.push(fault("kept_seal_differs", {}));
  return faults;
}
