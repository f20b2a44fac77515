import { describe, expect, it } from "vitest";
import { law } from "../../law/public.ts";
import { day, isoDay } from "../../platform/kernel/day.ts";
import { compileLaw, later, without } from "./compile.ts";

const ruleIn = (id: string, municipality: string | null) =>
  compileLaw({ law, municipality }).rules.find(({ rule }) => rule.id === id);

const iso = (
  stretches: readonly { from: ReturnType<typeof day>; until: ReturnType<typeof day> }[] | undefined,
): string[] => (stretches ?? []).map(({ from, until }) => `${isoDay(from)}..${isoDay(until)}`);

describe("a law made ready for a municipality", () => {
  it("leaves out what is not enforced, what is not about citizens, and other municipalities' rules", () => {
    expect(ruleIn("INT-MONTHLY", null)).toBeUndefined();
    expect(ruleIn("RFU-1", null)).toBeUndefined();
    expect(ruleIn("HOL-INT-4W", null)).toBeUndefined();
    expect(ruleIn("HOL-INT-4W", "0159")).toBeUndefined();
    expect(ruleIn("HOL-INT-4W", "0316")).toBeDefined();
  });

  it("cuts the days a trial sets a rule aside out of the rule's own (RULE-02)", () => {
    expect(iso(ruleIn("LED-3M", "0159")?.periods)).toEqual(
      ["2013-01-01..2013-01-01", "2016-01-01..2020-01-01"].slice(1),
    );
    expect(iso(ruleIn("VIS-MREV", "0159")?.periods)).toEqual(["2010-01-01..2012-03-01", "2016-01-01..2020-01-01"]);
    expect(iso(ruleIn("VIS-MREV", null)?.periods)).toEqual(["2010-01-01..2020-01-01"]);
  });

  it("puts what adjusts a rule into the rule (LAB § 102)", () => {
    const offer = ruleIn("OFF-6M", null);
    expect(offer?.afterExemption).toEqual({ unit: "months", n: 1 });
    expect(offer?.extension?.by).toEqual({ unit: "days", n: 21 });
    expect(offer?.exemptions.map(({ rule }) => rule.id)).toEqual(["LAB-EXEMPT", "OFF-20H"]);
    expect(ruleIn("LAB-1WK", null)?.afterExemption).toBeNull();
  });
});

describe("days", () => {
  it("are counted in days or in calendar months", () => {
    expect(isoDay(later(day("2020-01-31"), { unit: "months", n: 1 }))).toBe("2020-02-29");
    expect(isoDay(later(day("2020-01-31"), { unit: "days", n: 14 }))).toBe("2020-02-14");
  });

  it("are cut by holes at either end and in the middle", () => {
    const all = { from: day("2020-01-01"), until: day("2020-12-31") };
    const hole = { from: day("2020-03-01"), until: day("2020-04-01") };
    expect(iso(without(all, [hole]))).toEqual(["2020-01-01..2020-03-01", "2020-04-01..2020-12-31"]);
    expect(iso(without(all, [{ ...hole, from: day("2019-01-01") }]))).toEqual(["2020-04-01..2020-12-31"]);
    expect(iso(without(all, [{ from: day("2019-01-01"), until: day("2021-01-01") }]))).toEqual([]);
  });
});
