/** Fewest people a figure may rest on outside the jobcentre's own staff. */
export const FEWEST_PEOPLE = 5;

export type Counted = {
  readonly unit: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/** Units that count nobody: a figure in them says nothing of how many it rests on. */
const NO_COUNT = new Set(["percentage_points", "ratio", "difference", "kroner", "rank", "milestone", "status"]);

/**
 * Does a figure about people rest on fewer than five of them? A share also when one to four are in it or outside it, since each can be
 * worked out from the others; a change also when one to four came or went.
 */
export function restsOnFew({ unit, value, numerator, denominator }: Counted): boolean {
  if (NO_COUNT.has(unit)) return false;
  if (denominator !== null && unit !== "full_time_persons" && few(denominator)) return true;
  if (value === null) return false;
  if (unit === "full_time_persons") return value < FEWEST_PEOPLE;
  if (denominator === null) return Math.abs(numerator ?? value) < FEWEST_PEOPLE;
  if (unit !== "percent" || numerator === null) return false;
  const rest = numerator < 0 ? denominator + numerator : denominator - numerator;
  return few(Math.abs(numerator)) || few(rest);
}

function few(people: number): boolean {
  return people > 0 && people < FEWEST_PEOPLE;
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
