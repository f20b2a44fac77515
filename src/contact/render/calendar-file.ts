import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { minuteInCopenhagen } from "./minute.ts";

/** An appointment in a calendar: no name, number or address of a citizen, for calendars are read by many programs. */
export type CalendarEntry = {
  readonly id: string;
  /** Which text of the appointment: a later one replaces an earlier one in the calendar. */
  readonly version: number;
  /** ISO day, and minutes since midnight in Denmark. */
  readonly day: string;
  readonly starts: number;
  readonly minutes: number;
  readonly summary: string;
  readonly location: string | null;
  /** Where the appointment can be opened; null outside the jobcentre. */
  readonly url: string | null;
  readonly isCancelled: boolean;
  /** When this text was written. */
  readonly written: Date;
};

/** Appointments as an iCalendar file (RFC 5545). Times are given in UTC, so that every calendar shows the right one on both sides of a change of clocks. */
export function calendarFile(entries: readonly CalendarEntry[], { name }: { readonly name: string }): string {
  const calendar = ical({ name, prodId: { company: "Springbraet", product: "appointments", language: "DA" } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const { id, version, day, starts, minutes, summary, location, url, isCancelled, written } of entries)
    calendar.createEvent({
      id,
      sequence: version,
      stamp: written,
      start: minuteInCopenhagen(day, starts),
      end: minuteInCopenhagen(day, starts + minutes),
      summary,
      ...(location === null ? {} : { location }),
      ...(url === null ? {} : { url }),
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}
