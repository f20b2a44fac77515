import fc from "fast-check";
import { expect, it } from "vitest";
import { AGE_BANDS, ageBandOf } from "./age-band.ts";

it("an age is in one band, with the law's ages as edges", () => {
  expect([24, 25, 29, 30, 39, 59, 60].map(ageBandOf)).toEqual([
    "under_25",
    "25_29",
    "25_29",
    "30_39",
    "30_39",
    "50_59",
    "60_over",
  ]);
  expect(ageBandOf(null)).toBe(null);
});

it("older is never a younger band (property)", () => {
  const place = (age: number) => AGE_BANDS.indexOf(ageBandOf(age) ?? "under_25");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 110 }), fc.integer({ min: 0, max: 40 }), (age, more) => {
      expect(place(age + more)).toBeGreaterThanOrEqual(place(age));
    }),
  );
});
