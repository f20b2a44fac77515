import { nearest } from "../platform/kernel/nearest.ts";
import type { Field } from "./layout.ts";
import { note, type Problems } from "./problem.ts";
import { type CsvFault, type CsvRecord, readCsv } from "./read-csv.ts";

/** A file to be read: its path, its name for messages, its columns and today. */
export type FileToRead = {
  readonly path: string;
  readonly name: string;
  readonly fields: readonly Field[];
  /** As `2021-12-31`: rows are known from this day when they do not say. */
  readonly today: string;
};

const CHUNK = 1 << 19;
const FOREVER = "9999-12-31";

/**
 * Reads and checks a file and gives the good rows as CSV for the staging table: line, were the known days given, the fields.
 * Problems are noted; the rows they are in are left out.
 */
export async function* readFile(file: FileToRead, problems: Problems): AsyncGenerator<string> {
  let chunk = "";
  for await (const row of readRows(file, problems)) {
    chunk += row;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk) yield chunk;
}

async function* readRows(file: FileToRead, problems: Problems): AsyncGenerator<string> {
  const records = readCsv(file.path);
  const header = readFirst(file, (await records.next()).value ?? null, problems);
  if (header === null) await records.return(null);
  else {
    for await (const record of records) {
      if ("fault" in record) noteFault(file, record, problems);
      else yield readRow(file, { ...record, header }, problems) ?? "";
    }
  }
}

function readFirst(file: FileToRead, record: CsvRecord | CsvFault | null, problems: Problems): Header | null {
  if (record === null) noteNoHeader(file, problems);
  else if ("fault" in record) noteFault(file, record, problems);
  else return readHeader(file, record.fields, problems);
  return null;
}

function noteFault(file: FileToRead, { line, fault }: CsvFault, problems: Problems): void {
  note(problems, { file: file.name, line }, fault);
}

function noteNoHeader(file: FileToRead, problems: Problems): void {
  const columns = file.fields.filter((field) => field.expected).map((field) => field.name);
  note(problems, { file: file.name, line: 1 }, { code: "no_header", values: { columns: columns.join(",") } });
}

/** How many fields a line has, and where in it each of the fact's fields stands (-1: not in the file). */
type Header = { readonly width: number; readonly places: readonly number[] };

/** Reads the first line; null when it is wrong. */
function readHeader(file: FileToRead, header: readonly string[], problems: Problems): Header | null {
  const before = problems.total;
  const place = (column: string) => ({ file: file.name, line: 1, column });
  const names = file.fields.map((field) => field.name);
  for (const [index, name] of header.entries()) {
    if (!names.includes(name)) {
      const fault = {
        code: "unknown_column",
        values: { name },
        suggestion: nearest(name, names),
        choices: names,
      } as const;
      note(problems, place(name), fault);
    } else if (header.indexOf(name) !== index) {
      note(problems, place(name), { code: "doubled_column", values: { name } });
    }
  }
  for (const { name, expected } of file.fields) {
    if (expected && !header.includes(name)) note(problems, place(name), { code: "missing_column", values: { name } });
  }
  if (problems.total > before) return null;
  return { width: header.length, places: names.map((name) => header.indexOf(name)) };
}

type Row = { readonly line: number; readonly fields: readonly string[]; readonly header: Header };

/** The row as it is staged, or null after noting what is wrong with it. */
function readRow(file: FileToRead, row: Row, problems: Problems): string | null {
  const { width, places } = row.header;
  if (row.fields.length !== width) {
    const values = { found: row.fields.length, expected: width };
    note(problems, { file: file.name, line: row.line }, { code: "wrong_field_count", values });
    return null;
  }
  const before = problems.total;
  const stored = file.fields.map((field, index) => {
    const text = row.fields[places[index] ?? -1] ?? "";
    if (text === "") {
      if (field.required) note(problems, placeOf(file, row, field), { code: "required" });
      return field.whenEmpty;
    }
    const read = field.read(text);
    if (typeof read === "string") return read;
    note(problems, { ...placeOf(file, row, field), ...(field.shown ? { shown: text } : {}) }, read);
    return "";
  });
  if (problems.total > before) return null;
  checkDays(file, { row, stored }, problems);
  if (problems.total > before) return null;
  const last = stored.length - 1;
  const explicit = stored[last - 1] !== "" || stored[last] !== "";
  const known = `${stored[last - 1] || file.today},${stored[last] || FOREVER}`;
  return `${row.line},${explicit},${stored.slice(0, last - 1).join(",")},${known}\n`;
}

function placeOf(file: FileToRead, row: Row, field: Field): { file: string; line: number; column: string } {
  return { file: file.name, line: row.line, column: field.name };
}

/** Days that must come in order. ISO dates compare as texts; the fields stand as `fieldsOf` puts them. */
function checkDays(file: FileToRead, read: { row: Row; stored: readonly string[] }, problems: Problems): void {
  const at = (column: string) => ({ file: file.name, line: read.row.line, column });
  const [, from = "", until = ""] = read.stored;
  const isSpell = file.fields[2]?.stored === "until_day";
  if (isSpell && from >= until) note(problems, at("last_day"), { code: "ends_before_start" });
  const [knownFrom = "", knownUntil = ""] = read.stored.slice(-2);
  if (knownFrom > file.today) note(problems, at("known_from"), { code: "known_in_future" });
  if (knownUntil === "" || knownUntil === FOREVER) return;
  if (knownUntil > file.today) note(problems, at("known_until"), { code: "known_in_future" });
  else if (knownUntil <= (knownFrom || file.today)) {
    note(problems, at("known_until"), { code: "known_until_before_from" });
  }
}
