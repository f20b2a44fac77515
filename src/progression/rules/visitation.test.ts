import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import { directionOf, type GroupSpell, movesOf } from "./visitation.ts";

const orders = [
  ["aktivitetsparat", "jobparat"],
  ["aktivitetsparat", "uddannelsesparat", "aabenlyst_uddannelsesparat"],
];
const BY = { orders, gapDays: 28 };
const spell = (code: string, from: string, until: string | null): GroupSpell => ({
  code,
  from: day(from),
  until: until === null ? FOREVER : day(until),
});

describe("re-visitations (VIS-16)", () => {
  it("lead up or down where the order is known, and else to another group", () => {
    expect(directionOf("aktivitetsparat", "jobparat", orders)).toBe("up");
    expect(directionOf("aabenlyst_uddannelsesparat", "uddannelsesparat", orders)).toBe("down");
    expect(directionOf("jobparat", "uddannelsesparat", orders)).toBe("other");
  });

  it("are dated with the day the new group begins, in order", () => {
    const spells = [
      spell("jobparat", "2020-06-01", "2021-02-01"),
      spell("aktivitetsparat", "2020-01-01", "2020-06-01"),
      spell("fleksjobvisiteret", "2021-02-01", null),
    ];
    expect(movesOf(spells, BY)).toEqual([
      { day: day("2020-06-01"), from: "aktivitetsparat", to: "jobparat", direction: "up" },
      { day: day("2021-02-01"), from: "jobparat", to: "fleksjobvisiteret", direction: "other" },
    ]);
  });

  it("are not the first group, the same group again, nor one after more than the gap", () => {
    const followedOn = (from: string) =>
      movesOf([spell("aktivitetsparat", "2020-01-01", "2020-06-01"), spell("jobparat", from, null)], BY);
    expect(followedOn("2020-06-29")).toHaveLength(1);
    expect(followedOn("2020-06-30")).toEqual([]);
    expect(movesOf([spell("jobparat", "2020-01-01", null)], BY)).toEqual([]);
    const again = [spell("jobparat", "2020-01-01", "2020-02-01"), spell("jobparat", "2020-02-01", null)];
    expect(movesOf(again, BY)).toEqual([]);
  });

  const someSpell = fc.record({
    code: fc.constantFrom("aktivitetsparat", "jobparat", "uddannelsesparat", "fleksjobvisiteret"),
    from: fc.integer({ min: 0, max: 900 }),
    days: fc.integer({ min: 1, max: 300 }),
  });
  it("there and back is up and down, whatever the order of the records", () => {
    fc.assert(
      fc.property(fc.array(someSpell, { maxLength: 8 }), (drawn) => {
        const spells = drawn.map(({ code, from, days }) => ({
          code,
          from: from as Day,
          until: addDays(from as Day, days),
        }));
        const unique = [...new Map(spells.map((one) => [one.from, one])).values()];
        const moves = movesOf(unique, BY);
        expect(movesOf(unique.toReversed(), BY)).toEqual(moves);
        expect(moves.length).toBeLessThan(Math.max(1, unique.length));
        for (const { from, to, direction } of moves) {
          const back = directionOf(to, from, orders);
          expect([direction, back]).toEqual(
            direction === "other" ? ["other", "other"] : [direction, direction === "up" ? "down" : "up"],
          );
        }
      }),
    );
  });
});
