import type { Fault } from "../problem.ts";

/** A file that can be read more than once, from any place: its name (without folder), its size and its bytes `[from, to)`. */
export type ByteSource = {
  readonly name: string;
  readonly size: number;
  readonly read: (from?: number, to?: number) => AsyncIterable<Buffer>;
};

/** How a table was written down. */
export type FileForm =
  | { readonly kind: "csv"; readonly encoding: Encoding; readonly delimiter: Delimiter; readonly bom: boolean }
  | { readonly kind: "xlsx"; readonly sheet: string; readonly dates: "1900" | "1904" };

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";
export type Delimiter = ";" | "," | "\t" | "|";

/** One row as text cells, with the line (or spreadsheet row) it begins on, counted from 1. */
export type RawRow = {
  readonly line: number;
  readonly cells: readonly string[];
  /** Places of cells whose value a formula gave. */
  readonly formulas?: readonly number[];
};

/** Why a file cannot be read, from a line on; 0 stands for the whole file. */
export type FileFault = { readonly line: number; readonly fault: Fault };

/** Rows as they come, many at a time. */
export type Rows = readonly RawRow[];

/** One table found in a file. */
export type Sheet = {
  /** The name of the spreadsheet's sheet; null for a file that is one table. */
  readonly name: string | null;
  readonly form: FileForm;
  readonly header: readonly string[];
  readonly headerLine: number;
  /** The first rows below the header, to recognise the table by. */
  readonly sample: Rows;
  /** Was anything seen in the file that the reader should know: a hidden sheet, macros. */
  readonly remarks: readonly Fault[];
  /** The rows below the header, from the start each time. A fault, if any, comes last: what is after it cannot be trusted. */
  readonly rows: () => AsyncIterable<Rows | FileFault>;
};

/** What a file may be at most. Beyond it, it is refused before it can do harm. */
export type Limits = {
  /** Letters in one row. */
  readonly row: number;
  readonly columns: number;
  /** Bytes of a packed file once unpacked, in all. */
  readonly unpacked: number;
  /** Unpacked bytes for each packed one. */
  readonly ratio: number;
  /** Parts in a packed file. */
  readonly parts: number;
  /** Letters of all shared texts of a spreadsheet, which are held in memory. */
  readonly sharedText: number;
};

export const LIMITS: Limits = {
  row: 1_000_000,
  columns: 1_000,
  unpacked: 4_000_000_000,
  ratio: 200,
  parts: 2_000,
  sharedText: 50_000_000,
};

/** Rows below the header that are looked at to recognise a table. */
export const SAMPLE = 200;

/** Is it a fault rather than what was asked for? */
export function isFault(answer: object): answer is FileFault {
  return "fault" in answer;
}
