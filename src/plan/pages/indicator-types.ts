import type { GoalResult } from "../contract.ts";

/** A computed indicator of a goal. */
export type Indicator = GoalResult["indicators"][number];

/** What an indicator's target asks for. */
export type Target = NonNullable<Indicator["target"]>;

/** Where a goal stands. */
export type Status = GoalResult["status"];

/** The statuses from best to worst, as the pages list them. */
export const statuses: readonly Status[] = ["met", "on_track", "at_risk", "off_track", "missed", "no_data"];

/** Which indicator of which goal is shown. */
export type IndicatorPlace = {
  readonly plan: string;
  readonly goal: GoalResult;
  readonly index: number;
  readonly of: number;
};
