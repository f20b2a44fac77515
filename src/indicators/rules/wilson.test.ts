import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "./wilson.ts";

describe("the 95 % interval of a share (G-HO20-14)", () => {
  it.each([
    // Newcombe 1998, table I, method 3 (score without continuity correction), to four decimals.
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ] as const)("of %i of %i is what the literature prints", (successes, trials, [low, high]) => {
    expect(wilson(successes, trials).low).toBeCloseTo(low, 4);
    expect(wilson(successes, trials).high).toBeCloseTo(high, 4);
  });

  it("is everything when nobody answered", () => expect(wilson(0, 0)).toEqual({ low: 0, high: 1 }));

  const asked = fc
    .tuple(fc.nat(2000), fc.integer({ min: 1, max: 2000 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

  it("holds the share, lies within 0-1 and is mirrored for those who did not", () => {
    fc.assert(
      fc.property(asked, ([successes, trials]) => {
        const { low, high } = wilson(successes, trials);
        const other = wilson(trials - successes, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(successes / trials + 1e-12);
        expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12);
        expect(low).toBeCloseTo(1 - other.high, 9);
      }),
    );
  });

  it("is narrower when ten times as many answered the same", () => {
    fc.assert(
      fc.property(asked, ([successes, trials]) => {
        const [few, many] = [wilson(successes, trials), wilson(successes * 10, trials * 10)];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });
});
