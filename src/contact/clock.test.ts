import { expect, it } from "vitest";
import { readTime, timeText } from "./clock.ts";

it("reads times of day as people type them, and writes them the Danish way", () => {
  expect(["9.30", "09:30", "930", "9", " 23.59 "].map(readTime)).toEqual([570, 570, 570, 540, 1439]);
  expect(["24.00", "9.60", "ni", "", "9.5"].map(readTime)).toEqual([null, null, null, null, null]);
  expect([0, 545, 1439].map(timeText)).toEqual(["0.00", "9.05", "23.59"]);
});
