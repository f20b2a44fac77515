import { expect, test } from "vitest";
import { addDays, day, dayOf } from "../../platform/kernel/day.ts";
import { dailyCurve, levelOf } from "./curve.ts";

const EVEN = Array.from({ length: 12 }, () => 1);
const WAVE = [1.1, 1.1, 1.05, 1, 0.95, 0.9, 0.95, 1, 0.95, 0.95, 1, 1.05];
const plan = {
  yearly: { 2015: 865, 2016: 813, 2017: 853 },
  season: WAVE,
  shapes: { 2017: [...WAVE].reverse() },
  from: null,
};

test("PLAN-21 the mean over each year is exactly the year's level, leap years, seasons and shapes of their own included", () => {
  const first = day("2014-01-01");
  const curve = dailyCurve(plan, first, day("2018-01-01"));
  for (const year of [2015, 2016, 2017]) {
    const days = curve.slice(dayOf(year, 1, 1) - first, dayOf(year + 1, 1, 1) - first);
    expect(days.reduce((a, b) => a + b) / days.length).toBeCloseTo(levelOf(plan, year), 8);
  }
});

test("a span that begins and ends inside a year is a cut of the whole curve", () => {
  const whole = dailyCurve(plan, day("2015-01-01"), day("2017-12-31"));
  const cut = dailyCurve(plan, day("2015-06-01"), day("2016-03-01"));
  const lead = day("2015-06-01") - day("2015-01-01");
  expect([...cut]).toEqual([...whole.slice(lead, lead + cut.length)]);
});

test("a benefit that begins on a day has nobody before it and rises from then on", () => {
  const begins = day("2014-07-01");
  const curve = dailyCurve(
    { yearly: { 2014: 30, 2015: 86 }, season: EVEN, shapes: {}, from: begins },
    day("2012-01-01"),
    day("2016-01-01"),
  );
  const on = (at: number): number => curve[at - day("2012-01-01")] ?? Number.NaN;
  expect(on(day("2013-05-05"))).toBe(0);
  expect(on(addDays(begins, -1))).toBe(0);
  expect(on(addDays(begins, 1))).toBeGreaterThan(0);
  expect(on(day("2014-12-31"))).toBeGreaterThan(on(day("2014-09-01")));
});

test("years outside the plan take the nearest year in it", () => {
  expect([2010, 2016, 2030].map((year) => levelOf(plan, year))).toEqual([865, 813, 853]);
});
