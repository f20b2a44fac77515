import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import {
  GAP_DAYS,
  reachedOn,
  type Stretch,
  sinceAtLatest,
  THRESHOLDS,
  thresholdsOn,
  timeOnSupport,
} from "./time-on-support.ts";

/** A stretch with its first and last day, both included, as people say them. */
const stretch = (first: string, last: string | null): Stretch => ({
  from: day(first),
  until: last === null ? FOREVER : addDays(day(last), 1),
});

describe("time on support (CIT-10)", () => {
  it("counts one stretch with its first day and the day itself", () => {
    expect(timeOnSupport([stretch("2021-01-01", null)], day("2021-01-01"))).toEqual({
      since: day("2021-01-01"),
      continuousDays: 1,
      accumulatedDays: 1,
      accumulatedInThreeYears: 1,
    });
  });

  it("does not break at a gap of four weeks, and does at one day more; the gap's days never count", () => {
    const until = stretch("2021-01-01", "2021-01-31");
    const on = day("2021-03-31");
    const after28 = timeOnSupport([until, stretch("2021-03-01", null)], on);
    expect(after28).toMatchObject({ since: day("2021-01-01"), continuousDays: 90, accumulatedDays: 31 + 31 });
    const after29 = timeOnSupport([until, stretch("2021-03-02", null)], on);
    expect(after29).toMatchObject({ since: day("2021-03-02"), continuousDays: 30, accumulatedDays: 31 + 30 });
  });

  it("is nothing on a day without support, while the days before still add up", () => {
    const time = timeOnSupport(
      [stretch("2015-01-01", "2015-12-31"), stretch("2020-01-01", "2020-01-10")],
      day("2021-06-30"),
    );
    expect(time).toEqual({ since: null, continuousDays: 0, accumulatedDays: 375, accumulatedInThreeYears: 10 });
  });

  const days = fc.integer({ min: day("2015-01-01"), max: day("2021-12-31") }).map((at) => at as Day);
  const some = fc.array(
    fc.tuple(days, fc.integer({ min: 1, max: 400 })).map(([from, length]) => ({ from, until: addDays(from, length) })),
    { maxLength: 8 },
  );

  const allDays = Array.from({ length: day("2023-12-31") - day("2015-01-01") }, (_, at) =>
    addDays(day("2015-01-01"), at),
  );

  /** The first day of the chain that ends on a day, found by walking back: a chain may hold gaps, not begin with one. */
  const walkBack = (supported: readonly Day[], on: Day): Day | null => {
    if (!supported.includes(on)) return null;
    return supported.toReversed().reduce((since, at) => (at < on && since - at <= GAP_DAYS + 1 ? at : since), on);
  };

  it("is what counting day by day gives, in any order and however the stretches overlap", () => {
    fc.assert(
      fc.property(some, days, (stretches, on) => {
        const supported = allDays.filter(
          (at) => at <= on && stretches.some(({ from, until }) => from <= at && at < until),
        );
        const time = timeOnSupport(stretches, on);
        expect(time.accumulatedDays).toBe(supported.length);
        expect(time.since).toBe(walkBack(supported, on));
        expect(timeOnSupport(stretches.toReversed(), on)).toEqual(time);
        expect(time.accumulatedInThreeYears).toBeLessThanOrEqual(time.accumulatedDays);
      }),
    );
  });
});

describe("thresholds acted upon (CIT-10)", () => {
  it("are reached on their day and not the day before", () => {
    const since = day("2021-01-01");
    const at = Object.fromEntries(THRESHOLDS.map((threshold) => [threshold.id, isoDay(reachedOn(since, threshold))]));
    expect(at).toEqual({
      weeks_13: "2021-04-02",
      weeks_26: "2021-07-02",
      months_9: "2021-10-01",
      weeks_52: "2021-12-31",
      months_16: "2022-05-01",
      months_18: "2022-07-01",
      years_3: "2024-01-01",
    });
    expect(thresholdsOn(since, day("2021-07-01"))).toEqual({
      reached: ["weeks_13"],
      next: { id: "weeks_26", on: day("2021-07-02") },
    });
    expect(thresholdsOn(since, day("2021-07-02")).reached).toEqual(["weeks_13", "weeks_26"]);
    expect(thresholdsOn(since, day("2024-01-01")).next).toBeNull();
    expect(thresholdsOn(null, day("2024-01-01"))).toEqual({ reached: [], next: null });
  });

  it("are reached in the order they stand", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), (since) => {
        const reached = THRESHOLDS.map((threshold) => reachedOn(since as Day, threshold));
        expect(reached).toEqual(reached.toSorted((a, b) => a - b));
      }),
    );
  });

  it("are filtered by the last day a chain may have begun on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.constantFrom(...THRESHOLDS), (on, threshold) => {
        const limit = sinceAtLatest(threshold, on as Day);
        expect(reachedOn(limit, threshold)).toBeLessThanOrEqual(on);
        expect(reachedOn(addDays(limit, 1), threshold)).toBeGreaterThan(on);
      }),
    );
  });
});
