import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Day } from "../../platform/kernel/day.ts";
import type { Course, Shown } from "../contract.ts";
import { ALL, countsOf, filtered, type Listed, sorted } from "./in-list.ts";

const label = { da: "", en: "" };
const listed = (citizen: string, cell: Shown, filters: readonly string[] = []): Listed => {
  const course: Course = {
    isNow: true,
    says: { text: label },
    lines: [],
    prompts: [],
    curve: null,
    cells: { cell },
    filters,
  };
  return { citizen, course };
};

describe("a list of citizens in a group", () => {
  it("has as many under each filter as its count says, whatever they are (ASK-14)", () => {
    const one = fc.record({ at: fc.nat(99), filters: fc.subarray(["late", "new", "long"]) });
    fc.assert(
      fc.property(fc.array(one), (some) => {
        const all = some.map(({ at, filters }) => listed(`c${at}`, null, filters));
        const counts = countsOf(all, ["late", "new", "long"]);
        for (const [filter, count] of counts) expect(filtered(all, filter).length).toBe(count);
        expect(counts.get(ALL)).toBe(all.length);
      }),
    );
  });

  it("is in the order of a column, with what lacks a value last in both directions", () => {
    const all = [
      listed("c", null),
      listed("b", { number: 2 }),
      listed("a", { number: 10 }),
      listed("d", { number: 2 }),
    ];
    const ids = (descending: boolean) => sorted(all, { column: "cell", descending }).map(({ citizen }) => citizen);
    expect([ids(false), ids(true)]).toEqual([
      ["b", "d", "a", "c"],
      ["a", "b", "d", "c"],
    ]);
  });

  it("puts days by the day and words by the letter", () => {
    const days = [listed("a", { day: 5 as Day }), listed("b", { day: 4 as Day })];
    const words = [listed("a", { text: { da: "å", en: "" } }), listed("b", { text: { da: "a", en: "" } })];
    for (const all of [days, words])
      expect(sorted(all, { column: "cell", descending: false }).map(({ citizen }) => citizen)).toEqual(["b", "a"]);
  });
});
