import type { Evidence, Predicate, TermValue } from "./term.ts";

type Comparison = Extract<Predicate, { kind: "compare" }>["operator"];

function compare(left: NonNullable<TermValue>, operator: Comparison, right: TermValue): boolean {
  if (operator === "==") return left === right;
  if (operator === "!=") return left !== right;
  if (typeof left !== "number" || typeof right !== "number") return false;
  if (operator === "<") return left < right;
  if (operator === "<=") return left <= right;
  return operator === ">" ? left > right : left >= right;
}

function isIn(value: NonNullable<TermValue>, values: readonly (string | number)[]): boolean {
  if (value instanceof Set) return values.some((one) => value.has(one));
  return values.some((one) => one === value);
}

/**
 * Does a predicate hold for one row on one day? A missing value makes the atom it stands in false (also with `!=`); `!` turns
 * that round. `toSql` gives the same answer for every row.
 */
export function evaluate(predicate: Predicate, evidence: Evidence): boolean {
  switch (predicate.kind) {
    case "always":
      return predicate.value;
    case "and":
      return predicate.parts.every((part) => evaluate(part, evidence));
    case "or":
      return predicate.parts.some((part) => evaluate(part, evidence));
    case "not":
      return !evaluate(predicate.part, evidence);
    default: {
      const value = predicate.term.value(evidence);
      if (value === null) return false;
      if (predicate.kind === "is") return value === true;
      return predicate.kind === "in"
        ? isIn(value, predicate.values)
        : compare(value, predicate.operator, predicate.value);
    }
  }
}
