import { expect, it } from "vitest";
import { day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import { law } from "../law.ts";
import { changeDays } from "./change-days.ts";

it("are the first days of rows and the days after their last, each once, the newest first", () => {
  const days = changeDays([
    { from: day("2020-01-01"), until: day("2026-07-01") },
    { from: day("2026-07-01"), until: FOREVER },
    { from: day("2012-03-01"), until: day("2016-01-01") },
  ]);
  expect(days.map(isoDay)).toEqual(["2026-07-01", "2020-01-01", "2016-01-01", "2012-03-01"]);
});

it("have the days of the great reforms, because rows begin and end there (RULE-01)", () => {
  const days = changeDays(law.rules).map(isoDay);
  expect(days).toEqual(expect.arrayContaining(["2020-01-01", "2024-01-01", "2025-07-01", "2026-07-01"]));
  expect(days).not.toContain("9999-12-31");
});
