import { expect, test } from "vitest";
import { createRandom, pickWeighted } from "./random.ts";

const draw = (seed: string, times: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: times }, () => random.unit());
};

test("the same seed gives the same numbers, another seed others", () => {
  expect(draw("1/0316", 50)).toEqual(draw("1/0316", 50));
  expect(draw("1/0316", 50)).not.toEqual(draw("2/0316", 50));
});

test("the first numbers of a seed are fixed for good, or every demo would change", () => {
  expect(draw("springbraet", 3).map((n) => n.toFixed(9))).toEqual(["0.476535376", "0.947458620", "0.093094980"]);
});

test("numbers are spread evenly over 0 to 1, the 1 left out", () => {
  const numbers = draw("spread", 20_000);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const share = numbers.filter((n) => Math.floor(n * 10) === tenth).length / numbers.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  }
});

test("whole numbers keep to their limits and the exponential to its mean", () => {
  const random = createRandom("limits");
  const below = Array.from({ length: 2000 }, () => random.below(3));
  expect(new Set(below)).toEqual(new Set([0, 1, 2]));
  const between = Array.from({ length: 2000 }, () => random.between(5, 7));
  expect(new Set(between)).toEqual(new Set([5, 6, 7]));
  const mean = Array.from({ length: 20_000 }, () => random.exponential(100)).reduce((a, b) => a + b) / 20_000;
  expect(Math.abs(mean - 100)).toBeLessThan(4);
});

test("keys are picked as often as their weights say, and a weight of 0 never", () => {
  const random = createRandom("weights");
  const picked = Array.from({ length: 10_000 }, () => pickWeighted(random, { often: 3, seldom: 1, never: 0 }));
  const often = picked.filter((key) => key === "often").length / picked.length;
  expect(Math.abs(often - 0.75)).toBeLessThan(0.02);
  expect(picked).not.toContain("never");
  expect(() => pickWeighted(random, { never: 0 })).toThrow(/nothing can be picked/);
});
