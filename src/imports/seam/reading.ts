import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { parse } from "csv-parse";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { Mapping } from "../contract.ts";
import { type Field, fieldsOf } from "../layout.ts";
import { type Fault, note, type Problems } from "../problem.ts";
import type { Sealing } from "../sealing.ts";

export type ByteSource = {
  readonly name: string;
  readonly size: number;
  readonly read: (from?: number, to?: number) => AsyncIterable<Buffer>;
};
export type RawRow = { readonly line: number; readonly cells: readonly string[] };
export type FileFault = { readonly line: number; readonly fault: Fault };
export type Rows = readonly RawRow[];
export type Sheet = {
  readonly name: string | null;
  readonly form: { readonly kind: string };
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly sample: Rows;
  readonly remarks: readonly Fault[];
  readonly rows: () => AsyncIterable<Rows | FileFault>;
};
export function isFault(answer: object): answer is FileFault {
  return "fault" in answer;
}

export async function openSheets(source: ByteSource): Promise<readonly Sheet[] | FileFault> {
  if (source.size === 0) return { line: 1, fault: { code: "no_header" } };
  const sample: RawRow[] = [];
  for await (const rows of records(source)) {
    if (isFault(rows)) return rows;
    sample.push(...rows.slice(0, 200));
    break;
  }
  const [head, ...rest] = sample;
  if (!head) return { line: 1, fault: { code: "no_header" } };
  return [
    {
      name: null,
      form: { kind: "csv" },
      header: head.cells,
      headerLine: head.line,
      sample: rest,
      remarks: [],
      rows: () => below(source),
    },
  ];
}

async function* below(source: ByteSource): AsyncGenerator<Rows | FileFault> {
  let first = true;
  for await (const rows of records(source)) {
    yield first && !isFault(rows) ? rows.slice(1) : rows;
    first = false;
  }
}

async function* records(source: ByteSource): AsyncGenerator<Rows | FileFault> {
  const parser = Readable.from(source.read(), { objectMode: false }).pipe(
    parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      delimiter: [",", ";"],
    }),
  );
  let rows: RawRow[] = [];
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    rows.push({ line: info.lines, cells: record });
    if (rows.length < 500) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

export function signatureOf(header: readonly string[]): string {
  return createHash("sha256")
    .update(header.map((name) => name.trim().toLowerCase()).join("\u001f"))
    .digest("hex");
}

export function recognise(sheet: Sheet, name: string, facts: readonly Fact[]): Mapping | null {
  const fits = facts.filter((fact) => {
    const fields = fieldsOf(fact);
    return (
      sheet.header.every((column) => fields.some((field) => field.name === column)) &&
      fields.every((field) => !field.expected || sheet.header.includes(field.name))
    );
  });
  const fact = fits.find((one) => name.startsWith(one.name)) ?? (fits.length === 1 ? fits[0] : undefined);
  if (!fact) return null;
  const columns = fieldsOf(fact).filter((field) => sheet.header.includes(field.name));
  return { fact: fact.name, columns: columns.map((field) => ({ field: field.name, from: field.name })) };
}

export type ReadContext = {
  readonly file: string;
  readonly fact: Fact;
  readonly today: string;
  readonly problems: Problems;
  readonly sealing?: Partial<Sealing>;
};

export async function* readMapped(sheet: Sheet, mapping: Mapping, context: ReadContext): AsyncGenerator<string> {
  const fields = fieldsOf(context.fact, context.sealing);
  const places = fields.map((field) => {
    const column = mapping.columns.find((one) => one.field === field.name);
    return { field, column, at: column?.from ? sheet.header.indexOf(column.from) : -1 };
  });
  for await (const rows of sheet.rows()) {
    if (isFault(rows)) {
      note(context.problems, { file: context.file, line: rows.line }, rows.fault);
      return;
    }
    yield rows.map((row) => readRow(row, { places, context, width: sheet.header.length }) ?? "").join("");
  }
}

type PlaceOf = { readonly field: Field; readonly column: Mapping["columns"][number] | undefined; readonly at: number };

function readRow(row: RawRow, how: { places: readonly PlaceOf[]; context: ReadContext; width: number }): string | null {
  const { context, places, width } = how;
  const before = context.problems.total;
  if (row.cells.length !== width) {
    note(
      context.problems,
      { file: context.file, line: row.line },
      {
        code: "wrong_field_count",
        values: { found: row.cells.length, expected: width },
      },
    );
    return null;
  }
  const stored = places.map(({ field, column, at }) => {
    const cell = column?.constant ?? row.cells[at] ?? "";
    const text = column?.codes?.[cell] ?? cell;
    const place = { file: context.file, line: row.line, column: column?.from ?? field.name };
    if (text === "") {
      if (field.required) note(context.problems, place, { code: "required" });
      return field.whenEmpty;
    }
    const read = field.read(text);
    if (typeof read === "string") return read;
    note(context.problems, { ...place, ...(field.shown ? { shown: cell } : {}) }, read);
    return "";
  });
  if (context.problems.total > before) return null;
  const [, from = "", until = ""] = stored;
  if (places[2]?.field.stored === "until_day" && from >= until) {
    const column = places[2].column?.from ?? "last_day";
    note(context.problems, { file: context.file, line: row.line, column }, { code: "ends_before_start" });
    return null;
  }
  const last = stored.length - 1;
  const explicit = stored[last - 1] !== "" || stored[last] !== "";
  const known = `${stored[last - 1] || context.today},${stored[last] || "9999-12-31"}`;
  return `${row.line},${explicit},${stored.slice(0, last - 1).join(",")},${known}\n`;
}
