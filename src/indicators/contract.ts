import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What a goal wants: an operator, a value in the indicator's unit and the last day it may be reached. */
export const targetResult = z.strictObject({
  operator: z.enum([">=", "<=", ">", "<", "="]),
  /** Null while the comparison the target leans on has no data. */
  value: z.number().nullable(),
  /** Half-width of the accepted band, for "=". */
  margin: z.number().nullable(),
  by: isoDay,
  /** Where the value comes from when it is not written in the plan: a baseline, a comparison, a path. */
  basis: bilingual.nullable(),
});

/** One point of a series: the window that ends with the step. */
export const seriesPoint = z.strictObject({
  period: z.string(),
  /** Last day counted in the point. */
  day: isoDay,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** The value the target's path asks for on that day, where there is a path. */
  path: z.number().nullable(),
});

/** Where the indicator is heading: the value expected on the deadline with an 80 % interval. */
export const projection = z.strictObject({
  by: isoDay,
  value: z.number(),
  low: z.number(),
  high: z.number(),
  /** Points of history it rests on. */
  points: z.number().int(),
  method: bilingual,
  /** Share (0-100) of earlier points inside the interval computed for them, before it was widened by those that fell outside; null when too short. */
  coverage: z.number().nullable(),
});

/** A figure to compare with, in the same unit. */
export const comparison = z.strictObject({
  label: bilingual,
  value: z.number().nullable(),
  missing: bilingual.nullable(),
  series: z.array(z.strictObject({ day: isoDay, value: z.number().nullable() })),
});

/** The statuses of a goal, from best to worst. After the deadline only met, missed and no_data occur. */
export const goalStatus = z.enum(["met", "on_track", "at_risk", "off_track", "missed", "no_data"]);

/** One computed indicator with everything needed to open it. */
export const indicatorResult = z.strictObject({
  label: bilingual,
  unit: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  target: targetResult.nullable(),
  status: goalStatus,
  /** Why the status is what it is, in one sentence. */
  why: bilingual,
  definition: bilingual,
  /** Which data is lacking when there is no value. */
  missing: bilingual.nullable(),
  assumption: bilingual.nullable(),
  series: z.array(seriesPoint),
  projection: projection.nullable(),
  comparisons: z.array(comparison),
  /** The day the figure is measured on: the asked day, or the deadline when that has passed. */
  measuredOn: isoDay,
  window: z.strictObject({ from: isoDay, last: isoDay }),
  /** The measure's kind, and the indicator as it stands in the plan (YAML). */
  measure: z.string(),
  expression: z.string(),
  sql: z.string(),
  /** What stands behind the figure: people, companies or other rows; null when it cannot be opened to rows. */
  rowsOf: z.enum(["citizens", "companies", "rows"]).nullable(),
  /** The latest day any fact behind the figure was recorded. */
  freshness: isoDay.nullable(),
  /** True when the figure is hidden from this reader since it rests on fewer than five people. */
  withheld: z.boolean(),
  /** More that some measures know: response rate, interval, day of delivery. */
  details: z.array(z.strictObject({ label: bilingual, value: bilingual })),
});

export type Bilingual = z.infer<typeof bilingual>;
export type TargetResult = z.infer<typeof targetResult>;
export type SeriesPoint = z.infer<typeof seriesPoint>;
export type Projection = z.infer<typeof projection>;
export type Comparison = z.infer<typeof comparison>;
export type GoalStatus = z.infer<typeof goalStatus>;
export type IndicatorResult = z.infer<typeof indicatorResult>;
