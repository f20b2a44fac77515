import { array, assert, constantFrom, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day } from "../../kernel/day.ts";
import { dayOfEntry, isBackdated } from "./day-of-entry.ts";

const monday = day("2026-03-02");
const tuesday = day("2026-03-03");

describe("the day an entry of the access log is sealed under (PRI-LOG2)", () => {
  it("is its own day, beginning a new one when the day before is over", () => {
    expect(dayOfEntry(monday, { last: null, isOpen: false, today: monday })).toEqual({ day: monday, begins: true });
    expect(dayOfEntry(monday, { last: monday, isOpen: true, today: monday })).toEqual({ day: monday, begins: false });
    expect(dayOfEntry(tuesday, { last: monday, isOpen: true, today: tuesday })).toEqual({ day: tuesday, begins: true });
  });

  it("is the open day for an entry that came late, and today when its day was closed already", () => {
    expect(dayOfEntry(monday, { last: tuesday, isOpen: true, today: tuesday })).toEqual({
      day: tuesday,
      begins: false,
    });
    expect(dayOfEntry(monday, { last: monday, isOpen: false, today: tuesday })).toEqual({ day: tuesday, begins: true });
  });

  it("begins anew with what the clock shows when it was put back", () => {
    const farAhead = day("2031-01-01");
    expect(dayOfEntry(monday, { last: farAhead, isOpen: true, today: monday })).toEqual({ day: monday, begins: true });
  });

  it("never seals an entry of a day under an earlier open day, whatever the clocks do", () => {
    const days = array(integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 30 });
    void assert(
      property(days, constantFrom(0, 1, 2), (entries, delay) => {
        let last: Day | null = null;
        for (const entry of entries as Day[]) {
          const found: ReturnType<typeof dayOfEntry> = dayOfEntry(entry, {
            last,
            isOpen: last !== null,
            today: (entry + delay) as Day,
          });
          expect(found.day).toBeGreaterThanOrEqual(entry);
          expect(found.begins).toBe(found.day !== last);
          last = found.day;
        }
      }),
    );
  });

  it("tells an entry that was written for another time", () => {
    expect(isBackdated(monday, tuesday)).toBe(false);
    expect(isBackdated(monday, day("2026-03-04"))).toBe(true);
    expect(isBackdated(day("2026-03-04"), monday)).toBe(true);
  });
});
