import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { loadsOf, minutesOf, sumOf, type Unbooked, WEEKS_AHEAD, weekAhead } from "./load.ts";

const on = day("2021-06-30");
const owed = (values: Partial<Unbooked> = {}): Unbooked => ({
  citizen: "c1",
  staff: "m1",
  kind: "jobsamtale",
  minutes: 45,
  missing: 1,
  due: addDays(on, 3),
  ...values,
});

describe("load in the weeks ahead (ORG-02, ASK-22)", () => {
  it("is the minutes that are booked and those that fall due and are not, each in its week", () => {
    const meetings = [
      { staff: "m1", day: on, minutes: 30 },
      { staff: "m1", day: addDays(on, 7), minutes: 60 },
      { staff: "m2", day: addDays(on, 55), minutes: 45 },
      { staff: "m1", day: addDays(on, 56), minutes: 500 },
    ];
    const loads = loadsOf(meetings, [owed(), owed({ citizen: "c2", missing: 2, due: addDays(on, 8) })], on);
    expect(loads.get("m1")).toEqual({ booked: [30, 60, 0, 0, 0, 0, 0, 0], unbooked: [45, 90, 0, 0, 0, 0, 0, 0] });
    expect(loads.get("m2")?.booked[7]).toBe(45);
  });

  it("counts what is late in the first week, and what is nobody's under nobody", () => {
    expect(weekAhead(addDays(on, -40), on)).toBe(0);
    const loads = loadsOf([], [owed({ staff: null, due: addDays(on, -40) })], on);
    expect(loads.get(null)?.unbooked[0]).toBe(45);
  });

  it("takes one conversation for two duties it would meet in the same week, and two for two citizens", () => {
    expect(minutesOf(sumOf([...loadsOf([], [owed(), owed({ due: on })], on).values()]))).toBe(45);
    expect(minutesOf(sumOf([...loadsOf([], [owed(), owed({ citizen: "c2" })], on).values()]))).toBe(90);
    expect(minutesOf(sumOf([...loadsOf([], [owed(), owed({ kind: "cv_samtale", minutes: 30 })], on).values()]))).toBe(
      75,
    );
  });

  it("never depends on the order, and everybody's loads together are the unit's", () => {
    const duty = fc.record({
      citizen: fc.constantFrom("c1", "c2", "c3"),
      staff: fc.constantFrom("m1", "m2", null),
      kind: fc.constantFrom("jobsamtale", "cv_samtale"),
      minutes: fc.constant(30),
      missing: fc.integer({ min: 1, max: 4 }),
      due: fc.integer({ min: -30, max: 80 }).map((days) => addDays(on, days)),
    });
    fc.assert(
      fc.property(fc.array(duty), (duties) => {
        const [there, back] = [loadsOf([], duties, on), loadsOf([], duties.toReversed(), on)];
        const whole = (loads: typeof there) => sumOf([...loads.values()]);
        expect(whole(there)).toEqual(whole(back));
        expect(minutesOf(whole(there))).toBe([...there.values()].reduce((sum, load) => sum + minutesOf(load), 0));
        for (const load of there.values()) expect(load.unbooked).toHaveLength(WEEKS_AHEAD);
      }),
    );
  });
});
