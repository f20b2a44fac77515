import type { Readable } from "node:stream";
import { inTenant } from "../../platform/db/public.ts";
import { type Cell, csvFile, workbook } from "../../platform/files/public.ts";
import { OUR_COLUMNS } from "../contents.ts";
import { type BatchKey, type By, factCalled, type Imports } from "../context.ts";
import type { BatchRow } from "../contract.ts";
import type { AskedFile } from "../differences.ts";
import { fieldsOf } from "../layout.ts";
import { type FileRecord, listFiles } from "../queries/files.ts";
import { listVerdicts } from "../queries/verdicts.ts";
import { type TypedColumn, typedCell } from "../reading/typed-cell.ts";
import { logRows, openRows } from "./read-rows.ts";
import { refused } from "./refusals.ts";

const MOST = 100_000;
/** What a spreadsheet would compute is made text by a space, which reading takes away again. */
const SIGN = " ";
const SHEET = "afvist";

/**
 * The rejected rows of a file in its own columns, with the line and what is wrong, as CSV or a workbook with real dates and numbers.
 * Mended there it can be uploaded again: the two columns we added are overlooked.
 */
export function rejectedFile(
  imports: Imports,
  key: BatchKey,
  asked: AskedFile & { readonly file: number; readonly by: By },
): Promise<{ readonly name: string; readonly content: Readable }> {
  return inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
    const files = await listFiles(tx, key.batch);
    const file = files.find((one) => one.file === asked.file);
    if (!file) throw refused("unknown_import_file");
    const all = { file: asked.file, verdict: "rejected", code: null, descending: false, page: 1, size: MOST } as const;
    const { rows } = await listVerdicts(tx, key.batch, all);
    const opened = await openRows(tx, imports, { key, rows });
    await logRows(tx, imports, { key, files, rows: opened, by: asked.by });
    const isBook = asked.format === "xlsx";
    const columns = columnsOf(imports, file, isBook);
    const head = [...(file.header ?? []), OUR_COLUMNS.line, OUR_COLUMNS.reason];
    const lines: Cell[][] = [head, ...opened.map((row) => lineOf(row, columns, asked.language))];
    const name = `${file.name.replace(/\.\w+$/, "")}-afvist.${asked.format}`.replaceAll(/["\r\n]/g, "");
    return { name, content: isBook ? workbook(lines, { name: SHEET, sign: SIGN }) : csvFile(lines, { sign: SIGN }) };
  });
}

/** How each column of a file is read; null where it is not, and in CSV, where all stays as it was written. */
function columnsOf(
  imports: Imports,
  { header, mapping }: FileRecord,
  isTyped: boolean,
): readonly (TypedColumn | null)[] {
  const fields = mapping && isTyped ? fieldsOf(factCalled(imports.facts, mapping.fact)) : [];
  return (header ?? []).map((name) => {
    const mapped = mapping?.columns.find(({ from }) => from === name);
    const field = fields.find((one) => one.name === mapped?.field);
    return mapped && field ? { mapped, field } : null;
  });
}

function lineOf(row: BatchRow, columns: readonly (TypedColumn | null)[], language: "da" | "en"): Cell[] {
  const wrong = row.problems.map(({ column, message }) => `${column ? `${column}: ` : ""}${message[language]}`);
  return [...columns.map((column, at) => typedCell(row.cells[at] ?? "", column)), row.line, wrong.join(" ")];
}
