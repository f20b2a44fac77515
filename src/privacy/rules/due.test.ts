import { array, assert, constantFrom, integer, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import { dueOf, type Holding, type Rule } from "./due.ts";

const whole: Rule = { kle: "15.20.00", days: 1825, facts: [], wholePerson: true };
const talks: Rule = { kle: "15.20.20", days: 1825, facts: ["conversations"], wholePerson: false };
const offers: Rule = { kle: "15.18.00", days: null, facts: ["offers"], wholePerson: false };
const asOf = day("2026-11-26");
const held = (fact: string, last: string, citizen = "c1"): Holding => ({ citizen, fact, rows: 2, last: day(last) });
const due = (holdings: readonly Holding[], rules: readonly Rule[] = [whole, talks, offers]) =>
  dueOf(holdings, rules, asOf).map(({ citizen, fact, kle }) => [citizen, fact, kle]);

describe("what falls due by the KLE periods (PRI-DEL)", () => {
  it("is a subject's rows when the last of them is older than the period, to the day", () => {
    expect(due([held("conversations", "2021-11-26"), held("benefit_spells", "2026-01-01")])).toEqual([
      ["c1", "conversations", "15.20.20"],
    ]);
    expect(due([held("conversations", "2021-11-27"), held("benefit_spells", "2026-01-01")])).toEqual([]);
  });

  it("is nothing of a case that still runs, and nothing nobody has confirmed the period of", () => {
    expect(due([{ ...held("conversations", "2000-01-01"), last: FOREVER }])).toEqual([]);
    expect(due([held("offers", "2000-01-01")])).toEqual([]);
  });

  it("is the whole person when all else is over, and not before", () => {
    const old = [
      held("citizens", "2026-01-01"),
      held("conversations", "2010-01-01"),
      held("benefit_spells", "2011-01-01"),
    ];
    expect(due(old)).toEqual([
      ["c1", "conversations", "15.20.20"],
      ["c1", "citizens", "15.20.00"],
      ["c1", "benefit_spells", "15.20.00"],
    ]);
    expect(due([...old, held("offers", "2010-01-01")])).toEqual([["c1", "conversations", "15.20.20"]]);
    expect(due([...old, held("cv_updates", "2025-01-01")])).toEqual([["c1", "conversations", "15.20.20"]]);
  });

  it("takes a person about whom nothing else is known by the day they were recorded", () => {
    expect(due([held("citizens", "2010-01-01")])).toEqual([["c1", "citizens", "15.20.00"]]);
    expect(due([held("citizens", "2025-01-01")])).toEqual([]);
  });

  it("never takes anything that holds within the shortest period, and nothing of a person twice", () => {
    const holding = record({
      citizen: constantFrom("c1", "c2", "c3"),
      fact: constantFrom("citizens", "conversations", "offers", "benefit_spells"),
      rows: integer({ min: 1, max: 9 }),
      last: nat(20_000).map((n) => (n + 5_000) as Day),
    });
    const rule = (kle: string, facts: readonly string[], wholePerson: boolean) =>
      record({
        kle: constantFrom(kle),
        days: constantFrom(null, 100, 2000),
        facts: constantFrom(facts),
        wholePerson: constantFrom(wholePerson),
      });
    void assert(
      property(array(holding), rule("w", [], true), rule("t", ["conversations"], false), (given, w, t) => {
        const holdings = [...new Map(given.map((one) => [`${one.citizen} ${one.fact}`, one])).values()];
        const found = dueOf(holdings, [w, t], asOf);
        const places = found.map(({ citizen, fact }) => `${citizen} ${fact}`);
        expect(new Set(places).size).toBe(places.length);
        const shortest = Math.min(w.days ?? Number.POSITIVE_INFINITY, t.days ?? Number.POSITIVE_INFINITY);
        const taken = holdings.filter(
          ({ citizen, fact }) => fact !== "citizens" && places.includes(`${citizen} ${fact}`),
        );
        for (const { last } of taken) expect(last + shortest).toBeLessThan(asOf);
      }),
    );
  });
});
