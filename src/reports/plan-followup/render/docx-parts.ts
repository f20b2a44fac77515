import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { ReportIndicator, ReportTable } from "../contract.ts";
import { chartPng } from "./chart-png.ts";

/** Twentieths of a point across the text on A4 with our margins. */
export const TEXT_WIDTH = 9412;
const PICTURE = { width: 624, height: 156 };
const QUIET = "5C6B7A";
const RULE = { style: BorderStyle.SINGLE, size: 4, color: "D5DCE3" };
const NO_RULE = { style: BorderStyle.NONE, size: 0, color: "auto" };

/** A paragraph of one text; line breaks in it are kept. */
export function paragraph(text: string, style: IRunOptions = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: { after: 100 }, ...options, children: runs(text, style) });
}

/** A quiet, small paragraph. */
export function quiet(text: string, options: IParagraphOptions = {}): Paragraph {
  return paragraph(text, { color: QUIET, size: 18 }, options);
}

/** A heading of level 1 or 2; it stays with what follows. */
export function heading(text: string, level: 1 | 2, newPage = false): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    keepNext: true,
    pageBreakBefore: newPage,
    children: [new TextRun(text)],
  });
}

/** `Label. Text` with the label in bold. */
export function labelled(label: string, text: string): Paragraph {
  return new Paragraph({
    spacing: { after: 80 },
    children: [new TextRun({ text: `${label}. `, bold: true }), ...runs(text, {})],
  });
}

/** A table with its heading and notes; the header row repeats on every page and no row is split. */
export function tableBlock(table: ReportTable): (Paragraph | Table)[] {
  const title = table.title === "" ? [] : [heading(table.title, 2)];
  const notes = table.notes.map((note) => quiet(note));
  if (table.rows.length === 0) return [...title, ...notes];
  const widths = widthsOf(table);
  const head = table.columns.map((column, at) =>
    cell(column.label, {
      right: column.align === "right",
      width: widths[at] ?? 0,
      bold: true,
      shaded: false,
      small: widths.length > 7,
    }),
  );
  const rows = table.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        children: row.cells.map((of, at) =>
          cell(of.text, {
            right: table.columns[at]?.align === "right",
            width: widths[at] ?? 0,
            bold: row.strong,
            shaded: row.strong,
            small: widths.length > 7,
          }),
        ),
      }),
  );
  const drawn = new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    borders: {
      top: NO_RULE,
      left: NO_RULE,
      right: NO_RULE,
      bottom: RULE,
      insideHorizontal: RULE,
      insideVertical: NO_RULE,
    },
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...rows],
  });
  return [...title, drawn, new Paragraph({ spacing: { after: 60 } }), ...notes];
}

/** Label and text side by side, without rules. */
export function factsTable(lines: readonly { label: string; text: string }[]): Table {
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [2600, TEXT_WIDTH - 2600],
    borders: {
      top: NO_RULE,
      left: NO_RULE,
      right: NO_RULE,
      bottom: NO_RULE,
      insideHorizontal: NO_RULE,
      insideVertical: NO_RULE,
    },
    rows: lines.map(
      (line) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(line.label, { right: false, width: 2600, bold: false, shaded: false, small: false }),
            cell(line.text, { right: false, width: TEXT_WIDTH - 2600, bold: true, shaded: false, small: false }),
          ],
        }),
    ),
  });
}

/** The chart as a crisp drawing, with a plain picture for programs that cannot draw SVG; null without one. */
export function chartBlock(indicator: ReportIndicator): Paragraph | null {
  if (indicator.chart === null) return null;
  const { chartText, label } = indicator;
  return new Paragraph({
    keepLines: true,
    spacing: { before: 80, after: 80 },
    children: [
      new ImageRun({
        type: "svg",
        data: Buffer.from(indicator.chart),
        transformation: PICTURE,
        fallback: { type: "png", data: Buffer.from(chartPng(indicator)) },
        altText: { name: label, title: label, description: chartText },
      }),
    ],
  });
}

type CellLook = { right: boolean; width: number; bold: boolean; shaded: boolean; small: boolean };

function cell(text: string, look: CellLook): TableCell {
  return new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 60, right: 60 },
    ...(look.shaded ? { shading: { type: ShadingType.CLEAR, fill: "F3F6F9", color: "auto" } } : {}),
    children: [
      new Paragraph({
        alignment: look.right ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: runs(text, { bold: look.bold, size: look.small ? 16 : 19 }),
      }),
    ],
  });
}

function runs(text: string, style: IRunOptions): TextRun[] {
  return text.split(/\r?\n/).map((line, at) => new TextRun({ ...style, text: line, ...(at > 0 ? { break: 1 } : {}) }));
}

function widthsOf(table: ReportTable): number[] {
  const longest = table.columns.map((column, at) =>
    Math.min(46, Math.max(column.label.length * 0.75, ...table.rows.map((row) => row.cells[at]?.text.length ?? 0), 5)),
  );
  const all = longest.reduce((so, length) => so + length, 0);
  return longest.map((length) => Math.floor((TEXT_WIDTH * length) / all));
}
