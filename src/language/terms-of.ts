import type { Predicate, Term } from "./term.ts";

function collect(predicate: Predicate, into: Set<Term>): void {
  if ("parts" in predicate) for (const part of predicate.parts) collect(part, into);
  else if (predicate.kind === "not") collect(predicate.part, into);
  else if (predicate.kind !== "always") into.add(predicate.term);
}

/** The terms a predicate uses, each once, in the order they first stand. */
export function termsOf(predicate: Predicate): readonly Term[] {
  const found = new Set<Term>();
  collect(predicate, found);
  return [...found];
}

/** Can the answer for a row change from day to day? If not, it may be judged once per row. */
export function changesWithTime(predicate: Predicate): boolean {
  return termsOf(predicate).some((term) => term.changesWithTime);
}

/** The relations that terms read beside the facts, name to SELECT, to be put after the facts in a query's WITH. */
export function ctesOf(terms: readonly Term[]): Readonly<Record<string, string>> {
  return Object.assign({}, ...terms.map((term) => term.needs ?? {}));
}
