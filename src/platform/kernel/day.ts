/** A calendar day as a whole number of days since 1970-01-01. Never a clock time, never a time zone. */
export type Day = number & { readonly __day: unique symbol };

/** A year, a month (1-12) and a day of the month (1-31) in the Gregorian calendar. */
export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

/** Stands for "no last day known yet": 9999-12-31. */
export const FOREVER = 2_932_896 as Day;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_PER_ERA = 146_097;

/** The day of a civil date, by counting eras of 400 years from 0000-03-01 (no `Date`, so rules stay pure). */
export function dayOf(year: number, month: number, day: number): Day {
  const shifted = year * 12 + (month - 1) - 2;
  const y = Math.floor(shifted / 12);
  const m = shifted - y * 12;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * m + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - 719_468) as Day;
}

/** The civil date of a day; the inverse of `dayOf`. */
export function civilOf(day: Day): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** `2021-12-31` to a day, or null when the text is not a real ISO date. */
export function parseDay(text: string): Day | null {
  const parts = ISO_DAY.exec(text);
  if (!parts) return null;
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return isoDay(day) === text ? day : null;
}

/** The day of an ISO date known to be right, as in code and tests. Throws on anything else. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`"${text}" is not a date; write it as 2021-12-31`);
  return parsed;
}

/** A day as `2021-12-31`. */
export function isoDay(value: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(value);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

/** The day `days` later (earlier when negative). */
export function addDays(value: Day, days: number): Day {
  return (value + days) as Day;
}

/** The same day of the month `months` later, or that month's last day when it is shorter. */
export function addMonths(value: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = civilOf(value);
  const total = year * 12 + (month - 1) + months;
  const y = Math.floor(total / 12);
  const m = total - y * 12 + 1;
  return dayOf(y, m, Math.min(dayOfMonth, daysInMonth(y, m)));
}

/** Days in a month, 28-31. */
export function daysInMonth(year: number, month: number): number {
  return dayOf(month === 12 ? year + 1 : year, month === 12 ? 1 : month + 1, 1) - dayOf(year, month, 1);
}

/** Completed years from a birthday to a day; someone born 29 February turns a year older on 1 March in common years. */
export function ageOn(born: Day, at: Day): number {
  const b = civilOf(born);
  const d = civilOf(at);
  const had = d.month > b.month || (d.month === b.month && d.day >= b.day);
  return d.year - b.year - (had ? 0 : 1);
}

/** ISO weekday: Monday 1 to Sunday 7. */
export function weekday(value: Day): number {
  return ((((value + 3) % 7) + 7) % 7) + 1;
}

/** Today in Copenhagen, for the edges only: rules are handed their days. */
export function todayInCopenhagen(now: Date = new Date()): Day {
  return day(new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Copenhagen" }).format(now));
}
