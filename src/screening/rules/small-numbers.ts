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

/** A line's numbers in blocks that are shown or hidden whole. */
const BLOCKS = ["counts", "after26", "after52"] as const;
type Block = (typeof BLOCKS)[number];

/**
 * The lines of a table without the blocks of columns in which any number tells of fewer people than may be shown: what is hidden in one line
 * could otherwise be worked out from the total and the others. A number tells of few also when few are left beside it: of twenty screened
 * with eighteen marked, two are not. Without the counts nothing else is shown either.
 */
export function shownLines(lines: readonly ReviewLine[], fewest: Fewest): readonly ShownLine[] {
  const isHidden = (block: Block): boolean => lines.some((line) => told(line)[block].some((n) => n > 0 && n < fewest));
  const hidden = new Set(isHidden("counts") ? BLOCKS : BLOCKS.filter(isHidden));
  return lines.map((line) => ({
    ...(hidden.has("counts") ? { key: line.key, people: null, screened: null, marked: null } : countsOf(line)),
    after26: hidden.has("after26") ? NOTHING : line.after26,
    after52: hidden.has("after52") ? NOTHING : line.after52,
  }));
}

/** The line of all, in the same way. */
export function shownTotal(line: ReviewLine, fewest: Fewest): ShownLine {
  const [shown] = shownLines([line], fewest);
  return shown ?? line;
}

const NOTHING: ShownLine["after26"] = { marked: { of: null, on: null }, others: { of: null, on: null } };

function countsOf({
  key,
  people,
  screened,
  marked,
}: ReviewLine): Pick<ReviewLine, "key" | "people" | "screened" | "marked"> {
  return { key, people, screened, marked };
}

/** Every number that a block tells of, by itself or beside those of the blocks before it. */
function told({ people, screened, marked, after26, after52 }: ReviewLine): Readonly<Record<Block, readonly number[]>> {
  const others = screened - marked;
  const ofHits = (hits: ReviewLine["after26"]): readonly number[] => [
    ...[hits.marked, hits.others].flatMap(({ of, on }: Hit) => [of, on, of - on]),
    marked - hits.marked.of,
    others - hits.others.of,
  ];
  const between = [after26.marked.of - after52.marked.of, after26.others.of - after52.others.of];
  return {
    counts: [people, screened, marked, people - screened, others],
    after26: ofHits(after26),
    after52: [...ofHits(after52), ...between],
  };
}
