import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, type Day, day } from "../../platform/kernel/day.ts";
import { backTest, FEWEST_POINTS, type Movement, type Point, project } from "./projection.ts";

const START = day("2020-01-05");

/** Values at the end of each week. */
const weekly = (values: readonly number[]): Point[] =>
  values.map((value, i) => ({ day: addDays(START, 7 * i), value }));
/** Values at the end of each month from January 2019. */
const monthly = (values: readonly number[]): Point[] =>
  values.map((value, i) => ({ day: addDays(addMonths(day("2019-02-01"), i), -1), value }));
const line = (points: number, step: number, from = 100): number[] =>
  Array.from({ length: points }, (_, i) => from + step * i);
const historyOf = (values: readonly number[], movement: Movement): Point[] =>
  movement === "cumulative" ? weekly(values) : monthly(values);
const lastDay = (history: readonly Point[]): Day => history.at(-1)?.day ?? START;

describe("the projection to the deadline (REP-05, ASK-06)", () => {
  it("is not made on fewer than twelve points", () => {
    for (const movement of ["cumulative", "stock", "year_average"] as const) {
      const eleven = historyOf(line(11, 2), movement);
      expect(project(eleven, addDays(lastDay(eleven), 70), movement)).toBeNull();
      const twelve = historyOf(line(12, 2), movement);
      expect(project(twelve, addDays(lastDay(twelve), 70), movement)?.points).toBe(12);
    }
    expect(project([], START, "stock")).toBeNull();
  });

  it("continues what adds 20 a week exactly: 10 more weeks, 200 more", () => {
    const history = weekly(line(30, 20, 0));
    const made = project(history, addDays(lastDay(history), 70), "cumulative");
    expect(made).toEqual({ value: 580 + 200, low: 780, high: 780, points: 30 });
  });

  it("lets the latest half year of weeks decide, not what was before", () => {
    const slowThenFast = [...line(40, 1, 0), ...line(27, 10, 50)];
    const history = weekly(slowThenFast);
    expect(project(history, addDays(lastDay(history), 7), "cumulative")?.value).toBe(310 + 10);
  });

  it("takes the known months of a year as they are, by their days", () => {
    // A flat 400 through 2019 and January to November 2020 means 400 for the year, whatever the months' lengths.
    const history = monthly(line(23, 0, 400));
    const made = project(history, day("2020-12-31"), "year_average");
    expect(made?.value).toBeCloseTo(400, 9);
    expect(made?.high).toBeCloseTo(400, 9);
    // 300 in January to June, 500 in July to November and, with the drift, a little more in December.
    const stepped = monthly([...line(12, 0, 300), ...line(6, 0, 300), ...line(5, 0, 500)]);
    const year = project(stepped, day("2020-12-31"), "year_average")?.value ?? 0;
    const known = (300 * 182 + 500 * 153) / 366;
    expect(year).toBeCloseTo(known + ((500 + 200 / 22) * 31) / 366, 9);
  });

  it("is wider the further ahead it looks", () => {
    const history = monthly([100, 103, 99, 104, 108, 101, 97, 102, 106, 103, 99, 105, 101, 104]);
    const width = (months: number): number => {
      const made = project(history, addMonths(lastDay(history), months), "stock");
      return (made?.high ?? 0) - (made?.low ?? 0);
    };
    expect(width(1)).toBeGreaterThan(0);
    expect(width(6)).toBeGreaterThan(width(1));
    expect(width(12)).toBeGreaterThan(width(6));
  });

  it("never expects a count since the start of the plan to shrink below what is counted", () => {
    const history = weekly([0, 0, 9, 9, 9, 9, 30, 30, 30, 30, 30, 31, 31, 50]);
    expect(project(history, addDays(lastDay(history), 7), "cumulative")?.low).toBeGreaterThanOrEqual(50);
  });
});

const values = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: FEWEST_POINTS, maxLength: 60 });
const movement = fc.constantFrom<Movement>("cumulative", "stock", "year_average");

describe("for every history there could be", () => {
  it("the interval holds the expected value", () => {
    fc.assert(
      fc.property(values, movement, fc.integer({ min: 0, max: 400 }), (given, kind, ahead) => {
        const history = historyOf(given, kind);
        const made = project(history, addDays(lastDay(history), ahead), kind);
        expect(made?.low).toBeLessThanOrEqual(made?.value ?? Number.NaN);
        expect(made?.high).toBeGreaterThanOrEqual(made?.value ?? Number.NaN);
      }),
    );
  });

  it("a straight line is continued as a straight line, without uncertainty", () => {
    const given = fc.record({
      points: fc.integer({ min: 12, max: 60 }),
      step: fc.integer({ min: 0, max: 50 }),
      weeks: fc.integer({ min: 0, max: 52 }),
    });
    fc.assert(
      fc.property(given, ({ points, step, weeks }) => {
        const history = weekly(line(points, step));
        const made = project(history, addDays(lastDay(history), 7 * weeks), "cumulative");
        expect(made?.value).toBeCloseTo(100 + step * (points - 1 + weeks), 6);
        expect((made?.high ?? 1) - (made?.low ?? 0)).toBeCloseTo(0, 6);
      }),
    );
  });

  it("on the day of the last point the projection is the last point", () => {
    fc.assert(
      fc.property(values, fc.constantFrom("cumulative", "stock"), (given, kind) => {
        const history = historyOf(given, kind);
        expect(project(history, lastDay(history), kind)).toMatchObject({
          value: given.at(-1),
          low: given.at(-1),
          high: given.at(-1),
        });
      }),
    );
  });

  it("adding the same to every point adds it to the projection", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 300 }), (given, more, ahead) => {
        const by = addDays(lastDay(monthly(given)), ahead);
        const plain = project(monthly(given), by, "stock");
        const lifted = project(monthly(given.map((value) => value + more)), by, "stock");
        expect(lifted?.value).toBeCloseTo((plain?.value ?? 0) + more, 6);
        expect(lifted?.low).toBeCloseTo((plain?.low ?? 0) + more, 6);
      }),
    );
  });
});

describe("how the method would have done", () => {
  it("is not said with fewer than six tries", () => {
    expect(backTest(weekly(line(17, 1)), 1, "cumulative")).toEqual({ coverage: null, widen: 1 });
    expect(backTest(weekly(line(18, 1)), 1, "cumulative")).toEqual({ coverage: 100, widen: 1 });
  });

  it("is everything on a straight line, and the interval is widened when the past was surprised more than one time in five", () => {
    expect(backTest(weekly(line(40, 3)), 4, "cumulative")).toEqual({ coverage: 100, widen: 1 });
    const everFaster = line(40, 0, 0).map((_, i) => 1.2 ** i);
    expect(backTest(weekly(everFaster), 6, "cumulative").widen).toBeGreaterThan(2);
  });

  it("never makes an interval narrower, and widens it only when fewer than four of five tries held", () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom<Movement>("stock", "year_average"),
        (given, ahead, kind) => {
          const { coverage, widen } = backTest(historyOf(given, kind), ahead, kind);
          expect(widen).toBeGreaterThanOrEqual(1);
          if (coverage !== null) expect(coverage).toBeLessThanOrEqual(100);
          if (coverage !== null && coverage >= 80) expect(widen).toBeCloseTo(1, 6);
          if (widen > 1.000001) expect(coverage).toBeLessThan(80);
        },
      ),
    );
  });
});
