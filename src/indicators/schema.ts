import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";
import type { Spec } from "./measure.ts";
import { specParam, windowParam } from "./shared/params.ts";

const limit = z.union([z.number(), specParam]);
const baseline = z.strictObject({ day: z.iso.date() });
const by = z.iso.date().optional();

/**
 * What is wanted: at least or at most a value or another measure (a comparison), below or above it, equal within a margin, a change
 * of x percent a year from a baseline day (a path), a direction against a baseline day, or done (a milestone); by a day, else by the
 * end of the plan.
 */
export const targetParam = z.union([
  z.strictObject({ at_least: limit, by }),
  z.strictObject({ at_most: limit, by }),
  z.strictObject({ below: limit, by }),
  z.strictObject({ above: limit, by }),
  z.strictObject({ equal: limit, within: z.number().min(0), by }),
  z.strictObject({ change_per_year: z.number(), from: baseline, by }),
  z.strictObject({ increase_from: baseline, by }),
  z.strictObject({ decrease_from: baseline, by }),
  z.strictObject({ done: z.literal(true), by }),
]);

const comparisonParam = z.union([
  z.strictObject({ label: bilingual, years_before: z.int().min(1).max(20) }),
  z.strictObject({ label: bilingual, of: specParam }),
]);

/** The fields every indicator can have; what remains are its measure's own parameters. */
export const indicatorFields = z.looseObject({
  measure: z.string(),
  window: windowParam.default("month"),
  label: bilingual.optional(),
  unit: z.string().optional(),
  target: targetParam.optional(),
  series: z
    .strictObject({
      step: z.enum(["day", "week", "month", "quarter", "year"]).default("month"),
      from: z.iso.date().optional(),
    })
    .default({ step: "month" }),
  compare: z.array(comparisonParam).default([]),
  assumption: bilingual.optional(),
});

export type TargetParam = z.infer<typeof targetParam>;

/** An indicator as the plan's YAML has it, read and checked. */
export type Indicator = Pick<
  z.infer<typeof indicatorFields>,
  "label" | "unit" | "target" | "series" | "compare" | "assumption"
> & {
  readonly spec: Spec;
  readonly window: NonNullable<Spec["window"]>;
  /** The indicator's own YAML, for people to read. */
  readonly expression: string;
};

const FIELDS = new Set(["label", "unit", "target", "series", "compare", "assumption"]);

/** Splits a read indicator into its common fields and the measure with its own parameters. */
export function asIndicator(fields: z.infer<typeof indicatorFields>, expression: string): Indicator {
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => !FIELDS.has(name)));
  const { label, unit, target, series, compare, assumption, window } = fields;
  return {
    series,
    compare,
    window,
    expression,
    spec: own as Spec,
    ...(label && { label }),
    ...(unit && { unit }),
    ...(target && { target }),
    ...(assumption && { assumption }),
  };
}
