import { describe, expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import { openingHoursOf, readOpeningHours } from "./opening-hours.ts";
import { openingHours } from "./rules/opening-hours.ts";

const DEFAULT = `default:
  source: ours
  week: {mandag: ["8.00", "16.00"], fredag: ["8.00", "15.00"]}
  closed_each_year: ["12-24"]
  closed: [2026-05-15]
`;
const OWN = `municipalities:
  "0316":
    source: theirs
    week: {mandag: closed, torsdag: ["9.30", "17.00"]}
    closed: [2026-06-08]
`;
const on = (text: string, municipality: string, iso: string) =>
  openingHours(day(iso), readOpeningHours(text)(municipality));

describe("opening hours as data (CON-01)", () => {
  it("are the default's where a municipality says nothing, and its own where it does", () => {
    const text = DEFAULT + OWN;
    // Mondays, Thursdays and Fridays of June 2026.
    expect(on(text, "0101", "2026-06-01")).toEqual({ from: 480, until: 960 });
    expect(on(text, "0316", "2026-06-01")).toBeNull();
    expect(on(text, "0101", "2026-06-04")).toBeNull();
    expect(on(text, "0316", "2026-06-04")).toEqual({ from: 570, until: 1020 });
    expect(on(text, "0316", "2026-06-12")).toEqual({ from: 480, until: 900 });
    for (const closed of ["2026-05-15", "2026-12-24", "2026-12-25"])
      expect(on(text, "0316", closed), closed).toBeNull();
  });

  it("of the program itself are 8-16 and Fridays 8-15, and no municipality is named that was not asked", () => {
    expect(openingHours(day("2021-06-30"), openingHoursOf("0316"))).toEqual({ from: 480, until: 960 });
    expect(openingHours(day("2021-07-02"), openingHoursOf("0316"))).toEqual({ from: 480, until: 900 });
  });

  it.each([
    ["a time that is none", DEFAULT.replace("16.00", "25.00"), /opening-hours\.yaml:3 default\.week\.mandag/],
    ["a day that ends before it begins", DEFAULT.replace("15.00", "7.00"), /:3 default\.week\.fredag: must end after/],
    ["a weekday nobody knows", DEFAULT.replace("fredag", "friday"), /:3 default\.week/],
    ["a day that is none", DEFAULT.replace("2026-05-15", "2026-05-32"), /:5 default\.closed\.0/],
    ["a municipality without a source", `${DEFAULT}municipalities: {"0316": {}}`, /:6 municipalities\.0316/],
    ["no YAML", `${DEFAULT}  : [`, /opening-hours\.yaml:\d+ YAML/],
  ])("stop the start with file, line and reason: %s", (_what, text, said) => {
    const whole = text.includes("municipalities") ? text : `${text}municipalities: {}\n`;
    expect(() => readOpeningHours(whole)).toThrow(said);
  });
});
