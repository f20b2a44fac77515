import type { Day } from "../platform/kernel/day.ts";
import { covers } from "../platform/kernel/period.ts";
import type { Law, Lift, Rule } from "./contract.ts";

/** For whom: a municipality's four-digit code, or null for the law that everyone has. */
type Whose = { readonly law: Law; readonly municipality: string | null };

/** The trial that sets a rule aside in a municipality on a day, if any. Trials set aside the law, never the municipality's own rules. */
export function liftOf({ law, municipality }: Whose, rule: Rule, day: Day): Lift | null {
  if (rule.municipality !== null || rule.duty === null) return null;
  const { duty } = rule;
  return (
    law.lifts.find((lift) => lift.municipality === municipality && covers(lift, day) && lift.duties.includes(duty)) ??
    null
  );
}

/**
 * The rules in force on a day in a municipality, its own on top and those a trial has set aside left out. Unverified ones are among
 * them: `active` says which are enforced.
 */
export function rulesInForce(whose: Whose, day: Day): readonly Rule[] {
  return whose.law.rules.filter(
    (rule) =>
      covers(rule, day) &&
      (rule.municipality === null || rule.municipality === whose.municipality) &&
      liftOf(whose, rule, day) === null,
  );
}

/** What is different between two days: rules that came, rules that went, and rules of one id whose row is another. */
export function differenceBetween(
  whose: Whose,
  before: Day,
  after: Day,
): {
  readonly came: readonly Rule[];
  readonly went: readonly Rule[];
  readonly changed: readonly { readonly before: Rule; readonly after: Rule }[];
} {
  const old = rulesInForce(whose, before);
  const now = rulesInForce(whose, after);
  const idsOf = (rules: readonly Rule[]): ReadonlyMap<string, Rule> => new Map(rules.map((rule) => [rule.id, rule]));
  const [oldIds, newIds] = [idsOf(old), idsOf(now)];
  return {
    came: now.filter(({ id }) => !oldIds.has(id)),
    went: old.filter(({ id }) => !newIds.has(id)),
    changed: now.flatMap((rule) => {
      const earlier = oldIds.get(rule.id);
      return earlier === undefined || earlier === rule ? [] : [{ before: earlier, after: rule }];
    }),
  };
}

/** What of a rule has not been verified: the rule itself, its adoption, its text, or a date. Empty when all has. */
export function unverifiedIn(rule: Rule): readonly ("rule" | "adoption" | "text" | "first_day" | "last_day")[] {
  return [
    ...(rule.confidence === "low" ? (["rule"] as const) : []),
    ...(rule.switchedOff === "adoption" ? (["adoption"] as const) : []),
    ...(rule.note === "bill" ? (["text"] as const) : []),
    ...(rule.fromVerified ? [] : (["first_day"] as const)),
    ...(rule.untilVerified ? [] : (["last_day"] as const)),
  ];
}
