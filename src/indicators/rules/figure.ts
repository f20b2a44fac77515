/**
 * A computed figure. Counts and shares are whole numbers divided once, at the end, so that the same rows always give the same last
 * digit. A null value is "no data", which is never 0.
 */
export type Figure = {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/** No data. */
export const NO_FIGURE: Figure = { value: null, numerator: null, denominator: null };

/** A plain count: no denominator. */
export function count(n: number | null): Figure {
  return { value: n, numerator: n, denominator: null };
}

/** `numerator * scale / denominator`, divided once; no value over an empty denominator. `scale` is 100 for percent. */
export function ratio(numerator: number | null, denominator: number | null, scale = 1): Figure {
  if (numerator === null || denominator === null) return NO_FIGURE;
  return { value: denominator === 0 ? null : (numerator * scale) / denominator, numerator, denominator };
}
