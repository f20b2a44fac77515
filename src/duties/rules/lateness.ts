import type { WeekOfTimeliness } from "../contract.ts";

/** One obligation that was late: of which rule, answerable unit and week, for how many days, and whether it still is. */
export type Late = Pick<WeekOfTimeliness, "rule" | "unit" | "week"> & {
  readonly days: number;
  readonly isStill: boolean;
};

/** What a line of timeliness is told per. */
export type Per = "rule" | "unit" | "week";

/** Timeliness with the delay itself. Counts of obligations that fell due; days late are null when none was late. */
export type Told = {
  /** The rule, unit or week; null is an unknown unit. */
  readonly of: string | null;
  readonly fellDue: number;
  readonly onTime: number;
  /** How many of those that were late still are. */
  readonly still: number;
  /** The delay in the middle: half of those late were late for no longer. */
  readonly median: number | null;
  readonly longest: number | null;
};

/** Timeliness in all, as one line. The counts are those of the weeks as they are; the delays those of the late ones among them. */
export function toldOf(of: string | null, weeks: readonly WeekOfTimeliness[], late: readonly Late[]): Told {
  const days = late.map((one) => one.days).toSorted((a, b) => a - b);
  return {
    of,
    fellDue: weeks.reduce((sum, week) => sum + week.fellDue, 0),
    onTime: weeks.reduce((sum, week) => sum + week.onTime, 0),
    still: late.filter(({ isStill }) => isStill).length,
    median: medianOf(days),
    longest: days.at(-1) ?? null,
  };
}

/** Timeliness per rule, unit or week, in order. */
export function toldPer(per: Per, weeks: readonly WeekOfTimeliness[], late: readonly Late[]): readonly Told[] {
  const lateOf = Map.groupBy(late, (one) => one[per]);
  return [...Map.groupBy(weeks, (week) => week[per])]
    .map(([of, own]) => toldOf(of, own, lateOf.get(of) ?? []))
    .toSorted((a, b) => ((a.of ?? "\uffff") < (b.of ?? "\uffff") ? -1 : 1));
}

/** The middle one of days in order; between two it is their mean, which may be a half. */
function medianOf(days: readonly number[]): number | null {
  const half = Math.floor(days.length / 2);
  const [below, above] = [days[half - 1], days[half]];
  if (above === undefined) return null;
  return days.length % 2 === 1 || below === undefined ? above : (below + above) / 2;
}
