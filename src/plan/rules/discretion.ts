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
 * Which cells of a column that is added up must be hidden: the small ones, and of the others the smallest, one by one, until those hidden
 * are more than one and five people or more together. Otherwise the total less what is shown would give them away.
 */
export function hiddenInSum(values: readonly (number | null)[]): readonly boolean[] {
  const hidden = values.map((value) => value !== null && value < FEWEST_PEOPLE);
  if (!hidden.some(Boolean)) return hidden;
  const bySize = values
    .flatMap((value, at) => (value === null || hidden[at] ? [] : [{ value, at }]))
    .toSorted((a, b) => a.value - b.value || a.at - b.at);
  for (const { at } of bySize) {
    const together = values.reduce<number>((sum, value, i) => (hidden[i] ? sum + (value ?? 0) : sum), 0);
    if (together >= FEWEST_PEOPLE && hidden.filter(Boolean).length > 1) break;
    hidden[at] = true;
  }
  return hidden;
}

/**
 * Which parts of a whole that is shown must be hidden, such as women and men: when a part is small, or what is left of the whole beside
 * it, that part; and then every part, when together they are the whole and the hidden one could be worked out from the others.
 */
export function hiddenBesideWhole(whole: number | null, parts: readonly (number | null)[]): readonly boolean[] {
  const hidden = parts.map((part) => part !== null && (few(part) || (whole !== null && few(whole - part))));
  const sum = parts.reduce<number>((total, part) => total + (part ?? 0), 0);
  return whole !== null && sum === whole && hidden.some(Boolean) ? parts.map((part) => part !== null) : hidden;
}

/**
 * Which earlier points of a running count must be hidden. A count that never falls tells by each step how many were new; the latest point
 * is shown, and an earlier one only when nobody or at least five came between it and the next one shown. Counts that also fall tell
 * nothing of the kind.
 */
export function hiddenSteps(values: readonly (number | null)[]): readonly boolean[] {
  const known = values.filter((value) => value !== null);
  const falls = known.some((value, at) => at > 0 && value < (known[at - 1] ?? value));
  const hidden = values.map(() => false);
  if (falls) return hidden;
  let next: number | null = null;
  for (let at = values.length - 1; at >= 0; at -= 1) {
    const value = values[at] ?? null;
    if (value === null) continue;
    if (next !== null && few(next - value)) hidden[at] = true;
    else next = value;
  }
  return hidden;
}
