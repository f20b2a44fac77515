import { expect, test } from "vitest";
import { countForm, fill, textOf } from "./catalogue.ts";
import {
  formatDay,
  formatMoment,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPeriod,
  formatSigned,
  formatSignedPercent,
  formatWeek,
} from "./format.ts";

test("numbers are written as Danes write them, and as the English do by choice", () => {
  expect(formatNumber(1475, "da")).toBe("1.475");
  expect(formatNumber(1475, "en")).toBe("1,475");
  expect(formatNumber(36.24, "da", 1)).toBe("36,2");
  expect(formatPercent(19, "da")).toBe("19,0\u00a0%");
  expect(formatPercent(19, "en")).toBe("19.0%");
});

test("a difference shows its sign, and nothing is never minus nothing", () => {
  expect(formatSigned(12.4, "da", 1)).toBe("+12,4");
  expect(formatSigned(-3, "da")).toBe("−3");
  expect(formatSigned(-0.2, "da")).toBe("0");
  expect(formatSigned(0.2, "en")).toBe("0");
  expect(formatSignedPercent(3.24, "da")).toBe("+3,2\u00a0%");
  expect(formatSignedPercent(0.04, "en")).toBe("0.0%");
  expect(formatSignedPercent(-0.04, "en")).toBe("0.0%");
});

test("days, weeks, months and moments follow the language", () => {
  expect(formatDay("2021-12-31", "da")).toBe("31.12.2021");
  expect(formatDay("2021-12-31", "en")).toBe("31\u00a0Dec\u00a02021");
  expect(formatDay("soon", "da")).toBe("soon");
  expect(formatWeek("2021-11-01", "da")).toBe("uge 44");
  expect(formatWeek("2021-01-03", "en")).toBe("week 53");
  expect(formatMonth("2021-05-31", "da")).toBe("maj 2021");
  expect(formatMoment("2021-07-02T08:14:00.000Z", "da")).toBe("02.07.2021 kl. 10.14");
});

test("a period is read from how the series names it", () => {
  expect(formatPeriod("2021-06", "da")).toBe("jun. 2021");
  expect(formatPeriod("2021-W44", "da")).toBe("uge 44, 2021");
  expect(formatPeriod("2021-06-30", "en")).toBe("30\u00a0Jun\u00a02021");
});

test("a text takes its values by name and its form by count", () => {
  expect(fill("{met} af {all}", { met: 31, all: 45 })).toBe("31 af 45");
  expect(fill("{unknown}", {})).toBe("{unknown}");
  expect(countForm("da", 1, { one: "mål", other: "mål i alt" })).toBe("mål");
  expect(countForm("en", 0, { one: "goal", other: "goals" })).toBe("goals");
  expect(textOf({ met: "Nået" }, "met")).toBe("Nået");
  expect(textOf({ met: "Nået" }, "toString")).toBe("toString");
});
