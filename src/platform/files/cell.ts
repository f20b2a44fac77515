/** A cell of a file: a text, a number, a day, or nothing. */
export type Cell = string | number | DayCell | DecimalCell | null;

/** A real date, as `2021-12-31`; `month` shows the month only. */
export type DayCell = { readonly day: string; readonly shown?: "day" | "month" };

/** A number shown with a fixed number of decimals, such as an amount in kroner. */
export type DecimalCell = { readonly number: number; readonly decimals: number };

/** Rows as they come. The first is the header. */
export type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;

const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r\n]/;
const IS_NUMBER = /^-[\d.,]+$/;

/**
 * A text that no spreadsheet runs as a formula: an apostrophe stands before what looks like one, or another sign, such as a space for
 * files that are read again here. A negative number stays as it is.
 */
export function safeText(text: string, sign = "'"): string {
  return LOOKS_LIKE_FORMULA.test(text) && !IS_NUMBER.test(text) ? `${sign}${text}` : text;
}
