import type { Rule, Span } from "../../law/public.ts";
import { addDays, addMonths, type Day } from "../../platform/kernel/day.ts";
import type { Whose } from "../contract.ts";
import { type CodeBits, codeBits, maskOf } from "./codes.ts";
import { agesIn, type Condition, codesIn, compileCondition } from "./condition.ts";

/** A stretch of days, half-open. */
export type Stretch = { readonly from: Day; readonly until: Day };

/** A rule ready to run: conditions as functions, codes as bits, and what rows that adjust it change. */
export type CompiledRule = {
  readonly rule: Rule;
  /** When it is in force here: its own days, without those a trial sets it aside. */
  readonly periods: readonly Stretch[];
  /** Target groups as bits; 0 for all citizens. */
  readonly groups: number;
  readonly condition: Condition;
  readonly events: number;
  readonly offers: number;
  readonly trigger: number;
  /** Rules that let this one's duty rest. */
  readonly exemptions: readonly CompiledRule[];
  readonly afterExemption: Span | null;
  readonly extension: { readonly by: Span; readonly on: number } | null;
};

/** A law for one municipality, compiled once. */
export type Compiled = {
  readonly bits: CodeBits;
  /** Conditions of the target groups, in order, and their bits. */
  readonly groups: readonly { readonly condition: Condition; readonly bit: number }[];
  /** Ages at which some condition may change its answer. */
  readonly ages: readonly number[];
  /** Active rules about citizens that something can be late under, shares included. */
  readonly rules: readonly CompiledRule[];
};

/** The day a span later. Months land on the same day of the month, or on the last day of a shorter one. */
export function later(day: Day, { unit, n }: Span): Day {
  return unit === "days" ? addDays(day, n) : addMonths(day, n);
}

/** The days of a stretch that are in none of the holes. */
export function without(stretch: Stretch, holes: readonly Stretch[]): readonly Stretch[] {
  return holes.reduce<readonly Stretch[]>(
    (left, hole) =>
      left.flatMap(({ from, until }) => {
        if (hole.until <= from || until <= hole.from) return [{ from, until }];
        return [
          ...(from < hole.from ? [{ from, until: hole.from }] : []),
          ...(hole.until < until ? [{ from: hole.until, until }] : []),
        ];
      }),
    [stretch],
  );
}

function mentioned({ law }: Whose): Parameters<typeof codeBits>[1] {
  const conditions = [...law.groups, ...law.rules].flatMap(({ condition }) => codesIn(condition));
  return [
    ...conditions,
    ...law.rules.flatMap(({ trigger, satisfiedBy, adjusts }) => [
      { kind: "event" as const, codes: [...satisfiedBy.events, ...(trigger.kind === "event" ? [trigger.event] : [])] },
      { kind: "event" as const, codes: adjusts?.extended ? [adjusts.extended.on] : [] },
      { kind: "offer" as const, codes: satisfiedBy.offers },
      { kind: "benefit" as const, codes: trigger.kind === "received" ? trigger.benefits : [] },
      { kind: "circumstance" as const, codes: trigger.kind === "received" ? trigger.without : [] },
    ]),
  ];
}

type Parts = { readonly whose: Whose; readonly bits: CodeBits; readonly exempting: readonly CompiledRule[] };

function compiled(rule: Rule, { whose, bits, exempting }: Parts): CompiledRule {
  const { law, municipality } = whose;
  const { duty, trigger, satisfiedBy } = rule;
  const lifted = law.lifts.filter(
    (lift) =>
      rule.municipality === null && lift.municipality === municipality && duty !== null && lift.duties.includes(duty),
  );
  const adjustments = law.rules.flatMap((one) => (one.active && one.adjusts?.rule === rule.id ? [one.adjusts] : []));
  const notCounted = new Set(adjustments.flatMap((one) => one.notCounted));
  const extended = adjustments.find((one) => one.extended !== null)?.extended ?? null;
  return {
    rule,
    periods: without(rule, lifted),
    groups: maskOf(rule.groups ?? [], bits.group),
    condition: compileCondition(rule.condition, bits),
    events: maskOf(satisfiedBy.events, bits.event),
    offers: maskOf(
      satisfiedBy.offers.filter((code) => !notCounted.has(code)),
      bits.offer,
    ),
    trigger: trigger.kind === "event" ? maskOf([trigger.event], bits.event) : 0,
    exemptions: exempting.filter((one) => duty !== null && one.rule.exempts.includes(duty)),
    afterExemption: adjustments.find((one) => one.afterExemption !== null)?.afterExemption ?? null,
    extension: extended === null ? null : { by: extended.by, on: maskOf([extended.on], bits.event) },
  };
}

/** Makes a law ready for one municipality: everything that does not depend on a citizen is done here, once. */
export function compileLaw(whose: Whose): Compiled {
  const { law, municipality } = whose;
  const bits = codeBits(law, mentioned(whose));
  const here = law.rules.filter(
    (rule) =>
      rule.active && rule.subject === "citizen" && (rule.municipality === null || rule.municipality === municipality),
  );
  const exempting = here
    .filter(({ exempts }) => exempts.length > 0)
    .map((rule) => compiled(rule, { whose, bits, exempting: [] }));
  return {
    bits,
    groups: law.groups.map(({ code, condition }) => ({
      condition: compileCondition(condition, bits),
      bit: maskOf([code], bits.group),
    })),
    ages: [...new Set([...law.groups, ...here].flatMap(({ condition }) => agesIn(condition)))].sort((a, b) => a - b),
    rules: here.filter(({ demand }) => demand !== null).map((rule) => compiled(rule, { whose, bits, exempting })),
  };
}
