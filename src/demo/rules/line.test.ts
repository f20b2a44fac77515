import { expect, test } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { lineAt, yearPlace } from "./line.ts";

const points = { 2019: 15, 2021: 19 };

test("a point stands at the middle of its year, and between points the line is straight", () => {
  expect(lineAt(points, 2019.5)).toBe(15);
  expect(lineAt(points, 2020.5)).toBe(17);
  expect(lineAt(points, 2021.5)).toBe(19);
});

test("before the first and after the last point the level stays", () => {
  expect(lineAt(points, 2012)).toBe(15);
  expect(lineAt(points, 9999)).toBe(19);
});

test("a day is a year with decimals, leap years included", () => {
  expect(yearPlace(day("2020-01-01"))).toBe(2020);
  expect(yearPlace(day("2020-07-02"))).toBe(2020.5);
});
