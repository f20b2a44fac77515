import type { Day } from "../platform/kernel/day.ts";
import { leafStatement, paramsOf, type Source, writeStatement } from "./compute.ts";
import type { Leaf, Measure, Spec } from "./measure.ts";
import { measureOf } from "./registry.ts";
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

/** Facts a measure leans on, without doubles. */
export function factsOf(spec: Spec): readonly string[] {
  const leaves = leavesOf({ spec, inherited: "month", on: 0 as Day });
  return [
    ...new Set(
      leaves.flatMap(({ opened }) => [
        ...opened.leaf.covers(opened.params),
        ...(opened.leaf.present?.(opened.params) ?? []),
      ]),
    ),
  ];
}

/** Is the figure about people, so that small numbers must be withheld from outsiders? */
export function isAboutPeople(spec: Spec, source: Pick<Source, "facts">): boolean {
  return factsOf(spec).some((name) => {
    const fact = source.facts.find((candidate) => candidate.name === name);
    return name === "survey_answers" || (fact !== undefined && ownerColumn(fact, "citizens") !== null);
  });
}

/** The SQL of exactly what stands behind a figure or its denominator (key, citizen, company, amount), and what the keys are. */
export function rowsStatement(
  place: Place & { readonly part: "value" | "denominator" },
  source: Source,
): { readonly sql: string; readonly of: "citizens" | "companies" | "rows" } | null {
  const found = rowsLeaf(place, place.part);
  const rows = found?.opened.leaf.rows;
  if (!found || !rows) return null;
  const { params, on, window } = found.opened;
  const sql = writeStatement(
    (context) =>
      `SELECT key, citizen, company, amount FROM (${rows(params, context, found.part)}) WHERE key IS NOT NULL`,
    { days: [on], window, source },
  );
  return { sql, of: found.opened.leaf.rowsOf ?? "rows" };
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
