import { addDays, type Day } from "../../platform/kernel/day.ts";
import { openingHours, type Schedule } from "./opening-hours.ts";

/** A stretch of a day, in minutes since midnight. */
export type Slot = { readonly day: Day; readonly starts: number; readonly minutes: number };

/** What is taken already, and by which appointment. */
export type Taken = Slot & { readonly id: string; readonly whose: "staff" | "citizen" };

/** Now, as the jobcentre's clock has it. */
export type Now = { readonly day: Day; readonly minute: number };

/** Why a time cannot be booked, and the nearest time that can. */
export type BookingFault = {
  readonly code:
    | "in_the_past"
    | "closed_that_day"
    | "outside_hours"
    | "staff_taken"
    | "citizen_taken"
    | "too_far_ahead";
  readonly field: "day" | "starts";
  /** The nearest time later that nothing speaks against; null when there is none in two weeks. */
  readonly instead: Slot | null;
  /** From and until, in minutes, that it collides with or must lie within; null when that is nothing to tell. */
  readonly bounds: { readonly from: number; readonly until: number } | null;
};

/** Nothing is booked further ahead than so many days. */
export const LONGEST_AHEAD = 366;
const LOOK_DAYS = 14;
const STEP_MINUTES = 15;

/** What speaks against booking a time, the first thing only; null when nothing does. An appointment that is moved does not collide with itself. */
export function bookingFault(asked: Slot, around: At & { readonly moved: string | null }): BookingFault | null {
  const at = { ...around, taken: around.taken.filter(({ id }) => id !== around.moved) };
  const found = firstFault(asked, at);
  return found && { ...found, instead: nearestFree(asked, at) };
}

/** Now, when the jobcentre is open, and what is taken. */
type At = { readonly now: Now; readonly schedule: Schedule; readonly taken: readonly Taken[] };

type Found = Omit<BookingFault, "instead">;

function firstFault(asked: Slot, { now, schedule, taken }: At): Found | null {
  const { day, starts } = asked;
  const hours = openingHours(day, schedule);
  if (day < now.day) return { code: "in_the_past", field: "day", bounds: null };
  if (day === now.day && starts < now.minute) return { code: "in_the_past", field: "starts", bounds: null };
  if (day > addDays(now.day, LONGEST_AHEAD)) return { code: "too_far_ahead", field: "day", bounds: null };
  if (hours === null) return { code: "closed_that_day", field: "day", bounds: null };
  if (starts < hours.from || endOf(asked) > hours.until)
    return { code: "outside_hours", field: "starts", bounds: hours };
  const other = taken.find((one) => collide(one, asked));
  if (!other) return null;
  const bounds = { from: other.starts, until: endOf(other) };
  return { code: other.whose === "staff" ? "staff_taken" : "citizen_taken", field: "starts", bounds };
}

/** The nearest time from the one asked for on, by quarters of an hour, within two weeks. */
function nearestFree({ day, starts, minutes }: Slot, at: At): Slot | null {
  const { now, schedule } = at;
  const first = day < now.day ? now.day : day;
  for (let later = 0; later <= LOOK_DAYS; later += 1) {
    const on = addDays(first, later);
    const hours = openingHours(on, schedule);
    if (hours === null) continue;
    const from = later === 0 && day >= now.day ? Math.max(starts, hours.from) : hours.from;
    for (let begins = quarter(from); begins + minutes <= hours.until; begins += STEP_MINUTES) {
      const slot = { day: on, starts: begins, minutes };
      if (firstFault(slot, at) === null) return slot;
    }
  }
  return null;
}

function quarter(minute: number): number {
  return Math.ceil(minute / STEP_MINUTES) * STEP_MINUTES;
}

function endOf({ starts, minutes }: Slot): number {
  return starts + minutes;
}

function collide(a: Slot, b: Slot): boolean {
  return a.day === b.day && a.starts < endOf(b) && b.starts < endOf(a);
}
