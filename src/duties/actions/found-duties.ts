import { type BookedTalk, bookedFrom } from "../../contact/public.ts";
import { dutyWords, type Rule } from "../../law/public.ts";
import { unitsWithin } from "../../organisation/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, day, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { type ListedObligation, obligationsNow } from "../queries/obligations.ts";
import { bookedFor, type DayDuty } from "../rules/day-list.ts";
import { OPEN } from "../rules/status.ts";
import { ruleOf } from "./law-ready.ts";

/** A kept obligation with its rule, what is booked that would meet it, and how many more talks it takes. */
export type Found = DayDuty & {
  readonly row: ListedObligation;
  readonly rule: Rule;
  readonly booked: Day | null;
  readonly missing: number;
};

/** Whose duties: those on one's own list, or of everybody in sight, of a unit and those below it, of somebody there. */
export type Whose = {
  readonly whose: "mine" | "unit";
  /** Somebody's id among the staff, or the word for nobody. */
  readonly staff?: string | undefined;
  readonly unit?: string | undefined;
};

/** Asks for the duties on nobody's list. */
export const NOBODY = "nobody";

type Looking = { readonly staff: string | null; readonly on: Day; readonly aside: ReadonlySet<string> };

export type AllFound = {
  readonly all: readonly Found[];
  /** Citizens who are not among them: their data may only be stored. */
  readonly aside: number;
  /** Do some name a row that the law no longer has? They are about to be computed anew. */
  readonly isStale: boolean;
};

/** The open duties asked for. Log the look before showing anything of them. */
export async function foundFor(tx: Tx, asked: Whose, who: Looking): Promise<AllFound> {
  const isMine = asked.whose === "mine";
  if (isMine && who.staff === null) return { all: [], aside: 0, isStale: false };
  const staff = isMine ? who.staff : (asked.staff ?? null);
  const named = staff === null || staff === NOBODY ? {} : { staff };
  const within = isMine || asked.unit === undefined ? null : new Set(await unitsWithin(tx, [asked.unit]));
  const rows = (await obligationsNow(tx, { statuses: OPEN, ...named })).filter(
    (row) => (staff !== NOBODY || row.staff === null) && (within === null || within.has(row.unit ?? "")),
  );
  const shown = rows.filter(({ citizen }) => !who.aside.has(citizen));
  const booked = Map.groupBy(await bookedFrom(tx, isoDay(who.on)), ({ citizen }) => citizen);
  const all = shown.flatMap((row) => found(row, booked.get(row.citizen) ?? [], who.on) ?? []);
  const aside = new Set(rows.map(({ citizen }) => citizen)).intersection(who.aside).size;
  return { all, aside, isStale: all.length < shown.length };
}

/** An obligation with its rule and what is booked for it; null when the law no longer has its row. */
export function found(row: ListedObligation, talks: readonly BookedTalk[], on: Day): Found | null {
  const rule = ruleOf(row);
  if (!rule) return null;
  const { events } = rule.satisfiedBy;
  const booked = bookedFor(
    row,
    talks.filter(({ kind }) => events.includes(kind)).map((talk) => ({ day: day(talk.day) })),
    on,
  );
  const { actor, status, due } = row;
  const { first, isEnough: isBooked, missing } = booked;
  return { row, rule, booked: first, missing, actor, status, due, byTalk: events.length > 0, isBooked };
}

/** What a rule asks for, in a few words. */
export function whatOf(rule: Rule | undefined): { da: string; en: string } {
  return both((rule?.duty && dutyWords[rule.duty]) || rule?.says || { da: "", en: "" });
}

/** A text in both languages as the contracts have it. */
export function both({ da, en }: Bilingual): { da: string; en: string } {
  return { da, en };
}
