import { countedFacts } from "../../app/facts.ts";
import { vocabulary } from "../../app/vocabulary.ts";
import { type Day, FOREVER, isoDay, parseDay } from "../../platform/kernel/day.ts";
import { dayColumns, type Fact } from "../../platform/kernel/fact.ts";
import type { Period } from "../../platform/kernel/period.ts";
import { warehouseColumns } from "../../platform/warehouse/columns.ts";
import { literal } from "../../platform/warehouse/duck.ts";
import { openWarehouse } from "../../platform/warehouse/warehouse.ts";
import type { Source } from "../compute.ts";

/** A row by hand: `first_day`/`last_day` as people say them, or `day`; the rest as in the fact. Ids are made when absent. */
export type HandRow = Readonly<Record<string, string | number | boolean | null>>;

/** A warehouse in memory with rows written by hand, for counting along. */
export async function smallWarehouse(
  rows: Readonly<Record<string, readonly HandRow[]>>,
  options: { readonly plan?: Period; readonly knownAt?: Day } = {},
): Promise<Source & { readonly close: () => void }> {
  const warehouse = await openWarehouse(":memory:", countedFacts);
  for (const [name, given] of Object.entries(rows)) {
    const fact = countedFacts.find((candidate) => candidate.name === name);
    if (!fact) throw new Error(`no fact ${name}`);
    const values = given.map((row, i) => `(${cells(fact, row, i).join(", ")})`);
    if (values.length > 0) await warehouse.execute(`INSERT INTO records.${name} VALUES ${values.join(", ")}`);
  }
  return {
    run: warehouse.run,
    coverage: warehouse.coverage,
    facts: countedFacts,
    vocabulary,
    municipality: "0316",
    plan: options.plan ?? null,
    knownAt: options.knownAt ?? null,
    close: warehouse.close,
  };
}

function cells(fact: Fact, row: HandRow, index: number): readonly string[] {
  const held: HandRow = {
    id: `${fact.name}-${index}`,
    known_from: "2010-01-01",
    known_until: isoDay(FOREVER),
    ...Object.fromEntries(
      fact.columns.map((column) => [column.name, column.whenEmpty === 1 ? 1000 : (column.whenEmpty ?? null)]),
    ),
    ...(dayColumns(fact).length === 2 ? spellDays(row) : {}),
    ...row,
  };
  return warehouseColumns(fact).map(({ name }) => cell(held[name] ?? null));
}

function spellDays({ first_day, last_day }: HandRow): HandRow {
  const last = typeof last_day === "string" ? parseDay(last_day) : null;
  return { from_day: first_day ?? null, until_day: isoDay(last === null ? FOREVER : ((last + 1) as Day)) };
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return "NULL";
  return typeof value === "string" ? literal(value) : String(value);
}
