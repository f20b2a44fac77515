import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { straightPath, yearlyPath } from "./path.ts";

const PLAN = { from: day("2020-01-01"), by: day("2021-12-31") };

describe("the path of a goal that adds up (ASK-06, G-HO20-01)", () => {
  it("asks for the first day's part on the first day, half when half the days are gone, and all on the last", () => {
    expect(straightPath(1600, PLAN, day("2019-12-31"))).toBe(0);
    expect(straightPath(731, PLAN, day("2020-01-01"))).toBe(1);
    expect(straightPath(731, PLAN, day("2020-12-31"))).toBe(366);
    expect(straightPath(1600, PLAN, day("2021-12-31"))).toBe(1600);
    expect(straightPath(1600, PLAN, day("2022-06-01"))).toBe(1600);
  });

  it("begins where the figure stood on the first day when it does not count from nothing (G-HO20-03)", () => {
    const path = (iso: string): number => straightPath(35, { ...PLAN, base: 16 }, day(iso));
    expect(path("2019-12-31")).toBe(16);
    expect(path("2020-12-31")).toBeCloseTo(16 + (19 * 366) / 731, 12);
    expect(path("2021-12-31")).toBe(35);
  });

  it("asks for all at once where the deadline is not after the beginning", () => {
    expect(straightPath(10, { from: day("2021-01-01"), by: day("2020-01-01") }, day("2019-01-01"))).toBe(10);
  });

  it("never falls and stays between nothing and the target", () => {
    const ahead = fc.integer({ min: -100, max: 900 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), ahead, ahead, (target, a, b) => {
        const [sooner, later] = [Math.min(a, b), Math.max(a, b)].map((days) =>
          straightPath(target, PLAN, addDays(PLAN.from, days)),
        );
        expect(sooner).toBeGreaterThanOrEqual(0);
        expect(later).toBeGreaterThanOrEqual(sooner ?? Number.NaN);
        expect(later).toBeLessThanOrEqual(target);
      }),
    );
  });
});

describe("the path of a change by percent a year (RES-05)", () => {
  const base = { value: 1000, day: day("2019-12-31") };

  it("is two percent less after a year and two percent of what is left less after the next", () => {
    expect(yearlyPath(base, -2, day("2019-12-31"))).toBe(1000);
    expect(yearlyPath(base, -2, addDays(base.day, 1461))).toBeCloseTo(1000 * 0.98 ** 4, 9);
    expect(yearlyPath({ value: 0, day: base.day }, -2, day("2021-12-31"))).toBe(0);
  });

  it("goes steadily one way and is compounded: two steps are the same as one long one", () => {
    const percent = fc.integer({ min: -20, max: 20 }).filter((p) => p !== 0);
    const days = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(percent, days, days, (p, a, b) => {
        const first = addDays(base.day, a);
        const halfway = { value: yearlyPath(base, p, first), day: first };
        expect(Math.sign(halfway.value - base.value)).toBe(Math.sign(p));
        expect(yearlyPath(halfway, p, addDays(first, b))).toBeCloseTo(yearlyPath(base, p, addDays(base.day, a + b)), 6);
      }),
    );
  });
});
