import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ageOn, type Day, day } from "../../platform/kernel/day.ts";
import { AGE_RULES, ageRulesFor, birthdaysFor, fitsAge } from "./age-rules.ts";

describe("age rules (CIT-13)", () => {
  it.each([
    ["1996-07-01", ["under_25", "under_30", "under_40", "from_13_to_30", "from_15_to_30", "from_18_to_30"]],
    ["1996-06-30", ["under_30", "from_25_to_35", "under_40", "from_13_to_30", "from_15_to_30", "from_18_to_30"]],
    ["1990-06-30", ["from_25_to_35", "from_30", "under_40"]],
    ["1956-06-30", ["from_30"]],
    ["1954-06-30", ["from_30"]],
  ])("born %s is on 30 June 2021 under its rules", (born, rules) => {
    const working = ["from_16_to_64", "from_16_to_66"];
    expect(ageRulesFor(day(born), day("2021-06-30")).filter((rule) => !working.includes(rule))).toEqual(rules);
  });

  it("of working age end on the birthday after", () => {
    expect(ageRulesFor(day("1956-06-30"), day("2021-06-29"))).toContain("from_16_to_64");
    expect(ageRulesFor(day("1956-06-30"), day("2021-06-30"))).not.toContain("from_16_to_64");
    expect(ageRulesFor(day("1956-06-30"), day("2021-06-30"))).toContain("from_16_to_66");
  });

  it("are none when the birthday is not known", () => expect(ageRulesFor(null, day("2021-06-30"))).toEqual([]));

  it("let a list filter by birthdays: the same people as by age, leap days included", () => {
    const anyDay = fc.oneof(
      fc.integer({ min: day("1950-01-01"), max: day("2030-12-31") }).map((at) => at as Day),
      fc.constantFrom("2000-02-29", "2020-02-29", "2021-02-28", "2021-03-01", "1996-02-29").map(day),
    );
    fc.assert(
      fc.property(fc.constantFrom(...AGE_RULES), anyDay, anyDay, (rule, born, on) => {
        const { first, last } = birthdaysFor(rule, on);
        const within = born >= (first ?? Number.NEGATIVE_INFINITY) && born <= (last ?? Number.POSITIVE_INFINITY);
        if (born <= on) expect(within).toBe(fitsAge(rule, ageOn(born, on)));
      }),
      { numRuns: 2000 },
    );
  });
});
