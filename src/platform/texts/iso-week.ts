import { addDays, civilOf, type Day, dayOf, parseDay, weekday } from "../kernel/day.ts";

/** The ISO week (1-53) of an ISO day, or null when the text is not a day. `2021-11-01` is week 44. */
export function isoWeekOf(iso: string): number | null {
  const day = parseDay(iso);
  if (day === null) return null;
  const thursday = addDays(day, 4 - weekday(day));
  return Math.floor((thursday - firstOfYear(thursday)) / 7) + 1;
}

function firstOfYear(day: Day): Day {
  return dayOf(civilOf(day).year, 1, 1);
}
