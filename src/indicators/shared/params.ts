import { z } from "zod";
import type { Spec } from "../measure.ts";

const isoDay = z.iso.date();

/** A window as the plan's YAML writes it. */
export const windowParam = z.union([
  z.enum(["day", "week", "month", "quarter", "year", "plan_period"]),
  z.strictObject({ since: isoDay }),
  z.strictObject({ from: isoDay, to: isoDay }),
  z.strictObject({ last: z.int().min(1).max(600), of: z.enum(["day", "week", "month", "quarter", "year"]) }),
]);

/** A measure inside another. Its own parameters are checked by the measure it names. */
export const specParam: z.ZodType<Spec> = z.looseObject({
  measure: z.string(),
  window: windowParam.optional(),
}) as z.ZodType<Spec>;

/** A predicate in the product's language; absent means everyone. */
export const whereParam = z.string().optional();

/** How spells are placed in the window: running on some day of it, begun, ended, or standing on its last day. Events ignore it. */
export const countedParam = z.enum(["running", "begun", "ended", "standing"]).default("running");

/** Rows of a fact: which fact, which of its rows, and how they are placed in the window. */
export const occurrenceParams = z.strictObject({ of: z.string(), where: whereParam, counted: countedParam });

/** What to say of many lengths: the mean, the median or another quantile (0-1). */
export const statisticParam = z
  .union([z.enum(["mean", "median"]), z.strictObject({ quantile: z.number().gt(0).lt(1) })])
  .default("mean");

/** Units lengths can be given in, and the days of one. A month is a twelfth of 365.25 days. */
export const lengthUnitParam = z.enum(["days", "weeks", "months", "years"]).default("weeks");
export const DAYS_IN: Readonly<Record<z.infer<typeof lengthUnitParam>, number>> = {
  days: 1,
  weeks: 7,
  months: 30.4375,
  years: 365.25,
};

export type Statistic = z.infer<typeof statisticParam>;
export type LengthUnit = z.infer<typeof lengthUnitParam>;
