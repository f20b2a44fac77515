import type { Day } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord } from "../contract.ts";

const BENEFIT = "sygedagpenge";
/** How long after its last day a case is still shown and can be closed. */
const RECENT_DAYS = 365;
const WEEK = 7;

/** Days on sickness benefit, unbroken; `until` is the first day after, `FOREVER` while it runs. */
export type SickSpell = { readonly from: Day; readonly until: Day };

/** The stretches on sickness benefit, the earliest first; stretches that touch are one. */
export function sickSpells({ timeline }: Pick<CaseFile, "timeline">): readonly SickSpell[] {
  const joined: { from: Day; until: Day }[] = [];
  const own = timeline.spells.filter(({ family, code }) => family === "benefit" && code === BENEFIT);
  for (const { from, until } of own.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until) as Day;
    else joined.push({ from, until });
  }
  return joined;
}

/** The stretch that a day is in, its first day after included: what ended today can still be told of. */
export function spellAround(file: Pick<CaseFile, "timeline">, day: Day): SickSpell | null {
  return sickSpells(file).findLast(({ from, until }) => from <= day && day <= until) ?? null;
}

/** The running stretch, else the latest that ended within a year; null when there is none. */
export function spellNow(file: Pick<CaseFile, "timeline">, on: Day): SickSpell | null {
  return sickSpells(file).findLast(({ from, until }) => from <= on && on - until < RECENT_DAYS) ?? null;
}

/** Whole weeks from a day to another. */
export function weeksBetween(from: Day, to: Day): number {
  return Math.floor((to - from) / WEEK);
}

/** Records that belong to a stretch and were so on a day, the newest first. */
export function within(
  records: readonly CourseRecord[] | undefined,
  spell: SickSpell,
  on: Day,
): readonly CourseRecord[] {
  return (records ?? []).filter(({ from }) => spell.from <= from && from <= Math.min(spell.until, on));
}

/** Does something of the timeline hold on a day? */
export function holdsOn({ timeline }: Pick<CaseFile, "timeline">, code: string, day: Day): boolean {
  return timeline.spells.some((spell) => spell.code === code && spell.from <= day && day < spell.until);
}

/** Is somebody sick-listed from a job on a day? */
export function isFromJob(file: Pick<CaseFile, "timeline">, day: Day): boolean {
  return holdsOn(file, "ansat", day);
}

/** Does a stretch still run on a day? */
export function runsOn({ from, until }: SickSpell, day: Day): boolean {
  return from <= day && day < until;
}
