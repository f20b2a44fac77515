import type { Limits, RawRow, Rows } from "../sheet.ts";
import { type CellBook, cellText } from "./cell.ts";
import { textRun, unescaped } from "./shared-strings.ts";
import { BadPart, readXml } from "./xml.ts";

/** Something about a row that ends the reading. */
export type RowFault = {
  readonly line: number;
  readonly code: "too_many_columns" | "formula_without_value" | "row_too_long";
};

type Pending = { type: string; style: number; at: number; value: string; inline: string; hasFormula: boolean };

type State = {
  rows: RawRow[];
  line: number;
  cells: string[];
  letters: number;
  cell: Pending | null;
  collecting: "value" | "none";
  /** Places in the row whose value a formula gave. */
  formulas: number[];
  fault: RowFault | null;
};

/** Reads a sheet's cells from its part, many rows at a time. Formulas are never computed: their last value is used. */
export function readRows(
  bytes: AsyncIterable<Buffer>,
  book: CellBook,
  limits: Limits,
): AsyncGenerator<Rows | RowFault> {
  const state: State = {
    rows: [],
    line: 0,
    cells: [],
    letters: 0,
    cell: null,
    collecting: "none",
    formulas: [],
    fault: null,
  };
  return rowsFrom(bytes, { state, book, limits });
}

type Work = { readonly state: State; readonly book: CellBook; readonly limits: Limits };

async function* rowsFrom(bytes: AsyncIterable<Buffer>, work: Work): AsyncGenerator<Rows | RowFault> {
  const { state } = work;
  for await (const _ of readXml(bytes, eventsOf(work))) {
    if (state.rows.length > 0) yield state.rows;
    state.rows = [];
    if (state.fault) {
      yield state.fault;
      return;
    }
  }
  if (state.rows.length > 0) yield state.rows;
  if (state.fault) yield state.fault;
}

function eventsOf(work: Work): Parameters<typeof readXml>[1] {
  const { state } = work;
  const run = textRun((piece) => {
    if (state.cell) state.cell.inline += piece;
  });
  return {
    open: (tag, at) => {
      if (tag === "row") openRow(state, at);
      else if (tag === "c") openCell(state, at);
      else if (tag === "v" || tag === "f") openPart(state, tag);
      else run.open(tag);
    },
    close: (tag) => {
      if (tag === "row") closeRow(state);
      else if (tag === "c") closeCell(work);
      else if (tag === "v") state.collecting = "none";
      else run.close(tag);
    },
    text: (piece) => {
      if (state.collecting === "value" && state.cell) state.cell.value += piece;
      else run.text(piece);
    },
  };
}

function openRow(state: State, at: Readonly<Record<string, string>>): void {
  const line = at.r === undefined ? state.line + 1 : Number(at.r);
  if (!Number.isInteger(line) || line <= state.line) throw new BadPart("rows out of order");
  state.line = line;
  state.cells = [];
  state.letters = 0;
  state.formulas = [];
}

function openCell(state: State, at: Readonly<Record<string, string>>): void {
  const place = at.r === undefined ? state.cells.length : columnOf(at.r);
  const cell = { type: at.t ?? "n", style: Number(at.s ?? 0), at: place, value: "", inline: "", hasFormula: false };
  state.cell = cell;
}

function openPart(state: State, tag: "v" | "f"): void {
  if (tag === "v") state.collecting = "value";
  else if (state.cell) state.cell.hasFormula = true;
}

function closeCell({ state, book, limits }: Work): void {
  const { cell } = state;
  state.cell = null;
  if (!cell || state.fault) return;
  const isBare = cell.hasFormula && cell.value === "" && cell.inline === "" && cell.type !== "str";
  const text = cellText({ ...cell, inline: unescaped(cell.inline) }, book);
  state.letters += text.length;
  if (isBare) state.fault = { line: state.line, code: "formula_without_value" };
  else if (state.letters > limits.row) state.fault = { line: state.line, code: "row_too_long" };
  else if (text !== "" && cell.at >= limits.columns) state.fault = { line: state.line, code: "too_many_columns" };
  else if (text !== "") {
    while (state.cells.length < cell.at) state.cells.push("");
    state.cells[cell.at] = text;
    if (cell.hasFormula) state.formulas.push(cell.at);
  }
}

function closeRow(state: State): void {
  const { line, cells, formulas } = state;
  if (cells.some((cell) => cell !== ""))
    state.rows.push(formulas.length > 0 ? { line, cells, formulas } : { line, cells });
}

/** `AB12` to 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  if (column === 0 || column > 16_384) throw new BadPart("a cell without a column");
  return column - 1;
}
