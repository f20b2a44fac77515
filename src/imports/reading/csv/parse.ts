import type { FileFault, Limits, RawRow, Rows } from "../sheet.ts";

/** A parser that is fed text, cut anywhere, and gives the rows that have become complete. */
export type CsvParser = {
  readonly push: (text: string) => Rows;
  /** The last row, when the file does not end with a line break. */
  readonly end: () => Rows;
  /** Why nothing more can be read. */
  readonly fault: () => FileFault | null;
};

type State = { rest: string; line: number; fault: FileFault | null };
type Rules = { readonly delimiter: string; readonly limits: Pick<Limits, "row" | "columns"> };

const QUOTE = '"';
const SPACE = 0x20;
const HARD_SPACE = 0xa0;

/**
 * CSV as in RFC 4180, with any delimiter and fields trimmed. Lines without a quote, which are nearly all, are only split. Rows whose
 * fields are all empty are left out.
 */
export function csvParser(rules: Rules): CsvParser {
  const state: State = { rest: "", line: 1, fault: null };
  return {
    push: (text) => (state.fault ? [] : readAll(state, state.rest === "" ? text : state.rest + text, rules)),
    end: () => {
      if (state.fault || state.rest === "") return [];
      const rows = readAll(state, `${state.rest}\n`, rules);
      if (!state.fault && state.rest !== "") state.fault = { line: state.line, fault: { code: "unterminated_quote" } };
      return rows;
    },
    fault: () => state.fault,
  };
}

function readAll(state: State, text: string, rules: Rules): Rows {
  const rows: RawRow[] = [];
  let at = 0;
  let quote = text.indexOf(QUOTE);
  while (at < text.length && !state.fault) {
    const end = text.indexOf("\n", at);
    if (end < 0) break;
    quote = nextQuote(text, quote, at);
    const row = quote < 0 || quote > end ? plainRow(text, at, { ...rules, end }) : quotedRow(text, at, rules);
    if (row === "more") break;
    take(state, row, { rows, most: rules.limits.columns });
    at = row.next;
  }
  state.rest = text.slice(at);
  if (state.rest.length > rules.limits.row) giveUp(state);
  return rows;
}

/** The first quote from a place on, when one was known before it; -1 when there are no more. */
function nextQuote(text: string, known: number, at: number): number {
  return known >= 0 && known < at ? text.indexOf(QUOTE, at) : known;
}

/** A row that does not end is a quote that does not close when it goes over several lines. */
function giveUp(state: State): void {
  const code = state.rest.includes("\n") ? "unterminated_quote" : "row_too_long";
  state.fault ??= { line: state.line, fault: { code } };
}

function take(state: State, row: Read, into: { readonly rows: RawRow[]; readonly most: number }): void {
  const fault = row.fault ?? (row.cells.length > into.most ? "too_many_columns" : null);
  if (fault) state.fault = { line: state.line + row.breaks, fault: { code: fault } };
  else if (row.cells.some((cell) => cell !== "")) into.rows.push({ line: state.line, cells: row.cells });
  state.line += row.breaks + 1;
}

/** A row, where the next begins and the line breaks within it. */
type Read = {
  readonly cells: readonly string[];
  readonly next: number;
  readonly breaks: number;
  readonly fault?: "stray_quote";
};

function plainRow(text: string, from: number, { delimiter, limits, end }: Rules & { readonly end: number }): Read {
  const cells = text.slice(from, end).split(delimiter, limits.columns + 1);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? "";
    if (hasSpaceAround(cell)) cells[i] = cell.trim();
  }
  return { cells, next: end + 1, breaks: 0 };
}

function hasSpaceAround(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first <= SPACE || last <= SPACE || first === HARD_SPACE || last === HARD_SPACE;
}

/** A row with quotes in it, which may go over several lines; "more" when its end is not there yet. */
function quotedRow(text: string, from: number, { delimiter, limits }: Rules): Read | "more" {
  const cells: string[] = [];
  let at = from;
  let breaks = 0;
  while (cells.length <= limits.columns) {
    const start = skipSpaces(text, at, delimiter);
    const cell = text[start] === QUOTE ? quotedCell(text, start, delimiter) : plainCell(text, at, delimiter);
    if (cell === "more") return "more";
    if (cell === "stray") return { cells: [], next: start, breaks, fault: "stray_quote" };
    cells.push(cell.value);
    if (cell.value.includes("\n")) breaks += cell.value.split("\n").length - 1;
    at = cell.next + 1;
    if (text[cell.next] === "\n") break;
  }
  return { cells, next: at, breaks };
}

/** A field and the place of the delimiter or line break after it. */
type Cell = { readonly value: string; readonly next: number } | "more" | "stray";

function plainCell(text: string, from: number, delimiter: string): Cell {
  const next = endOfPlain(text, from, delimiter);
  if (next < 0) return "more";
  const value = text.slice(from, next);
  return value.includes(QUOTE) ? "stray" : { value: value.trim(), next };
}

function quotedCell(text: string, start: number, delimiter: string): Cell {
  const close = closingQuote(text, start + 1);
  if (close < 0) return "more";
  const inside = text.slice(start + 1, close);
  const next = skipSpaces(text, close + 1, delimiter);
  if (next >= text.length) return "more";
  if (text[next] !== "\n" && text[next] !== delimiter) return "stray";
  return { value: inside.includes(QUOTE) ? inside.replaceAll('""', QUOTE) : inside, next };
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && (text[at] === " " || (text[at] === "\t" && delimiter !== "\t"))) at += 1;
  return at;
}

/** Where a field without quotes around it stops; -1 when its line is not complete. */
function endOfPlain(text: string, from: number, delimiter: string): number {
  const line = text.indexOf("\n", from);
  const mark = text.indexOf(delimiter, from);
  return mark >= 0 && mark < line ? mark : line;
}

/** The quote that closes a field: the first one that is not doubled. -1 when it is not there, or may yet be doubled. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf(QUOTE, from);
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at < 0 || at + 1 >= text.length ? -1 : at;
}
