import { joined, runningOrRecent } from "../../courses/rules.ts";
import { addDays, addMonths, ageOn, type Day } from "../../platform/kernel/day.ts";
import type { Period } from "../../platform/kernel/period.ts";
import type { CaseFile, YouthData } from "../contract.ts";

const MONTHS_A_YEAR = 12;

type Dated = Pick<CaseFile, "timeline">;
type Aged = Pick<CaseFile, "timeline" | "born">;
type Who = Pick<YouthData, "who">;

/** The first day on which somebody is that old, in whole years. */
export function dayOfAge(born: Day, age: number): Day {
  const near = addMonths(born, age * MONTHS_A_YEAR);
  return ageOn(born, near) < age ? addDays(near, 1) : near;
}

/** The stretches on the benefits of the group, whatever the age, the earliest first; stretches that touch are one. */
export function supportSpells({ who }: Who, { timeline }: Dated): readonly Period[] {
  return joined(timeline.spells.filter(({ family, code }) => family === "benefit" && who.benefits.includes(code)));
}

/** The stretches up to the age at which the group ends. Of somebody whose birthday is not known there are none. */
export function youngSpells(data: Who, file: Aged): readonly Period[] {
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
export function spellNow(data: Who, file: Aged, on: Day): Period | null {
  return runningOrRecent(youngSpells(data, file), on);
}
