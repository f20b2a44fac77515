import type { Fact } from "../../platform/kernel/fact.ts";
import type { MappedColumn, Reading } from "../contract.ts";
import { type Field, fieldsOf } from "../layout.ts";
import type { Fault } from "../problem.ts";
import { folded } from "../rules/letters.ts";
import { readingSeen, valuesOf } from "./evidence.ts";
import { readerFor } from "./field-reader.ts";
import { otherNames, usualReading } from "./layouts.ts";
import type { Proposal } from "./proposal.ts";
import type { Sheet } from "./sheet.ts";

type Found = { readonly field: Field; readonly read: Reading };

const UNITS: Readonly<Record<string, "kroner" | "oere" | "percent">> = {
  kr: "kroner",
  kroner: "kroner",
  dkk: "kroner",
  oere: "oere",
  pct: "percent",
  procent: "percent",
};
const FILE_BONUS = 0.3;

const remembered = new WeakMap<Fact, ReadonlyMap<string, Found>>();

/** A fact's fields by every name they may have in a header: their own, their labels, and what offices call them. */
export function fieldsByName(fact: Fact): ReadonlyMap<string, Found> {
  const before = remembered.get(fact);
  if (before) return before;
  const byName = new Map<string, Found>();
  const fields = fieldsOf(fact);
  const add = (name: string, found: Found): void => {
    if (!byName.has(folded(name))) byName.set(folded(name), found);
  };
  for (const field of fields) add(field.name, { field, read: readOf(field, { unit: "oere" }) });
  for (const field of fields) {
    for (const name of [field.spec.label.da, field.spec.label.en]) add(name, { field, read: readOf(field, {}) });
  }
  for (const field of fields) {
    for (const { names = [], read } of otherNames(fact.name, field.name)) {
      for (const name of names) add(name, { field, read: { ...readOf(field, {}), ...read } });
    }
  }
  remembered.set(fact, byName);
  return byName;
}

/** A heading without the unit in brackets after it, and the unit: `Beløb (kr.)`, `Andel i %`. */
export function unitIn(heading: string): { readonly name: string; readonly unit: Reading["unit"] } {
  const [, name, said = ""] = /^(.*?)\s*(?:\(\s*(?:i )?([^)]*)\)|[,;]? i ([^ ]+))$/.exec(heading) ?? [];
  const unit = said.includes("%") ? "percent" : UNITS[folded(said)];
  return name && unit ? { name, unit } : { name: heading, unit: undefined };
}

/** A table as its headings and file name say it; the confidence is how much of the fact is there and of the table is used. */
export function mapByNames(sheet: Sheet, file: string, fact: Fact): Proposal {
  const byName = fieldsByName(fact);
  const columns = new Map<string, MappedColumn>();
  for (const heading of sheet.header) {
    const { name, unit } = unitIn(heading);
    const found = byName.get(folded(heading)) ?? byName.get(folded(name));
    if (!found || heading === "" || columns.has(found.field.name)) continue;
    columns.set(found.field.name, columnOf(heading, { ...found, unit, fact }, sheet));
  }
  const number = columns.get("cpr");
  if (fact.name === "citizens" && number && !columns.has("id")) {
    columns.set("id", { field: "id", from: number.from, read: { as: "cpr" } });
  }
  const expected = fieldsOf(fact).filter((field) => field.expected && !(field.name === "id" && fact.key));
  const missing = expected.filter(({ name }) => !columns.has(name)).map(({ name }) => name);
  const used = new Set([...columns.values()].map(({ from }) => from));
  const headings = sheet.header.filter((name) => name !== "");
  const there = (expected.length - missing.length) / Math.max(1, expected.length);
  const agreement = agreementOf([...columns.values()], { sheet, fact });
  const isNamed = [fact.name, fact.label.da, fact.label.en].some((name) => folded(file).startsWith(folded(name)));
  const score = (there * 0.4 + (used.size / Math.max(1, headings.length)) * 0.6) * agreement;
  return {
    fact: fact.name,
    by: { kind: "names", name: fact.name },
    mapping: { fact: fact.name, columns: [...columns.values()] },
    confidence: columns.size === 0 ? 0 : (score + (isNamed ? FILE_BONUS : 0)) / (1 + FILE_BONUS),
    missing,
    unused: headings.filter((name) => !used.has(name)),
  };
}

function readOf({ name, spec }: Field, own: Reading): Reading {
  return { ...(spec.type === "amount" ? own : {}), ...usualReading(name) };
}

type Heading = Found & { readonly unit: Reading["unit"]; readonly fact: Fact };

function columnOf(from: string, { field, read, unit, fact }: Heading, sheet: Sheet): MappedColumn {
  const seen = readingSeen({ fact, spec: field.spec }, valuesOf(sheet.sample, sheet.header.indexOf(from)), sheet.form);
  const isOwn = from === field.name && sheet.form.kind === "csv" && sheet.form.delimiter === ",";
  const reading = { ...(isOwn ? { decimal: "." as const } : {}), ...read, ...seen, ...(unit ? { unit } : {}) };
  return { field: field.name, from, ...(Object.keys(reading).length > 0 ? { read: reading } : {}) };
}

/** The share of the codes and days among the first rows that this fact could read. */
function agreementOf(columns: readonly MappedColumn[], { sheet, fact }: { sheet: Sheet; fact: Fact }): number {
  const fields = new Map(fieldsOf(fact).map((field) => [field.name, field]));
  const read = columns.flatMap((column) => {
    const field = fields.get(column.field);
    if (!field || column.from === null || (field.spec.type !== "code" && field.spec.type !== "day")) return [];
    const reader = readerFor(field, column, { today: "9999-12-31", earliest: "0001-01-01" });
    const values = valuesOf(sheet.sample, sheet.header.indexOf(column.from)).filter((value) => value !== "");
    return values.map((value) => couldBeRead(reader(value)));
  });
  return read.length === 0 ? 1 : 0.6 + (0.4 * read.filter(Boolean).length) / read.length;
}

function couldBeRead(found: string | Fault): boolean {
  return typeof found === "string" || found.code === "ambiguous_day" || found.code === "has_clock";
}
