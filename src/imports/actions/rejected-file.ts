import { inTenant } from "../../platform/db/public.ts";
import { OUR_COLUMNS } from "../contents.ts";
import type { BatchKey, By, Imports } from "../context.ts";
import type { BatchRow } from "../contract.ts";
import { listFiles } from "../queries/files.ts";
import { listVerdicts } from "../queries/verdicts.ts";
import { logRows, openRows } from "./read-rows.ts";
import { refused } from "./refusals.ts";

const MOST = 100_000;

/**
 * The rejected rows of a file in its own columns, with the line and what is wrong, as CSV that a spreadsheet opens. Mended there it can be
 * uploaded again: the two columns we added are overlooked.
 */
export function rejectedFile(
  imports: Imports,
  key: BatchKey,
  asked: { readonly file: number; readonly language: "da" | "en"; readonly by: By },
): Promise<{ readonly name: string; readonly text: string }> {
  return inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
    const files = await listFiles(tx, key.batch);
    const file = files.find((one) => one.file === asked.file);
    if (!file) throw refused("unknown_import_file");
    const all = { file: asked.file, verdict: "rejected", code: null, descending: false, page: 1, size: MOST } as const;
    const { rows } = await listVerdicts(tx, key.batch, all);
    const opened = await openRows(tx, imports, { key, rows });
    await logRows(tx, imports, { key, files, rows: opened, by: asked.by });
    const head = [...(file.header ?? []), OUR_COLUMNS.line, OUR_COLUMNS.reason];
    const lines = [head, ...opened.map((row) => lineOf(row, head.length - 2, asked.language))];
    const name = `${file.name.replace(/\.\w+$/, "")}-afvist.csv`.replaceAll(/["\r\n]/g, "");
    return { name, text: `\uFEFF${lines.map((cells) => cells.map(quoted).join(";")).join("\r\n")}\r\n` };
  });
}

function lineOf(row: BatchRow, width: number, language: "da" | "en"): readonly string[] {
  const cells = Array.from({ length: width }, (_, at) => row.cells[at] ?? "");
  const wrong = row.problems.map(({ column, message }) => `${column ? `${column}: ` : ""}${message[language]}`);
  return [...cells, String(row.line), wrong.join(" ")];
}

/** A cell as CSV. What a spreadsheet would compute is made text by a space before it, which reading takes away again. */
function quoted(cell: string): string {
  const harmless = /^[=+@\t]|^-(?![\d.,]+$)/.test(cell) ? ` ${cell}` : cell;
  return /[";\r\n]|^\s/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
