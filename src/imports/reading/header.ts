import { folded } from "../rules/letters.ts";
import type { RawRow, Rows } from "./sheet.ts";

/** How many of a row's cells are names of columns somebody here knows. */
export type Knows = (cells: readonly string[]) => number;

/** Rows from the top among which the header must be. */
export const HEADER_WITHIN = 60;

const VALUE = /^[-+]?[\d.,:/ T-]*\d[\d.,:/ T-]*%?$/;

/**
 * Where the header stands: the row with most known names, or else the first that is wide enough and holds only texts. Titles above it
 * ("Udtræk af ...", a date, a municipality) are narrower than the table. -1 when there is no row at all.
 */
export function findHeader(rows: Rows, knows: Knows = () => 0): number {
  const top = rows.slice(0, HEADER_WITHIN);
  const known = top.map(({ cells }) => knows(cells));
  const most = Math.max(0, ...known);
  const best = known.indexOf(most);
  if (most >= 2 || (most === 1 && filled(top[best]) === 1)) return best;
  const width = Math.max(0, ...top.map(filled));
  const wide = top.findIndex(
    (row) => (filled(row) * 2 > width || width === 1) && !row.cells.some((cell) => VALUE.test(cell)),
  );
  return wide >= 0 ? wide : top.length > 0 ? 0 : -1;
}

/** Does a row only repeat the header, as files do that were put together from several? */
export function repeatsHeader({ cells }: RawRow, header: readonly string[]): boolean {
  if (cells[0] !== header[0]) return false;
  return (
    header.every((name, at) => folded(name) === folded(cells[at] ?? "")) && withoutTail(cells).length === header.length
  );
}

/** A header without the empty columns after its last name. */
export function withoutTail(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== "") + 1);
}

function filled(row: RawRow | undefined): number {
  return row?.cells.filter((cell) => cell !== "").length ?? 0;
}
