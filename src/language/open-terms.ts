import type { Term, Vocabulary } from "./term.ts";

/** The terms that may be used about rows of a fact: the fact's own, and its citizen's and its company's where it has them. */
export function openTerms(vocabulary: Vocabulary, subject: string): readonly Term[] {
  const opened = vocabulary.flatMap(({ opens }) => opens ?? []).filter(({ fact }) => fact === subject);
  const owners = new Set<string>(opened.map(({ owner }) => owner));
  return vocabulary.filter((term) => term.subject === subject || owners.has(term.subject));
}
