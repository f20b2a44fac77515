import type { FullTimeTable } from "../../../plan/contract.ts";
import { fill } from "../../../platform/texts/catalogue.ts";
import type { Words } from "./words.ts";

/** The heading of a column: `2019`, `Budget 2020`, `Forventet 2020`. */
export function columnName(column: FullTimeTable["columns"][number], words: Words): string {
  return fill(words.texts.fullTime[column.kind], { year: column.year });
}

/** Withheld in any column of the year, or because the year's only withheld row could be found from its total. */
export function isHidden(table: FullTimeTable, row: FullTimeTable["rows"][number], column: number): boolean {
  const { year } = table.columns[column] ?? {};
  const columns = [...table.columns.keys()].filter((other) => table.columns[other]?.year === year);
  const hides = (of: FullTimeTable["rows"][number]): boolean => columns.some((other) => of.withheld[other]);
  if (hides(row)) return true;
  return row.isTotal && table.rows.filter((other) => !other.isTotal && hides(other)).length === 1;
}
