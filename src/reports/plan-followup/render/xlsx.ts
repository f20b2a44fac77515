import ExcelJS from "exceljs";
import { type Words, wordsOf } from "../compose/words.ts";
import type { Report, ReportCell } from "../contract.ts";
import { formulaSafe, mapTexts, xmlSafe } from "./clean.ts";
import { definitionRows, goalRows, type Row, seriesRows } from "./xlsx-rows.ts";
import { readZip, writeZip } from "./zip.ts";

const HEAD = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8EEF4" } } as const;
const DATE_FORMAT = { da: "dd.mm.yyyy", en: "d mmm yyyy" } as const;

/**
 * The report as a workbook: overview, goals, series, full-time persons and definitions, with real numbers and real dates, headers
 * that stay, and filters. No text can be taken for a formula. The same report gives the same bytes.
 */
export async function renderXlsx(report: Report): Promise<Uint8Array> {
  const safe = mapTexts(report, (text) => formulaSafe(xmlSafe(text)));
  const words = wordsOf(report.language);
  const { sheet } = words.texts;
  const book = new ExcelJS.Workbook();
  const made = dateOf(report.madeOn);
  Object.assign(book, {
    creator: report.municipality.name,
    lastModifiedBy: report.municipality.name,
    created: made,
    modified: made,
  });
  addOverview(book.addWorksheet(sheet.overview), safe, words);
  addTable(book.addWorksheet(sheet.goals), goalRows(safe, words), report);
  addTable(book.addWorksheet(sheet.series), seriesRows(safe, words), report);
  addFullTime(book.addWorksheet(sheet.fullTime), safe);
  addTable(book.addWorksheet(sheet.definitions), definitionRows(safe, words), report);
  const bytes = await book.xlsx.writeBuffer();
  return writeZip(readZip(new Uint8Array(bytes as ArrayBuffer)), report.madeOn);
}

function addOverview(page: ExcelJS.Worksheet, report: Report, words: Words): void {
  const { summary, decisions, annex } = report;
  page.columns = [{ width: 44 }, { width: 70 }, { width: 20 }, { width: 20 }];
  const title = page.addRow([`${report.title}: ${report.plan.title}`]);
  title.font = { bold: true, size: 14 };
  page.views = [{ state: "frozen", ySplit: 1 }];
  if (report.mark !== null) page.addRow([report.mark]).font = { bold: true };
  for (const line of [summary.firstLine, ...summary.lines, ""]) page.addRow([line]);
  for (const line of report.front) page.addRow([line.label, line.text]);
  page.addRow([]);
  for (const count of summary.counts)
    page.addRow([count.label, count.goals]).getCell(2).alignment = { horizontal: "left" };
  page.addRow([]);
  head(page.addRow([decisions.title, words.texts.goal.why, words.texts.sheet.status]));
  for (const goal of decisions.goals) page.addRow([goal.title, `${goal.figures}. ${goal.why}`, goal.statusLabel]);
  page.addRow([]);
  addCells(page, report, summary.tracks);
  for (const table of annex.tables) addCells(page, report, table);
  head(page.addRow([annex.reading.title]));
  for (const line of annex.reading.lines) page.addRow([line]);
}

function addFullTime(page: ExcelJS.Worksheet, report: Report): void {
  page.columns = [{ width: 34 }, ...Array.from({ length: 10 }, () => ({ width: 18 }))];
  page.views = [{ state: "frozen", xSplit: 1, ySplit: 1 }];
  page.addRow([report.fullTime.title]).font = { bold: true, size: 14 };
  page.addRow([report.fullTime.lead]);
  for (const table of report.fullTime.tables) addCells(page, report, table);
}

function addCells(page: ExcelJS.Worksheet, report: Report, table: Report["summary"]["tracks"]): void {
  page.addRow([table.title]).font = { bold: true, size: 12 };
  head(page.addRow(table.columns.map((column) => column.label)));
  for (const { cells, strong } of table.rows) {
    const row = page.addRow([]);
    for (const [at, cell] of cells.entries()) fillCell(row.getCell(at + 1), cell, report);
    if (strong) row.font = { bold: true };
  }
  for (const note of table.notes) page.addRow([note]).font = { italic: true };
  page.addRow([]);
}

function addTable(page: ExcelJS.Worksheet, rows: readonly Row[], report: Report): void {
  const columns = rows[0] ?? [];
  page.columns = columns.map(({ label, width }) => ({ header: label, width }));
  page.views = [{ state: "frozen", xSplit: 2, ySplit: 1 }];
  head(page.getRow(1));
  for (const cells of rows.slice(1)) {
    const row = page.addRow([]);
    for (const [at, { cell }] of cells.entries()) if (cell) fillCell(row.getCell(at + 1), cell, report);
  }
  page.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(1, page.rowCount), column: Math.max(1, columns.length) },
  };
}

function fillCell(into: ExcelJS.Cell, cell: ReportCell, report: Report): void {
  into.alignment = { vertical: "top", wrapText: cell.number === null && cell.text.length > 30 };
  if (cell.number !== null) {
    into.value = cell.number;
    into.numFmt = cell.decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(cell.decimals)}`;
    into.alignment = { ...into.alignment, horizontal: "right" };
  } else if (cell.day !== null) {
    into.value = dateOf(cell.day);
    into.numFmt = DATE_FORMAT[report.language];
  } else into.value = cell.text;
}

function head(row: ExcelJS.Row): void {
  row.font = { bold: true };
  row.alignment = { vertical: "bottom", wrapText: true };
  row.eachCell((cell) => {
    cell.fill = HEAD;
  });
}

function dateOf(iso: string): Date {
  return new Date(`${iso}T00:00:00.000Z`);
}
