import { Readable } from "node:stream";
import { type Cell, type Rows, safeText } from "./cell.ts";

const BOM = "\uFEFF";
/** Letters that are handed on at a time. */
const HANDFUL = 1 << 16;

/** How a file is written. */
export type CsvStyle = {
  /** What stands before a text that a spreadsheet would run. */
  readonly sign?: string;
};

/** Rows as CSV that a Danish spreadsheet opens: semicolons, decimal comma, Danish letters intact. Read as fast as they are taken. */
export function csvFile(rows: Rows, style: CsvStyle = {}): Readable {
  return Readable.from(inHandfuls(rows, style), { objectMode: false });
}

async function* inHandfuls(rows: Rows, style: CsvStyle): AsyncGenerator<Buffer> {
  let held = BOM;
  for await (const row of rows) {
    held += csvLine(row, style);
    if (held.length < HANDFUL) continue;
    yield Buffer.from(held);
    held = "";
  }
  if (held !== "") yield Buffer.from(held);
}

function csvLine(row: readonly Cell[], { sign = "'" }: CsvStyle): string {
  return `${row.map((cell) => quoted(cellText(cell, sign))).join(";")}\r\n`;
}

function cellText(cell: Cell, sign: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return safeText(cell, sign);
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if ("day" in cell) return cell.shown === "month" ? cell.day.slice(0, 7) : cell.day;
  return cell.number.toFixed(cell.decimals).replace(".", ",");
}

function quoted(text: string): string {
  return /[";\r\n]|^\s/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
