import { type Evidence, evaluate, type Predicate } from "../../language/public.ts";

/** What is known of a condition: what is missing is unknown, never "no". */
export type Truth = "met" | "not_met" | "unknown";

/**
 * Does a condition hold for one person on one day, as far as it is known? A part with a missing value is unknown; "and" is not met as soon as
 * one part is not, "or" met as soon as one part is, whatever the unknown ones would say. When nothing is missing it is what `evaluate` says.
 */
export function judge(predicate: Predicate, evidence: Evidence): Truth {
  switch (predicate.kind) {
    case "and":
      return lowest(predicate.parts.map((part) => judge(part, evidence)));
    case "or":
      return opposite(lowest(predicate.parts.map((part) => opposite(judge(part, evidence)))));
    case "not":
      return opposite(judge(predicate.part, evidence));
    case "always":
      return predicate.value ? "met" : "not_met";
    default:
      if (predicate.term.value(evidence) === null) return "unknown";
      return evaluate(predicate, evidence) ? "met" : "not_met";
  }
}

function lowest(truths: readonly Truth[]): Truth {
  if (truths.includes("not_met")) return "not_met";
  return truths.includes("unknown") ? "unknown" : "met";
}

function opposite(truth: Truth): Truth {
  if (truth === "unknown") return truth;
  return truth === "met" ? "not_met" : "met";
}
