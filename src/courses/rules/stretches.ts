import type { Day } from "../../platform/kernel/day.ts";
import { covers, type Period } from "../../platform/kernel/period.ts";
import type { CaseFile, CourseRecord } from "../contract.ts";

/** How long after its last day a course is still shown and can be closed. */
const RECENT_DAYS = 365;

/** The stretches together, the earliest first; those that touch or overlap are one. `until` is the first day after. */
export function joined(stretches: readonly Period[]): readonly Period[] {
  const all: { from: Day; until: Day }[] = [];
  for (const { from, until } of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until) as Day;
    else all.push({ from, until });
  }
  return all;
}

/** The stretch that runs on a day, else the latest that ended within a year; null when there is none. */
export function runningOrRecent(stretches: readonly Period[], on: Day): Period | null {
  return stretches.findLast(({ from, until }) => from <= on && on - until < RECENT_DAYS) ?? null;
}

/** Records that belong to a stretch, its first day after included, and were so on a day; in the order they came. */
export function within(
  records: readonly CourseRecord[] | undefined,
  stretch: Period,
  on: Day,
): readonly CourseRecord[] {
  return (records ?? []).filter(({ from }) => stretch.from <= from && from <= Math.min(stretch.until, on));
}

/** Does something of the timeline, by its code, hold on a day? */
export function holdsOn({ timeline }: Pick<CaseFile, "timeline">, code: string, day: Day): boolean {
  return timeline.spells.some((spell) => spell.code === code && covers(spell, day));
}
