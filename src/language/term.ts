import type { Day } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";

/** What a term's value is. `codes` is a set of codes, asked with `'x' in term`; the others are single values. */
export type TermType = "bool" | "int" | "number" | "day" | "code" | "text" | "codes";

/** Whom a row may belong to. */
export type Owner = "citizen" | "company";

/** The facts whose rows are owners: keys that refer to them name a row's citizen or company. */
export const OWNERS: Readonly<Record<string, Owner>> = { citizens: "citizen", companies: "company" };

export type TermValue = boolean | number | string | Day | ReadonlySet<string> | null;

/** Where a term stands in SQL: the aliases of the row, its citizen and its company, and the day it is judged on. */
export type SqlPlace = {
  readonly row: string;
  readonly citizen: string;
  readonly company: string;
  readonly day: string;
};

/** One row of a fact as rules see it: column name to value, days as `Day`, missing as null. `from_day`/`until_day` or `day` included. */
export type FactRow = Readonly<Record<string, string | number | boolean | null>>;

/** All that is known when a term is judged for one row on one day. */
export type Evidence = {
  readonly row: FactRow;
  readonly citizen: FactRow | null;
  readonly company: FactRow | null;
  /** Rows of a fact that name the same citizen (or company) as the row does, known or not; corrections already resolved. */
  readonly about: (fact: string, owner: Owner) => readonly FactRow[];
  readonly day: Day;
};

/**
 * One word of the vocabulary: `citizen.age`, `spell.benefit`. The same meaning three times: as SQL, as a value for one person, and in
 * words. `subject` is what it is about: "citizen" and "company" terms are open wherever the row has such an owner, a fact's own
 * terms only for rows of that fact (then `subject` is the fact's name and the id starts with the fact's short name).
 */
export type Term = {
  readonly id: string;
  readonly subject: string;
  readonly type: TermType;
  readonly codes?: Readonly<Record<string, Bilingual>>;
  readonly label: Bilingual;
  readonly meaning: Bilingual;
  /** Does the answer depend on the day it is judged on, beyond the row itself? */
  readonly changesWithTime: boolean;
  /** SQL of the value (of the truth of `code in term` for `codes`). Must give NULL for missing. */
  readonly sql: (at: SqlPlace, codes?: readonly string[]) => string;
  readonly value: (evidence: Evidence) => TermValue;
  /**
   * Phrases that replace the general ones, keyed by operator: "true", "false", "==", "in", "<" ... A phrase for "==" serves the
   * other operators too, so most terms need one. `{}` stands for the value, with its comparison where there is one ("at least
   * 30"); `{not}` for the place of "not" (" ikke" in Danish) in the opposite; `{week|weeks}` for one and many.
   */
  readonly phrases?: Readonly<Partial<Record<string, Bilingual>>>;
  /** Relations the SQL reads beside the facts, by name, each a SELECT over the facts: they stand in the WITH of a query. */
  readonly needs?: Readonly<Record<string, string>>;
  /** Rows of these facts have such owners, so that the owners' terms are open for them too. */
  readonly opens?: readonly { readonly fact: string; readonly owner: Owner }[];
};

export type Vocabulary = readonly Term[];

/** A mistake in an expression, with its place (0-based offset and length in the source) and a way out. */
export type LanguageProblem = {
  readonly code: "syntax" | "unknown_name" | "wrong_type" | "unknown_code" | "not_supported";
  readonly message: Bilingual;
  readonly offset: number;
  readonly length: number;
  /** The nearest right name, when there is one. */
  readonly suggestion: string | null;
};

/** A checked predicate: a plain value that can be evaluated, compiled and read aloud. */
export type Predicate =
  | { readonly kind: "and" | "or"; readonly parts: readonly Predicate[] }
  | { readonly kind: "not"; readonly part: Predicate }
  | {
      readonly kind: "compare";
      readonly term: Term;
      readonly operator: "==" | "!=" | "<" | "<=" | ">" | ">=";
      readonly value: TermValue;
    }
  /** The value is one of these; for a `codes` term: it holds at least one of these. */
  | { readonly kind: "in"; readonly term: Term; readonly values: readonly (string | number)[] }
  | { readonly kind: "is"; readonly term: Term }
  | { readonly kind: "always"; readonly value: boolean };

export type Checked =
  | { readonly ok: true; readonly predicate: Predicate; readonly source: string }
  | { readonly ok: false; readonly problems: readonly LanguageProblem[] };
