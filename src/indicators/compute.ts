import type { Vocabulary } from "../language/public.ts";
import { addDays, type Day, isoDay } from "../platform/kernel/day.ts";
import type { Bilingual, Fact } from "../platform/kernel/fact.ts";
import type { Period } from "../platform/kernel/period.ts";
import type { Composite, Leaf, Measure, Spec, SqlContext } from "./measure.ts";
import { measureOf } from "./registry.ts";
import { count, type Figure, NO_FIGURE } from "./rules/figure.ts";
import { type Window, windowOn } from "./rules/window.ts";
import { sqlContext, statement } from "./sql/context.ts";

/** A row as the warehouse gives it: whole numbers as numbers, days as `Day`. */
export type WarehouseRow = Readonly<Record<string, string | number | boolean | null>>;

/** The days a fact's records reach over, and when the latest was recorded. */
export type Coverage = { readonly first: Day | null; readonly lastRecorded: Day | null; readonly rows: number };

/** Where figures are computed: a municipality's warehouse, live or pinned, and what was known when. */
export type Source = {
  readonly run: (sql: string) => Promise<readonly WarehouseRow[]>;
  readonly coverage: (fact: string) => Promise<Coverage>;
  readonly facts: readonly Fact[];
  readonly vocabulary: Vocabulary;
  readonly municipality: string;
  readonly plan: Period | null;
  readonly knownAt: Day | null;
};

/** A measure computed for several measuring days at once, in their order. */
export type Computed = {
  readonly figures: readonly Figure[];
  readonly sql: readonly string[];
  readonly missing: Bilingual | null;
};

/** Computes a measure on each measuring day. `inherited` is the window of a measure that names none of its own. */
export function compute(
  spec: Spec,
  days: readonly Day[],
  at: { readonly inherited: Window; readonly source: Source },
): Promise<Computed> {
  if (days.length === 0) return Promise.resolve({ figures: [], sql: [], missing: null });
  const measure = measureOf(spec.measure);
  const params = paramsOf(measure, spec);
  const window = spec.window ?? at.inherited;
  if (measure.compute.as === "leaf") return computeLeaf({ leaf: measure.compute, params, window }, days, at.source);
  return computeParts(measure.compute, params, { days, inherited: window, source: at.source });
}

/** A measure's own parameters, checked and with defaults filled in. */
export function paramsOf(measure: Measure, spec: Spec): unknown {
  const { measure: _kind, window: _window, ...own } = spec;
  return measure.params.parse(own);
}

async function computeLeaf(
  what: { leaf: Leaf<unknown>; params: unknown; window: Window },
  days: readonly Day[],
  source: Source,
): Promise<Computed> {
  const windows = days.map((day) => windowOn(what.window, day, source.plan));
  const { leaf, params } = what;
  const covered = await coverageOf({ back: leaf.covers(params), present: leaf.present?.(params) ?? [] }, source);
  const sql = leafStatement(what, days, source);
  const rows = covered.missing ? [] : await source.run(sql);
  const byIndex = new Map(rows.map((row) => [row.idx, row]));
  const figure = leaf.figure ?? ((row: Figure): Figure => (row.value === null ? count(row.numerator) : row));
  const figures = windows.map((window, idx) => {
    const row = byIndex.get(idx);
    if (window.until <= window.from || window.until <= covered.from || !row) return NO_FIGURE;
    return figure(asFigure(row), params);
  });
  const tooEarly =
    figures.at(-1)?.value === null && covered.missing === null && (windows.at(-1)?.until ?? 0) <= covered.from;
  const lacking = figures.at(-1)?.value === null ? (leaf.missing?.(params) ?? null) : null;
  return { figures, sql: [sql], missing: covered.missing ?? (tooEarly ? beforeData(covered.from) : lacking) };
}

/** The whole SQL of a leaf over the windows of the measuring days. */
export function leafStatement(
  what: { leaf: Leaf<unknown>; params: unknown; window: Window },
  days: readonly Day[],
  source: Source,
): string {
  return writeStatement((sql) => what.leaf.query(what.params, sql), { days, window: what.window, source });
}

/** A statement over the windows of some measuring days, written by `query`; `asOf` is the asked day where it is later than they. */
export function writeStatement(
  query: (sql: SqlContext) => string,
  at: { days: readonly Day[]; window: Window; source: Source; asOf?: Day },
): string {
  const { facts, vocabulary, municipality, knownAt, plan } = at.source;
  const windows = at.days.map((day) => windowOn(at.window, day, plan));
  const horizon = addDays(Math.max(...at.days, ...(at.asOf === undefined ? [] : [at.asOf])) as Day, 1);
  const beyond = at.days.map((day) => addDays(day, 1));
  const against = { facts, vocabulary, municipality, windows, beyond, horizon, knownAt };
  return statement(query(sqlContext(against)), against);
}

async function computeParts(
  composite: Composite<unknown>,
  params: unknown,
  at: { days: readonly Day[]; inherited: Window; source: Source },
): Promise<Computed> {
  const done: [string, Computed][] = [];
  for (const [name, spec] of Object.entries(composite.parts(params))) {
    const days = at.days.map((day) => composite.partDay?.(name, params, day) ?? day);
    done.push([name, await compute(spec, days, { inherited: at.inherited, source: at.source })]);
  }
  const figures = at.days.map((_, idx) =>
    composite.combine(Object.fromEntries(done.map(([name, part]) => [name, part.figures[idx] ?? NO_FIGURE])), params),
  );
  return {
    figures,
    sql: done.flatMap(([name, part]) => part.sql.map((sql) => `-- ${name}\n${sql}`)),
    missing: done.map(([, part]) => part.missing).find((missing) => missing !== null) ?? null,
  };
}

async function coverageOf(
  facts: { readonly back: readonly string[]; readonly present: readonly string[] },
  source: Source,
): Promise<{ from: Day; missing: Bilingual | null }> {
  let from = 0 as Day;
  for (const name of [...facts.back, ...facts.present]) {
    const { first, rows } = await source.coverage(name);
    const fact = source.facts.find((candidate) => candidate.name === name);
    if (rows === 0) return { from, missing: noRecords(fact?.label ?? { da: name, en: name }) };
    if (facts.back.includes(name) && first !== null && first > from) from = first;
  }
  return { from, missing: null };
}

function noRecords(label: Bilingual): Bilingual {
  return { da: `Der er ingen poster i »${label.da}«`, en: `There are no records in "${label.en}"` };
}

function beforeData(first: Day): Bilingual {
  return { da: `Data begynder først ${isoDay(first)}`, en: `The data only begin on ${isoDay(first)}` };
}

function asFigure(row: WarehouseRow): Figure {
  const number = (value: WarehouseRow[string] | undefined): number | null => (typeof value === "number" ? value : null);
  return { value: number(row.value), numerator: number(row.numerator), denominator: number(row.denominator) };
}
