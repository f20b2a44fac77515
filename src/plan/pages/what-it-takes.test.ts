import { expect, test } from "vitest";
import { anIndicator, point } from "./testing/indicator.ts";
import { whatItTakes } from "./what-it-takes.ts";

test("a count that grows towards its target takes a pace a week, beside the pace of the last 13 weeks (PLAN-19)", () => {
  const answer = whatItTakes(anIndicator());
  expect(answer).toMatchObject({ kind: "pace", neededPerWeek: 23 });
  expect(answer?.kind === "pace" && answer.nowPerWeek).toBeCloseTo(17, 5);
});

test("the page does not speak of a pace without a projection", () => {
  expect(whatItTakes(anIndicator({ projection: null }))).toBeNull();
});

test("a level that must fall says how far", () => {
  const level = anIndicator({
    value: 1214,
    target: { operator: "<=", value: 1181, margin: null, by: "2021-12-31", basis: null },
    series: [point("2021-05-31", 1220), point("2021-06-30", 1214)],
  });
  expect(whatItTakes(level)).toEqual({ kind: "gap", direction: "down", gap: 33, by: "2021-12-31" });
});

test("a level that must rise says how far, also for shares", () => {
  const share = anIndicator({ unit: "percent", value: 33.5, denominator: 2000, series: [point("2021-06-30", 33.5)] });
  const target = { operator: ">=", value: 35, margin: null, by: "2021-12-31", basis: null } as const;
  expect(whatItTakes({ ...share, target })).toMatchObject({ kind: "gap", direction: "up", gap: 1.5 });
});

test("a reached target needs nothing but to hold", () => {
  expect(whatItTakes(anIndicator({ value: 1612 }))).toMatchObject({ kind: "reached", cumulative: true });
});

test("nothing is said without a value, without a target, or when the deadline has passed", () => {
  expect(whatItTakes(anIndicator({ value: null }))).toBeNull();
  expect(whatItTakes(anIndicator({ target: null }))).toBeNull();
  expect(whatItTakes(anIndicator({ measuredOn: "2021-12-31" }))).toBeNull();
});
