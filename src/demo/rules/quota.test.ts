import fc from "fast-check";
import { expect, test } from "vitest";
import { createQuota, repeat } from "./quota.ts";

test("whole things handed out never differ from the fractions added by one or more", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 200 }), (amounts) => {
      const quota = createQuota();
      let out = 0;
      let added = 0;
      for (const amount of amounts) {
        out += quota.due(amount);
        added += amount;
        expect(Math.abs(out - added)).toBeLessThan(1);
      }
    }),
  );
});

test("a probability of 0.3 hits exactly 300 of 1,000 times", () => {
  const quota = createQuota();
  expect(Array.from({ length: 1000 }, () => quota.hit(0.3)).filter(Boolean)).toHaveLength(300);
});

test("repeat does something so many times, and nothing for 0", () => {
  const done: string[] = [];
  repeat(2, () => done.push("x"));
  repeat(0, () => done.push("y"));
  expect(done).toEqual(["x", "x"]);
});
