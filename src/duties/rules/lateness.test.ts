import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Late, toldOf, toldPer } from "./lateness.ts";

const late = (values: Partial<Late> & { readonly days: number }): Late => ({
  rule: "A",
  unit: "u1",
  week: "2021-06-07",
  isStill: false,
  ...values,
});

const weeks = [
  { rule: "A", unit: "u1", week: "2021-06-07", fellDue: 4, onTime: 2 },
  { rule: "A", unit: null, week: "2021-06-14", fellDue: 1, onTime: 1 },
  { rule: "B", unit: "u1", week: "2021-06-14", fellDue: 3, onTime: 2 },
];
const delays = [
  late({ days: 10 }),
  late({ days: 3, isStill: true }),
  late({ rule: "B", week: "2021-06-14", days: 40 }),
];

describe("timeliness with the delay itself (ASK-02, CON-18)", () => {
  it("adds the weeks' own counts and says how late: the middle and the longest", () => {
    expect(toldOf(null, weeks, delays)).toEqual({
      of: null,
      fellDue: 8,
      onTime: 5,
      still: 1,
      median: 10,
      longest: 40,
    });
    expect(toldOf(null, [], [])).toMatchObject({ fellDue: 0, median: null, longest: null });
    expect(toldOf(null, weeks, [late({ days: 3 }), late({ days: 10 })]).median).toBe(6.5);
  });

  it("is told per rule, unit and week, with an unknown unit last", () => {
    expect(toldPer("rule", weeks, delays).map(({ of, fellDue, longest }) => [of, fellDue, longest])).toEqual([
      ["A", 5, 10],
      ["B", 3, 40],
    ]);
    expect(toldPer("unit", weeks, delays).map(({ of, onTime }) => [of, onTime])).toEqual([
      ["u1", 4],
      [null, 1],
    ]);
    expect(toldPer("week", weeks, delays).map(({ of, still }) => [of, still])).toEqual([
      ["2021-06-07", 1],
      ["2021-06-14", 0],
    ]);
  });

  it("has the same sum whatever it is told per", () => {
    const any = fc.record({
      rule: fc.constantFrom("A", "B"),
      unit: fc.constantFrom("u1", "u2", null),
      week: fc.constantFrom("2021-06-07", "2021-06-14"),
      fellDue: fc.integer({ min: 1, max: 9 }),
      onTime: fc.constant(1),
    });
    fc.assert(
      fc.property(fc.array(any), (all) => {
        for (const per of ["rule", "unit", "week"] as const)
          expect(toldPer(per, all, []).reduce((sum, { fellDue }) => sum + fellDue, 0)).toBe(
            toldOf(null, all, []).fellDue,
          );
      }),
    );
  });
});
