import { joined, runningOrRecent } from "../../courses/rules.ts";
import type { Day } from "../../platform/kernel/day.ts";
import { covers, type Period } from "../../platform/kernel/period.ts";
import type { CaseFile, CourseRecord, IntegrationData } from "../contract.ts";

type Dated = Pick<CaseFile, "timeline">;
type Who = Pick<IntegrationData, "who">;

/** The stretches in the group, the earliest first; stretches that touch are one. */
export function programmeSpells({ who }: Who, { timeline }: Dated): readonly Period[] {
  return joined(
    timeline.spells.filter(
      ({ family, code }) =>
        (family === "benefit" && who.benefits.includes(code)) ||
        (family === "target_group" && who.targetGroups.includes(code)),
    ),
  );
}

/** The running stretch, else the latest that ended within a year; null when there is none. */
export function spellNow(data: Who, file: Dated, on: Day): Period | null {
  return runningOrRecent(programmeSpells(data, file), on);
}

/** The record that holds on a day; null without one. */
export function recordOn(records: readonly CourseRecord[] | undefined, day: Day): CourseRecord | null {
  return (records ?? []).find((one) => covers(one, day)) ?? null;
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
  return timeline.spells.some((one) => one.family === "benefit" && who.benefits.includes(one.code) && covers(one, day));
}
