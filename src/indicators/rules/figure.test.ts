import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { count, NO_FIGURE, ratio } from "./figure.ts";

describe("a figure (PLAN-11)", () => {
  it("that is a count has no denominator, and nobody is 0", () => {
    expect(count(0)).toEqual({ value: 0, numerator: 0, denominator: null });
  });

  it("without data is empty, which is not 0", () => {
    expect(NO_FIGURE.value).toBeNull();
    expect(ratio(null, 5)).toEqual(NO_FIGURE);
    expect(ratio(5, null, 100)).toEqual(NO_FIGURE);
  });

  it("over nobody has no value, but tells its counts", () => {
    expect(ratio(0, 0, 100)).toEqual({ value: null, numerator: 0, denominator: 0 });
  });

  it("that is a percentage is divided once, unrounded", () => {
    expect(ratio(1, 3, 100)).toEqual({ value: 100 / 3, numerator: 1, denominator: 3 });
  });

  it("is the last division only: the same counts give the same last digit, and parts of a hundred stay within it", () => {
    const counts = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }));
    fc.assert(
      fc.property(counts, ([a, b]) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)];
        const { value } = ratio(part, whole, 100);
        expect(value).toBe((part * 100) / whole);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(100);
      }),
    );
  });
});
