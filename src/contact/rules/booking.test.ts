import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "../../platform/kernel/day.ts";
import { bookingFault, type Slot, type Taken } from "./booking.ts";

const WHOLE = { from: 480, until: 960 };
const schedule = {
  week: [WHOLE, WHOLE, WHOLE, WHOLE, { from: 480, until: 900 }, null, null],
  closedEachYear: new Set<string>(),
  closed: new Set<Day>(),
};
/** A Wednesday, at ten. */
const now = { day: day("2021-06-30"), minute: 600 };
const slot = (on: string, starts: number, minutes = 45): Slot => ({ day: day(on), starts, minutes });
const ask = (asked: Slot, taken: readonly Taken[] = [], moved: string | null = null) =>
  bookingFault(asked, { now, schedule, taken, moved });

describe("booking a conversation (CON-01)", () => {
  it("is possible in opening hours when nobody has anything else", () => {
    expect(ask(slot("2021-06-30", 660))).toBeNull();
    expect(ask(slot("2021-07-02", 855))).toBeNull();
  });

  it("is refused for what has passed, with the nearest time that can be had", () => {
    expect(ask(slot("2021-06-30", 540))).toMatchObject({
      code: "in_the_past",
      field: "starts",
      instead: { starts: 600 },
    });
    expect(ask(slot("2021-06-29", 540))).toMatchObject({
      code: "in_the_past",
      field: "day",
      instead: { day: now.day },
    });
  });

  it("is refused when the jobcentre is closed: the next open day is offered", () => {
    expect(ask(slot("2021-07-03", 540))).toEqual({
      code: "closed_that_day",
      field: "day",
      bounds: null,
      instead: slot("2021-07-05", 480),
    });
    expect(ask(slot("2021-07-02", 870))).toMatchObject({
      code: "outside_hours",
      bounds: { from: 480, until: 900 },
      instead: slot("2021-07-05", 480),
    });
    expect(ask(slot("2024-01-02", 600))).toMatchObject({ code: "too_far_ahead" });
  });

  it("is refused when the member of staff or the citizen has another appointment then", () => {
    const taken: readonly Taken[] = [
      { ...slot("2021-07-01", 540, 60), id: "a", whose: "staff" },
      { ...slot("2021-07-01", 600, 30), id: "b", whose: "citizen" },
    ];
    expect(ask(slot("2021-07-01", 570), taken)).toMatchObject({
      code: "staff_taken",
      bounds: { from: 540, until: 600 },
      instead: slot("2021-07-01", 630),
    });
    expect(ask(slot("2021-07-01", 615), taken)).toMatchObject({ code: "citizen_taken" });
    expect(ask(slot("2021-07-01", 630), taken)).toBeNull();
  });

  it("lets an appointment be moved within its own time", () => {
    const taken: readonly Taken[] = [{ ...slot("2021-07-01", 540, 60), id: "a", whose: "staff" }];
    expect(ask(slot("2021-07-01", 570), taken, "a")).toBeNull();
  });

  it("offers only times that it would take itself", () => {
    const anySlot = fc.record({
      day: fc.integer({ min: -5, max: 40 }).map((days) => addDays(now.day, days)),
      starts: fc.integer({ min: 0, max: 1439 }),
      minutes: fc.integer({ min: 5, max: 240 }),
    });
    const anyTaken = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 10 }).map((days): Day => addDays(now.day, days)),
        starts: fc.integer({ min: 480, max: 900 }),
        minutes: fc.integer({ min: 15, max: 240 }),
        id: fc.uuid(),
        whose: fc.constantFrom("staff" as const, "citizen" as const),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(anySlot, anyTaken, (asked, taken) => {
        const instead = ask(asked, taken)?.instead;
        if (instead) expect(ask(instead, taken)).toBeNull();
      }),
    );
  });
});
