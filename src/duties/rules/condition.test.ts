import fc from "fast-check";
import { expect, it } from "vitest";
import { type Evidence, evaluate, type FactRow } from "../../language/public.ts";
import { benefitCodes, law } from "../../law/public.ts";
import { day, FOREVER } from "../../platform/kernel/day.ts";
import { codeBits, maskOf } from "./codes.ts";
import { agesIn, codesIn, compileCondition } from "./condition.ts";
import { birthday } from "./situations.ts";

const TODAY = day("2020-06-15");
const conditions = [...law.groups, ...law.rules].map(({ condition }) => condition);
const mentioned = conditions.flatMap(codesIn);
const bits = codeBits(law, mentioned);
const codesOf = (kind: string): string[] => [
  ...new Set(mentioned.filter((one) => one.kind === kind).flatMap(({ codes }) => codes)),
];

const situations = fc.record({
  age: fc.option(fc.integer({ min: 15, max: 70 })),
  education: fc.constantFrom("ufaglaert", "faglaert", "videregaaende", null),
  benefits: fc.subarray(Object.keys(benefitCodes)),
  targetGroups: fc.subarray(codesOf("target_group")),
  circumstances: fc.subarray(codesOf("circumstance")),
});

it("gives what the language gives, for every condition of the law and every situation", () => {
  fc.assert(
    fc.property(situations, ({ age, education, benefits, targetGroups, circumstances }) => {
      const born = age === null ? null : birthday(TODAY, -age);
      const rows = (column: string, codes: readonly string[]): FactRow[] =>
        codes.map((code) => ({ [column]: code, from_day: TODAY, until_day: FOREVER }));
      const facts: Readonly<Record<string, FactRow[]>> = {
        benefit_spells: rows("benefit", benefits),
        target_group_spells: rows("target_group", targetGroups),
        circumstances: rows("circumstance", circumstances),
      };
      const citizen: FactRow = { id: "c1", born, education };
      const evidence: Evidence = {
        row: citizen,
        citizen,
        company: null,
        about: (fact) => facts[fact] ?? [],
        day: TODAY,
      };
      const situation = {
        benefits: maskOf(benefits, bits.benefit),
        targetGroups: maskOf(targetGroups, bits.target_group),
        circumstances: maskOf(circumstances, bits.circumstance),
        age: age ?? -1,
        education,
      };
      for (const condition of conditions)
        expect(compileCondition(condition, bits)(situation)).toBe(evaluate(condition, evidence));
    }),
    { numRuns: 300 },
  );
});

it("knows the birthdays on which an answer may change", () => {
  const of = (id: string): readonly number[] =>
    law.rules.filter((rule) => rule.id === id).flatMap(({ condition }) => agesIn(condition));
  expect(of("OFF-JP-3M")).toEqual([30]);
  expect(of("INT-CONTRACT")).toEqual([18]);
  expect(of("LAB-AK3-2024")).toEqual([]);
});
