import type { ColumnSet } from "../platform/ui/columns.ts";

/** The columns of the list of the day, on the page and in its file, in order. */
export const DAY_COLUMNS = [
  "due",
  "citizen",
  "what",
  "rule",
  "paragraph",
  "status",
  "late",
  "progress",
  "booked",
  "unit",
  "staff",
] as const;
export type DayColumn = (typeof DAY_COLUMNS)[number];

/** What is shown when nobody has chosen; a line always says whom it is about. */
export const DAY_COLUMN_SET: ColumnSet<DayColumn> = {
  all: DAY_COLUMNS,
  usual: ["due", "citizen", "what", "status", "booked"],
  always: ["citizen"],
};

/** Columns by name, with commas between. */
export const COLUMNS_TEXT = new RegExp(`^(${DAY_COLUMNS.join("|")})(,(${DAY_COLUMNS.join("|")}))*$`);
