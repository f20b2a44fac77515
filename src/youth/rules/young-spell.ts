import { addDays, addMonths, ageOn, type Day } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord, YouthData } from "../contract.ts";

const MONTHS_A_YEAR = 12;
/** How long after its last day a case is still shown and can be closed. */
const RECENT_DAYS = 365;

type Dated = Pick<CaseFile, "timeline">;
type Aged = Pick<CaseFile, "timeline" | "born">;
type Who = Pick<YouthData, "who">;

/** Unbroken days on the benefits of the group; `until` is the first day after, `FOREVER` while it runs. */
export type SupportSpell = { readonly from: Day; readonly until: Day };

/** The first day on which somebody is that old, in whole years. */
export function dayOfAge(born: Day, age: number): Day {
  const near = addMonths(born, age * MONTHS_A_YEAR);
  return ageOn(born, near) < age ? addDays(near, 1) : near;
}

/** The stretches on the benefits of the group, whatever the age, the earliest first; stretches that touch are one. */
export function supportSpells({ who }: Who, { timeline }: Dated): readonly SupportSpell[] {
  const joined: { from: Day; until: Day }[] = [];
  const own = timeline.spells.filter(({ family, code }) => family === "benefit" && who.benefits.includes(code));
  for (const { from, until } of own.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until) as Day;
    else joined.push({ from, until });
  }
  return joined;
}

/** The stretches up to the age at which the group ends. Of somebody whose birthday is not known there are none. */
export function youngSpells(data: Who, file: Aged): readonly SupportSpell[] {
  if (file.born === null) return [];
  const old = dayOfAge(file.born, data.who.belowAge);
  return supportSpells(data, file)
    .filter(({ from }) => from < old)
    .map(({ from, until }) => ({ from, until: Math.min(until, old) as Day }));
}

type Asked = {
  readonly day: Day;
  /** So many days before the first day count too. */
  readonly earlier: number;
};

/** Is somebody on a benefit of the group on a day, the first day after included: what ended today can still be told of. */
export function isSupported(data: Who, file: Dated, { day, earlier }: Asked): boolean {
  return supportSpells(data, file).some(({ from, until }) => addDays(from, -earlier) <= day && day <= until);
}

/** The running stretch as a young person, else the latest that ended within a year; null when there is none. */
export function spellNow(data: Who, file: Aged, on: Day): SupportSpell | null {
  return youngSpells(data, file).findLast(({ from, until }) => from <= on && on - until < RECENT_DAYS) ?? null;
}

/** Records that belong to a stretch and were so on a day, in the order they came. */
export function within(
  records: readonly CourseRecord[] | undefined,
  spell: SupportSpell,
  on: Day,
): readonly CourseRecord[] {
  return (records ?? []).filter(({ from }) => spell.from <= from && from <= Math.min(spell.until, on));
}

/** Does something of the timeline hold on a day? */
export function holdsOn({ timeline }: Dated, code: string, day: Day): boolean {
  return timeline.spells.some((spell) => spell.code === code && spell.from <= day && day < spell.until);
}
