import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DemoRow } from "../contract.ts";
import { demoFacts } from "../facts.ts";
import { type DemoOptions, generateDemo } from "../generate.ts";

/** All records of a demo in memory, by fact. For small sizes. */
export function collect(options: DemoOptions): Map<string, DemoRow[]> {
  const found = new Map<string, DemoRow[]>();
  for (const { fact, rows } of generateDemo(options)) {
    const sofar = found.get(fact);
    if (sofar) sofar.push(...rows);
    else found.set(fact, [...rows]);
  }
  return found;
}

/** A CSV line by column name, as text. */
export type CsvRow = Readonly<Record<string, string>>;

/** The files of a demo folder, read with nothing but split: the demo writes no field that needs quoting. */
export function readFolder(folder: string): Map<string, CsvRow[]> {
  const files = new Map<string, CsvRow[]>();
  for (const { name } of demoFacts) {
    const [header = "", ...lines] = readFileSync(join(folder, `${name}.csv`), "utf8")
      .trimEnd()
      .split("\n");
    const columns = header.split(",");
    files.set(
      name,
      lines.map((line) => {
        const fields = line.split(",");
        return Object.fromEntries(columns.map((column, i) => [column, fields[i] ?? ""]));
      }),
    );
  }
  return files;
}

/** Days since 1970 of an ISO date, by the clock's own calendar rather than the product's. */
export function dayNumber(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
}

/** What is believed today. */
export function present(rows: readonly CsvRow[]): CsvRow[] {
  return rows.filter((row) => row.known_until === "");
}

/** Rows by the value of a column, in file order. */
export function groupBy(rows: readonly CsvRow[], column: string): Map<string, CsvRow[]> {
  const groups = new Map<string, CsvRow[]>();
  for (const row of rows) {
    const key = row[column] ?? "";
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
