import type { Fact } from "../platform/kernel/fact.ts";
import { nearest } from "../platform/kernel/nearest.ts";
import type { MappedColumn, Mapping } from "./contract.ts";
import { type Field, fieldsOf } from "./layout.ts";
import { note, type Problems } from "./problem.ts";
import { readingSeen, valuesOf } from "./reading/evidence.ts";
import { openSheets } from "./reading/open.ts";
import { placesOf } from "./reading/places.ts";
import { readMapped } from "./reading/read-mapped.ts";
import { isFault, type Sheet } from "./reading/sheet.ts";
import { fileSource } from "./reading/source.ts";
import type { Sealing } from "./sealing.ts";

/** A file of one fact in its own layout (docs/records.md): its path, its name for messages, and today. */
export type FileToRead = {
  readonly path: string;
  readonly name: string;
  readonly fact: Fact;
  /** As `2021-12-31`: rows are known from this day when they do not say. */
  readonly today: string;
  /** With which keys CPR numbers are sealed; without them a file that has any cannot be read. */
  readonly sealing?: Partial<Sealing>;
};

/**
 * Reads and checks a file and gives the good rows as CSV for the staging table: line, were the known days given, the fields.
 * Problems are noted; the rows they are in are left out.
 */
export async function* readFile(file: FileToRead, problems: Problems): AsyncGenerator<string> {
  const fields = fieldsOf(file.fact);
  const names = new Set(fields.map((field) => field.name));
  const knows = (cells: readonly string[]): number => cells.filter((cell) => names.has(cell)).length;
  const sheets = await openSheets(fileSource(file.path, file.name), { knows });
  if (isFault(sheets)) {
    const columns = fields.filter((field) => field.expected).map((field) => field.name);
    note(problems, { file: file.name, line: sheets.line }, { values: { columns: columns.join(",") }, ...sheets.fault });
    return;
  }
  for (const sheet of sheets) {
    const mapping = ownMapping(file, { sheet, fields }, problems);
    if (mapping) yield* readMapped(sheet, mapping, { ...file, file: file.name, problems });
  }
}

type Table = { readonly sheet: Sheet; readonly fields: readonly Field[] };

/** Columns by their own names; null after noting those there are not. */
function ownMapping(file: FileToRead, { sheet, fields }: Table, problems: Problems): Mapping | null {
  const before = problems.total;
  const names = fields.map((field) => field.name);
  for (const name of sheet.header.filter((cell) => !names.includes(cell))) {
    const fault = {
      code: "unknown_column",
      values: { name },
      suggestion: nearest(name, names),
      choices: names,
    } as const;
    note(problems, { file: file.name, line: sheet.headerLine, column: name }, fault);
  }
  const columns = fields
    .filter(({ name }) => sheet.header.includes(name))
    .map((field) => ownColumn(file.fact, field, sheet));
  const mapping = { fact: file.fact.name, columns };
  if (problems.total === before) return mapping;
  placesOf(sheet, { mapping, fields, fact: file.fact }, { file: file.name, problems });
  return null;
}

/** Numbers have a point before decimals in our own layout, unless the column shows a comma. */
function ownColumn(fact: Fact, { name, spec }: Field, { header, sample, form }: Sheet): MappedColumn {
  const seen = readingSeen({ fact, spec }, valuesOf(sample, header.indexOf(name)), form);
  return {
    field: name,
    from: name,
    read: { decimal: ".", ...(spec.type === "amount" ? { unit: "oere" } : {}), ...seen },
  };
}
