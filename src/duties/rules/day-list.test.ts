import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { countsOf, DAY_FILTERS, type DayDuty, filtersOf } from "./day-list.ts";

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
    expect(filtersOf(duty(), on)).toEqual(["week", "not_booked", "all"]);
    expect(filtersOf(duty({ isBooked: true }), on)).toEqual(["week", "booked", "all"]);
    expect(filtersOf(duty({ due: on, status: "due" }), on)).toEqual(["today", "week", "not_booked", "all"]);
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
});
