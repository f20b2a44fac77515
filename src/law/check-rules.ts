import type { Bilingual } from "../platform/kernel/fact.ts";
import { nearest } from "../platform/kernel/nearest.ts";
import type { Law, LawProblem, Rule } from "./contract.ts";
import { messages } from "./messages.ts";

type At = { readonly file: string; readonly line: number };

const problem = ({ file, line }: At, message: Bilingual): LawProblem => ({ file, line, message });

/** Are two rows in force on a common day, for a common municipality? */
function meet(a: Rule, b: Rule): boolean {
  const together = a.municipality === null || b.municipality === null || a.municipality === b.municipality;
  return together && a.from < b.until && b.from < a.until;
}

function overlaps(rules: readonly Rule[]): readonly LawProblem[] {
  const byId = Map.groupBy(rules, ({ id }) => id);
  return [...byId.values()].flatMap((rows) =>
    rows.flatMap((row, i) =>
      rows
        .slice(0, i)
        .filter((earlier) => meet(earlier, row))
        .map((earlier) => problem(row, messages.overlap(row.id, earlier.file, earlier.line))),
    ),
  );
}

function unknownNames(rule: Rule, groups: readonly string[], sources: readonly string[]): readonly LawProblem[] {
  return [
    ...(rule.groups ?? [])
      .filter((group) => !groups.includes(group))
      .map((group) => problem(rule, messages.unknownGroup(group, nearest(group, groups)))),
    ...rule.sources
      .filter(({ key }) => !sources.includes(key))
      .map(({ key }) => problem(rule, messages.unknownSource(key))),
  ];
}

/** A row adjusts one with a demand that is in force exactly as long: a change of the one is then a change of both. */
function adjusts(rule: Rule, rules: readonly Rule[]): readonly LawProblem[] {
  const { adjusts } = rule;
  if (adjusts === null) return [];
  const { from, until } = rule;
  const fits = rules.some((one) => one.id === adjusts.rule && one.demand && one.from === from && one.until === until);
  return fits ? [] : [problem(rule, messages.adjusted(rule.id, adjusts.rule))];
}

/** What is wrong between the rows: rows of one id at the same time, groups and sources that do not exist, adjustments of nothing. */
export function checkRules(law: Law, sources: readonly string[]): readonly LawProblem[] {
  const groups = law.groups.map(({ code }) => code);
  const each = law.rules.flatMap((rule) => [
    ...unknownNames(rule, groups, sources),
    ...(rule.from < rule.until ? [] : [problem(rule, messages.backwards(rule.id))]),
    ...(rule.confidence !== "low" && rule.sources.every(({ key }) => key === "memory")
      ? [problem(rule, messages.memoryOnly(rule.id))]
      : []),
    ...adjusts(rule, law.rules),
  ]);
  return [...overlaps(law.rules), ...each];
}
