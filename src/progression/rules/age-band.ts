/** Bands of age, in whole years: those of the law's age rules (under 25, under 30, from 30) and tens above. */
export const AGE_BANDS = ["under_25", "25_29", "30_39", "40_49", "50_59", "60_over"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

const ENDS: readonly (readonly [below: number, band: AgeBand])[] = [
  [25, "under_25"],
  [30, "25_29"],
  [40, "30_39"],
  [50, "40_49"],
  [60, "50_59"],
];

/** The band of an age in whole years; null when the age is not known. */
export function ageBandOf(age: number | null): AgeBand | null {
  if (age === null) return null;
  return ENDS.find(([below]) => age < below)?.[1] ?? "60_over";
}
