import type { FullTimeTable } from "../../../plan/contract.ts";
import { fill } from "../../../platform/texts/catalogue.ts";
import type { Report, ReportCell, ReportTable } from "../contract.ts";
import { columnName, isHidden } from "./full-time-columns.ts";
import { changeTable, totalTable } from "./full-time-totals.ts";
import { numberCell, textCell, type Words } from "./words.ts";

/** Full-time persons: the plan's table and the records' table, totals and yearly changes computed, and every place it does not add up. */
export function composeFullTime(table: FullTimeTable | null, words: Words): Report["fullTime"] {
  const { fullTime } = words.texts;
  if (table === null) return { title: fullTime.title, lead: fullTime.noTable, tables: [] };
  return {
    title: fullTime.title,
    lead: fullTime.lead,
    tables: [
      publishedTable(table, words),
      recordedTable(table, words),
      totalTable(table, words),
      changeTable(table, words),
      discrepancyTable(table, words),
    ],
  };
}

function publishedTable(table: FullTimeTable, words: Words): ReportTable {
  const { fullTime } = words.texts;
  return {
    id: "published",
    title: fullTime.published,
    columns: [
      { label: fullTime.benefit, align: "left" },
      ...table.columns.map((column) => ({ label: columnName(column, words), align: "right" as const })),
    ],
    rows: table.rows.map((row) => ({
      strong: row.isTotal,
      cells: [textCell(words.pick(row.label)), ...row.published.map((value) => numberCell(value, words))],
    })),
    notes: [fullTime.noteYear],
  };
}

function recordedTable(table: FullTimeTable, words: Words): ReportTable {
  const { fullTime } = words.texts;
  const years = [...new Set(table.columns.map((column) => column.year))].toSorted((a, b) => a - b);
  return {
    id: "recorded",
    title: fullTime.recorded,
    columns: [
      { label: fullTime.benefit, align: "left" },
      ...years.map((year) => ({ label: fill(fullTime.year, { year }), align: "right" as const })),
    ],
    rows: table.rows.map((row) => ({
      strong: row.isTotal,
      cells: [textCell(words.pick(row.label)), ...years.map((year) => recordedCell(table, { row, year }, words))],
    })),
    notes: [fullTime.noteRounded, fullTime.noteMissing, ...notOver(table, words)],
  };
}

function notOver(table: FullTimeTable, words: Words): string[] {
  const year = Number(table.asOf.slice(0, 4));
  const shown = table.columns.some(
    (column, at) => column.year === year && table.rows.some((row) => row.recorded[at] != null),
  );
  if (!shown || table.asOf.endsWith("-12-31")) return [];
  return [fill(words.texts.fullTime.notOver, { year, day: words.day(table.asOf) })];
}

function recordedCell(
  table: FullTimeTable,
  at: { row: FullTimeTable["rows"][number]; year: number },
  words: Words,
): ReportCell {
  const columns = [...table.columns.keys()].filter((column) => table.columns[column]?.year === at.year);
  if (isHidden(table, at.row, columns[0] ?? 0)) return textCell(words.texts.goal.withheldWord);
  const value = columns.map((column) => at.row.recorded[column] ?? null).find((found) => found !== null) ?? null;
  return numberCell(value, words, 1);
}

function discrepancyTable(table: FullTimeTable, words: Words): ReportTable {
  const { fullTime } = words.texts;
  return {
    id: "discrepancies",
    title: fullTime.discrepancies,
    columns: [fullTime.where, fullTime.printed, fullTime.computed, fullTime.explanation].map((label) => ({
      label,
      align: "left" as const,
    })),
    rows: table.discrepancies.map(({ where, stated, computed, explanation }) => ({
      strong: false,
      cells: [where, stated, computed, explanation].map((text) => textCell(words.pick(text))),
    })),
    notes: table.discrepancies.length === 0 ? [fullTime.noDiscrepancies] : [],
  };
}
