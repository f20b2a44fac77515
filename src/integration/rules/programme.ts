import type { Day } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord, IntegrationData } from "../contract.ts";

/** How long after its last day a case is still shown. */
const RECENT_DAYS = 365;

type Dated = Pick<CaseFile, "timeline">;
type Who = Pick<IntegrationData, "who">;

/** Unbroken days in the group, by benefit or by target group; `until` is the first day after, `FOREVER` while it runs. */
export type ProgrammeSpell = { readonly from: Day; readonly until: Day };

/** The stretches in the group, the earliest first; stretches that touch are one. */
export function programmeSpells({ who }: Who, { timeline }: Dated): readonly ProgrammeSpell[] {
  const joined: { from: Day; until: Day }[] = [];
  const own = timeline.spells.filter(
    ({ family, code }) =>
      (family === "benefit" && who.benefits.includes(code)) ||
      (family === "target_group" && who.targetGroups.includes(code)),
  );
  for (const { from, until } of own.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until) as Day;
    else joined.push({ from, until });
  }
  return joined;
}

/** The running stretch, else the latest that ended within a year; null when there is none. */
export function spellNow(data: Who, file: Dated, on: Day): ProgrammeSpell | null {
  return programmeSpells(data, file).findLast(({ from, until }) => from <= on && on - until < RECENT_DAYS) ?? null;
}

/** The record that holds on a day; null without one. */
export function recordOn(records: readonly CourseRecord[] | undefined, day: Day): CourseRecord | null {
  return (records ?? []).find(({ from, until }) => from <= day && day < until) ?? null;
}

/** The first day of the statuses that follow one another up to the one of a day: from then on the municipality has been responsible. Null without one. */
export function statusSince(records: readonly CourseRecord[] | undefined, day: Day): Day | null {
  let first = recordOn(records, day)?.from ?? null;
  for (const { from, until } of (records ?? []).toSorted((a, b) => b.from - a.from))
    if (first !== null && until === first) first = from;
  return first;
}

/** Is somebody in the group or under a status on a day, the first day after included? */
export function isInProgramme(data: Who, file: Pick<CaseFile, "timeline" | "records">, day: Day): boolean {
  const statuses = file.records.integration_statuses ?? [];
  return [...programmeSpells(data, file), ...statuses].some(({ from, until }) => from <= day && day <= until);
}

/** Is somebody on one of the group's benefits on a day? */
export function isOnBenefit({ who }: Who, { timeline }: Dated, day: Day): boolean {
  return timeline.spells.some(
    ({ family, code, from, until }) =>
      family === "benefit" && who.benefits.includes(code) && from <= day && day < until,
  );
}
