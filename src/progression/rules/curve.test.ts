import fc from "fast-check";
import { expect, it } from "vitest";
import { type Day, day } from "../../platform/kernel/day.ts";
import { curveOf } from "./curve.ts";

const point = (iso: string, value: number) => ({ day: day(iso), value });

it("a curve tells the change since the first and since the last measurement, in steps (CIT-12)", () => {
  const points = [point("2021-06-01", 3), point("2021-01-01", 1), point("2021-03-01", 4)];
  const curve = curveOf(points);
  expect(curve.points.map(({ value }) => value)).toEqual([1, 4, 3]);
  expect([curve.sinceFirst, curve.sinceLast]).toEqual([2, -1]);
});

it("one measurement is no change, and none is no curve: missing, not 0", () => {
  expect(curveOf([point("2021-01-01", 4)])).toMatchObject({ sinceFirst: null, sinceLast: null });
  expect(curveOf([])).toEqual({ points: [], sinceFirst: null, sinceLast: null });
});

it("the changes from one measurement to the next add up to the change since the first (property)", () => {
  const someValues = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(someValues, (values) => {
      const points = values.map((value, at) => ({ day: at as Day, value }));
      const steps = points.slice(1).map((_, at) => curveOf(points.slice(0, at + 2)).sinceLast ?? 0);
      expect(curveOf(points.toReversed()).sinceFirst).toBe(steps.reduce((sum, step) => sum + step, 0));
    }),
  );
});
