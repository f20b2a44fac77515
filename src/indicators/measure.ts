import type { z } from "zod";
import type { Day } from "../platform/kernel/day.ts";
import type { Bilingual, Fact } from "../platform/kernel/fact.ts";
import type { Period } from "../platform/kernel/period.ts";
import type { Figure } from "./rules/figure.ts";
import type { Window } from "./rules/window.ts";

/** A measure with its parameters as the plan's YAML has it: `{measure: persons, of: offers, where: ..., window: ...}`. */
export type Spec = {
  readonly measure: string;
  readonly window?: Window;
  readonly [parameter: string]: unknown;
};

/** A predicate inside a measure's parameters: where it stands (path), its source and the fact it is asked about. */
export type PredicateAt = {
  readonly path: readonly string[];
  readonly source: string | undefined;
  readonly subject: string;
};

/** What a measure may lean on while it writes SQL. */
export type SqlContext = {
  /** SELECT of a fact's rows that satisfy a predicate, joined to the windows that hold them. See `occurrences`. */
  readonly occurrences: (of: Occurrence) => string;
  /** The predicate as SQL, for row alias `r`, citizen `c`, company `k`, judged on a SQL day. */
  readonly where: (source: string | undefined, subject: string, day: string) => string;
  /** `r`'s joins to its citizen and company where the predicate asks about them. */
  readonly owners: (source: string | undefined, subject: string) => string;
  readonly fact: (name: string) => Fact;
  readonly municipality: string;
  /** The first day after the measuring day of the figure itself: what lies beyond is not known yet. */
  readonly horizon: Day;
};

/**
 * Rows of a fact in a window: events that happened in it; spells that were running on some day of it, began in it, ended in it
 * (their last day is in it), or were standing on its last day. `days` of a row are its days in the window.
 */
export type Counted = "running" | "begun" | "ended" | "standing";
export type Occurrence = { readonly of: string; readonly where?: string | undefined; readonly counted: Counted };

/** How a leaf measure is computed: one query over the relation `windows(idx, from_day, until_day, beyond)`, `beyond` being the first day after the measuring day. */
export type Leaf<P> = {
  /** SELECT idx, numerator, denominator, value: integers, or value alone where no division of integers gives it. */
  readonly query: (params: P, sql: SqlContext) => string;
  /** What the integers mean together; defaults to a plain count. */
  readonly figure?: (row: Figure, params: P) => Figure;
  /** SELECT idx, key, citizen, company, amount of exactly what the figure counts, one row per key. */
  readonly rows?: (params: P, sql: SqlContext, part: "value" | "denominator") => string;
  /** False when the figure counts no people although its rows name some: funds, companies. */
  readonly countsPeople?: false;
  /** What the keys are. */
  readonly rowsOf?: "citizens" | "companies" | "rows";
  /** Facts that must reach back to the window for the figure to exist. */
  readonly covers: (params: P) => readonly string[];
  /** Facts that must have rows, whatever their days. */
  readonly present?: (params: P) => readonly string[];
  /** What is lacking when the query gives no value. */
  readonly missing?: (params: P) => Bilingual;
};

/** How a composite measure is put together from other measures. */
export type Composite<P> = {
  readonly parts: (params: P) => Readonly<Record<string, Spec>>;
  /** The days a part is measured on, when not on the figure's own. */
  readonly partDay?: (part: string, params: P, measured: Day) => Day;
  readonly combine: (parts: Readonly<Record<string, Figure>>, params: P) => Figure;
  /** The part whose rows stand behind the figure or its denominator. */
  readonly rowsPart: (part: "value" | "denominator") => string | null;
};

/** Words a measure can use in its sentence. */
export type Words = {
  readonly window: (window: Window | undefined) => Bilingual;
  readonly predicate: (source: string | undefined, subject: string) => Bilingual | null;
  readonly fact: (name: string) => Bilingual;
  readonly isEvent: (name: string) => boolean;
  readonly sentence: (spec: Spec) => Bilingual;
};

/** What sets a measure apart where its figures are judged, projected and shown. Absent means: an ordinary figure. */
export type Nature = {
  /** Can be negative, so that a projection may be too. */
  readonly signed?: true;
  /** Done or not, with nothing in between: no path and no projection. */
  readonly yesNo?: true;
  /** The figure of a year is the mean of its months. */
  readonly averages?: true;
  /** Says nothing of how many people it rests on; its parts do. */
  readonly restsOnParts?: true;
};

/** A kind of measure: one file under `measures/`, found by its name. */
export type Measure<P = unknown> = {
  readonly kind: string;
  readonly params: z.ZodType<P>;
  /** The unit, or null when the measure gives none by itself and the indicator must state it. */
  readonly unit: (params: P) => string | null;
  readonly predicates: (params: P) => readonly PredicateAt[];
  readonly nature?: Nature;
  /** What the amount of a row behind the figure is; how many rows there are of the key when absent. */
  readonly amount?: Bilingual;
  readonly compute: ({ readonly as: "leaf" } & Leaf<P>) | ({ readonly as: "composite" } & Composite<P>);
  readonly sentence: (params: P, words: Words, window: Window) => Bilingual;
  /** The day the predicates are judged on, in words. */
  readonly judged: (params: P) => Bilingual;
  /** More to say about the figure than one number. */
  readonly details?: (params: P) => DetailQuery | null;
};

/** More about a figure: one query for the measuring day's window, and what its row says. */
export type DetailQuery = {
  readonly query: (sql: SqlContext) => string;
  readonly read: (row: Readonly<Record<string, string | number | boolean | null>>) => readonly Detail[];
};

export type Detail = { readonly label: Bilingual; readonly value: Bilingual };

/** The windows of a computation in order, `idx` being the place in the list. */
export type Windows = readonly Period[];

/** Keeps a measure's parameter type while the registry sees all measures alike. */
export function defineMeasure<P>(measure: Measure<P>): Measure<P> {
  return measure;
}
