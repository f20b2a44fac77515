import type { Fact } from "../../platform/kernel/fact.ts";
import type { MappedColumn, Only } from "../contract.ts";
import { fieldsOf } from "../layout.ts";
import { folded } from "../rules/letters.ts";
import { readingSeen, valuesOf } from "./evidence.ts";
import type { Layout } from "./layouts.ts";
import { unitIn } from "./map-by-names.ts";
import type { Proposal } from "./proposal.ts";
import type { Sheet } from "./sheet.ts";

type LayoutColumn = Layout["columns"][number];

/** A table as a layout would read it; null when the columns that tell the layout are not there. */
export function mapByLayout(sheet: Sheet, layout: Layout, facts: readonly Fact[]): Proposal | null {
  const fact = facts.find(({ name }) => name === layout.fact);
  if (!fact) return null;
  const spelled = new Map(
    sheet.header.flatMap((name) => [
      [folded(unitIn(name).name), name],
      [folded(name), name],
    ]),
  );
  const here = (names: readonly string[]): string | null =>
    names.map((name) => spelled.get(folded(name)) ?? null).find((name) => name !== null) ?? null;
  const needed = layout.columns.filter(({ from, optional }) => from && !optional);
  if (needed.some(({ from = [] }) => here(from) === null)) return null;
  const only = chosen(layout.only, here);
  const except = chosen(layout.except, here);
  if (only === null || except === null) return null;
  const columns = layout.columns.flatMap((column) => mapped(column, here(column.from ?? []), { sheet, fact }));
  const given = new Set(columns.map(({ field }) => field));
  const used = new Set([...columns, ...only, ...except].map(({ from }) => from));
  const missing = fieldsOf(fact).filter(
    ({ name, expected }) => expected && !given.has(name) && !(name === "id" && fact.key),
  );
  return {
    fact: fact.name,
    by: { kind: "layout", name: layout.name },
    mapping: { fact: fact.name, layout: layout.name, columns, only, except },
    confidence: 1,
    missing: missing.map(({ name }) => name),
    unused: sheet.header.filter((name) => name !== "" && !used.has(name)),
  };
}

/** Null when rows cannot be chosen because a column for it is missing. */
function chosen(list: Layout["only"], here: (names: readonly string[]) => string | null): Only[] | null {
  const found: Only[] = [];
  for (const { from, values, optional } of list ?? []) {
    const name = here(from);
    if (name !== null) found.push({ from: name, values });
    else if (!optional) return null;
  }
  return found;
}

function mapped(
  { field, constant, codes, strict, read }: LayoutColumn,
  from: string | null,
  { sheet, fact }: { readonly sheet: Sheet; readonly fact: Fact },
): MappedColumn[] {
  if (from === null && constant === undefined) return [];
  const spec = fieldsOf(fact).find(({ name }) => name === field)?.spec;
  const seen =
    from !== null && spec
      ? readingSeen({ fact, spec }, valuesOf(sheet.sample, sheet.header.indexOf(from)), sheet.form)
      : {};
  return [
    {
      field,
      from,
      ...(from === null && constant !== undefined ? { constant } : {}),
      ...(codes ? { codes } : {}),
      ...(strict ? { strict } : {}),
      read: { ...seen, ...read },
    },
  ];
}
