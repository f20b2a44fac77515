import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, isoDay } from "../../platform/kernel/day.ts";
import { spokenDay } from "./spoken.ts";

describe("a day as people say it", () => {
  it("is Danish and English", () => {
    expect(spokenDay("2021-12-31")).toEqual({ da: "31. december 2021", en: "31 December 2021" });
    expect(spokenDay("2020-03-01")).toEqual({ da: "1. marts 2020", en: "1 March 2020" });
  });

  it("is never the same for two days", () => {
    const any = fc.integer({ min: day("1900-01-01"), max: day("2100-12-31") }).map((n) => isoDay(n as Day));
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(spokenDay(a).da === spokenDay(b).da).toBe(a === b);
      }),
    );
  });

  it("is refused when it is no day", () => expect(() => spokenDay("2021-02-30")).toThrow("2021-02-30"));
});
