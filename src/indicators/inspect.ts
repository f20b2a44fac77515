import type { Day } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { compute, leafStatement, paramsOf, type Source, writeStatement } from "./compute.ts";
import type { Leaf, Measure, Spec } from "./measure.ts";
import { measureOf } from "./registry.ts";
import { type Figure, NO_FIGURE } from "./rules/figure.ts";
import type { Window } from "./rules/window.ts";
import { ownerColumn } from "./sql/context.ts";

type Place = { readonly spec: Spec; readonly inherited: Window; readonly on: Day };

type OpenedLeaf = {
  readonly leaf: Leaf<unknown>;
  readonly params: unknown;
  readonly window: Window;
  readonly on: Day;
  readonly measure: Measure;
};

/** The SQL of a measure for one measuring day, one statement per leaf, ready to be run by hand. */
export function sqlOf(place: Place, source: Source): string {
  return leavesOf(place)
    .map(({ name, opened }) => {
      const sql = leafStatement(opened, [opened.on], source);
      return name === "" ? sql : `-- ${name}\n${sql}`;
    })
    .join(";\n\n");
}

/** Facts a measure leans on, also those that only a predicate asks about, without doubles. */
export function factsOf(spec: Spec): readonly string[] {
  const named = leavesOf({ spec, inherited: "month", on: 0 as Day }).flatMap(
    ({ opened: { leaf, measure, params } }) => [
      ...leaf.covers(params),
      ...(leaf.present?.(params) ?? []),
      ...measure.predicates(params).map(({ subject }) => subject),
    ],
  );
  return [...new Set(named)];
}

/** Is the figure about people, so that small numbers must be withheld from outsiders? */
export function isAboutPeople(spec: Spec, source: Pick<Source, "facts">): boolean {
  return leavesOf({ spec, inherited: "month", on: 0 as Day }).some(({ opened: { leaf, params } }) => {
    if (leaf.countsPeople === false) return false;
    const facts = [...leaf.covers(params), ...(leaf.present?.(params) ?? [])];
    return facts.some((name) => {
      const fact = source.facts.find((candidate) => candidate.name === name);
      return name === "survey_answers" || (fact !== undefined && ownerColumn(fact, "citizens") !== null);
    });
  });
}

/**
 * The figures that a figure is put together from, down to counts and shares: itself, or the parts of a difference or ratio. They
 * tell how many people it rests on.
 */
export async function basisOf(place: Place, source: Source): Promise<readonly (Figure & { readonly unit: string })[]> {
  const { measure, params, window } = open(place);
  const { compute: how } = measure;
  if (how.as === "leaf" || !measure.nature?.restsOnParts) {
    const computed = await compute(place.spec, [place.on], { inherited: place.inherited, source });
    return [{ unit: measure.unit(params) ?? "", ...(computed.figures[0] ?? NO_FIGURE) }];
  }
  const parts: (Figure & { readonly unit: string })[] = [];
  for (const [name, spec] of Object.entries(how.parts(params))) {
    const on = how.partDay?.(name, params, place.on) ?? place.on;
    parts.push(...(await basisOf({ spec, inherited: window, on }, source)));
  }
  return parts;
}

/** SELECT key, citizen, company, amount; what the keys are; what the amount is, null for a number of rows. */
type RowsStatement = {
  readonly sql: string;
  readonly of: "citizens" | "companies" | "rows";
  readonly amount: Bilingual | null;
};

/** The SQL of exactly what stands behind a figure or its denominator (key, citizen, company, amount), and what the keys are. */
export function rowsStatement(
  place: Place & { readonly part: "value" | "denominator" },
  source: Source,
): RowsStatement | null {
  const found = rowsLeaf(place, place.part);
  const rows = found?.opened.leaf.rows;
  if (!found || !rows) return null;
  const { params, on, window, measure } = found.opened;
  const sql = writeStatement(
    (context) =>
      `SELECT key, citizen, company, amount FROM (${rows(params, context, found.part)}) WHERE key IS NOT NULL`,
    { days: [on], window, source },
  );
  return { sql, of: found.opened.leaf.rowsOf ?? "rows", amount: measure.amount ?? null };
}

/** What the rows behind a figure are, or null when it cannot be opened to rows. */
export function rowsOf(spec: Spec): "citizens" | "companies" | "rows" | null {
  const found = rowsLeaf({ spec, inherited: "month", on: 0 as Day }, "value");
  return found?.opened.leaf.rows ? (found.opened.leaf.rowsOf ?? "rows") : null;
}

function rowsLeaf(
  place: Place,
  part: "value" | "denominator",
): { opened: OpenedLeaf; part: "value" | "denominator" } | null {
  const { measure, params, window } = open(place);
  if (measure.compute.as === "leaf")
    return { opened: { leaf: measure.compute, params, window, on: place.on, measure }, part };
  const name = measure.compute.rowsPart(part);
  const spec = name === null ? undefined : measure.compute.parts(params)[name];
  if (name === null || !spec) return null;
  return rowsLeaf(
    { spec, inherited: window, on: measure.compute.partDay?.(name, params, place.on) ?? place.on },
    "value",
  );
}

function leavesOf(place: Place, name = ""): readonly { readonly name: string; readonly opened: OpenedLeaf }[] {
  const { measure, params, window } = open(place);
  const { compute } = measure;
  if (compute.as === "leaf") return [{ name, opened: { leaf: compute, params, window, on: place.on, measure } }];
  return Object.entries(compute.parts(params)).flatMap(([part, spec]) =>
    leavesOf(
      { spec, inherited: window, on: compute.partDay?.(part, params, place.on) ?? place.on },
      name ? `${name}.${part}` : part,
    ),
  );
}

function open({ spec, inherited }: Place): { measure: Measure; params: unknown; window: Window } {
  const measure = measureOf(spec.measure);
  return { measure, params: paramsOf(measure, spec), window: spec.window ?? inherited };
}
