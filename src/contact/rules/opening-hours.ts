import { civilOf, type Day, dayOf, weekday } from "../../platform/kernel/day.ts";

/** From and until, in minutes since midnight; null when closed all day. */
export type Hours = { readonly from: number; readonly until: number } | null;

/** When a jobcentre is open, public holidays aside. */
export type Schedule = {
  /** By weekday, Monday first; null when it is closed. */
  readonly week: readonly Hours[];
  /** Closed each year: `6-5` is 5 June. */
  readonly closedEachYear: ReadonlySet<string>;
  readonly closed: ReadonlySet<Day>;
};

/** Days from Easter Sunday: Maundy Thursday, Good Friday, Easter, Easter Monday, Ascension, Whit Sunday, Whit Monday. */
const AROUND_EASTER = [-3, -2, 0, 1, 39, 49, 50];
/** Store bededag was a holiday until and with 2023 (act no. 214 of 2023). */
const [PRAYER_DAY, LAST_PRAYER_DAY] = [26, 2023];
/** Month and day: New Year, Christmas. */
const FIXED = ["1-1", "12-25", "12-26"];

/** When a jobcentre is open on a day: as its schedule has it, and never on a public holiday. */
export function openingHours(day: Day, { week, closedEachYear, closed }: Schedule): Hours {
  const { month, day: of } = civilOf(day);
  if (closed.has(day) || closedEachYear.has(`${month}-${of}`) || isHoliday(day)) return null;
  return week[weekday(day) - 1] ?? null;
}

/** Is the day a Danish public holiday? */
export function isHoliday(day: Day): boolean {
  const { year, month, day: of } = civilOf(day);
  if (FIXED.includes(`${month}-${of}`)) return true;
  const after = day - easterOf(year);
  return AROUND_EASTER.includes(after) || (after === PRAYER_DAY && year <= LAST_PRAYER_DAY);
}

/** Easter Sunday of a year, by the anonymous Gregorian computus. */
function easterOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const [leaps, rest] = [Math.floor(century / 4), century % 4];
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leaps - correction + 15) % 30;
  const inCentury = year % 100;
  const sunday = (32 + 2 * rest + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * late + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}
