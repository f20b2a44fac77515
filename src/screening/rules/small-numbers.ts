import type { Hit, ReviewLine } from "./fairness.ts";

/** Fewer people than this are not shown to readers outside the jobcentre's staff. */
export type Fewest = number;

/** A line as outsiders see it: null where a number would tell of too few people. */
export type ShownHit = { readonly of: number | null; readonly on: number | null };
export type ShownLine = {
  readonly key: string;
  readonly people: number | null;
  readonly screened: number | null;
  readonly marked: number | null;
  readonly after26: { readonly marked: ShownHit; readonly others: ShownHit };
  readonly after52: { readonly marked: ShownHit; readonly others: ShownHit };
};

/**
 * The lines of a table, or, when any number in them tells of fewer people than may be shown, all of them empty: what is hidden in one line
 * could otherwise be worked out from the total and the others. A number tells of few also when few are left beside it: of twenty screened
 * with eighteen marked, two are not. `total` is judged on its own, by `shownTotal`.
 */
export function shownLines(lines: readonly ReviewLine[], fewest: Fewest): readonly ShownLine[] {
  return lines.some((line) => tells(line, fewest)) ? lines.map(({ key }) => emptied(key)) : lines;
}

/** The line of all, or an empty one. */
export function shownTotal(line: ReviewLine, fewest: Fewest): ShownLine {
  return tells(line, fewest) ? emptied(line.key) : line;
}

function tells(line: ReviewLine, fewest: Fewest): boolean {
  const isFew = (people: number): boolean => people > 0 && people < fewest;
  const hits = [line.after26.marked, line.after26.others, line.after52.marked, line.after52.others];
  const { people, screened, marked } = line;
  const others = screened - marked;
  const waiting = [
    marked - line.after26.marked.of,
    marked - line.after52.marked.of,
    others - line.after26.others.of,
    others - line.after52.others.of,
    line.after26.marked.of - line.after52.marked.of,
    line.after26.others.of - line.after52.others.of,
  ];
  return [people, screened, marked, people - screened, others, ...waiting, ...hits.flatMap(partsOf)].some(isFew);
}

function partsOf({ of, on }: Hit): readonly number[] {
  return [of, on, of - on];
}

function emptied(key: string): ShownLine {
  const hit = { of: null, on: null };
  const both = { marked: hit, others: hit };
  return { key, people: null, screened: null, marked: null, after26: both, after52: both };
}
