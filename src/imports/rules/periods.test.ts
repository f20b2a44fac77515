import { describe, expect, it } from "vitest";
import { periodFrom, weekFrom } from "./periods.ts";

describe("a period in a file of statistics", () => {
  it.each([
    ["2021", "2021", "2021-01-01", "2021-12-31"],
    ["2007Q1", "2007-Q1", "2007-01-01", "2007-03-31"],
    ["2024K4", "2024-Q4", "2024-10-01", "2024-12-31"],
    ["3. kvartal 2021", "2021-Q3", "2021-07-01", "2021-09-30"],
    ["2024M02", "2024-02", "2024-02-01", "2024-02-29"],
    ["2024-02", "2024-02", "2024-02-01", "2024-02-29"],
    ["maj 2021", "2021-05", "2021-05-01", "2021-05-31"],
    ["uge 7 2021", "2021-W07", "2021-02-15", "2021-02-21"],
    ["2020W53", "2020-W53", "2020-12-28", "2021-01-03"],
  ])("%s is %s", (text, ...[name, first, last]) => expect(periodFrom(text)).toEqual({ name, first, last }));

  it("is a week where the column holds weeks", () => {
    expect(weekFrom("2021-05")).toMatchObject({ first: "2021-02-01", last: "2021-02-07" });
    expect(weekFrom("202153")).toEqual({ code: "not_a_period" });
  });

  it("is refused when it is none", () => {
    for (const text of ["2021Q5", "2021M13", "snart", "2021W54", "31-12-2021"]) {
      expect(periodFrom(text), text).toEqual({ code: "not_a_period" });
    }
  });
});
