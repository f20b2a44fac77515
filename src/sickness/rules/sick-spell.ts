import { holdsOn, joined, runningOrRecent } from "../../courses/rules.ts";
import type { Day } from "../../platform/kernel/day.ts";
import type { Period } from "../../platform/kernel/period.ts";
import type { CaseFile } from "../contract.ts";

const BENEFIT = "sygedagpenge";
const WEEK = 7;

/** The stretches on sickness benefit, the earliest first; stretches that touch are one. */
export function sickSpells({ timeline }: Pick<CaseFile, "timeline">): readonly Period[] {
  return joined(timeline.spells.filter(({ family, code }) => family === "benefit" && code === BENEFIT));
}

/** The stretch that a day is in, its first day after included: what ended today can still be told of. */
export function spellAround(file: Pick<CaseFile, "timeline">, day: Day): Period | null {
  return sickSpells(file).findLast(({ from, until }) => from <= day && day <= until) ?? null;
}

/** The running stretch, else the latest that ended within a year; null when there is none. */
export function spellNow(file: Pick<CaseFile, "timeline">, on: Day): Period | null {
  return runningOrRecent(sickSpells(file), on);
}

/** Whole weeks from a day to another. */
export function weeksBetween(from: Day, to: Day): number {
  return Math.floor((to - from) / WEEK);
}

/** Is somebody sick-listed from a job on a day? */
export function isFromJob(file: Pick<CaseFile, "timeline">, day: Day): boolean {
  return holdsOn(file, "ansat", day);
}
