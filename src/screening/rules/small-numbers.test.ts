import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../platform/kernel/day.ts";
import { lineOf, type Reviewed, type ReviewLine } from "./fairness.ts";
import { type ShownLine, shownLines, shownTotal } from "./small-numbers.ts";

const FEWEST = 5;
const people = (count: number, conclusion: Reviewed["conclusion"], after26: boolean | null = null): Reviewed[] =>
  Array.from({ length: count }, (_, at) => ({
    citizen: `c${at}`,
    from: 0 as Day,
    conclusion,
    groups: { sex: "mand", age: "under_30", origin: "dansk", education: "faglaert" },
    after26,
    after52: null,
  }));
const line = (...all: readonly Reviewed[][]): ReviewLine => lineOf("a", all.flat());

/** What a line that is shown tells, the differences with it. */
const numbersOf = ({ people: all, screened, marked }: ShownLine): readonly number[] =>
  all === null || screened === null || marked === null
    ? []
    : [all, screened, marked, all - screened, screened - marked];

describe("small numbers for readers outside the staff (ASK-11)", () => {
  it("are shown from five on, and none is none", () => {
    const open = line(people(5, null), people(5, "i_risiko"), people(5, "ikke_i_risiko"));
    expect(shownTotal(open, FEWEST)).toEqual(open);
    expect(shownTotal(line(), FEWEST)).toEqual(line());
  });

  it.each([
    ["four people", line(people(4, null))],
    ["four that are not screened", line(people(4, null), people(9, "i_risiko"))],
    ["four that are screened and not marked", line(people(9, "i_risiko"), people(4, "ikke_i_risiko"))],
  ])("hide the line that would tell of %s", (_what, given) => {
    expect(shownTotal(given, FEWEST)).toMatchObject({ people: null, screened: null, marked: null });
  });

  it.each([
    ["one marked who was not on benefit", line(people(9, "i_risiko", true), people(1, "i_risiko", false))],
    ["two for whom the day has not come", line(people(9, "i_risiko", true), people(2, "i_risiko", null))],
  ])("hide where it led, and not the counts, for %s", (_what, given) => {
    const shown = shownTotal(given, FEWEST);
    expect(shown).toMatchObject({ people: given.people, screened: given.screened, marked: given.marked });
    expect(shown.after26.marked).toEqual({ of: null, on: null });
  });

  it("take the whole table with them, so that none can be worked out", () => {
    const lines = [line(people(20, null)), { ...line(people(3, null)), key: "b" }];
    expect(shownLines(lines, FEWEST).map(({ key, people: count }) => [key, count])).toEqual([
      ["a", null],
      ["b", null],
    ]);
  });

  it("never leave a number of one to four, nor a difference of one to four within a line", () => {
    const some = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(some, some, some), { maxLength: 4 }), (counts) => {
        const lines = counts.map(([none, marked, others]) =>
          line(people(none, null), people(marked, "i_risiko", true), people(others, "ikke_i_risiko", false)),
        );
        const few = shownLines(lines, FEWEST)
          .flatMap(numbersOf)
          .filter((n) => n > 0 && n < FEWEST);
        expect(few).toEqual([]);
        const hits = shownLines(lines, FEWEST).flatMap(({ after26 }) => [after26.marked, after26.others]);
        const known = hits.flatMap(({ of, on }) => (of === null || on === null ? [] : [of, on, of - on]));
        expect(known.filter((n) => n > 0 && n < FEWEST)).toEqual([]);
      }),
    );
  });
});
