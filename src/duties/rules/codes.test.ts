import { expect, it } from "vitest";
import { bitsOf, maskOf } from "./codes.ts";

it("gives every code a bit of its own, and a set of codes their sum", () => {
  const bits = bitsOf(["a", "b", "a", "c"]);
  expect([...bits]).toEqual([
    ["a", 1],
    ["b", 2],
    ["c", 4],
  ]);
  expect(maskOf(["a", "c"], bits)).toBe(5);
});

it("takes a code no rule mentions as none", () => expect(maskOf(["x"], bitsOf(["a"]))).toBe(0));

it("refuses more codes than there are bits, naming the one too many", () => {
  const codes = Array.from({ length: 32 }, (_, i) => `c${i}`);
  expect(() => bitsOf(codes)).toThrow('at "c31"');
  expect(bitsOf(codes.slice(0, 31)).size).toBe(31);
});
