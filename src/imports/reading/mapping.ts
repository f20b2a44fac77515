import type { DateReading } from "../rules/days.ts";
import type { DecimalMark } from "../rules/numbers.ts";

/** How a column's values are to be read, where they alone do not say it. Plain values: a mapping is remembered as JSON. */
export type Reading = DateReading & {
  readonly decimal?: DecimalMark;
  /** Is an amount in kroner (or already in øre), a share in percent? */
  readonly unit?: "kroner" | "oere" | "percent";
  /** What to take from a value that says more than one thing, or says it by a name. */
  readonly as?: ReadAs;
};

/**
 * `first_of_period`, `last_of_period` and `period`: of a year, quarter, month or week; `first_of_week`, `last_of_week`: of a column of
 * weeks. `area`: an area by name or number. `age_from`, `age_to`: of a group of ages. `cvr`, `p_number`: checked numbers;
 * `cvr_id`, `p_id`: the company's id made of them. `cpr`: the citizen's id by the CPR number, which is never shown or stored here.
 */
export type ReadAs =
  | "first_of_period"
  | "last_of_period"
  | "period"
  | "first_of_week"
  | "last_of_week"
  | "area"
  | "age_from"
  | "age_to"
  | "cvr"
  | "p_number"
  | "cvr_id"
  | "p_id"
  | "cpr";

/** Where one field of a fact comes from. */
export type MappedColumn = {
  /** As `fieldsOf` calls it: `first_day`, `citizen`. */
  readonly field: string;
  /** The column's name in the file's header; null when it is the same for every row, or empty. */
  readonly from: string | null;
  readonly constant?: string;
  /** What values in the file are called here; letters' case and spaces do not count. */
  readonly codes?: Readonly<Record<string, string>>;
  /** Are values that `codes` does not have refused, also where any text would do? */
  readonly strict?: boolean;
  readonly read?: Reading;
};

/** Rows by a column: those that have one of the values in it. */
export type Only = { readonly from: string; readonly values: readonly string[] };

/** How a file becomes rows of a fact. */
export type Mapping = {
  readonly fact: string;
  /** The layout it was made from. */
  readonly layout?: string;
  readonly columns: readonly MappedColumn[];
  readonly only?: readonly Only[];
  /** Rows to leave out, such as figures that are missing. */
  readonly except?: readonly Only[];
};
