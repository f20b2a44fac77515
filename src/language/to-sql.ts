import { type Day, isoDay } from "../platform/kernel/day.ts";
import { sqlText } from "./sql-text.ts";
import type { Predicate, SqlPlace, Term, TermValue } from "./term.ts";

const OPERATORS = { "==": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">=" } as const;

/** A double with all its digits; the exponent keeps DuckDB from reading it as a decimal. */
function sqlDouble(value: number): string {
  const digits = String(value);
  return digits.includes("e") ? digits : `${digits}e0`;
}

function literal(term: Term, value: TermValue): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return sqlText(value);
  if (typeof value !== "number") throw new Error(`${term.id} is compared with a value that has no SQL literal`);
  if (term.type === "day") return `DATE '${isoDay(value as Day)}'`;
  return term.type === "number" ? sqlDouble(value) : String(value);
}

function atom(predicate: Exclude<Predicate, { kind: "and" | "or" | "not" | "always" }>, at: SqlPlace): string {
  const { term } = predicate;
  if (predicate.kind === "is") return term.sql(at);
  if (predicate.kind === "compare") {
    return `(${term.sql(at)}) ${OPERATORS[predicate.operator]} ${literal(term, predicate.value)}`;
  }
  if (term.type === "codes") return term.sql(at, predicate.values.map(String));
  return `(${term.sql(at)}) IN (${predicate.values.map((value) => literal(term, value)).join(", ")})`;
}

/**
 * A predicate as DuckDB SQL that is TRUE or FALSE, never NULL: every atom is coalesced to false, and `!` turns that round. The
 * aliases and the day of the place must be qualified (`r`, `c`, `d.day`), since terms read other facts in subqueries.
 */
export function toSql(predicate: Predicate, place: SqlPlace): string {
  switch (predicate.kind) {
    case "always":
      return predicate.value ? "TRUE" : "FALSE";
    case "and":
    case "or": {
      const parts = predicate.parts.map((part) => toSql(part, place));
      return `(${parts.join(predicate.kind === "and" ? " AND " : " OR ")})`;
    }
    case "not":
      return `(NOT ${toSql(predicate.part, place)})`;
    default:
      return `coalesce(${atom(predicate, place)}, FALSE)`;
  }
}
