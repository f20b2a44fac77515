import type { Day } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";

/** All that is named must hold; of a list one is enough. */
export type GroupCondition = {
  readonly benefits?: readonly string[] | undefined;
  readonly targetGroups?: readonly string[] | undefined;
  readonly ageFrom?: number | undefined;
  readonly ageTo?: number | undefined;
};

/** A group, and the conditions of which one is enough. */
export type Group = { readonly id: string; readonly label: Bilingual; readonly when: readonly GroupCondition[] };

/** A municipality's way to divide its citizens, from a day on: the first group that fits counts. */
export type Grouping = {
  readonly id: string;
  readonly label: Bilingual;
  readonly source: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly groups: readonly Group[];
};

/** What is known of someone on a day. */
export type Grouped = {
  readonly age: number | null;
  readonly benefits: readonly string[];
  readonly targetGroups: readonly string[];
};

/** The group someone is in on a day, or null when the grouping does not hold then or none of its groups fits. */
export function groupOf({ from, until, groups }: Grouping, person: Grouped, on: Day): Group | null {
  if (on < from || (until !== null && on >= until)) return null;
  return groups.find(({ when }) => when.some((condition) => fits(condition, person))) ?? null;
}

function fits({ benefits, targetGroups, ageFrom, ageTo }: GroupCondition, person: Grouped): boolean {
  if (benefits && !benefits.some((code) => person.benefits.includes(code))) return false;
  if (targetGroups && !targetGroups.some((code) => person.targetGroups.includes(code))) return false;
  if (ageFrom === undefined && ageTo === undefined) return true;
  return person.age !== null && person.age >= (ageFrom ?? 0) && person.age <= (ageTo ?? Number.POSITIVE_INFINITY);
}
