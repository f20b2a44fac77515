import fc from "fast-check";
import { expect, it } from "vitest";
import { changesOf, type Measured, movedOf } from "./group-change.ts";

const one = (citizen: string, [first, last, days = 2]: readonly [number, number, number?]): Measured => ({
  citizen,
  dimension: "motivation",
  first,
  last,
  days,
});

it("a group's change counts those measured at least twice: the denominator (CIT-12)", () => {
  const people = [one("a", [1, 3]), one("b", [2, 2]), one("c", [4, 3]), one("d", [5, 5, 1])];
  expect(changesOf(people, ["motivation", "netvaerk"])).toEqual([
    { dimension: "motivation", people: 3, mean: 1 / 3, up: 1, same: 1, down: 1 },
    { dimension: "netvaerk", people: 0, mean: null, up: 0, same: 0, down: 0 },
  ]);
});

it("up, unchanged and down are everybody, and the mean does not depend on the order (property)", () => {
  const someone = fc.tuple(
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 5 }),
    fc.integer({ min: 1, max: 4 }),
  );
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 40 }), (drawn) => {
      const people = drawn.map(([first, last, days], at) => one(String(at), [first, last, days]));
      const [change] = changesOf(people, ["motivation"]);
      expect((change?.up ?? 0) + (change?.same ?? 0) + (change?.down ?? 0)).toBe(change?.people);
      expect(changesOf(people.toReversed(), ["motivation"])[0]).toEqual(change);
      expect(change?.mean === null).toBe(change?.people === 0);
    }),
  );
});

it("moving is told by the first and the last value alone", () => {
  expect([movedOf(one("a", [1, 2])), movedOf(one("a", [2, 2])), movedOf(one("a", [3, 1]))]).toEqual([
    "up",
    "same",
    "down",
  ]);
});
