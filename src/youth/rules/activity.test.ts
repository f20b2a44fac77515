import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day } from "../../platform/kernel/day.ts";
import { youthData as data } from "../data.ts";
import { spell, stretch, youngFile } from "../testing/young-file.ts";
import { type Activity, activitiesOf, idleSince, nextAfter, runningOn } from "./activity.ts";

const START = day("2021-09-01");
const OWN = { from: START, until: addDays(START, 1000) };

const activity = fc.record({ at: fc.integer({ min: -50, max: 200 }), days: fc.integer({ min: 1, max: 60 }) }).map(
  ({ at, days }): Activity => ({
    family: "offer",
    code: "mentor",
    from: addDays(START, at),
    until: addDays(START, at + days),
  }),
);

describe("no young person does nothing (YOU-01)", () => {
  it("offers, work and education count, the earliest first; other offers do not", () => {
    const file = youngFile({
      spells: [spell("offer", "mentor", "2021-10-01"), spell("offer", "noget_andet", "2021-10-01")],
      work: [stretch("smaajob", "2021-11-01", "2021-11-30")],
      education: [stretch("amu", "2021-09-15", "2021-09-30")],
    });
    const all = activitiesOf(data, file);
    expect(all.map(({ code }) => code)).toEqual(["amu", "mentor", "smaajob"]);
    expect(runningOn(all, day("2021-11-15")).map(({ family }) => family)).toEqual(["offer", "work"]);
    expect(nextAfter(all, day("2021-09-20"))?.code).toBe("mentor");
    expect(nextAfter(all, day("2021-12-01"))).toBeNull();
  });

  it("a gap begins the day after the last thing ended, or with the benefit, and nothing runs in it", () => {
    fc.assert(
      fc.property(fc.array(activity, { maxLength: 8 }), fc.integer({ min: 0, max: 250 }), (activities, at) => {
        const on = addDays(START, at);
        const since = idleSince(activities, OWN, on);
        const isRunning = (on_: Day): boolean => runningOn(activities, on_).length > 0;
        if (since === null) {
          expect(isRunning(on)).toBe(true);
          return;
        }
        for (let each = since; each <= on; each = addDays(each, 1)) expect(isRunning(each)).toBe(false);
        expect(since === START || isRunning(addDays(since, -1))).toBe(true);
      }),
    );
  });
});
