import { isoDay } from "../platform/kernel/day.ts";
import type { BatchKey, Imports } from "./context.ts";
import { readChunk } from "./queries/chunks.ts";
import type { FileRecord } from "./queries/files.ts";
import { openSheets } from "./reading/open.ts";
import { type ByteSource, isFault, type RawRow, type Rows, type Sheet } from "./reading/sheet.ts";
import type { Stretch } from "./stretches.ts";

/** Bytes of a file that are sealed and stored together. */
export const PIECE = 1 << 20;

/** Columns we add to the file of rejected rows; dropped again with it, they are overlooked. */
export const OUR_COLUMNS = { line: "springbraet_linje", reason: "springbraet_fejl" } as const;

/** What was corrected and set aside in a file since it was uploaded. */
export type Edits = {
  /** New values by line and place. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Lines that are not imported. */
  readonly out: ReadonlySet<number>;
};

export const NO_EDITS: Edits = { cells: new Map(), out: new Set() };

/** What a piece of a file is sealed under. */
export function pieceContext({ municipality, batch }: BatchKey, file: number, number: number): string {
  return `imports/${municipality}/${batch}/${file}/${number}`;
}

/** The uploaded bytes of a file as something that can be read from any place. */
export function sourceOf(
  imports: Imports,
  at: { readonly key: BatchKey; readonly file: FileRecord; readonly stretch: Stretch },
): ByteSource {
  const { key, file, stretch } = at;
  return {
    name: file.name,
    size: file.size,
    read: async function* (from = 0, to = file.size) {
      for (let number = Math.floor(from / PIECE); number * PIECE < to; number += 1) {
        const sealed = await stretch((tx) => readChunk(tx, { batch: key.batch, file: file.source, number }));
        if (sealed === null) throw new Error(`piece ${number} of file ${file.source} of a batch is gone`);
        const piece = imports.keyring.decrypt(sealed, pieceContext(key, file.source, number));
        const begins = number * PIECE;
        yield piece.subarray(Math.max(0, from - begins), Math.min(piece.length, to - begins));
      }
    },
  };
}

/** Opens the table a file of a batch stands for, with the header it was known by; null when it can no longer be read. */
export async function openTable(source: ByteSource, file: Pick<FileRecord, "sheet" | "header">): Promise<Sheet | null> {
  const header = new Set(file.header ?? []);
  const sheets = await openSheets(source, {
    knows: (cells) => cells.filter((cell) => cell !== "" && header.has(cell)).length,
  });
  if (isFault(sheets)) return null;
  return sheets.map(withoutOurs).find((sheet) => sheet.name === file.sheet) ?? null;
}

/** A table without the columns that we put into a file of rejected rows. */
export function withoutOurs(sheet: Sheet): Sheet {
  const ours = new Set<string>(Object.values(OUR_COLUMNS));
  const kept = sheet.header.map((name, at) => ({ name, at })).filter(({ name }) => !ours.has(name));
  if (kept.length === sheet.header.length) return sheet;
  const width = sheet.header.length;
  const cut = (rows: Rows): Rows =>
    rows.map((row) =>
      row.cells.length === width
        ? { ...row, ...movedFormulas(row, kept), cells: kept.map(({ at }) => row.cells[at] ?? "") }
        : row,
    );
  return {
    ...sheet,
    header: kept.map(({ name }) => name),
    sample: cut(sheet.sample),
    rows: async function* () {
      for await (const rows of sheet.rows()) yield isFault(rows) ? rows : cut(rows);
    },
  };
}

/** Where the formulas of a row stand when only some of its columns are kept. */
function movedFormulas({ formulas }: RawRow, kept: readonly { readonly at: number }[]): Pick<RawRow, "formulas"> {
  return formulas ? { formulas: kept.flatMap(({ at }, place) => (formulas.includes(at) ? [place] : [])) } : {};
}

/** The table as it is after the corrections, without the rows set aside; `seen` hears how many rows went by. */
export function editedTable(sheet: Sheet, edits: Edits, seen: (rows: number, out: number) => void): Sheet {
  return {
    ...sheet,
    rows: async function* () {
      for await (const rows of sheet.rows()) {
        if (isFault(rows)) {
          yield rows;
          return;
        }
        const kept = edits.out.size === 0 ? rows : rows.filter(({ line }) => !edits.out.has(line));
        seen(rows.length, rows.length - kept.length);
        yield edits.cells.size === 0 ? kept : kept.map((row) => correctedRow(row, edits));
      }
    },
  };
}

/** A row with its corrections; a cell that was typed anew is no formula's any more. */
function correctedRow(row: RawRow, edits: Edits): RawRow {
  const changed = edits.cells.get(row.line);
  if (!changed) return row;
  const cells = correctedCells(row, edits);
  return row.formulas ? { ...row, cells, formulas: row.formulas.filter((at) => !changed.has(at)) } : { ...row, cells };
}

/** A row's cells with its corrections. */
export function correctedCells(
  row: { readonly line: number; readonly cells: readonly string[] },
  edits: Edits,
): readonly string[] {
  const changed = edits.cells.get(row.line);
  if (!changed) return row.cells;
  const cells = [...row.cells];
  for (const [place, value] of changed) {
    while (cells.length <= place) cells.push("");
    cells[place] = value;
  }
  return cells;
}

/** The cells of some lines of a table, as they are after the corrections. Reads no further than the last of them. */
export async function cellsOf(
  sheet: Sheet,
  lines: ReadonlySet<number>,
  edits: Edits,
): Promise<ReadonlyMap<number, readonly string[]>> {
  const found = new Map<number, readonly string[]>();
  if (lines.size === 0) return found;
  for await (const rows of sheet.rows()) {
    if (isFault(rows)) break;
    for (const row of rows) if (lines.has(row.line)) found.set(row.line, correctedCells(row, edits));
    if (found.size === lines.size) break;
  }
  return found;
}

/** Today as the records write it. */
export function todayOf(imports: Imports): string {
  return isoDay(imports.today());
}
