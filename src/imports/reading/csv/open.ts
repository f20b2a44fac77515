import { findHeader, HEADER_WITHIN, type Knows, repeatsHeader, withoutTail } from "../header.ts";
import {
  type ByteSource,
  type FileFault,
  isFault,
  type Limits,
  type RawRow,
  type Rows,
  SAMPLE,
  type Sheet,
} from "../sheet.ts";
import { textOf } from "../text/decode.ts";
import { findEncoding, type TextForm } from "../text/encoding.ts";
import { findDialect } from "./dialect.ts";
import { csvParser } from "./parse.ts";

const START = 1 << 17;
/** Letters that are cut into rows at a time: a few rows are done with before their memory is gone through for what is still in use. */
const BITE = 1 << 17;

type Opening = { readonly source: ByteSource; readonly limits: Limits; readonly knows: Knows };

/** A text file as the one table it holds. */
export async function openCsv(opening: Opening): Promise<Sheet | FileFault> {
  const { source, limits, knows } = opening;
  const letters = await findEncoding(source, limits.row);
  if (isFault(letters)) return letters;
  const start = await beginningOf(opening, letters);
  if (isFault(start)) return start;
  const { delimiter, rows, fault } = findDialect(start, limits, knows);
  const at = findHeader(rows, knows);
  const found = rows[at];
  if (!found) return fault ?? { line: 1, fault: { code: "no_header" } };
  const header = withoutTail(found.cells);
  const form = { kind: "csv", encoding: letters.encoding, delimiter, bom: letters.bom } as const;
  return {
    name: null,
    form,
    header,
    headerLine: found.line,
    sample: rows.slice(at + 1, at + 1 + SAMPLE).filter((row) => !repeatsHeader(row, header)),
    remarks: [],
    rows: () => rowsBelow({ source, limits, letters, delimiter, header, headerLine: found.line }),
  };
}

async function beginningOf(
  { source, limits }: Opening,
  letters: TextForm,
): Promise<{ readonly text: string; readonly whole: boolean } | FileFault> {
  let text = "";
  for await (const piece of textOf(source, letters, limits.row)) {
    if ("fault" in piece) return piece;
    text += piece.text;
    if (text.length >= START && text.split("\n", HEADER_WITHIN + SAMPLE).length === HEADER_WITHIN + SAMPLE) {
      return { text, whole: false };
    }
    if (text.length > START + limits.row) return { text, whole: false };
  }
  return { text, whole: true };
}

type Below = {
  readonly source: ByteSource;
  readonly limits: Limits;
  readonly letters: TextForm;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerLine: number;
};

async function* rowsBelow(file: Below): AsyncGenerator<Rows | FileFault> {
  const parser = csvParser(file);
  const kept = (row: RawRow): boolean => row.line > file.headerLine && !repeatsHeader(row, file.header);
  for await (const piece of textOf(file.source, file.letters, file.limits.row)) {
    if ("fault" in piece) {
      yield piece;
      return;
    }
    for (const bite of bitesOf(piece.text)) {
      const rows = parser.push(bite);
      if (rows.length > 0) yield rows.filter(kept);
    }
    if (parser.fault()) break;
  }
  const last = parser.end().filter(kept);
  if (last.length > 0) yield last;
  const fault = parser.fault();
  if (fault) yield fault;
}

function* bitesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += BITE) yield text.slice(at, at + BITE);
}
