import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, FOREVER } from "../../platform/kernel/day.ts";
import { besideOthers, type Following, follows } from "./following.ts";

const EXCLUDES = ["kategori_1", "kategori_2"];
const entry = (id: string, code: string, days: readonly [from: number, until: number]): Following => ({
  id,
  kind: "circumstance",
  code,
  from: days[0] as Day,
  until: days[1] as Day,
});
const step = (id: string, code: string, from: number): Following => ({
  ...entry(id, code, [from, from + 1]),
  kind: "step",
});

describe("what follows from a record, beside what is noted already", () => {
  it("is left out when another entry says it: the same step on the same day", () => {
    const wanted = [step("record:x", "revurdering", 10)];
    expect(besideOthers(wanted, [step("file", "revurdering", 10)], []).entries).toEqual([]);
    expect(besideOthers(wanted, [step("file", "revurdering", 11)], []).entries).toEqual(wanted);
  });

  it("fills the days another does not have, each stretch with an id of its own", () => {
    const { entries, ends } = besideOthers([entry("record:x", "a", [0, 30])], [entry("file", "a", [10, 20])], []);
    expect(entries.map(({ id, from, until }) => [id, from, until])).toEqual([
      ["record:x", 0, 10],
      ["record:x:1", 20, 30],
    ]);
    expect(ends.size).toBe(0);
  });

  it("ends one that excludes it from the day it begins, and lets a later one take over", () => {
    const others = [entry("before", "kategori_2", [0, FOREVER]), entry("after", "kategori_2", [50, 60])];
    const { entries, ends } = besideOthers([entry("record:x", "kategori_1", [10, FOREVER])], others, EXCLUDES);
    expect([...ends]).toEqual([["before", 10]]);
    expect(entries.map(({ from, until }) => [from, until])).toEqual([
      [10, 50],
      [60, FOREVER],
    ]);
  });

  it("never has the same circumstance, nor two that exclude each other, twice on one day", () => {
    const some = fc.record({
      code: fc.constantFrom(...EXCLUDES, "andet"),
      from: fc.integer({ min: 0, max: 60 }),
      days: fc.integer({ min: 1, max: 40 }),
    });
    const spell = ({ code, from, days }: { code: string; from: number; days: number }, id: string) =>
      entry(id, code, [from, from + days]);
    fc.assert(
      fc.property(some, fc.array(some, { maxLength: 4 }), (one, rest) => {
        const others = rest.map((other, at) => spell(other, `o${at}`));
        const { entries, ends } = besideOthers([spell(one, "record:x")], others, EXCLUDES);
        const left = others.map((other) => ({ ...other, until: ends.get(other.id) ?? other.until }));
        const isRival = (code: string): boolean =>
          code === one.code || (EXCLUDES.includes(code) && EXCLUDES.includes(one.code));
        for (let day = 0; day < 110; day += 1) {
          const covers = ({ from, until }: Following): boolean => from <= day && day < until;
          const own = entries.filter(covers).length;
          const theirs = left.filter((other) => isRival(other.code) && covers(other)).length;
          expect(own === 0 || (own === 1 && theirs === 0)).toBe(true);
        }
      }),
    );
  });

  it("is told by its id", () => {
    expect([follows("record:x:1"), follows("note-1")]).toEqual([true, false]);
  });
});
