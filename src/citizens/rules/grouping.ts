import { addMonths, type Day } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";

/** All that is named must hold; of a list one is enough. */
export type GroupCondition = {
  readonly benefits?: readonly string[] | undefined;
  readonly targetGroups?: readonly string[] | undefined;
  readonly ageFrom?: number | undefined;
  readonly ageTo?: number | undefined;
  /** Whole months on support without a break, the first that counts and the first that does not any more. */
  readonly supportMonthsFrom?: number | undefined;
  readonly supportMonthsBelow?: number | undefined;
  /** Whole months on one of the benefits named. */
  readonly benefitMonthsFrom?: number | undefined;
};

/** A group, and the conditions of which one is enough. */
export type Group = { readonly id: string; readonly label: Bilingual; readonly when: readonly GroupCondition[] };

/** A municipality's way to divide its citizens, from a day on: the first group that fits counts. */
export type Grouping = {
  readonly id: string;
  readonly label: Bilingual;
  readonly source: string;
  /** How it reads what its source leaves open. */
  readonly assumption: Bilingual | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly groups: readonly Group[];
};

/** What is known of someone on a day. */
export type Grouped = {
  readonly age: number | null;
  readonly benefits: readonly string[];
  readonly targetGroups: readonly string[];
  /** Since when on support without a break; null when not now. */
  readonly supportSince: Day | null;
  /** Since when on each of the benefits they are on. */
  readonly benefitSince: ReadonlyMap<string, Day>;
};

/** The group someone is in on a day, or null when the grouping does not hold then or none of its groups fits. */
export function groupOf({ from, until, groups }: Grouping, person: Grouped, on: Day): Group | null {
  if (on < from || (until !== null && on >= until)) return null;
  return groups.find(({ when }) => when.some((condition) => fits(condition, person, on))) ?? null;
}

function fits(condition: GroupCondition, person: Grouped, on: Day): boolean {
  const { benefits, targetGroups } = condition;
  if (benefits && !benefits.some((code) => person.benefits.includes(code))) return false;
  if (targetGroups && !targetGroups.some((code) => person.targetGroups.includes(code))) return false;
  return fitsAge(condition, person) && fitsTime(condition, person, on);
}

function fitsAge({ ageFrom, ageTo }: GroupCondition, { age }: Grouped): boolean {
  if (ageFrom === undefined && ageTo === undefined) return true;
  return age !== null && age >= (ageFrom ?? 0) && age <= (ageTo ?? Number.POSITIVE_INFINITY);
}

function fitsTime(condition: GroupCondition, { supportSince, benefitSince }: Grouped, on: Day): boolean {
  const { supportMonthsFrom: from, supportMonthsBelow: below, benefitMonthsFrom, benefits = [] } = condition;
  if (from !== undefined && !hasLasted(supportSince, from, on)) return false;
  if (below !== undefined && (supportSince === null || hasLasted(supportSince, below, on))) return false;
  return (
    benefitMonthsFrom === undefined ||
    benefits.some((code) => hasLasted(benefitSince.get(code) ?? null, benefitMonthsFrom, on))
  );
}

function hasLasted(since: Day | null, months: number, on: Day): boolean {
  return since !== null && addMonths(since, months) <= on;
}
