import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column } from "../../platform/kernel/fact.ts";
import { readerOf, readLastDay } from "../values.ts";
import { shownValue } from "./shown-value.ts";

const wording = { label: ["X", "X"], meaning: ["X", "X"] } as const;

describe("a value of the records, as files write it", () => {
  it.each([
    [500, "share", "thousandths", "0.5"],
    [1000, "share", "thousandths", "1"],
    [725, "hours", "hours", "7.25"],
    [-5, "hours", "hours", "-0.05"],
    [true, "protected", "bool", "ja"],
    [false, "protected", "bool", "nej"],
    ["2021-04-01", "until_day", "day", "2021-03-31"],
    ["9999-12-31", "until_day", "day", ""],
    ["2021-04-01", "from_day", "day", "2021-04-01"],
    [null, "benefit", "code", ""],
    ["kontanthjaelp", "benefit", "code", "kontanthjaelp"],
  ])("%s of %s is %s", (...[value, stored, type, shown]) => {
    expect(shownValue(value, { stored, type })).toBe(shown);
  });

  it("is read again as what it was", () => {
    for (const type of ["thousandths", "hours"] as const) {
      const read = readerOf(column("x", type, wording));
      fc.assert(
        fc.property(fc.integer({ min: -2_000_000, max: 2_000_000 }), (whole) => {
          expect(read(shownValue(whole, { stored: "x", type }))).toBe(String(whole));
        }),
      );
    }
    expect(readLastDay(shownValue("2021-04-01", { stored: "until_day", type: "day" }))).toBe("2021-04-01");
  });
});
