import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FEWEST_PEOPLE, hiddenBesideWhole, hiddenInSum, hiddenSteps, restsOnFew } from "./discretion.ts";

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
    expect(hiddenInSum([900, 3, 1, 240])).toEqual([false, true, true, true]);
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

  it("never leaves the hidden ones together fewer than five people, where another figure stands beside them", () => {
    fc.assert(
      fc.property(column, (values) => {
        const hidden = hiddenInSum(values);
        const together = values.reduce<number>((sum, value, i) => (hidden[i] ? sum + (value ?? 0) : sum), 0);
        const isOneShown = values.some((value, i) => value !== null && !hidden[i]);
        if (hidden.some(Boolean) && isOneShown) expect(together).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
      }),
    );
  });

  it("hides every small figure, nothing without need, the smallest first, and never 'no data'", () => {
    fc.assert(
      fc.property(column, (values) => {
        const hidden = hiddenInSum(values);
        const large = values.flatMap((value, i) =>
          value !== null && value >= FEWEST_PEOPLE ? [{ value, hidden: hidden[i] }] : [],
        );
        values.forEach((value, i) => {
          if (value === null) expect(hidden[i]).toBe(false);
          else if (value < FEWEST_PEOPLE) expect(hidden[i]).toBe(true);
        });
        const taken = large.filter((one) => one.hidden);
        expect(taken.length).toBeLessThanOrEqual(1);
        for (const one of taken) expect(one.value).toBe(Math.min(...large.map(({ value }) => value)));
        if (!hidden.some((is, i) => is && (values[i] ?? 0) < FEWEST_PEOPLE)) expect(hidden.some(Boolean)).toBe(false);
      }),
    );
  });
});

describe("parts beside their whole: women and men (discretion against differencing)", () => {
  it("are hidden when they are small, or when what is left of the whole is", () => {
    expect(hiddenBesideWhole(100, [97, 3])).toEqual([true, true]);
    expect(hiddenBesideWhole(100, [60, 40])).toEqual([false, false]);
    expect(hiddenBesideWhole(100, [96])).toEqual([true]);
    expect(hiddenBesideWhole(100, [60, 37])).toEqual([false, false]);
    expect(hiddenBesideWhole(null, [3, 60])).toEqual([true, false]);
    expect(hiddenBesideWhole(100, [100, 0])).toEqual([false, false]);
  });

  it("never leave one to four people to be worked out by taking parts from the whole", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 2 }), fc.nat(10), (parts, others) => {
        const whole = parts.reduce((sum, part) => sum + part, 0) + others;
        const hidden = hiddenBesideWhole(whole, parts);
        const shown = parts.filter((_, at) => !hidden[at]);
        for (const part of shown) {
          expect(part > 0 && part < FEWEST_PEOPLE).toBe(false);
          expect(whole - part > 0 && whole - part < FEWEST_PEOPLE).toBe(false);
        }
        if (others === 0 && hidden.some(Boolean)) expect(shown).toEqual([]);
      }),
    );
  });
});

describe("a running count over time (discretion against differencing)", () => {
  it("shows the latest, and earlier points only with nobody or five between", () => {
    expect(hiddenSteps([10, 12, 20, 23, 24])).toEqual([true, false, true, true, false]);
    expect(hiddenSteps([10, 10, 15, 15])).toEqual([false, false, false, false]);
    expect(hiddenSteps([10, null, 12])).toEqual([true, false, false]);
  });

  it("is not a count that also falls: its change is who came less who left", () => {
    expect(hiddenSteps([100, 102, 99, 101])).toEqual([false, false, false, false]);
  });

  it("never shows two neighbours with one to four people between them, hides nothing else, and keeps the latest", () => {
    const running = fc.array(fc.nat(9), { minLength: 1, maxLength: 15 }).map((steps) => {
      let sum = 0;
      return steps.map((step) => (sum += step));
    });
    fc.assert(
      fc.property(running, (values) => {
        const hidden = hiddenSteps(values);
        const shown = values.filter((_, at) => !hidden[at]);
        shown.forEach((value, at) => {
          const step = at === 0 ? 0 : value - (shown[at - 1] ?? 0);
          expect(step === 0 || step >= FEWEST_PEOPLE).toBe(true);
        });
        expect(hidden.at(-1)).toBe(false);
        values.forEach((value, at) => {
          const next = values.find((_, later) => later > at && !hidden[later]) ?? value;
          if (hidden[at]) expect(next - value > 0 && next - value < FEWEST_PEOPLE).toBe(true);
        });
      }),
    );
  });
});
