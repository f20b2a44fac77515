import { expect, test } from "vitest";
import { drawDuration, drawRunning } from "./durations.ts";
import { createRandom } from "./random.ts";

const mix = {
  parts: [
    [0.5, 50],
    [0.5, 400],
  ] as const,
  cap: 730,
};

test("durations are whole days between 1 and the cap, with a mean near that of the parts", () => {
  const random = createRandom("durations");
  const drawn = Array.from({ length: 20_000 }, () => drawDuration(random, { ...mix, cap: 100_000 }));
  const mean = drawn.reduce((a, b) => a + b) / drawn.length;
  expect(Math.abs(mean - 226)).toBeLessThan(10);
  const capped = Array.from({ length: 5000 }, () => drawDuration(random, mix));
  expect(Math.min(...capped)).toBeGreaterThanOrEqual(1);
  expect(Math.max(...capped)).toBe(730);
  expect(capped.every(Number.isInteger)).toBe(true);
});

test("those who run on a given day have longer durations than those who begin, and have not used them up", () => {
  const random = createRandom("running");
  const running = Array.from({ length: 5000 }, () => drawRunning(random, mix));
  const began = Array.from({ length: 5000 }, () => drawDuration(random, mix));
  const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b) / list.length;
  expect(mean(running.map(({ total }) => total))).toBeGreaterThan(mean(began));
  expect(running.every(({ total, elapsed }) => elapsed >= 0 && elapsed < total)).toBe(true);
});
