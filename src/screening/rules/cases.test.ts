import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import { caseOn, casesOf, judgedOn, lastNewDay, latestIn, type Stretch, stageOf } from "./cases.ts";

const RULE = { benefits: ["a_dagpenge", "kontanthjaelp"], within_weeks: 13, until_weeks: 52 };
const spell = (from: string, until: string, benefit = "a_dagpenge"): Stretch => ({
  benefit,
  from: day(from),
  until: until === "" ? FOREVER : day(until),
});

describe("the case of a screening (VIS-02, CIT-10)", () => {
  it("is unbroken time on its benefits: another of them or a gap of 28 days goes on, 29 begin anew", () => {
    const until = "2021-02-01";
    const gap = (days: number): Stretch => ({
      ...spell(until, ""),
      from: addDays(day(until), days),
      benefit: "kontanthjaelp",
    });
    expect(casesOf([gap(28), spell("2021-01-01", until)], RULE)).toEqual([{ from: day("2021-01-01"), until: FOREVER }]);
    expect(casesOf([spell("2021-01-01", until), gap(29)], RULE)).toHaveLength(2);
  });

  it("is not begun by another benefit, and does not run in a gap", () => {
    expect(caseOn([spell("2021-01-01", "", "sygedagpenge")], RULE, day("2021-02-01"))).toBeNull();
    const broken = [spell("2021-01-01", "2021-02-01"), spell("2021-02-15", "")];
    expect(caseOn(broken, RULE, day("2021-02-05"))).toBeNull();
    expect(caseOn(broken, RULE, day("2021-02-15"))?.from).toBe(day("2021-01-01"));
  });

  it("is new for 13 weeks, then late, and past after a year", () => {
    const its = { from: day("2021-01-01"), until: FOREVER };
    expect(lastNewDay(its, RULE)).toBe(day("2021-04-01"));
    expect(["2021-04-01", "2021-04-02", "2021-12-30", "2021-12-31"].map((on) => stageOf(its, RULE, day(on)))).toEqual([
      "new",
      "late",
      "late",
      "past",
    ]);
  });

  it("is judged on the day asked for, but within its new weeks and its own days", () => {
    const from = day("2021-01-01");
    expect(judgedOn({ from, until: FOREVER }, RULE, day("2021-02-01"))).toBe(day("2021-02-01"));
    expect(judgedOn({ from, until: FOREVER }, RULE, day("2022-02-01"))).toBe(day("2021-04-01"));
    expect(judgedOn({ from, until: day("2021-01-11") }, RULE, day("2022-02-01"))).toBe(day("2021-01-10"));
  });

  it("knows only what was recorded in it: an answer from an earlier case is none", () => {
    const its = { from: day("2021-01-01"), until: FOREVER };
    const rows = ["2020-12-31", "2021-01-05", "2021-01-09", "2021-02-02"].map((one) => ({ day: day(one) }));
    expect(latestIn(rows, its, day("2021-01-31"))?.day).toBe(day("2021-01-09"));
    expect(latestIn(rows.slice(0, 1), its, day("2021-01-31"))).toBeNull();
  });

  it("holds every day on its benefits in exactly one case, whatever the order of the stretches", () => {
    const stretch = fc
      .record({
        benefit: fc.constantFrom("a_dagpenge", "kontanthjaelp", "sygedagpenge"),
        at: fc.nat(400),
        days: fc.integer({ min: 1, max: 90 }),
      })
      .map(({ benefit, at, days }): Stretch => ({ benefit, from: at as Day, until: (at + days) as Day }));
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), fc.nat(500), (all, at) => {
        const on = at as Day;
        const cases = casesOf(all, RULE);
        expect(casesOf(all.toReversed(), RULE)).toEqual(cases);
        const isOn = all.some((one) => RULE.benefits.includes(one.benefit) && one.from <= on && on < one.until);
        expect(cases.filter((one) => one.from <= on && on < one.until).length).toBeGreaterThanOrEqual(isOn ? 1 : 0);
        expect(caseOn(all, RULE, on) !== null).toBe(isOn);
        for (const [n, one] of cases.entries()) expect(one.from).toBeGreaterThan((cases[n - 1]?.until ?? -100) + 28);
      }),
    );
  });
});
