import { expect, test } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { activityOn, activityOver, isWorkingDay } from "./days.ts";

const LOCKDOWN = [{ from: day("2020-03-11"), until: day("2020-05-28"), part: 0.25 }];

test("the jobcentre works Monday to Friday, not at Christmas and New Year", () => {
  expect(isWorkingDay(day("2020-03-13"))).toBe(true);
  expect(isWorkingDay(day("2020-03-14"))).toBe(false);
  expect(isWorkingDay(day("2020-12-25"))).toBe(false);
  expect(isWorkingDay(day("2021-01-01"))).toBe(false);
});

test("in a slow period a part of the activity remains; in July there is less", () => {
  expect(activityOn(day("2020-03-10"), LOCKDOWN)).toBe(1);
  expect(activityOn(day("2020-03-11"), LOCKDOWN)).toBe(0.25);
  expect(activityOn(day("2020-05-28"), LOCKDOWN)).toBe(1);
  expect(activityOn(day("2020-05-30"), LOCKDOWN)).toBe(0);
  expect(activityOn(day("2019-07-02"), [])).toBe(0.6);
});

test("activity over a week is that of its days, the last not included", () => {
  expect(activityOver(day("2020-03-09"), day("2020-03-16"), LOCKDOWN)).toBe(2 + 3 * 0.25);
  expect(activityOver(day("2020-02-03"), day("2020-02-03"), [])).toBe(0);
});
