import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, type Options, parse } from "csv-parse";
import type { Fault } from "./problem.ts";

/** One record of a file with the line it starts on, or why the file cannot be read from there. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };
export type CsvFault = { readonly line: number; readonly fault: Fault };

const CHUNK = 1 << 18;
const LONGEST_ROW = 1_000_000;
const LINE_FEED = 10;
const PARSER: Options = {
  bom: true,
  info: true,
  relax_column_count: true,
  skip_empty_lines: true,
  trim: true,
  max_record_size: LONGEST_ROW,
};

type ParsedRecord = { readonly record: string[]; readonly info: { readonly lines: number } };

/** Reads a CSV file as a stream. A fault, if any, comes last: what is after it in the file cannot be trusted. */
export async function* readCsv(path: string): AsyncGenerator<CsvRecord | CsvFault> {
  let end = 0;
  let encoding: CsvFault | null = null;
  const heard = (fault: CsvFault): void => {
    encoding = fault;
  };
  const parser = parse({
    ...PARSER,
    on_record: (parsed: string[], context) => {
      end = context.lines;
      return parsed;
    },
  });
  try {
    const records = Readable.from(wholeLines(path, heard), { objectMode: false }).pipe(parser);
    for await (const { record, info } of records as AsyncIterable<ParsedRecord>) {
      yield { line: info.lines - lineBreaksIn(record), fields: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield faultOf(error, end);
    return;
  }
  if (encoding) yield encoding;
}

function lineBreaksIn(record: readonly string[]): number {
  let breaks = 0;
  for (const field of record) for (const letter of field) if (letter === "\n") breaks += 1;
  return breaks;
}

/** A quote that never closes is where its record begins, after the last good one; the parser noticed it only at the end. */
function faultOf(error: CsvError, end: number): CsvFault {
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return { line: end + 1, fault: { code: "unterminated_quote" } };
  if (error.code === "CSV_MAX_RECORD_SIZE") return { line: end + 1, fault: { code: "row_too_long" } };
  return { line: Number(error.lines), fault: { code: "stray_quote" } };
}

/** The file in pieces that end with a line, each seen to be UTF-8, line ends made alike; stops at the first that is not. */
async function* wholeLines(path: string, heard: (fault: CsvFault) => void): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const cut = all.lastIndexOf(LINE_FEED) + 1;
    const piece = all.subarray(0, cut);
    rest = all.subarray(cut);
    if (rest.length > LONGEST_ROW) return heard({ line: lines + 1, fault: { code: "row_too_long" } });
    if (!isUtf8(piece)) return heard({ line: lines + firstBadLine(piece), fault: { code: "wrong_encoding" } });
    lines += breaksIn(piece);
    if (cut > 0) yield withoutReturns(piece);
  }
  if (!isUtf8(rest)) return heard({ line: lines + 1, fault: { code: "wrong_encoding" } });
  if (rest.length > 0) yield rest;
}

/** Windows line ends as the others: inside quotes the parser would count them twice. */
function withoutReturns(piece: Buffer): Buffer {
  if (!piece.includes("\r\n")) return piece;
  return Buffer.from(piece.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}

function breaksIn(piece: Buffer): number {
  let breaks = 0;
  for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, at + 1)) breaks += 1;
  return breaks;
}

/** Number of the first line, from 1, that is not UTF-8. */
function firstBadLine(piece: Buffer): number {
  let line = 1;
  let from = 0;
  for (let at = piece.indexOf(LINE_FEED); at >= 0; at = piece.indexOf(LINE_FEED, from)) {
    if (!isUtf8(piece.subarray(from, at))) return line;
    from = at + 1;
    line += 1;
  }
  return line;
}
