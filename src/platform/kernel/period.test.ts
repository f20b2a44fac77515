import { describe, expect, it } from "vitest";
import { day, FOREVER } from "./day.ts";
import { covers } from "./period.ts";

describe("a period", () => {
  it("covers its first day and the days up to the one after its last", () => {
    const october = { from: day("2021-10-01"), until: day("2021-11-01") };
    const days = ["2021-09-30", "2021-10-01", "2021-10-31", "2021-11-01"].map(day);
    expect(days.map((at) => covers(october, at))).toEqual([false, true, true, false]);
    expect(covers({ ...october, until: FOREVER }, day("2099-01-01"))).toBe(true);
  });
});
