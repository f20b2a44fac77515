import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEWEST_PEOPLE, hiddenInSum, restsOnFew } from "./discretion.ts";

const count = (value: number | null, unit = "persons"): Parameters<typeof restsOnFew>[0] => ({
  unit,
  value,
  numerator: value,
  denominator: null,
});
const share = (numerator: number, denominator: number): Parameters<typeof restsOnFew>[0] => ({
  unit: "percent",
  value: denominator === 0 ? null : (numerator * 100) / denominator,
  numerator,
  denominator,
});

describe("figures on fewer than five people (REP-07, ASK-11)", () => {
  it("are four people, nobody, but not five", () => {
    expect(restsOnFew(count(4))).toBe(true);
    expect(restsOnFew(count(0))).toBe(true);
    expect(restsOnFew(count(5))).toBe(false);
  });

  it("are not 'no data': there is nothing to hide", () => {
    expect(restsOnFew(count(null))).toBe(false);
  });

  it("are shares with few in, few out or few asked: each can be worked out from the others", () => {
    expect(restsOnFew(share(4, 100))).toBe(true);
    expect(restsOnFew(share(97, 100))).toBe(true);
    expect(restsOnFew(share(2, 4))).toBe(true);
    expect(restsOnFew(share(0, 0))).toBe(false);
    expect(restsOnFew(share(5, 10))).toBe(false);
  });

  it("are lengths of fewer than five spells, however long", () => {
    const weeks = { unit: "weeks", value: 61.5, numerator: 430, denominator: 1 };
    expect(restsOnFew(weeks)).toBe(true);
    expect(restsOnFew({ ...weeks, denominator: 5 })).toBe(false);
    expect(restsOnFew({ ...weeks, numerator: null, denominator: 3 })).toBe(true);
  });

  it("are judged by the persons, not by the day-thousandths, for full-time persons", () => {
    const full = { unit: "full_time_persons", numerator: 4.2 * 365_000, denominator: 365_000 };
    expect(restsOnFew({ ...full, value: 4.2 })).toBe(true);
    expect(restsOnFew({ ...full, value: 5 })).toBe(false);
  });

  it("are found the same whatever the sign of a change", () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 50 }), (n) => {
        expect(restsOnFew(count(n))).toBe(restsOnFew(count(-n)));
      }),
    );
  });
});

describe("a column with its total (PLAN-21)", () => {
  const column = fc.array(fc.option(fc.double({ min: 0, max: 40, noNaN: true }), { nil: null }), { maxLength: 12 });

  it("hides the next smallest beside a lonely small one, or the total would tell it", () => {
    expect(hiddenInSum([900, 3, 17, 240])).toEqual([false, true, true, false]);
    expect(hiddenInSum([900, 3, 2, 240])).toEqual([false, true, true, false]);
    expect(hiddenInSum([900, 17, 240])).toEqual([false, false, false]);
    expect(hiddenInSum([3, null, 60])).toEqual([true, false, true]);
  });

  it("never leaves exactly one hidden where another figure stands beside it", () => {
    fc.assert(
      fc.property(column, (values) => {
        const hidden = hiddenInSum(values);
        const there = values.filter((value) => value !== null).length;
        expect(hidden).toHaveLength(values.length);
        if (there > 1) expect(hidden.filter(Boolean)).not.toHaveLength(1);
      }),
    );
  });

  it("hides every small figure, hides nothing without need, and never hides 'no data'", () => {
    fc.assert(
      fc.property(column, (values) => {
        const hidden = hiddenInSum(values);
        const small = values.filter((value) => value !== null && value < FEWEST_PEOPLE).length;
        values.forEach((value, i) => {
          if (value === null) expect(hidden[i]).toBe(false);
          else if (value < FEWEST_PEOPLE) expect(hidden[i]).toBe(true);
        });
        expect(hidden.filter(Boolean).length).toBeLessThanOrEqual(small === 1 ? 2 : small);
      }),
    );
  });
});
