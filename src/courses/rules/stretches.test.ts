import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { CourseRecord } from "../contract.ts";
import { holdsOn, joined, runningOrRecent, within } from "./stretches.ts";

const stretch = (from: string, until: string) => ({ from: day(from), until: day(until) });
const noted = (from: string): CourseRecord => ({
  id: from,
  version: "1",
  from: day(from),
  until: FOREVER,
  values: {},
  known: from,
});

describe("the stretches of a course", () => {
  it("that touch are one, in whatever order; a gap begins another", () => {
    const some = [
      stretch("2021-03-01", "2021-04-01"),
      stretch("2021-01-01", "2021-02-01"),
      stretch("2021-02-01", "2021-02-15"),
    ];
    expect(joined(some)).toEqual([stretch("2021-01-01", "2021-02-15"), stretch("2021-03-01", "2021-04-01")]);
  });

  it("cover the same days joined as apart, and joined they never touch", () => {
    const days = fc.record({ from: fc.integer({ min: 0, max: 300 }), days: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(days, { maxLength: 6 }), fc.integer({ min: 0, max: 400 }), (some, at) => {
        const apart = some.map((one) => ({ from: one.from as Day, until: (one.from + one.days) as Day }));
        const all = joined(apart);
        expect(all.some((one) => covers(one, at as Day))).toBe(apart.some((one) => covers(one, at as Day)));
        all.slice(1).forEach((one, before) => {
          expect(one.from).toBeGreaterThan(all[before]?.until ?? Number.POSITIVE_INFINITY);
        });
      }),
    );
  });

  it("are looked at while they run and for a year after", () => {
    const all = [stretch("2020-01-01", "2020-06-01")];
    const now = (on: string) => runningOrRecent(all, day(on));
    expect([now("2019-12-31"), now("2020-05-31"), now("2021-05-31"), now("2021-06-02")]).toEqual([
      null,
      all[0],
      all[0],
      null,
    ]);
  });

  it("hold what was noted in them, up to the day that is asked on", () => {
    const records = [noted("2021-12-31"), noted("2021-10-01"), noted("2021-08-01")];
    const own = { from: day("2021-09-01"), until: FOREVER };
    expect(within(records, own, day("2021-12-01")).map(({ from }) => from)).toEqual([day("2021-10-01")]);
    expect(within(undefined, own, day("2021-12-01"))).toEqual([]);
    // The first day after counts: what ended then can still be told of.
    const ended = stretch("2021-09-01", "2021-10-01");
    expect(within(records, ended, day("2021-12-01")).map(({ from }) => from)).toEqual([day("2021-10-01")]);
  });

  it("something holds from its first day to its last", () => {
    const spells = [{ family: "circumstance", code: "fritaget_106", ...stretch("2021-10-01", "2021-11-01") }] as const;
    const days = ["2021-09-30", "2021-10-01", "2021-10-31", "2021-11-01"];
    expect(days.map((on) => holdsOn({ timeline: { spells, events: [] } }, "fritaget_106", day(on)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
