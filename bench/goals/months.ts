import { addDays, addMonths, type Day, day, isoDay } from "../../src/platform/kernel/day.ts";

/** The last days of the months up to and including the one a day is in, oldest first. */
export function monthEnds(upTo: Day, months: number): readonly Day[] {
  const first = day(`${isoDay(upTo).slice(0, 8)}01`);
  return Array.from({ length: months }, (_, back) => addDays(addMonths(first, 1 - back), -1)).reverse();
}

/** The relation `months` that the statements by hand are written over, for some measuring days. */
export function monthsRelation(days: readonly Day[]): string {
  const rows = days.map((measured, idx) => {
    const upto = addDays(measured, 1);
    const newYear = `${isoDay(measured).slice(0, 4)}-01-01`;
    const back = [3, 12, 36].map((months) => isoDay(addMonths(upto, -months)));
    return `(${[String(idx), ...[isoDay(upto), ...back, newYear].map((iso) => `DATE '${iso}'`)].join(", ")})`;
  });
  return `WITH months(idx, upto, quarter_ago, year_ago, three_years_ago, new_year) AS (VALUES ${rows.join(", ")})`;
}
