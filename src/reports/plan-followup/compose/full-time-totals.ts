import type { FullTimeTable } from "../../../plan/contract.ts";
import { formatPercent, formatSigned } from "../../../platform/texts/format.ts";
import type { ReportCell, ReportTable } from "../contract.ts";
import { columnName, isHidden } from "./full-time-columns.ts";
import { decimalsOf, emptyCell, numberCell, textCell, type Words } from "./words.ts";

type Totals = { readonly published: number | null; readonly recorded: number | null; readonly hidden: boolean };

/** Each column's total as printed, as the rows add up to, and as the records give it (PLAN-21, RES-12). */
export function totalTable(table: FullTimeTable, words: Words): ReportTable {
  const { fullTime, goal } = words.texts;
  const labels = [fullTime.stated, fullTime.computed, fullTime.fromRecords, fullTime.difference];
  return {
    id: "totals",
    title: fullTime.totals,
    columns: [
      { label: fullTime.column, align: "left" },
      ...labels.map((label) => ({ label, align: "right" as const })),
    ],
    rows: table.columns.map((column, at) => {
      const { published, recorded, hidden } = totalsOf(table, at);
      const withheld = textCell(goal.withheldWord);
      return {
        strong: false,
        cells: [
          textCell(columnName(column, words)),
          numberCell(table.statedTotals[at] ?? null, words),
          numberCell(published, words),
          hidden ? withheld : numberCell(recorded, words, 1),
          hidden ? withheld : signedCell(difference(recorded, published), words, 1),
        ],
      };
    }),
    notes: [],
  };
}

/** The change of the total between neighbouring years, for every pair of columns a year apart. */
export function changeTable(table: FullTimeTable, words: Words): ReportTable {
  const { fullTime, goal } = words.texts;
  const labels = [fullTime.change, fullTime.changePercent, fullTime.changeRecorded];
  const pairs = table.columns.flatMap((from, a) =>
    table.columns.flatMap((to, b) => (to.year === from.year + 1 ? [{ from, to, a, b }] : [])),
  );
  return {
    id: "changes",
    title: fullTime.changes,
    columns: [
      { label: fullTime.from, align: "left" },
      { label: fullTime.to, align: "left" },
      ...labels.map((label) => ({ label, align: "right" as const })),
    ],
    rows: pairs.map(({ from, to, a, b }) => {
      const [before, after] = [totalsOf(table, a), totalsOf(table, b)];
      const change = difference(after.published, before.published);
      const recorded = difference(after.recorded, before.recorded);
      return {
        strong: false,
        cells: [
          textCell(columnName(from, words)),
          textCell(columnName(to, words)),
          signedCell(change, words),
          percentCell(change, before.published, words),
          before.hidden || after.hidden ? textCell(goal.withheldWord) : signedCell(recorded, words, 1),
        ],
      };
    }),
    notes: [],
  };
}

function totalsOf(table: FullTimeTable, column: number): Totals {
  const total = table.rows.find((row) => row.isTotal);
  const parts = table.rows.filter((row) => !row.isTotal);
  return {
    published: total ? (total.published[column] ?? null) : sum(parts.map((row) => row.published[column] ?? null)),
    recorded: total ? (total.recorded[column] ?? null) : sum(parts.map((row) => row.recorded[column] ?? null)),
    hidden: total ? isHidden(table, total, column) : parts.some((row) => row.withheld[column]),
  };
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((so, value) => (so === null || value === null ? null : so + value), 0);
}

function difference(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function signedCell(value: number | null, words: Words, decimals?: number): ReportCell {
  if (value === null) return emptyCell(words);
  const shown = decimals ?? decimalsOf(value);
  return { text: formatSigned(value, words.language, shown), number: value, day: null, decimals: shown };
}

function percentCell(change: number | null, base: number | null, words: Words): ReportCell {
  if (change === null || base === null || base === 0) return emptyCell(words);
  const share = (change * 100) / base;
  const sign = share >= 0.05 ? "+" : "";
  return { text: sign + formatPercent(share, words.language), number: share, day: null, decimals: 1 };
}
