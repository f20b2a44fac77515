import { addDays, type Day, dayOf, daysInMonth, isoDay, weekday } from "../../platform/kernel/day.ts";
import type { Doubt } from "./doubt.ts";

/** A year, quarter, month or week: how it is called in the records and its first and last day. */
export type NamedPeriod = { readonly name: string; readonly first: string; readonly last: string };

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const YEAR = /^(\d{4})(?:Y01)?$/i;
const QUARTER = /^(\d{4})[- ]?[QK](?:0)?([1-4])$/i;
const QUARTER_SAID = /^([1-4])\. ?kvartal ?(\d{4})$/i;
const MONTH = /^(\d{4})(?:[- ]?M|-)(0[1-9]|1[0-2])$/i;
const MONTH_SAID = /^([a-zæøå]{3,9})\.? ?-?(\d{4})$/i;
const WEEK = /^(\d{4})[- ]?(?:W|U|uge )(\d{1,2})$/i;
const WEEK_SAID = /^uge ?(\d{1,2})[ ,/-]+(\d{4})$/i;
/** Only where a column is known to hold weeks: elsewhere it is a month. */
const WEEK_BARE = /^(\d{4})[-/ ]?(\d{2})$/;

/** A period as statistics name it: `2021`, `2021Q1`, `2021K1`, `2021M05`, `maj 2021`, `2021W07`, `uge 7 2021`. */
export function periodFrom(text: string): NamedPeriod | Doubt {
  const year = YEAR.exec(text);
  if (year) return months(year[1] ?? "", Number(year[1]), [1, 12]);
  const [, quarterYear = QUARTER_SAID.exec(text)?.[2], quarter = QUARTER_SAID.exec(text)?.[1]] =
    QUARTER.exec(text) ?? [];
  if (quarterYear && quarter) {
    const last = Number(quarter) * 3;
    return months(`${quarterYear}-Q${quarter}`, Number(quarterYear), [last - 2, last]);
  }
  return monthFrom(text) ?? weekFrom(text, false);
}

/** A week of a column that holds weeks: also `202107` and `2021-07`. */
export function weekFrom(text: string, bare = true): NamedPeriod | Doubt {
  const said = WEEK_SAID.exec(text);
  const [, year = said?.[2], week = said?.[1]] = WEEK.exec(text) ?? (bare ? WEEK_BARE.exec(text) : null) ?? [];
  if (!year || !week) return { code: "not_a_period" };
  const fourth = dayOf(Number(year), 1, 4);
  const first = addDays(fourth, 1 - weekday(fourth) + 7 * (Number(week) - 1));
  const thursday = addDays(first, 3);
  const exists = Number(week) >= 1 && isoDay(thursday).slice(0, 4) === year;
  if (!exists) return { code: "not_a_period" };
  return { name: `${year}-W${week.padStart(2, "0")}`, first: isoDay(first), last: isoDay(addDays(first, 6)) };
}

function monthFrom(text: string): NamedPeriod | null {
  const said = MONTH_SAID.exec(text);
  const at = MONTHS.indexOf((said?.[1] ?? "").toLowerCase().slice(0, 3));
  const [, year = at >= 0 ? said?.[2] : undefined, month = String(at + 1).padStart(2, "0")] = MONTH.exec(text) ?? [];
  return year ? months(`${year}-${month}`, Number(year), [Number(month), Number(month)]) : null;
}

function months(name: string, year: number, [from, to]: readonly [number, number]): NamedPeriod {
  const last: Day = dayOf(year, to, daysInMonth(year, to));
  return { name, first: isoDay(dayOf(year, from, 1)), last: isoDay(last) };
}
