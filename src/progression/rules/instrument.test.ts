import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import { belongs, isMadeFor } from "./instrument.ts";

const both = { da: "x", en: "x" };
const DAYS = { from: day("2020-01-01"), until: day("2021-01-01") };

describe("an instrument of progression (CON-20)", () => {
  it("can be used from its first day to its last", () => {
    expect([-1, 0, 365, 366].map((n) => covers(DAYS, addDays(DAYS.from, n)))).toEqual([false, true, true, false]);
  });

  it("is made for those it names, by target group or benefit, and for everybody when it names nobody", () => {
    const forWhom = { targetGroups: ["aktivitetsparat"], benefits: ["ressourceforloeb"] };
    const of = (targetGroups: string[], benefits: string[]) => isMadeFor({ forWhom }, { targetGroups, benefits });
    expect([of(["aktivitetsparat"], []), of([], ["ressourceforloeb"]), of(["jobparat"], ["kontanthjaelp"])]).toEqual([
      true,
      true,
      false,
    ]);
    const nobody = { forWhom: { targetGroups: [], benefits: [] } };
    expect(isMadeFor(nobody, { targetGroups: [], benefits: [] })).toBe(true);
  });

  it("owns the values of its dimensions within its scale", () => {
    const one = {
      dimensions: [{ code: "motivation", label: both, question: both, source: "" }],
      scale: { from: 1, to: 5, low: both, high: both },
    };
    const values = [0, 1, 5, 6].map((value) => belongs(one, { dimension: "motivation", value }));
    expect(values).toEqual([false, true, true, false]);
    expect(belongs(one, { dimension: "netvaerk", value: 3 })).toBe(false);
  });
});
