import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day } from "../../platform/kernel/day.ts";
import { ageRuleIds, type CitizenFilters, citizenFilters, SORTS, thresholdIds } from "../contract.ts";
import { hasWords, inOrder, type Listed, listed, type Person } from "./listed.ts";

const on = day("2021-12-31");
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3 });
const anyDay = (from: string, to: string): fc.Arbitrary<Day> =>
  fc.integer({ min: day(from), max: day(to) }).map((one) => one as Day);

/** The values of each filter that has any. */
const VALUES = {
  benefit: ["kontanthjaelp", "sygedagpenge"],
  targetGroup: ["paragraf_6_2", "paragraf_6_3"],
  unit: ["nord", "syd"],
  segment: ["i_risiko", "paa_kanten"],
  age: ageRuleIds,
  time: thresholdIds,
} as const;

const people: fc.Arbitrary<readonly Person[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 99 }).map((n) => `c${n}`),
    nameKey: maybe(fc.constantFrom("bo pr|ve", "}se pr|ve", "a b")),
    born: maybe(anyDay("1950-01-01", "2008-12-31")),
    protected: fc.boolean(),
    benefits: fc.subarray([...VALUES.benefit]),
    targetGroup: maybe(fc.constantFrom(...VALUES.targetGroup)),
    unit: maybe(fc.constantFrom(...VALUES.unit)),
    since: maybe(anyDay("2015-01-01", "2021-12-31")),
    segment: maybe(fc.constantFrom(...VALUES.segment)),
  }),
  { selector: ({ id }) => id, maxLength: 25 },
);
const filters: fc.Arbitrary<CitizenFilters> = fc
  .record({
    who: fc.constantFrom("current", "all"),
    benefit: maybe(fc.constantFrom(...VALUES.benefit)),
    targetGroup: maybe(fc.constantFrom(...VALUES.targetGroup)),
    unit: maybe(fc.constantFrom(...VALUES.unit)),
    segment: maybe(fc.constantFrom(...VALUES.segment)),
    age: maybe(fc.constantFrom(...ageRuleIds)),
    time: maybe(fc.constantFrom(...thresholdIds)),
    protectedOnly: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    descending: fc.boolean(),
  })
  .map((asked) => citizenFilters.parse(asked));

function ask(among: readonly Person[], asked: CitizenFilters, aside: ReadonlySet<string> = new Set()): Listed {
  return listed(inOrder(among, asked), {
    filters: asked,
    on,
    isFound: () => true,
    isAside: ({ id }) => aside.has(id),
  });
}

function countOf({ counts }: Listed, filter: string, key: string): number {
  return counts.find((count) => count.filter === filter && count.key === key)?.count ?? 0;
}

describe("the list of citizens (CIT-10, CIT-13)", () => {
  it("says beside each value of a filter how many there are when it is chosen", () => {
    fc.assert(
      fc.property(people, filters, (among, asked) => {
        const found = ask(among, asked);
        const chosen = (change: Partial<CitizenFilters>): number => ask(among, { ...asked, ...change }).ids.length;
        for (const [filter, keys] of Object.entries(VALUES))
          for (const key of keys)
            expect([filter, key, countOf(found, filter, key)]).toEqual([filter, key, chosen({ [filter]: key })]);
        expect(countOf(found, "protected", "")).toBe(chosen({ protectedOnly: true }));
      }),
    );
  });

  it("has the same people in every order, backwards the other way round but for those with nothing to be sorted by", () => {
    fc.assert(
      fc.property(people, filters, (among, asked) => {
        const [up, down] = [false, true].map((descending) => ask(among, { ...asked, descending }).ids);
        expect(down?.toSorted()).toEqual(up?.toSorted());
        if (asked.sort === "id") expect(down).toEqual(up?.toReversed());
      }),
    );
  });

  it("leaves out those who stand aside, in the counts too, and says how many they are", () => {
    fc.assert(
      fc.property(people, filters, fc.integer({ min: 0, max: 25 }), (among, asked, first) => {
        const aside = new Set(among.slice(0, first).map(({ id }) => id));
        const found = ask(among, asked, aside);
        const without = ask(
          among.filter(({ id }) => !aside.has(id)),
          asked,
        );
        expect({ ids: found.ids, counts: counted(found) }).toEqual({ ids: without.ids, counts: counted(without) });
        expect(found.ids.length + found.aside).toBe(ask(among, asked).ids.length);
      }),
    );
  });

  it("does not tell by its order what a protected citizen is called", () => {
    const person = (id: string, nameKey: string, isProtected: boolean): Person => ({
      id,
      nameKey,
      protected: isProtected,
      born: null,
      benefits: [],
      targetGroup: null,
      unit: null,
      since: null,
      segment: null,
    });
    const among = [person("c1", "zoe", false), person("c2", "anna", true), person("c3", "bo", false)];
    expect(inOrder(among, { sort: "name", descending: false }).map(({ id }) => id)).toEqual(["c3", "c1", "c2"]);
    expect(inOrder(among, { sort: "name", descending: true }).map(({ id }) => id)).toEqual(["c1", "c3", "c2"]);
  });

  it("finds a name by the beginnings of its words, in any order", () => {
    const found = (nameKey: string | null, ...words: string[]): boolean => hasWords({ nameKey }, words);
    expect(found("}se marie pr|ve", "pr|", "}s")).toBe(true);
    expect(found("}se marie pr|ve", "arie")).toBe(false);
    expect(found("}se marie pr|ve")).toBe(false);
    expect(found(null, "}se")).toBe(false);
  });
});

function counted({ counts }: Listed): readonly string[] {
  return counts.map(({ filter, key, count }) => `${filter} ${key} ${count}`).toSorted();
}
