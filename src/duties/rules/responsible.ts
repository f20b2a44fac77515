import type { Actor } from "../../law/public.ts";
import type { Day } from "../../platform/kernel/day.ts";
import type { Obligation, Responsibility, StoredObligation, Timeline } from "../contract.ts";

/** The one list an open obligation stands on. */
export type List =
  | { readonly kind: "staff"; readonly staff: string; readonly unit: string }
  | { readonly kind: "unit"; readonly unit: string }
  /** Nobody is responsible: the team leader's list of cases without an owner. */
  | { readonly kind: "no_owner" }
  /** It is not the municipality that must act; it is followed, not done, there. */
  | { readonly kind: "others"; readonly actor: Exclude<Actor, "municipality"> };

/**
 * Who is responsible for a citizen on a day. Of several at once it is the one who took over last, a named member of staff before a unit;
 * ties fall to the first in the alphabet, so that the order of the records decides nothing.
 */
export function responsibleOn({ responsible }: Pick<Timeline, "responsible">, on: Day): Responsibility | null {
  const now = responsible.filter(({ from, until }) => from <= on && on < until);
  const [first] = now.sort(
    (a, b) =>
      Number(a.staff === null) - Number(b.staff === null) ||
      b.from - a.from ||
      a.unit.localeCompare(b.unit) ||
      (a.staff ?? "").localeCompare(b.staff ?? ""),
  );
  return first ?? null;
}

/** The list of an obligation on a day. @public */
export function listOf({ rule }: Pick<Obligation, "rule">, timeline: Timeline, asOf: Day): List {
  if (rule.actor !== "municipality") return { kind: "others", actor: rule.actor };
  const first = responsibleOn(timeline, asOf);
  if (first === null) return { kind: "no_owner" };
  const { unit, staff } = first;
  return staff === null ? { kind: "unit", unit } : { kind: "staff", staff, unit };
}

/** A list's name, the same for equal lists. */
export function listName(list: List): string {
  if (list.kind === "staff") return `staff:${list.staff}`;
  if (list.kind === "unit") return `unit:${list.unit}`;
  return list.kind === "others" ? `others:${list.actor}` : list.kind;
}

/** The name of the list a kept obligation is on, from what was kept with it. */
export function listOfStored({ actor, staff, unit }: Pick<StoredObligation, "actor" | "staff" | "unit">): string {
  if (actor !== "municipality") return listName({ kind: "others", actor });
  if (unit === null) return listName({ kind: "no_owner" });
  return listName(staff === null ? { kind: "unit", unit } : { kind: "staff", staff, unit });
}
