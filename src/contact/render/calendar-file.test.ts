import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { isoDay } from "../../platform/kernel/day.ts";
import { type CalendarEntry, calendarFile } from "./calendar-file.ts";
import { minuteInCopenhagen } from "./minute.ts";

const ENTRY: CalendarEntry = {
  id: "7b4f5f0e-9f0e-4c55-9f52-0d4d2f4ab001",
  version: 3,
  day: "2022-01-03",
  starts: 570,
  minutes: 45,
  summary: "Aftale hos Jobcenter Prøve; bring, om muligt, \\ papirer",
  location: "Prøvevej 1, 0000 Prøveby",
  url: null,
  isCancelled: false,
  written: new Date("2021-12-31T09:00:00Z"),
};

function events(text: string): readonly ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}

describe("appointments as an iCalendar file", () => {
  it("are read by another program as they were meant, signs and all", () => {
    const [event] = events(calendarFile([ENTRY], { name: "Springbræt" }));
    expect(event).toMatchObject({ uid: ENTRY.id, sequence: 3, summary: ENTRY.summary, location: ENTRY.location });
    // Winter in Denmark is an hour ahead of UTC.
    expect(event?.startDate.toJSDate().toISOString()).toBe("2022-01-03T08:30:00.000Z");
    expect(event?.duration.toSeconds()).toBe(45 * 60);
  });

  it("tell a calendar that one is called off", () => {
    expect(calendarFile([{ ...ENTRY, isCancelled: true }], { name: "x" })).toContain("STATUS:CANCELLED");
  });

  it("begin at the same time of day in Denmark on both sides of a change of clocks", () => {
    const time = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/Copenhagen",
      hour: "2-digit",
      minute: "2-digit",
    });
    fc.assert(
      fc.property(fc.integer({ min: 14_000, max: 25_000 }), fc.integer({ min: 480, max: 960 }), (at, minute) => {
        const day = isoDay(at as Parameters<typeof isoDay>[0]);
        const expected = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
        expect(time.format(minuteInCopenhagen(day, minute))).toBe(expected);
      }),
    );
  });
});
