import type { Rule } from "../../law/public.ts";
import type { Period } from "../../platform/kernel/period.ts";
import type { Standing } from "../contract.ts";

/** How a group stands under a rule that binds a share of it. Counts of citizens; `percent` is unrounded, null of an empty group. */
export type GroupShare = {
  readonly rule: Rule;
  readonly period: Period;
  /** Whose time ended in the period and who were under the rule to the end of it. */
  readonly group: number;
  readonly reached: number;
  readonly percent: number | null;
  /** How many of the group it takes, rounded up, and how many are still missing. */
  readonly needed: number;
  readonly missing: number;
  /** Those whose time is still running: they are not in the share yet. */
  readonly running: number;
};

/**
 * The share of each group rule in a period: of those whose time fell due in it, how many had what the rule asks for in time. It is a
 * figure of the group alone: a citizen who did not have it is not late. Those who left, or were exempt, before their time was up do
 * not count.
 */
export function groupShares(standings: readonly Standing[], period: Period): readonly GroupShare[] {
  const byRule = Map.groupBy(standings, ({ rule }) => rule);
  return [...byRule].map(([rule, all]) => {
    const counts = Map.groupBy(all, (standing) => countsAs(standing, period));
    const reached = counts.get("reached")?.length ?? 0;
    const group = reached + (counts.get("not_reached")?.length ?? 0);
    const needed = Math.ceil((group * (rule.share ?? 100)) / 100);
    return {
      rule,
      period,
      group,
      reached,
      percent: group === 0 ? null : (reached * 100) / group,
      needed,
      missing: Math.max(0, needed - reached),
      running: counts.get("running")?.length ?? 0,
    };
  });
}

/**
 * How one citizen counts in a share in a period: `running` while the time does, else reached or not when it ended in the period; null for those who
 * left or were exempt before, and those whose time ended in another.
 */
export function countsAs(
  { due, met, breached, closed }: Pick<Standing, "due" | "met" | "breached" | "closed">,
  period: Period,
): "reached" | "not_reached" | "running" | null {
  const isSettled = met !== null || breached !== null;
  if (!isSettled) return closed === null ? "running" : null;
  if (due === null || due < period.from || period.until <= due) return null;
  return breached === null ? "reached" : "not_reached";
}
