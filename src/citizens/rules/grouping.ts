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

/** A question that a source leaves open, with the answer chosen and another that was possible (CIT-08). */
export type Reading = { readonly asked: Bilingual; readonly read: Bilingual; readonly other: Bilingual };

/** A municipality's way to divide its citizens, from a day on: the first group that fits counts. */
export type Grouping = {
  readonly id: string;
  readonly label: Bilingual;
  readonly source: string;
  /** How it reads what its source leaves open. */
  readonly assumption: Bilingual | null;
  /** What its source leaves open, one by one: how it is read here, and what else it could have meant. */
  readonly reads: readonly Reading[];
  /** Is it the one definition of segments that lists and figures use too? */
  readonly segments: boolean;
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

/** Of each grouping the version that holds on a day, or its latest when none does: versions have the same id and days of their own. */
export function versionsOn(groupings: readonly Grouping[], on: Day): readonly Grouping[] {
  return [...Map.groupBy(groupings, ({ id }) => id).values()].flatMap((versions) => {
    const held = versions.find(({ from, until }) => from <= on && (until === null || on < until));
    return held ?? versions.at(-1) ?? [];
  });
}

/** A spell of a benefit as grouping sees it, half-open. */
export type BenefitStretch = { readonly benefit: string; readonly from: Day; readonly until: Day };

/** Since when somebody is on each benefit of a day: the earliest of the spells of it that hold then. */
export function benefitsSince(spells: readonly BenefitStretch[], on: Day): ReadonlyMap<string, Day> {
  const since = new Map<string, Day>();
  for (const { benefit, from, until } of spells) {
    if (from > on || on >= until) continue;
    since.set(benefit, Math.min(from, since.get(benefit) ?? from) as Day);
  }
  return since;
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
