import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import {
  ageGroup,
  DIMENSIONS,
  firstBegun,
  lineOf,
  linesBy,
  onSupportAfter,
  PARTS,
  peopleOf,
  type Reviewed,
  type ReviewLine,
} from "./fairness.ts";

const truth = fc.constantFrom(true, false, null);
const person: fc.Arbitrary<Reviewed> = fc.record({
  citizen: fc.uuid(),
  from: fc.constant(0 as Day),
  conclusion: fc.constantFrom("i_risiko" as const, "ikke_i_risiko" as const, null),
  groups: fc.record({
    sex: fc.constantFrom("kvinde", "mand", "ukendt"),
    age: fc.constantFrom("under_30", "fra_55"),
    origin: fc.constantFrom("dansk", "ukendt"),
    education: fc.constantFrom("ufaglaert", "faglaert"),
  }),
  after26: truth,
  after52: truth,
});
const KEYS = ["kvinde", "mand", "under_30", "fra_55", "dansk", "ufaglaert", "faglaert"];

describe("the review of a screening's fairness (VIS-02)", () => {
  it("has groups that add up to all, each number of which has the people behind it", () => {
    fc.assert(
      fc.property(fc.array(person), fc.constantFrom(...DIMENSIONS), (people, by) => {
        const all = lineOf("all", people);
        const lines = linesBy(people, by, KEYS);
        const sum = (of: (line: ReviewLine) => number): number => lines.reduce((total, line) => total + of(line), 0);
        for (const part of ["people", "screened", "marked"] as const) expect(sum((line) => line[part])).toBe(all[part]);
        expect(sum(({ after26 }) => after26.marked.on)).toBe(all.after26.marked.on);
        expect(PARTS.map((part) => peopleOf(people, part).length)).toEqual([
          all.people,
          all.screened,
          all.marked,
          all.people - all.screened,
        ]);
      }),
    );
  });

  it("counts hits of those only for whom the day has come, marked apart from the other screened", () => {
    const one = (conclusion: Reviewed["conclusion"], after26: boolean | null): Reviewed => ({
      citizen: "c",
      from: 0 as Day,
      conclusion,
      groups: { sex: "mand", age: "under_30", origin: "dansk", education: "faglaert" },
      after26,
      after52: null,
    });
    const line = lineOf("all", [
      one("i_risiko", true),
      one("i_risiko", null),
      one("ikke_i_risiko", false),
      one(null, true),
    ]);
    expect(line).toMatchObject({ people: 4, screened: 3, marked: 2 });
    expect(line.after26).toEqual({ marked: { of: 1, on: 1 }, others: { of: 1, on: 0 } });
    expect(line.after52.marked).toEqual({ of: 0, on: 0 });
  });

  it("asks whether somebody is on support 26 weeks after the first day, on that day and not before it has come", () => {
    const from = day("2021-01-01");
    const then = addDays(from, 182);
    const ask = (until: Day, on: Day) => onSupportAfter([{ from, until }], { from, weeks: 26, on, concluded: from });
    expect([ask(FOREVER, then), ask(then, then), ask(addDays(then, 1), then), ask(FOREVER, addDays(then, -1))]).toEqual(
      [true, false, true, null],
    );
  });

  it("does not ask of what was concluded when it had happened already: that is hindsight, no hit", () => {
    const from = day("2021-01-01");
    const then = addDays(from, 182);
    const ask = (concluded: Day | null) =>
      onSupportAfter([{ from, until: FOREVER }], { from, weeks: 26, on: day("2022-01-01"), concluded });
    expect([ask(addDays(then, -1)), ask(then), ask(null)]).toEqual([true, null, true]);
  });

  it("takes the first case that began in the period, its first and last day with it", () => {
    const its = (from: string) => ({ from: day(from), until: FOREVER });
    const cases = [its("2020-12-31"), its("2021-12-31"), its("2022-01-01")];
    expect(firstBegun(cases, { from: day("2021-01-01"), to: day("2021-12-31") })?.from).toBe(day("2021-12-31"));
    expect(firstBegun(cases, { from: day("2023-01-01"), to: day("2023-12-31") })).toBeNull();
  });

  it("has age groups with the border where the criterion about seniors has it", () => {
    expect([29, 30, 49, 50, 54, 55, null].map(ageGroup)).toEqual([
      "under_30",
      "30_49",
      "30_49",
      "50_54",
      "50_54",
      "fra_55",
      "ukendt",
    ]);
  });
});
