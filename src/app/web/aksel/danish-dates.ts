import { nb } from "@navikt/ds-react/locales";

type DateLocale = typeof nb.global.dateLocale;
type MonthOf = DateLocale["localize"]["month"];
type DayOf = DateLocale["localize"]["day"];

const MONTHS = [
  "januar",
  "februar",
  "marts",
  "april",
  "maj",
  "juni",
  "juli",
  "august",
  "september",
  "oktober",
  "november",
  "december",
];
const DAYS = ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"];

const month: MonthOf = (value, options) => shortened(MONTHS[value] ?? "", options?.width);
const day: DayOf = (value, options) => shortened(DAYS[value] ?? "", options?.width);

/**
 * Months and weekdays as Danes write them, over the design system's Norwegian rules for weeks (Monday first, week 1 holds
 * 4 January), which are the same.
 */
export const danishDates: DateLocale = {
  ...nb.global.dateLocale,
  code: "da",
  localize: { ...nb.global.dateLocale.localize, month, day },
};

function shortened(word: string, width: string | undefined): string {
  if (width === "narrow") return word.slice(0, 1).toUpperCase();
  if (width === "short") return word.slice(0, 2);
  return width === "abbreviated" ? `${word.slice(0, 3)}.` : word;
}
