import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { isHoliday, openingHours as openingHoursIn, type Schedule } from "./opening-hours.ts";

const [WHOLE, SHORT] = [
  { from: 480, until: 960 },
  { from: 480, until: 900 },
];
const schedule: Schedule = {
  week: [WHOLE, WHOLE, WHOLE, WHOLE, SHORT, null, null],
  closedEachYear: new Set(["6-5", "12-24", "12-31"]),
  closed: new Set([day("2021-07-05")]),
};
const openingHours = (on: ReturnType<typeof day>) => openingHoursIn(on, schedule);

describe("when a jobcentre is open", () => {
  it("is as its schedule says, closed on its closed days and on public holidays", () => {
    expect(openingHours(day("2021-06-30"))).toEqual({ from: 480, until: 960 });
    expect(openingHours(day("2021-07-02"))).toEqual({ from: 480, until: 900 });
    for (const closed of [
      "2021-07-03",
      "2021-07-04",
      "2021-12-24",
      "2022-06-05",
      "2021-07-05",
      "2021-12-25",
      "2024-01-01",
    ])
      expect(openingHours(day(closed)), closed).toBeNull();
  });

  it.each([
    ["2021-04-01", "2021-04-02", "2021-04-05", "2021-05-13", "2021-05-24"],
    ["2024-03-28", "2024-03-29", "2024-04-01", "2024-05-09", "2024-05-20"],
    ["2026-04-02", "2026-04-03", "2026-04-06", "2026-05-14", "2026-05-25"],
  ])("knows the days around Easter (%s ...)", (...days) => {
    for (const one of days) expect(isHoliday(day(one)), one).toBe(true);
  });

  it("had Store bededag until and with 2023", () => {
    expect(isHoliday(day("2023-05-05"))).toBe(true);
    expect(isHoliday(day("2024-04-26"))).toBe(false);
  });
});
