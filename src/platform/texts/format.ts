import { isoWeekOf } from "./iso-week.ts";
import type { Language } from "./language.ts";

/** What is shown where there is no value. */
export const NO_VALUE = "–";

const LOCALE = { da: "da-DK", en: "en-GB" } as const;
const MONTHS = {
  da: ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
} as const;
const MINUS = "\u2212";

/** A number with the language's separators and a fixed number of decimals: `1.475` or `1,475`. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const text = new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Math.abs(value));
  return isNegative(value, decimals) ? `${MINUS}${text}` : text;
}

/** A number with its sign in front, for differences: `+12`, `−3,5`, `0`. */
export function formatSigned(value: number, language: Language, decimals = 0): string {
  const rounds = Number(value.toFixed(decimals));
  return rounds > 0 ? `+${formatNumber(value, language, decimals)}` : formatNumber(value, language, decimals);
}

/** A share of 0-100 as a percentage: `19,0 %` in Danish, `19.0%` in English. */
export function formatPercent(value: number, language: Language, decimals = 1): string {
  return `${formatNumber(value, language, decimals)}${language === "da" ? "\u00a0%" : "%"}`;
}

/** A change in percent with its sign in front: `+3,2 %`, `0,0 %`. */
export function formatSignedPercent(value: number, language: Language, decimals = 1): string {
  const sign = Number(value.toFixed(decimals)) > 0 ? "+" : "";
  return `${sign}${formatPercent(value, language, decimals)}`;
}

/** An ISO day as people write it: `31.12.2021`, or `31 Dec 2021` in English. Other texts come back as they are. */
export function formatDay(iso: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts;
  return language === "da"
    ? `${day}.${month}.${year}`
    : `${Number(day)}\u00a0${MONTHS.en[Number(month) - 1]}\u00a0${year}`;
}

/** The day of the week of an ISO day: `mandag`, `Monday`. */
export function formatWeekday(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(LOCALE[language], { weekday: "long", timeZone: "UTC" }).format(
    new Date(`${iso}T00:00:00Z`),
  );
}

/** The month of an ISO day: `jun. 2021`, `Jun 2021`. */
export function formatMonth(iso: string, language: Language): string {
  return `${MONTHS[language][Number(iso.slice(5, 7)) - 1] ?? ""} ${iso.slice(0, 4)}`;
}

/** The ISO week of a day, as Danes plan: `uge 44`, `week 44`. @public */
export function formatWeek(iso: string, language: Language): string {
  const week = isoWeekOf(iso);
  return week === null ? iso : `${language === "da" ? "uge" : "week"} ${week}`;
}

/** A moment as day and clock time in Copenhagen: `02.07.2021 kl. 10.14`. */
export function formatMoment(iso: string, language: Language): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Copenhagen" }).format(moment);
  const options = { timeZone: "Europe/Copenhagen", hour: "2-digit", minute: "2-digit" } as const;
  const time = new Intl.DateTimeFormat(LOCALE[language], options).format(moment);
  return language === "da" ? `${formatDay(day, language)} kl. ${time}` : `${formatDay(day, language)}, ${time}`;
}

/** A period written by its series: `2021-06` becomes a month, `2021-W44` a week, an ISO day a day. */
export function formatPeriod(period: string, language: Language): string {
  const week = /^(\d{4})-?W(\d{1,2})$/.exec(period);
  if (week) return `${language === "da" ? "uge" : "week"} ${Number(week[2])}, ${week[1]}`;
  if (/^\d{4}-\d{2}$/.test(period)) return formatMonth(`${period}-01`, language);
  return formatDay(period, language);
}

function isNegative(value: number, decimals: number): boolean {
  return Number(value.toFixed(decimals)) < 0;
}
