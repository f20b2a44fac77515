import { civilOf, type Day, weekday } from "../../platform/kernel/day.ts";

/** Monday to Friday outside 24-26 December and New Year's Day: the days on which the demo's jobcentre works. */
export function isWorkingDay(day: Day): boolean {
  if (weekday(day) > 5) return false;
  const { month, day: dayOfMonth } = civilOf(day);
  return !(month === 12 && dayOfMonth >= 24 && dayOfMonth <= 26) && !(month === 1 && dayOfMonth === 1);
}

/** Working days with less than full activity: the part of it that remains. */
export type SlowPeriod = { readonly from: Day; readonly until: Day; readonly part: number };

/** How much is done on a day against a normal working day: 0 when closed, the part that remains in a slow period, less in July. */
export function activityOn(day: Day, slow: readonly SlowPeriod[]): number {
  if (!isWorkingDay(day)) return 0;
  const period = slow.find((each) => each.from <= day && day < each.until);
  const { month } = civilOf(day);
  return (period?.part ?? 1) * (month === 7 ? 0.6 : month === 12 ? 0.85 : 1);
}

/** The sum of activity over days, the last not included. */
export function activityOver(from: Day, until: Day, slow: readonly SlowPeriod[]): number {
  let sum = 0;
  for (let day: number = from; day < until; day += 1) sum += activityOn(day as Day, slow);
  return sum;
}
