import type { Day } from "../../platform/kernel/day.ts";

/** How many weeks ahead a load is told, each of seven days from the day it is told on. */
export const WEEKS_AHEAD = 8;
const WEEK_DAYS = 7;

/** A conversation that is booked with somebody. */
export type Meeting = { readonly staff: string; readonly day: Day; readonly minutes: number };

/** A duty that a conversation would meet and that too few are booked for. */
export type Unbooked = {
  readonly citizen: string;
  /** Whose list it is on; null when it is nobody's. */
  readonly staff: string | null;
  /** The kind of conversation that would meet it. */
  readonly kind: string;
  readonly minutes: number;
  /** How many more it takes. */
  readonly missing: number;
  /** The last day in time; what is late already counts in the first week. */
  readonly due: Day;
};

/** Minutes of conversations in each week ahead: what is booked, and what falls due and is not. */
export type Load = { readonly booked: readonly number[]; readonly unbooked: readonly number[] };

/** The week ahead that a day lies in, the first for what is behind; null beyond them. */
export function weekAhead(day: Day, on: Day): number | null {
  const week = Math.max(0, Math.floor((day - on) / WEEK_DAYS));
  return week < WEEKS_AHEAD ? week : null;
}

/**
 * The load of each member of staff, and under null of nobody's cases. Two duties to one citizen that the same kind of conversation meets in the
 * same week take it once: one conversation counts for both.
 */
export function loadsOf(
  meetings: readonly Meeting[],
  unbooked: readonly Unbooked[],
  on: Day,
): ReadonlyMap<string | null, Load> {
  const booked = meetings.flatMap(({ staff, day, minutes }) => weekly(staff, weekAhead(day, on), minutes));
  const talks = Map.groupBy(
    unbooked,
    ({ citizen, staff, kind, due }) => `${citizen} ${staff} ${kind} ${weekAhead(due, on)}`,
  );
  const needed = [...talks.values()].flatMap((same) => {
    const [first] = same;
    const minutes = Math.max(...same.map((one) => one.minutes * one.missing));
    return first ? weekly(first.staff, weekAhead(first.due, on), minutes) : [];
  });
  const everybody = new Set([...booked, ...needed].map(({ staff }) => staff));
  return new Map(
    [...everybody].map((staff) => [staff, { booked: sums(booked, staff), unbooked: sums(needed, staff) }]),
  );
}

type Minutes = { readonly staff: string | null; readonly week: number; readonly minutes: number };

function weekly(staff: string | null, week: number | null, minutes: number): readonly Minutes[] {
  return week === null ? [] : [{ staff, week, minutes }];
}

function sums(all: readonly Minutes[], whose: string | null): readonly number[] {
  const weeks = Array.from({ length: WEEKS_AHEAD }, () => 0);
  for (const { staff, week, minutes } of all) if (staff === whose) weeks[week] = (weeks[week] ?? 0) + minutes;
  return weeks;
}

/** Several loads as one. */
export function sumOf(loads: readonly Load[]): Load {
  const add = (part: keyof Load): readonly number[] =>
    Array.from({ length: WEEKS_AHEAD }, (_, week) => loads.reduce((sum, load) => sum + (load[part][week] ?? 0), 0));
  return { booked: add("booked"), unbooked: add("unbooked") };
}

/** All minutes of a load over the weeks ahead. */
export function minutesOf({ booked, unbooked }: Load): number {
  return [...booked, ...unbooked].reduce((sum, minutes) => sum + minutes, 0);
}
