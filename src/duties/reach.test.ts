import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law, type Rule } from "../law/public.ts";
import { type Day, day } from "../platform/kernel/day.ts";
import { type Compiled, compileLaw, type Stretch } from "./rules/compile.ts";
import { compileCondition } from "./rules/condition.ts";
import { standingsOn } from "./rules/obligations.ts";
import { episodesOf, exemptDays, lifeOf } from "./rules/situations.ts";
import { cases } from "./testing/timelines.ts";

const municipalities = [null, "0159", "0316", "0766"];
const compiled = new Map(municipalities.map((municipality) => [municipality, compileLaw({ law, municipality })]));
const sample = fc.sample(cases, { numRuns: 8000, seed: 20260701 });

const meets = (a: Stretch, b: Stretch): boolean => a.from < b.until && b.from < a.until;

/** Rules that no clock runs for, and whose condition holds for somebody on a day they are in force. */
function holding(rules: readonly Rule[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { timeline, asOf, municipality } of sample) {
    const ready = compiled.get(municipality) as Compiled;
    const life = lifeOf(timeline, ready, asOf);
    for (const rule of rules) {
      if (found.has(rule.id) || (rule.municipality !== null && rule.municipality !== municipality)) continue;
      const groups = (rule.groups ?? []).reduce((mask, code) => mask | (ready.bits.group.get(code) ?? 0), 0);
      const condition = compileCondition(rule.condition, ready.bits);
      const until = (asOf + 1) as Day;
      const known = (one: Stretch): Stretch => ({ from: one.from, until: Math.min(one.until, until) as Day });
      if (episodesOf({ groups, condition }, life).some((one) => meets(known(one), rule))) found.add(rule.id);
    }
  }
  return found;
}

describe("every active row of the law is reached by some generated citizen (RULE-01)", () => {
  const active = law.rules.filter((rule) => rule.active);
  const ids = (rules: readonly Rule[]): string[] => rules.map(({ id }) => id);

  it("rows with something to be late with bind somebody, as an obligation or in a share", () => {
    const reached = new Set(
      sample.flatMap(({ timeline, asOf, municipality }) => {
        const { obligations, shares } = standingsOn(compiled.get(municipality) as Compiled, timeline, asOf);
        return [...obligations, ...shares].map(({ rule }) => rule.id);
      }),
    );
    expect(ids(active.filter(({ demand }) => demand !== null)).filter((id) => !reached.has(id))).toEqual([]);
  });

  it("exemptions let somebody's duty rest", () => {
    const reached = new Set(
      sample.flatMap(({ timeline, asOf, municipality }) => {
        const ready = compiled.get(municipality) as Compiled;
        const life = lifeOf(timeline, ready, asOf);
        return ready.rules
          .filter((rule) => episodesOf(rule, life).length > 0)
          .flatMap((rule) => rule.exemptions.map((exemption) => ({ ...rule, exemptions: [exemption] })))
          .filter((rule) => exemptDays(rule, life).some(({ from }) => from <= asOf))
          .flatMap(({ exemptions }) => exemptions.map(({ rule }) => rule.id));
      }),
    );
    expect(ids(active.filter(({ exempts }) => exempts.length > 0)).filter((id) => !reached.has(id))).toEqual([]);
  });

  it("adjustments, standing rules and rows about citizens hold for somebody while they are in force", () => {
    const others = active.filter(
      (rule) => rule.subject === "citizen" && rule.demand === null && rule.amount === null && rule.step === null,
    );
    const found = holding(others);
    expect(ids(others).filter((id) => !found.has(id))).toEqual([]);
  });

  it("amounts, steps and rows about others are in force on some day of the last years", () => {
    const rest = active.filter((rule) => rule.subject !== "citizen" || rule.amount !== null || rule.step !== null);
    const span = { from: day("2009-01-01"), until: day("2027-01-01") };
    expect(ids(rest.filter((rule) => !meets(rule, span)))).toEqual([]);
  });
});
