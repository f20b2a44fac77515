import { describe, expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import type { Timeline } from "./contract.ts";
import { on, someone, spell, standing, under } from "./testing/people.ts";

/* What three municipalities put on top of the law, or in a trial in its place, at the edges of their own days (CON-03). */

const insured = (first: string, facts: Partial<Timeline> = {}): Timeline =>
  someone({ ...facts, spells: [spell("benefit/a_dagpenge", first), ...(facts.spells ?? [])] });

describe("Gladsaxe's trial of 2012-2015", () => {
  it("holds the first talk within a month, as the assessment (VIS-01)", () => {
    const held = insured("2013-05-01", { events: on("jobsamtale", "2013-05-31") });
    expect(under("GLX-FIRST in 0159", held, "2013-07-01")).toEqual(["met_on_time, due 2013-06-01, met 2013-05-31"]);
    expect(under("GLX-FIRST in 0159", insured("2013-05-01"), "2013-06-02")).toEqual([
      "overdue, due 2013-06-01, late from 2013-06-02",
    ]);
  });

  it("meets young people without education within a week, and gives all under 30 an offer within ten days (CON-11)", () => {
    const young = insured("2013-05-01", { born: day("1991-01-01"), education: "ufaglaert" });
    expect(under("GLX-INFO in 0159", young, "2013-05-02")).toEqual(["due_soon, due 2013-05-08"]);
    const came = { ...young, events: on("informationsmoede", "2013-05-08") };
    expect(under("GLX-INFO in 0159", came, "2013-06-01")).toEqual(["met_on_time, due 2013-05-08, met 2013-05-08"]);
    expect(under("GLX-INFO in 0159", { ...young, education: "faglaert" }, "2013-05-02")).toEqual([]);
    expect(under("GLX-YOUNG-10 in 0159", young, "2013-05-11")).toEqual(["due, due 2013-05-11"]);
    expect(under("GLX-YOUNG-10 in 0159", { ...young, born: day("1983-05-01") }, "2013-05-11")).toEqual([]);
  });

  it("assesses competences and barriers at nine months, ending in a plan (VIS-09)", () => {
    expect(under("GLX-9M in 0159", insured("2013-01-15"), "2013-10-10")).toEqual(["due_soon, due 2013-10-15"]);
    const done = insured("2013-01-15", { events: on("afdaekning_afsluttet", "2013-10-14") });
    expect(under("GLX-9M in 0159", done, "2013-11-01")).toEqual(["met_on_time, due 2013-10-15, met 2013-10-14"]);
  });

  it("finds those without any effort for twelve months (VIS-10)", () => {
    const idle = someone({
      spells: [
        spell("target_group/aktivitetsparat", "2012-03-01"),
        spell("circumstance/uden_indsats_12_maaneder", "2013-06-01"),
      ],
    });
    expect(under("GLX-IDLE in 0159", idle, "2013-06-25")).toEqual(["due_soon, due 2013-07-01"]);
    expect(under("GLX-IDLE in 0159", { ...idle, spells: idle.spells.slice(0, 1) }, "2013-06-25")).toEqual([]);
  });

  it("follows the flexjob-entitled every three months, and assesses the right anew every nine (CON-16)", () => {
    const entitled = (events: Timeline["events"] = []) =>
      someone({ spells: [spell("benefit/ledighedsydelse", "2012-03-05")], events });
    expect(under("GLX-FLEX-3M in 0159", entitled(), "2012-06-05")).toEqual(["due, due 2012-06-05"]);
    const phoned = entitled(on("opfoelgning_fleksjob", "2012-05-20"));
    expect(under("GLX-FLEX-3M in 0159", phoned, "2012-07-01")).toContainEqual(
      "met_on_time, due 2012-06-05, met 2012-05-20",
    );
    expect(under("GLX-FLEX-9M in 0159", entitled(), "2012-12-01")).toEqual(["due_soon, due 2012-12-05"]);
  });

  it("sets the law's monthly talks aside and has a talk of its own instead, so that nobody is forgotten (CON-03)", () => {
    const rules = (municipality: string | null): readonly string[] =>
      standing(insured("2015-08-01"), "2015-08-10", municipality).obligations.map(({ rule }) => rule.id);
    expect([rules(null).includes("LAB-MONTH-2015"), rules(null).includes("GLX-FIRST")]).toEqual([true, false]);
    expect([rules("0159").includes("LAB-MONTH-2015"), rules("0159").includes("GLX-FIRST")]).toEqual([false, true]);
  });
});

describe("Holbæk's plan of 2020-21", () => {
  it("gives all new recipients something at a company in their first 13 weeks, and ends with the plan (CON-10)", () => {
    const placed = insured("2020-02-03", { spells: [spell("offer/virksomhedspraktik", "2020-04-20", "2020-05-20")] });
    expect(under("HOL-TVI in 0316", placed, "2020-06-01")).toEqual(["met_on_time, due 2020-05-03, met 2020-04-20"]);
    expect(under("HOL-TVI in 0316", insured("2020-02-03"), "2020-05-04")[0]).toContain("late from 2020-05-04");
    expect(under("HOL-TVI in 0159", insured("2020-02-03"), "2020-05-04")).toEqual([]);
    expect(under("HOL-TVI in 0316", insured("2022-01-03"), "2022-05-04")).toEqual([]);
  });

  it("talks with citizens on integration benefit every fourth week (CON-12)", () => {
    const person = someone({ spells: [spell("target_group/integrationsprogram", "2020-03-02")] });
    expect(under("HOL-INT-4W in 0316", person, "2020-03-20")).toEqual(["due_soon, due 2020-03-30"]);
  });
});
