import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import exceljs from "exceljs";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { day, isoDay } from "../../platform/kernel/day.ts";
import type { CitizenExportAsk, CitizenRow } from "../contract.ts";
import { listPeople } from "../queries/list.ts";
import { safeText } from "../rules/safe-text.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { askedPeople, withDetails } from "./list-citizens.ts";
import { CASE_WORK, type Looking } from "./looking.ts";

/** A file made of the list. */
export type ExportedFile = { readonly fileName: string; readonly mediaType: string; readonly bytes: Buffer };

type Cell = string | number | { readonly day: string } | null;

const BATCH = 1000;
const MS_A_DAY = 86_400_000;
const COLUMN_WIDTH = 18;
const BOM = "\uFEFF";

/**
 * The whole list, without pages, as a file for a spreadsheet: real dates, no text that runs as a formula, and of protected citizens neither
 * name nor birthday. Citizens whose data may only be stored are left out. It is read in parts and logged once, with everybody in it.
 */
export async function exportCitizens(tx: Tx, asked: CitizenExportAsk, who: Looking): Promise<ExportedFile> {
  const { format, language, ...filters } = asked;
  const rows: Cell[][] = [];
  const keys: string[] = [];
  for (let offset = 0; ; offset += BATCH) {
    const found = await listPeople(tx, { ...askedPeople(filters, who), limit: BATCH, offset });
    const leaving = new Set(
      await who.mayLeave(
        tx,
        found.map(({ id }) => id),
      ),
    );
    const people = found.filter(({ id }) => leaving.has(id));
    const details = await withDetails(tx, people, who.on);
    rows.push(...details.map((row) => cellsOf(row, language)));
    keys.push(...people.map(({ id }) => id));
    if (found.length < BATCH) break;
  }
  await logAccess(tx, { user: who.user, action: "citizens.export", purpose: CASE_WORK, keys, data: ["citizens"] });
  const { export: texts } = language === "da" ? da : en;
  const head = Object.values(texts.columns);
  const fileName = `${texts.file}-${isoDay(who.on)}.${format}`;
  if (format === "csv") {
    const text = [head, ...rows].map((row) => `${row.map(asCsv).join(";")}\r\n`).join("");
    return { fileName, mediaType: "text/csv; charset=utf-8", bytes: Buffer.from(BOM + text) };
  }
  const mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { fileName, mediaType, bytes: await asWorkbook([head, ...rows], texts.file) };
}

function cellsOf(row: CitizenRow, language: "da" | "en"): Cell[] {
  const words = language === "da" ? da : en;
  return [
    row.id,
    row.name,
    row.protected ? words.export.yes : words.export.no,
    row.age,
    row.benefits.map(({ label }) => label[language]).join(", "),
    row.targetGroup?.label[language] ?? null,
    row.unit?.name ?? row.unit?.id ?? null,
    row.staff?.name ?? row.staff?.id ?? null,
    row.since === null ? null : { day: row.since },
    row.weeks,
  ];
}

function asCsv(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "object") return cell.day;
  const safe = safeText(cell);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Written as a stream, so that a long list needs no second copy in memory. */
async function asWorkbook(rows: readonly (readonly Cell[])[], name: string): Promise<Buffer> {
  const stream = new PassThrough();
  const written = buffer(stream);
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = (rows[0] ?? []).map(() => ({ width: COLUMN_WIDTH }));
  for (const [at, cells] of rows.entries()) {
    const row = sheet.addRow(cells.map(asValue));
    if (at === 0) row.font = { bold: true };
    for (const [place, cell] of cells.entries()) {
      if (typeof cell === "object" && cell !== null) row.getCell(place + 1).numFmt = "dd.mm.yyyy";
    }
    row.commit();
  }
  await book.commit();
  return written;
}

function asValue(cell: Cell): string | number | Date | null {
  if (typeof cell === "object" && cell !== null) return new Date(day(cell.day) * MS_A_DAY);
  return typeof cell === "string" ? safeText(cell) : cell;
}
