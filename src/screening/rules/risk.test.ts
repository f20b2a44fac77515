import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answered, isAgainst, type RiskRule, ruleSays, type Standing } from "./risk.ts";

const states = ["met", "not_met", "unknown", "off"] as const;
const of = (...given: readonly Standing["state"][]): readonly Standing[] =>
  given.map((state, at) => ({ id: `k${at}`, state }));
const TWO: RiskRule = { at_least: 2, any: [] };

describe("what an open rule says (VIS-02, VIS-03)", () => {
  it.each([
    [of("met", "met", "unknown"), "i_risiko"],
    [of("met", "not_met", "unknown"), "uafklaret"],
    [of("met", "not_met", "not_met"), "ikke_i_risiko"],
    [of("not_met", "unknown", "not_met"), "ikke_i_risiko"],
    [of("unknown", "unknown"), "uafklaret"],
    [of("met", "off", "off"), "ikke_i_risiko"],
  ] as const)("of %j at least two: %s", (criteria, said) => expect(ruleSays(TWO, criteria)).toBe(said));

  it("has criteria that are enough alone, unless they are off", () => {
    const rule: RiskRule = { at_least: 2, any: ["k0"] };
    expect(ruleSays(rule, of("met", "not_met"))).toBe("i_risiko");
    expect(ruleSays(rule, of("unknown", "not_met"))).toBe("uafklaret");
    expect(ruleSays(rule, of("off", "met"))).toBe("ikke_i_risiko");
  });

  it("is never turned round by what becomes known, and no order of the criteria matters: nothing has a weight", () => {
    const rules = fc.record({
      at_least: fc.integer({ min: 1, max: 4 }),
      any: fc.subarray(["k0", "k1"]),
    });
    fc.assert(
      fc.property(
        rules,
        fc.array(fc.constantFrom(...states), { maxLength: 6 }),
        fc.infiniteStream(fc.boolean()),
        (rule, given, coin) => {
          const criteria = of(...given);
          const said = ruleSays(rule, criteria);
          const known = criteria.map((one) =>
            one.state === "unknown"
              ? { ...one, state: coin.next().value ? ("met" as const) : ("not_met" as const) }
              : one,
          );
          if (said === "uafklaret") expect(["i_risiko", "ikke_i_risiko"]).toContain(ruleSays(rule, known));
          else expect(ruleSays(rule, known)).toBe(said);
          expect(ruleSays(rule, criteria.toReversed())).toBe(said);
        },
      ),
    );
  });
});

describe("an answer and a conclusion", () => {
  it("counts as the row says, and none is unknown", () => {
    expect([answered("ja", "ja"), answered("nej", "ja"), answered("nej", "nej"), answered(null, "nej")]).toEqual([
      "met",
      "not_met",
      "met",
      "unknown",
    ]);
  });

  it("goes against a rule that said something else, never against one that could not say", () => {
    expect(isAgainst("i_risiko", "ikke_i_risiko")).toBe(true);
    expect(isAgainst("i_risiko", "i_risiko")).toBe(false);
    expect(isAgainst("ikke_i_risiko", "uafklaret")).toBe(false);
  });
});
