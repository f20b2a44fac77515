import type { Day } from "../../platform/kernel/day.ts";

/** The counts over the list of the day, each a filter. */
export const DAY_FILTERS = [
  "overdue",
  "today",
  "week",
  "week_not_booked",
  "not_booked",
  "booked",
  "resting",
  "others",
  "all",
] as const;
export type DayFilter = (typeof DAY_FILTERS)[number];

/** What the list of the day asks of a duty. */
export type DayDuty = {
  readonly actor: string;
  /** How it stands: a status of the contract. */
  readonly status: string;
  readonly due: Day | null;
  /** Can a conversation meet it, and are so many booked that they would? */
  readonly byTalk: boolean;
  readonly isBooked: boolean;
};

/** A booked conversation of a kind that can meet a duty. */
export type BookedFor = { readonly day: Day };

/**
 * What is booked for a duty: the first day that would count, whether so many are booked that they would meet it, and how many more it takes. A talk before the duty's
 * days, or after its last day, does not count; when it is late already, any talk to come does.
 */
export function bookedFor(
  {
    opens,
    due,
    counted,
    needed,
  }: { readonly opens: Day; readonly due: Day | null; readonly counted: number; readonly needed: number },
  talks: readonly BookedFor[],
  on: Day,
): { readonly first: Day | null; readonly isEnough: boolean; readonly missing: number } {
  const last = due === null || due < on ? null : due;
  const days = [...new Set(talks.map(({ day }) => day))].filter(
    (day) => day >= opens && (last === null || day <= last),
  );
  const isEnough = days.length > 0 && counted + days.length >= needed;
  return {
    first: days.toSorted((a, b) => a - b)[0] ?? null,
    isEnough,
    missing: isEnough ? 0 : Math.max(1, needed - counted - days.length),
  };
}

/** Days from today on within which something falls due this week, today included. */
const WEEK_DAYS = 7;

/**
 * The filters a duty belongs to on a day. What others must do (the unemployment fund, the employer, the citizen) is followed and stands in a
 * filter of its own; what rests is not among what must be done. Everything else is in `all`, whatever becomes of it: nothing leaves the list by itself.
 */
export function filtersOf(duty: DayDuty, on: Day): readonly DayFilter[] {
  if (duty.actor !== "municipality") return ["others"];
  if (duty.status === "exempt") return ["resting"];
  const { due, byTalk, isBooked } = duty;
  const isOverdue = duty.status === "overdue";
  const isThisWeek = due !== null && due >= on && due < on + WEEK_DAYS;
  const isUnbooked = byTalk && !isBooked && (isOverdue || duty.status !== "open");
  return [
    ...(isOverdue ? (["overdue"] as const) : []),
    ...(due === on ? (["today"] as const) : []),
    ...(isThisWeek ? (["week"] as const) : []),
    ...(isThisWeek && isUnbooked ? (["week_not_booked"] as const) : []),
    ...(isUnbooked ? (["not_booked"] as const) : []),
    ...(isBooked ? (["booked"] as const) : []),
    "all",
  ];
}

/** How many duties each filter leaves. */
export function countsOf(duties: readonly DayDuty[], on: Day): Readonly<Record<DayFilter, number>> {
  const counts = Object.fromEntries(DAY_FILTERS.map((filter) => [filter, 0])) as Record<DayFilter, number>;
  for (const duty of duties) for (const filter of filtersOf(duty, on)) counts[filter] += 1;
  return counts;
}
