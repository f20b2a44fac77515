/** Fewest people a figure may rest on outside the jobcentre's own staff. */
export const FEWEST_PEOPLE = 5;

export type Counted = {
  readonly unit: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/**
 * Does a figure about people rest on fewer than five of them? For a share also when those in, those out or those asked are fewer, since
 * each can be worked out from the others.
 */
export function restsOnFew({ unit, value, numerator, denominator }: Counted): boolean {
  if (unit === "full_time_persons" || denominator === null) return value !== null && Math.abs(value) < FEWEST_PEOPLE;
  if (numerator === null || unit !== "percent") return denominator < FEWEST_PEOPLE;
  return numerator < FEWEST_PEOPLE || denominator - numerator < FEWEST_PEOPLE;
}

/**
 * Which cells of a column that is added up must be hidden: the small ones, and when just one is hidden also the next smallest, or the
 * total would give it away.
 */
export function hiddenInSum(values: readonly (number | null)[]): readonly boolean[] {
  const small = values.map((value) => value !== null && value < FEWEST_PEOPLE);
  if (small.filter(Boolean).length !== 1) return small;
  const next = values.reduce<number>((best, value, i) => {
    if (value === null || small[i]) return best;
    const current = values[best];
    return current === undefined || current === null || value < current ? i : best;
  }, -1);
  return small.map((hidden, i) => hidden || i === next);
}
