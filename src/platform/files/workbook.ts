import { PassThrough, type Readable } from "node:stream";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import type exceljs from "exceljs";
import { day } from "../kernel/day.ts";
import { type Cell, type Rows, safeText } from "./cell.ts";

const MS_A_DAY = 86_400_000;
const COLUMN_WIDTH = 18;
/** Before it a spreadsheet's dates are wrong or none. */
const FIRST_DATE = "1900-03-01";
const DAY_FORMATS = { day: "dd.mm.yyyy", month: "mm.yyyy" } as const;
/** Rows that are written before it is looked whether the reader keeps up. */
const AT_A_TIME = 250;
const LOOK_AGAIN_MS = 5;

/** One sheet of a workbook and how its texts are kept from being run. */
export type SheetStyle = { readonly name: string; readonly sign?: string };

/**
 * Rows as a workbook (XLSX) with one sheet, its header bold and staying in sight, its days real dates. It is written while it is read:
 * rows are asked for as the reader takes the bytes.
 */
export function workbook(rows: Rows, style: SheetStyle): Readable {
  const stream = new PassThrough();
  writeSheet(stream, rows, style).catch((error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error("a workbook could not be written"));
  });
  return stream;
}

async function writeSheet(stream: PassThrough, rows: Rows, { name, sign }: SheetStyle): Promise<void> {
  const { default: library } = await import("exceljs");
  const book = new library.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  let written = 0;
  for await (const cells of rows) {
    if (written === 0) sheet.columns = cells.map(() => ({ width: COLUMN_WIDTH }));
    const row = sheet.addRow(cells.map((cell) => cellValue(cell, sign)));
    if (written === 0) row.font = { bold: true };
    else for (const [at, cell] of cells.entries()) format(row, at + 1, cell);
    row.commit();
    written += 1;
    if (written % AT_A_TIME === 0) await roomIn(stream);
    if (stream.destroyed) return;
  }
  await book.commit();
}

function cellValue(cell: Cell, sign: string | undefined): string | number | Date | null {
  if (cell === null || typeof cell === "number") return cell;
  if (typeof cell === "string") return safeText(cell, sign);
  if ("number" in cell) return cell.number;
  return cell.day < FIRST_DATE ? cell.day : new Date(day(cell.day) * MS_A_DAY);
}

function format(row: exceljs.Row, at: number, cell: Cell): void {
  if (cell === null || typeof cell !== "object") return;
  row.getCell(at).numFmt = "day" in cell ? DAY_FORMATS[cell.shown ?? "day"] : `#,##0.${"0".repeat(cell.decimals)}`;
}

/** Waits until what is packed has been taken. The packing itself goes on beside. */
async function roomIn(stream: PassThrough): Promise<void> {
  await nextTurn();
  while (!stream.destroyed && stream.readableLength >= stream.readableHighWaterMark) await wait(LOOK_AGAIN_MS);
}
