import { addDays, ageOn, civilOf, type Day, dayOf, daysInMonth } from "../../platform/kernel/day.ts";

/** Ages, both included, that direction, duties, offers or goals depend on. */
export type AgeRule = { readonly id: string; readonly from?: number; readonly to?: number };

/** CIT-13. Sources: Hedensted 2017 ch. 3; Holbæk 2020-21 pp. 5, 17-18, 23; Holbæk 2016 pp. 5-9; Gladsaxe 2012 pp. 7-9; Fleksjob 2015 p. 1. */
export const AGE_RULES = [
  { id: "under_25", to: 24 },
  { id: "under_30", to: 29 },
  { id: "from_25_to_35", from: 25, to: 35 },
  { id: "from_30", from: 30 },
  { id: "under_40", to: 39 },
  { id: "from_13_to_30", from: 13, to: 30 },
  { id: "from_15_to_30", from: 15, to: 30 },
  { id: "from_18_to_30", from: 18, to: 30 },
  { id: "from_16_to_64", from: 16, to: 64 },
  { id: "from_16_to_66", from: 16, to: 66 },
] as const satisfies readonly AgeRule[];

export type AgeRuleId = (typeof AGE_RULES)[number]["id"];

/** Does an age fit a rule? */
export function fitsAge({ from, to }: AgeRule, age: number): boolean {
  return age >= (from ?? 0) && age <= (to ?? Number.POSITIVE_INFINITY);
}

/** The rules someone falls under on a day; none when the birthday is not known. */
export function ageRulesFor(born: Day | null, on: Day): readonly AgeRuleId[] {
  if (born === null) return [];
  const age = ageOn(born, on);
  return AGE_RULES.filter((rule) => fitsAge(rule, age)).map(({ id }) => id);
}

/** The birthdays of those who fit a rule on a day, first and last included: what a list filters by. */
export function birthdaysFor(
  { from, to }: AgeRule,
  on: Day,
): { readonly first: Day | null; readonly last: Day | null } {
  return {
    first: to === undefined ? null : addDays(latestBirthday(to + 1, on), 1),
    last: from === undefined ? null : latestBirthday(from, on),
  };
}

/** The last birthday of those who are at least so many years old on a day. Someone born 29 February has their day on 1 March in common years. */
function latestBirthday(age: number, on: Day): Day {
  const { year, month, day } = civilOf(on);
  const short = month === 2 && day > daysInMonth(year - age, 2);
  return short ? dayOf(year - age, 2, daysInMonth(year - age, 2)) : dayOf(year - age, month, day);
}
