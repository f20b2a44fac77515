import { expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import { namedRule, namedRuleDays } from "./named-rule.ts";

it("is found by its id, with its days, and one that is not there is told of by its name", () => {
  expect(namedRule.parse("SDP-22W").paragraph).toBe("SDPL § 24");
  expect(namedRuleDays.parse("SDP-CAT3")).toEqual({
    rule: "SDP-CAT3",
    from: day("2015-01-05"),
    until: day("2025-01-01"),
  });
  expect(namedRule.safeParse("SDP-23W").error?.issues[0]?.message).toBe("SDP-23W is not among the rows of the law");
});
