import { describe, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { law } from "../law/public.ts";
import type { Family } from "./contract.ts";
import { codesIn } from "./rules/condition.ts";

/** Where the records say what rules turn on. */
const COLUMNS: Readonly<Record<Family | "event", readonly (readonly [fact: string, column: string])[]>> = {
  benefit: [["benefit_spells", "benefit"]],
  target_group: [["target_group_spells", "target_group"]],
  circumstance: [["circumstances", "circumstance"]],
  offer: [["offers", "kind"]],
  event: [
    ["conversations", "kind"],
    ["case_steps", "step"],
  ],
};

function recordable(kind: Family | "event"): readonly string[] {
  return COLUMNS[kind].flatMap(([fact, column]) =>
    Object.keys(allFacts.find(({ name }) => name === fact)?.columns.find(({ name }) => name === column)?.codes ?? {}),
  );
}

type Asked = { readonly kind: Family | "event"; readonly codes: readonly string[] };

/** Everything the rules and the target groups turn on, are met by or are moved by, whether they are active or not. */
const asked: readonly Asked[] = [
  ...[...law.groups, ...law.rules].flatMap(({ condition }) => codesIn(condition)),
  ...law.rules.flatMap(({ trigger, satisfiedBy, adjusts }): Asked[] => [
    { kind: "event", codes: satisfiedBy.events },
    { kind: "event", codes: trigger.kind === "event" ? [trigger.event] : [] },
    { kind: "event", codes: adjusts?.extended ? [adjusts.extended.on] : [] },
    { kind: "offer", codes: [...satisfiedBy.offers, ...(adjusts?.notCounted ?? [])] },
    { kind: "benefit", codes: trigger.kind === "received" ? trigger.benefits : [] },
    { kind: "circumstance", codes: trigger.kind === "received" ? trigger.without : [] },
  ]),
];

describe("what the law asks for can be recorded (RULE-01)", () => {
  it.each(["benefit", "target_group", "circumstance", "offer", "event"] as const)(
    "each %s that a rule or a target group names is a code of some fact",
    (kind) => {
      const codes = new Set(asked.filter((one) => one.kind === kind).flatMap((one) => one.codes));
      expect(codes.size).toBeGreaterThan(0);
      const known = recordable(kind);
      expect([...codes].filter((code) => !known.includes(code))).toEqual([]);
    },
  );

  // The middle sickness category is whoever is in neither of the others; extensions change payment, which no rule here counts.
  it.each([
    ["circumstances", "circumstance", ["sygekategori_2", "forlaenget_27"]],
    ["case_steps", "step", []],
  ])("%s has only codes that rules name, but for %s %j", (fact, column, unnamed) => {
    const words = allFacts.find(({ name }) => name === fact)?.columns.find(({ name }) => name === column)?.codes ?? {};
    const used = new Set(asked.flatMap(({ codes }) => codes));
    expect(Object.keys(words).filter((code) => !used.has(code))).toEqual(unnamed);
  });
});
