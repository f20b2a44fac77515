import type { Predicate } from "../../language/public.ts";

/**
 * A predicate's bounds that do not depend on the day: rows that satisfy `always` satisfy the predicate on every day, rows that do not
 * satisfy `ever` on none. Only what lies between must be judged day by day.
 */
export function boundsOf(predicate: Predicate): { readonly always: Predicate; readonly ever: Predicate } {
  return { always: withTimely(predicate, false), ever: withTimely(predicate, true) };
}

/** The predicate with its changing parts taken as true or false, turned round under a negation. Predicates are two-valued. */
function withTimely(predicate: Predicate, value: boolean): Predicate {
  switch (predicate.kind) {
    case "and":
    case "or":
      return { kind: predicate.kind, parts: predicate.parts.map((part) => withTimely(part, value)) };
    case "not":
      return { kind: "not", part: withTimely(predicate.part, !value) };
    case "always":
      return predicate;
    default:
      return predicate.term.changesWithTime ? { kind: "always", value } : predicate;
  }
}
