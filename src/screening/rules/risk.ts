import type { Truth } from "./three-valued.ts";

/** How a criterion stands for somebody; `off` is not used. */
export type Standing = { readonly id: string; readonly state: Truth | "off" };

/** What makes somebody count as at risk: at least so many criteria, or any of some. No criterion weighs more than another. */
export type RiskRule = { readonly at_least?: number | undefined; readonly any: readonly string[] };

/** What the rule says of what is known, in the codes of the records: `uafklaret` when the unknown criteria could still tip it. */
export type RuleSaid = "i_risiko" | "ikke_i_risiko" | "uafklaret";

/**
 * What an open rule says. At risk when enough criteria are met or one that is enough alone; not at risk when it could not become so
 * whatever the unknown ones turn out to be; otherwise undecided. A criterion that is off counts as if it were not there.
 */
export function ruleSays({ at_least: least, any }: RiskRule, criteria: readonly Standing[]): RuleSaid {
  const used = criteria.filter(({ state }) => state !== "off");
  const holds = (states: readonly Standing["state"][]): boolean => {
    const counted = used.filter(({ state }) => states.includes(state));
    return (least !== undefined && counted.length >= least) || counted.some(({ id }) => any.includes(id));
  };
  if (holds(["met"])) return "i_risiko";
  return holds(["met", "unknown"]) ? "uafklaret" : "ikke_i_risiko";
}

/** How an answer stands against what counts: no answer is unknown. */
export function answered(answer: string | null, counts: string): Truth {
  if (answer === null) return "unknown";
  return answer === counts ? "met" : "not_met";
}

/** Does a conclusion go against the rule? An undecided rule says neither. */
export function isAgainst(conclusion: string, said: RuleSaid): boolean {
  return said !== "uafklaret" && conclusion !== said;
}
