import { expect, test } from "vitest";
import { anIndicator } from "./testing/indicator.ts";
import { formatAmount, formatProjection, formatTarget, formatWithUnit, unitWord } from "./value.ts";

const target = { operator: ">=", value: 1600, margin: null, by: "2021-12-31", basis: null } as const;

test("a value is written with its unit, people whole and shares with one decimal (REP-03)", () => {
  expect(formatWithUnit(1012, "persons", "da")).toBe("1.012 borgere");
  expect(formatWithUnit(1, "persons", "da")).toBe("1 borger");
  expect(formatWithUnit(36.18, "percent", "da")).toBe("36,2\u00a0%");
  expect(formatWithUnit(3.9, "weeks", "en")).toBe("3.9 weeks");
  expect(formatWithUnit(1012.6, "full-time persons", "en")).toBe("1,013 full-time persons");
});

test("a unit the catalogue does not know is shown as the plan writes it", () => {
  expect(unitWord(4, "ærinder", "da")).toBe("ærinder");
});

test("a target says in words which way it goes (PLAN-11)", () => {
  expect(formatTarget(target, "persons", "da")).toBe("mindst 1.600");
  expect(formatTarget({ ...target, operator: "<=", value: 4 }, "weeks", "da")).toBe("højst 4,0");
  expect(formatTarget({ ...target, operator: "=", value: 50, margin: 2 }, "percent", "en")).toBe("50.0% ± 2.0%");
  expect(formatTarget({ ...target, value: null }, "persons", "da")).toBeNull();
});

test("a milestone is delivered or not, by a day", () => {
  expect(formatAmount(1, "milestone", "da")).toBe("Leveret");
  expect(formatTarget({ ...target, value: 1 }, "milestone", "da")).toBe("31.12.2021");
});

test("a projection stands with its interval", () => {
  expect(formatProjection(anIndicator(), "da")).toBe("1.455 (1.380–1.520)");
  expect(formatProjection(anIndicator({ unit: "percent" }), "da")).toBe("1.455,0\u00a0% (1.380,0–1.520,0)");
  expect(formatProjection(anIndicator({ projection: null }), "da")).toBeNull();
});
