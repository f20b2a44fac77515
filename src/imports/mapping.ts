import { z } from "zod";

/**
 * What to take from a value that says more than one thing, or says it by a name. `first_of_period`, `last_of_period`, `period`: of a
 * year, quarter, month or week; `first_of_week`, `last_of_week`: of a column of weeks. `area`: an area by name or number. `age_from`,
 * `age_to`: of a group of ages. `cvr`, `p_number`: checked numbers; `cvr_id`, `p_id`: the company's id made of them. `cpr`: the
 * citizen's id by the CPR number, which is never shown or stored here.
 */
export const readAs = z.enum([
  "first_of_period",
  "last_of_period",
  "period",
  "first_of_week",
  "last_of_week",
  "area",
  "age_from",
  "age_to",
  "cvr",
  "p_number",
  "cvr_id",
  "p_id",
  "cpr",
]);
export type ReadAs = z.infer<typeof readAs>;

/** How a column's values are read, where they alone do not say it. */
export const reading = z.strictObject({
  /** The order in `1/2/2021`, or that dates are a spreadsheet's numbers of days. */
  dates: z.enum(["dmy", "mdy", "serial-1900", "serial-1904"]).optional(),
  /** Is a time of day left out? */
  clock: z.literal("drop").optional(),
  decimal: z.enum([",", "."]).optional(),
  /** Is an amount in kroner (or already in øre), a share in percent? */
  unit: z.enum(["kroner", "oere", "percent"]).optional(),
  as: readAs.optional(),
});
export type Reading = z.infer<typeof reading>;

/** One of our fields and where it comes from in a file: a column, or the same value for all rows. */
export const mappedColumn = z.strictObject({
  /** As `fieldsOf` calls it: `first_day`, `citizen`. */
  field: z.string().max(60),
  from: z.string().max(300).nullable(),
  constant: z.string().max(300).optional(),
  /** What values in the file are called here; letters' case and spaces do not count. */
  codes: z.record(z.string().max(300), z.string().max(300)).optional(),
  /** Are values that `codes` does not have refused, also where any text would do? */
  strict: z.boolean().optional(),
  read: reading.optional(),
});
export type MappedColumn = z.infer<typeof mappedColumn>;

/** Rows by a column: those that have one of the values in it. */
const only = z.strictObject({ from: z.string().max(300), values: z.array(z.string().max(300)).max(500) });
export type Only = z.infer<typeof only>;

/** How a kind of file is understood. */
export const mapping = z.strictObject({
  fact: z.string().max(60),
  /** The layout it was made from. */
  layout: z.string().max(60).optional(),
  columns: z.array(mappedColumn).max(200),
  only: z.array(only).max(20).optional(),
  /** Rows to leave out, such as figures that are missing. */
  except: z.array(only).max(20).optional(),
});
export type Mapping = z.infer<typeof mapping>;
