import { expect, test } from "vitest";
import { drawAge } from "./ages.ts";
import { createRandom } from "./random.ts";

test("ages keep to the youngest and the oldest and gather round the common one", () => {
  const random = createRandom("ages");
  const ages = Array.from({ length: 5000 }, () => drawAge(random, [20, 50, 66]));
  expect(Math.min(...ages)).toBeGreaterThanOrEqual(20);
  expect(Math.max(...ages)).toBeLessThanOrEqual(66);
  const near = ages.filter((age) => age > 42 && age < 58).length;
  expect(near).toBeGreaterThan(ages.filter((age) => age < 36).length);
});
