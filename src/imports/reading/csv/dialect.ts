import { findHeader, type Knows } from "../header.ts";
import type { Delimiter, FileFault, Limits, Rows } from "../sheet.ts";
import { csvParser } from "./parse.ts";

/** What parts the fields, and the first rows read that way. */
export type Dialect = { readonly delimiter: Delimiter; readonly rows: Rows; readonly fault: FileFault | null };

type Start = { readonly text: string; readonly whole: boolean };

const DELIMITERS: readonly Delimiter[] = [";", ",", "\t", "|"];
const TOLD = /^"?sep=([;,\t|])"?(?:\n|$)/i;

/**
 * Finds the delimiter from the beginning of a file: the one it tells itself (`sep=;`, as Excel writes), or the one with which the
 * header has names we know, or else the one with which rows are alike and as wide as the header.
 */
export function findDialect(start: Start, limits: Limits, knows: Knows): Dialect {
  const told = DELIMITERS.find((delimiter) => delimiter === TOLD.exec(start.text)?.[1]);
  if (told) {
    const { rows, ...read } = readStart(start, limits, told);
    return { ...read, rows: rows.filter(({ line, cells }) => line > 1 || !/^sep=/i.test(cells[0] ?? "")) };
  }
  const dialects = DELIMITERS.map((delimiter) => readStart(start, limits, delimiter));
  const empty = dialects.find(({ rows, fault }) => rows.length === 0 && !fault);
  if (empty) return empty;
  const scores = dialects.map((dialect) => scoreOf(dialect, knows));
  const best = Math.max(...scores);
  return (best > 0 && dialects[scores.indexOf(best)]) || readStart(start, limits, ",");
}

function readStart({ text, whole }: Start, limits: Limits, delimiter: Delimiter): Dialect {
  const parser = csvParser({ delimiter, limits });
  const rows = [...parser.push(text), ...(whole ? parser.end() : [])];
  return { delimiter, rows, fault: parser.fault() };
}

/** A hundred for each known name; below that how wide and how alike the rows are. */
function scoreOf({ rows, fault }: Dialect, knows: Knows): number {
  const header = rows[findHeader(rows, knows)]?.cells ?? [];
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [width = 0, alike = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  if (width < 2) return knows(header) * 100;
  const share = (alike / rows.length) * (header.length === width ? 1 : 0.2) * (fault ? 0.2 : 1);
  return knows(header) * 100 + share * Math.log2(width) * 4;
}
