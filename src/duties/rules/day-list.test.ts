import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { bookedFor, countsOf, DAY_FILTERS, type DayDuty, filtersOf } from "./day-list.ts";

const on = day("2021-06-30");
const duty = (values: Partial<DayDuty> = {}): DayDuty => ({
  actor: "municipality",
  status: "due_soon",
  due: addDays(on, 3),
  byTalk: true,
  isBooked: false,
  ...values,
});

describe("the list of the day (ASK-14, ASK-15, CON-18)", () => {
  it("has what falls due this week, what is late and what nobody has booked", () => {
    expect(filtersOf(duty(), on)).toEqual(["week", "week_not_booked", "not_booked", "all"]);
    expect(filtersOf(duty({ isBooked: true }), on)).toEqual(["week", "booked", "all"]);
    expect(filtersOf(duty({ due: on, status: "due" }), on)).toEqual([
      "today",
      "week",
      "week_not_booked",
      "not_booked",
      "all",
    ]);
    expect(filtersOf(duty({ due: addDays(on, 7) }), on)).toEqual(["not_booked", "all"]);
    expect(filtersOf(duty({ status: "overdue", due: addDays(on, -1) }), on)).toEqual(["overdue", "not_booked", "all"]);
    expect(filtersOf(duty({ byTalk: false }), on)).toEqual(["week", "all"]);
  });

  it("keeps what others must do, and what rests, out of what must be done", () => {
    expect(filtersOf(duty({ actor: "akasse" }), on)).toEqual(["others"]);
    expect(filtersOf(duty({ status: "exempt", due: null }), on)).toEqual(["resting"]);
  });

  it("loses nothing: every duty is in exactly one of all, what rests, and what others do", () => {
    const any = fc.record({
      actor: fc.constantFrom("municipality", "akasse", "employer", "citizen", "doctor"),
      status: fc.constantFrom(
        "open" as const,
        "due_soon" as const,
        "due" as const,
        "overdue" as const,
        "exempt" as const,
      ),
      due: fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(on, days))),
      byTalk: fc.boolean(),
      isBooked: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(any), (duties) => {
        const counts = countsOf(duties, on);
        expect(counts.all + counts.resting + counts.others).toBe(duties.length);
        for (const filter of DAY_FILTERS)
          expect(counts[filter]).toBe(duties.filter((one) => filtersOf(one, on).includes(filter)).length);
      }),
    );
  });

  it("takes a duty as booked only for talks on its own days, and as many as it needs", () => {
    const owed = { opens: day("2021-06-01"), due: day("2021-07-15"), counted: 0, needed: 1 };
    const talk = (on: string) => ({ day: day(on) });
    expect(bookedFor(owed, [talk("2021-07-14"), talk("2021-07-02")], on)).toEqual({
      first: day("2021-07-02"),
      isEnough: true,
      missing: 0,
    });
    expect(bookedFor(owed, [talk("2021-07-16")], on)).toEqual({
      first: null,
      isEnough: false,
      missing: 1,
    });
    expect(bookedFor({ ...owed, opens: day("2021-07-10") }, [talk("2021-07-02")], on)).toMatchObject({
      first: null,
      isEnough: false,
    });
    const four = { ...owed, counted: 2, needed: 4 };
    expect(bookedFor(four, [talk("2021-07-02")], on)).toEqual({
      first: day("2021-07-02"),
      isEnough: false,
      missing: 1,
    });
    expect(bookedFor(four, [talk("2021-07-02"), talk("2021-07-02")], on).isEnough).toBe(false);
    expect(bookedFor(four, [talk("2021-07-02"), talk("2021-07-05")], on).isEnough).toBe(true);
  });

  it("takes a late duty as booked for any talk to come", () => {
    const late = { opens: day("2021-01-01"), due: day("2021-06-01"), counted: 0, needed: 1 };
    expect(bookedFor(late, [{ day: day("2021-08-01") }], on)).toEqual({
      first: day("2021-08-01"),
      isEnough: true,
      missing: 0,
    });
  });
});
