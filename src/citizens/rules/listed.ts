import type { Day } from "../../platform/kernel/day.ts";
import type { CitizenFilters } from "../contract.ts";
import { AGE_RULES, birthdaysFor } from "./age-rules.ts";
import { sinceAtLatest, THRESHOLDS } from "./time-on-support.ts";

/** A person as the list sorts, filters and counts them on a day. Who they are called stands in `nameKey` only, as the search has it. */
export type Person = {
  readonly id: string;
  readonly nameKey: string | null;
  readonly born: Day | null;
  readonly protected: boolean;
  readonly benefits: readonly string[];
  readonly targetGroup: string | null;
  /** The unit responsible. */
  readonly unit: string | null;
  /** First day of the unbroken chain of support that the day stands in. */
  readonly since: Day | null;
  /** Their segment of distance to the labour market on the day (CIT-07). */
  readonly segment: string | null;
};

/** What people are sorted by. */
export type Order = Pick<CitizenFilters, "sort" | "descending">;

/** Which people of those in sight on a day. */
export type AskedPeople = {
  readonly filters: CitizenFilters;
  readonly on: Day;
  readonly isFound: (person: Person) => boolean;
  /** May their data only be stored (GDPR art. 18), and does the reader not handle the restriction? They stand aside. */
  readonly isAside: (person: Person) => boolean;
};

/** How many people a value of a filter would leave, the other filters held. */
export type FilterCount = { readonly filter: string; readonly key: string; readonly count: number };

/** The people that the filters leave, in the order given, and the counts. */
export type Listed = {
  readonly ids: readonly string[];
  readonly aside: number;
  readonly counts: readonly FilterCount[];
};

type Test = (person: Person) => boolean;

/** Names of the protected are no order to sort by: their place among the others would tell them. */
const SORT_BY: Readonly<Record<CitizenFilters["sort"], (person: Person) => string | number | null>> = {
  id: ({ id }) => id,
  name: (person) => (person.protected ? null : person.nameKey),
  age: ({ born }) => (born === null ? null : -born),
  benefit: ({ benefits }) => benefits[0] ?? null,
  targetGroup: ({ targetGroup }) => targetGroup,
  unit: ({ unit }) => unit,
  since: ({ since }) => since,
};

/** People in the order asked for: those who have nothing to be sorted by last, and among equals by id. */
export function inOrder(people: readonly Person[], { sort, descending }: Order): readonly Person[] {
  const key = SORT_BY[sort];
  const sign = descending ? -1 : 1;
  return people.toSorted((a, b) => {
    const [mine, other] = [key(a), key(b)];
    if (mine === other) return compared(a.id, b.id);
    if (mine === null || other === null) return mine === null ? 1 : -1;
    return sign * compared(mine, other);
  });
}

/** Does a person's name have words that begin with each of these? Without a word nobody is meant. */
export function hasWords({ nameKey }: Pick<Person, "nameKey">, words: readonly string[]): boolean {
  return nameKey !== null && words.length > 0 && words.every((word) => ` ${nameKey}`.includes(` ${word}`));
}

/** The filters over people in their order, and how many each value of a filter would leave, in one walk. */
export function listed(people: readonly Person[], asked: AskedPeople): Listed {
  const tests = [...testsOf(asked)];
  const counts = counter(asked.on);
  const ids: string[] = [];
  const aside: string[] = [];
  for (const person of people) {
    if (!isAsked(person, asked)) continue;
    const failed = failing(tests, person);
    const isAside = asked.isAside(person);
    if (failed.length === 0) (isAside ? aside : ids).push(person.id);
    if (failed.length < 2 && !isAside) counts.add(person, failed[0] ?? null);
  }
  return { ids, aside: aside.length, counts: counts.all() };
}

function isAsked(person: Person, { filters, isFound }: AskedPeople): boolean {
  const isCurrent = person.benefits.length > 0 || person.unit !== null;
  return (isCurrent || filters.who !== "current") && isFound(person);
}

/** The test of each filter that is asked for, by the filter's name. */
function* testsOf({ filters, on }: AskedPeople): Generator<readonly [string, Test]> {
  const { benefit, targetGroup, unit, segment } = filters;
  const age = AGE_RULES.find(({ id }) => id === filters.age);
  const time = THRESHOLDS.find(({ id }) => id === filters.time);
  if (benefit !== null) yield ["benefit", (person) => person.benefits.includes(benefit)];
  if (targetGroup !== null) yield ["targetGroup", (person) => person.targetGroup === targetGroup];
  if (unit !== null) yield ["unit", (person) => person.unit === unit];
  if (segment !== null) yield ["segment", (person) => person.segment === segment];
  if (age) yield ["age", bornFor(birthdaysFor(age, on))];
  if (time) yield ["time", sinceBy(sinceAtLatest(time, on))];
  if (filters.protectedOnly) yield ["protected", (person) => person.protected];
}

/** The names of the filters that a person does not pass, no more of them than two. */
function failing(tests: readonly (readonly [string, Test])[], person: Person): readonly string[] {
  const failed: string[] = [];
  for (const [name, test] of tests) {
    if (test(person)) continue;
    failed.push(name);
    if (failed.length > 1) break;
  }
  return failed;
}

/** What a person counts for in each filter. */
function valuesIn(on: Day): Readonly<Record<string, (person: Person) => readonly string[]>> {
  const ages = AGE_RULES.map((rule) => ({ id: rule.id, fits: bornFor(birthdaysFor(rule, on)) }));
  const times = THRESHOLDS.map((threshold) => ({ id: threshold.id, fits: sinceBy(sinceAtLatest(threshold, on)) }));
  const fitting = (all: readonly { readonly id: string; readonly fits: Test }[], person: Person): readonly string[] =>
    all.filter(({ fits }) => fits(person)).map(({ id }) => id);
  return {
    protected: (person) => (person.protected ? [""] : []),
    benefit: ({ benefits }) => benefits,
    targetGroup: ({ targetGroup }) => (targetGroup === null ? [] : [targetGroup]),
    unit: ({ unit }) => (unit === null ? [] : [unit]),
    segment: ({ segment }) => (segment === null ? [] : [segment]),
    age: (person) => (person.born === null ? [] : fitting(ages, person)),
    time: (person) => (person.since === null ? [] : fitting(times, person)),
  };
}

/** Counts people by the values of each filter: somebody who fails one filter is only counted by its own values. */
function counter(on: Day): { add: (person: Person, failed: string | null) => void; all: () => readonly FilterCount[] } {
  const filters = Object.entries(valuesIn(on)).map(([filter, valuesOf]) => ({
    filter,
    valuesOf,
    found: new Map<string, number>(),
  }));
  const add = (person: Person, failed: string | null): void => {
    for (const { filter, valuesOf, found } of filters) {
      if (failed !== null && failed !== filter) continue;
      for (const key of valuesOf(person)) found.set(key, (found.get(key) ?? 0) + 1);
    }
  };
  const all = (): readonly FilterCount[] =>
    filters.flatMap(({ filter, found }) => [...found].map(([key, count]) => ({ filter, key, count })));
  return { add, all };
}

/** Is somebody born within days that may be open at either end? */
function bornFor({ first, last }: { readonly first: Day | null; readonly last: Day | null }): Test {
  return ({ born }) => born !== null && (first === null || born >= first) && (last === null || born <= last);
}

function sinceBy(last: Day): Test {
  return ({ since }) => since !== null && since <= last;
}

function compared<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
