import { addDays, type Day, dayOf, isoDay, parseDay } from "../../platform/kernel/day.ts";
import type { Doubt } from "./doubt.ts";

/** How a column's dates are written, where a date alone does not say it. */
export type DateReading = {
  /** The order in `1/2/2021`, or that dates are Excel's numbers of days. */
  readonly dates?: "dmy" | "mdy" | "serial-1900" | "serial-1904" | undefined;
  /** Is a time of day left out? Without this only midnight is taken for a date. */
  readonly clock?: "drop" | undefined;
};

const MONTHS = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const ENGLISH: Readonly<Record<string, string>> = { may: "maj", oct: "okt" };
const TIME = /^(.*\d{4}.*?|\d{8})[ T,]+(?:kl\.? ?)?(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?)(Z|[+-]00:?00)?$/;
const YEAR_FIRST = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;
const NAMED = /^(\d{1,2})[. -]+([a-zæøå]{3,9})[. -]+(\d{4})$/i;
const SERIAL = /^\d{1,7}$/;
const FIRST_SERIAL = { "serial-1900": "1899-12-30", "serial-1904": "1904-01-01" } as const;
/** Excel believes in 29 February 1900: its numbers before 1 March 1900 are a day off, and the day itself never was. */
const EXCEL_LEAP_DAY = 60;

/** A date as Danes and their programs write it, as `2021-12-31`; in doubt it is refused, never guessed. */
export function isoFrom(text: string, reading: DateReading = {}): string | Doubt {
  const { dates } = reading;
  if (dates === "serial-1900" || dates === "serial-1904") {
    if (SERIAL.test(text)) return fromSerial(Number(text), dates);
  }
  const timed = TIME.exec(text);
  if (!timed) return fromDate(text, reading);
  const [, date = "", time = ""] = timed;
  if (reading.clock !== "drop" && /[1-9]/.test(time)) return { code: "has_clock" };
  return fromDate(date.trim(), reading);
}

/** The day of an Excel number; the part of a day after the point is dropped by the caller. */
export function fromSerial(serial: number, dates: "serial-1900" | "serial-1904"): string | Doubt {
  if (dates === "serial-1900" && serial === EXCEL_LEAP_DAY) return { code: "not_a_day" };
  const shift = dates === "serial-1900" && serial < EXCEL_LEAP_DAY ? 1 : 0;
  const first = parseDay(FIRST_SERIAL[dates]);
  if (first === null || serial > 2_958_465) return { code: "not_a_day" };
  return isoDay(addDays(first, serial + shift));
}

/** What a column's dates tell about the order of `1/2/2021`: one order, none, or both ("mixed"), which is no column of dates. */
export function orderSeen(texts: Iterable<string>): "dmy" | "mdy" | "mixed" | null {
  const seen = new Set<"dmy" | "mdy">();
  for (const text of texts) {
    const [, first = "0", mark = "", second = "0"] = YEAR_LAST.exec(text.replace(/[ T].*$/, "")) ?? [];
    if (mark !== "/") continue;
    if (Number(first) > 12) seen.add("dmy");
    if (Number(second) > 12) seen.add("mdy");
  }
  if (seen.size > 1) return "mixed";
  return [...seen][0] ?? null;
}

function fromDate(text: string, { dates }: DateReading): string | Doubt {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? TOGETHER.exec(text) ?? [];
  if (year !== undefined) return realDay(Number(year), Number(month), Number(day));
  const last = YEAR_LAST.exec(text);
  if (last) return dates === "mdy" ? monthFirst(last) : dayFirst(last, dates === "dmy");
  const [, dayNamed, name = "", yearNamed] = NAMED.exec(text) ?? [];
  const short = name.toLowerCase().slice(0, 3);
  const at = MONTHS.indexOf(ENGLISH[short] ?? short);
  return at < 0 ? { code: "not_a_day" } : realDay(Number(yearNamed), at + 1, Number(dayNamed));
}

/** Danes write the day first; a stroke is also how Americans write it, so that must be known, or show itself. */
function dayFirst([, first = "", mark, second = "", year = ""]: RegExpExecArray, known: boolean): string | Doubt {
  const doubtful = mark === "/" && !known && first !== second && Number(first) <= 12 && Number(second) <= 12;
  if (doubtful) return { code: "ambiguous_day" };
  const american = mark === "/" && !known && Number(second) > 12;
  return american
    ? realDay(Number(year), Number(first), Number(second))
    : realDay(Number(year), Number(second), Number(first));
}

function monthFirst([, month = "", , day = "", year = ""]: RegExpExecArray): string | Doubt {
  return realDay(Number(year), Number(month), Number(day));
}

function realDay(year: number, month: number, day: number): string | Doubt {
  const found = dayOf(year, month, day);
  const wanted = [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(
    "-",
  );
  return month >= 1 && month <= 12 && isoDay(found as Day) === wanted ? wanted : { code: "not_a_day" };
}
