import type { Period } from "../../platform/kernel/period.ts";
import type { Obligation } from "../contract.ts";

/** Timeliness (*rettidighed*) under a rule in a period. Counts of obligations; `percent` is unrounded, null when none fell due. */
export type Timeliness = {
  readonly rule: string;
  readonly fellDue: number;
  readonly onTime: number;
  readonly percent: number | null;
};

/**
 * Of the obligations that fell due in a period, how many were met in time, per rule. One that was met early counts in the period of
 * its deadline. One that rests, or was no longer owed on its last day, has not fallen due; one that was late and is no longer owed has.
 * @public
 */
export function timeliness(obligations: readonly Obligation[], period: Period): readonly Timeliness[] {
  const fellDue = obligations.filter(
    ({ due, met, breached }) =>
      due !== null && period.from <= due && due < period.until && (met !== null || breached !== null),
  );
  return [...Map.groupBy(fellDue, ({ rule }) => rule.id)].map(([rule, all]) => {
    const onTime = all.filter(({ breached }) => breached === null).length;
    return { rule, fellDue: all.length, onTime, percent: (onTime * 100) / all.length };
  });
}
