/** A value as the generator hands it over: days as `Day`, shares and hours as decimals, amounts as whole øre, missing as null. */
export type DemoValue = string | number | boolean | null;

/** One record, keyed by the column names of the CSV layout: `id`, `first_day`/`last_day` or `day`, the fact's columns, `known_from`, `known_until`. */
export type DemoRow = Readonly<Record<string, DemoValue>>;

/** Some records of one fact. */
export type DemoBatch = { readonly fact: string; readonly rows: readonly DemoRow[] };

/** The columns of the layout that say when a record held and when it was known; all hold days. */
export const WHEN_COLUMNS: readonly string[] = ["first_day", "last_day", "day", "known_from", "known_until"];
