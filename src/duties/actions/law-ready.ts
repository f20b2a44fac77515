import { law, type Rule } from "../../law/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { StoredObligation } from "../contract.ts";
import { type Compiled, compileLaw } from "../rules/compile.ts";

const rows = new Map(law.rules.map((rule) => [`${rule.id} ${isoDay(rule.from)}`, rule]));
const compiledFor = new Map<string, Compiled>();

/** The row of the law that a kept obligation names; undefined when the law has changed and the obligation is not yet computed anew. */
export function ruleOf({ rule, rowFrom }: Pick<StoredObligation, "rule" | "rowFrom">): Rule | undefined {
  return rows.get(`${rule} ${isoDay(rowFrom)}`);
}

/** The law made ready for a municipality, once in a process. */
export function lawFor(municipality: string): Compiled {
  const compiled = compiledFor.get(municipality) ?? compileLaw({ law, municipality });
  compiledFor.set(municipality, compiled);
  return compiled;
}
