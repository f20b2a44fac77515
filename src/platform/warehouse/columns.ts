import { type ColumnType, dayColumns, type Fact } from "../kernel/fact.ts";

/** A CPR number is never here: its column identifies. */
const TYPES: Record<Exclude<ColumnType, "cpr">, string> = {
  text: "VARCHAR",
  code: "VARCHAR",
  key: "VARCHAR",
  day: "DATE",
  int: "INTEGER",
  thousandths: "INTEGER",
  hours: "INTEGER",
  amount: "BIGINT",
  number: "DOUBLE",
  bool: "BOOLEAN",
};

export type WarehouseColumn = { readonly name: string; readonly type: string };

/** The columns of a fact in the warehouse, in order: never the ones that identify a person, never the municipality. */
export function warehouseColumns(fact: Fact): readonly WarehouseColumn[] {
  return [
    { name: "id", type: "VARCHAR" },
    ...dayColumns(fact).map((name) => ({ name, type: "DATE" })),
    ...fact.columns.flatMap(({ name, type, identifying }) =>
      identifying || type === "cpr" ? [] : [{ name, type: TYPES[type] }],
    ),
    { name: "known_from", type: "DATE" },
    { name: "known_until", type: "DATE" },
  ];
}

/** The table of a fact in the warehouse, without rows, as SQL makes it. */
export function emptyTableOf(fact: Fact): string {
  const columns = warehouseColumns(fact).map(({ name, type }) => `${name} ${type}`);
  return `records.${fact.name} (${columns.join(", ")})`;
}
