import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { Timeline } from "../contract.ts";
import { on, someone, spell, standing, under } from "../testing/people.ts";

const insured = (first: string, facts: Partial<Timeline> = {}): Timeline =>
  someone({ ...facts, spells: [spell("benefit/a_dagpenge", first), ...(facts.spells ?? [])] });

const ready = (group: string, first: string, facts: Partial<Timeline> = {}): Timeline =>
  someone({ ...facts, spells: [spell(`target_group/${group}`, first), ...(facts.spells ?? [])] });

const sick = (first: string, facts: Partial<Timeline> = {}): Timeline =>
  someone({ ...facts, spells: [spell("benefit/sygedagpenge", first), ...(facts.spells ?? [])] });

describe("the first conversation within a week (LAB § 31(5))", () => {
  it("is due seven days after the first day, and met on it", () => {
    expect(under("LAB-1WK", ready("jobparat", "2021-03-01"), "2021-03-02")).toEqual(["due_soon, due 2021-03-08"]);
    expect(under("LAB-1WK", ready("jobparat", "2021-03-01"), "2021-03-08")).toEqual(["due, due 2021-03-08"]);
    expect(under("LAB-1WK", ready("jobparat", "2021-03-01"), "2021-03-09")).toEqual([
      "overdue, due 2021-03-08, late from 2021-03-09",
    ]);
    expect(
      under("LAB-1WK", ready("jobparat", "2021-03-01", { events: on("jobsamtale", "2021-03-08") }), "2021-12-31"),
    ).toEqual(["met_on_time, due 2021-03-08, met 2021-03-08"]);
  });

  it("is not owed before the citizen is under the rule, and a talk before that does not count", () => {
    const before = ready("jobparat", "2021-03-01", { events: on("jobsamtale", "2021-02-25") });
    expect(under("LAB-1WK", before, "2021-02-28")).toEqual([]);
    expect(under("LAB-1WK", before, "2021-03-10")).toEqual(["overdue, due 2021-03-08, late from 2021-03-09"]);
  });

  it("lapses when the citizen leaves in time; what was late stays late after that (ASK-15)", () => {
    const left = (last: string): Timeline => someone({ spells: [spell("target_group/jobparat", "2021-03-01", last)] });
    expect(under("LAB-1WK", left("2021-03-07"), "2021-06-01")).toEqual([
      "lapsed, due 2021-03-08, closed 2021-03-08 (left)",
    ]);
    expect(under("LAB-1WK", left("2021-03-20"), "2021-06-01")).toEqual([
      "lapsed, due 2021-03-08, late from 2021-03-09, closed 2021-03-21 (left)",
    ]);
  });

  it("is history made anew when a fact of the past is corrected", () => {
    expect(under("LAB-1WK", ready("jobparat", "2021-03-01"), "2021-04-01")[0]).toContain("overdue");
    const corrected = ready("jobparat", "2021-03-01", { events: on("jobsamtale", "2021-03-05") });
    expect(under("LAB-1WK", corrected, "2021-04-01")).toEqual(["met_on_time, due 2021-03-08, met 2021-03-05"]);
    expect(under("LAB-1WK", ready("jobparat", "2021-03-26"), "2021-04-01")).toEqual(["due_soon, due 2021-04-02"]);
  });

  it("rests while the citizen is exempt, and is owed again after (LAB § 106)", () => {
    const exempt = ready("jobparat", "2021-03-01", {
      spells: [spell("circumstance/fritaget_106", "2021-03-05", "2021-03-24")],
    });
    expect(under("LAB-1WK", exempt, "2021-03-10")).toEqual(["exempt, due unknown"]);
    expect(under("LAB-1WK", exempt, "2021-03-26")).toEqual(["due_soon, due 2021-03-28"]);
    expect(under("LAB-1WK", exempt, "2021-03-29")).toEqual(["overdue, due 2021-03-28, late from 2021-03-29"]);
  });
});

describe("counts in a window", () => {
  const days = ["2020-02-01", "2020-03-01", "2020-04-01", "2020-05-01", "2020-06-01"];

  it("take so many different days: two talks on one day are one (LAB § 31, 2020-2023)", () => {
    const five = insured("2020-01-15", { events: on("jobsamtale", ...days, "2020-06-01") });
    expect(under("LAB-K6-2020", five, "2020-06-30")).toEqual(["due_soon, due 2020-07-14"]);
    const six = insured("2020-01-15", { events: on("jobsamtale", ...days, "2020-07-14") });
    expect(under("LAB-K6-2020", six, "2020-12-31")).toEqual(["met_on_time, due 2020-07-14, met 2020-07-14"]);
    const late = insured("2020-01-15", { events: on("jobsamtale", ...days, "2020-07-20") });
    expect(under("LAB-K6-2020", late, "2020-12-31")).toEqual([
      "met_late, due 2020-07-14, met 2020-07-20, late from 2020-07-15",
    ]);
  });

  it("may begin later than the case: the municipality's three talks after the funds' three months (LAB § 31(1))", () => {
    const early = insured("2024-02-01", { events: on("jobsamtale", "2024-03-01", "2024-05-02", "2024-06-01") });
    expect(under("LAB-JC3-2024", early, "2024-06-15")).toEqual(["open, due 2024-07-31"]);
  });

  it("repeat: a year that ended short is closed as late when the next begins", () => {
    const person = ready("aktivitetsparat", "2016-01-01", {
      events: on("jobsamtale", "2016-01-05", "2017-02-01", "2017-03-01", "2017-04-01", "2017-05-01"),
    });
    expect(under("LAB-APARAT-2014.YEAR", person, "2017-12-31")).toEqual([
      "lapsed, due 2016-12-31, late from 2017-01-01, closed 2017-01-01 (next_window)",
      "met_on_time, due 2017-12-31, met 2017-05-01",
    ]);
  });
});

describe("an interval runs from the last time", () => {
  it("Holbæk's talk every fourth week (CON-12)", () => {
    const person = ready("integrationsprogram", "2020-02-03", {
      events: on("integrationssamtale", "2020-02-20", "2020-03-25"),
    });
    expect(under("HOL-INT-4W in 0316", person, "2020-04-01")).toEqual([
      "met_on_time, due 2020-03-02, met 2020-02-20",
      "met_late, due 2020-03-19, met 2020-03-25, late from 2020-03-20",
      "open, due 2020-04-22",
    ]);
    expect(under("HOL-INT-4W", person, "2020-04-01")).toEqual([]);
  });

  it("Gladsaxe's six weeks from the last contact, once there has been a first (CON-14)", () => {
    const person = sick("2013-02-01", { events: on("opfoelgning_sygedagpenge", "2013-03-01") });
    expect(under("GLX-SICK-6W in 0159", person, "2013-02-20")).toEqual([]);
    expect(under("GLX-SICK-6W in 0159", person, "2013-03-20")).toEqual(["open, due 2013-04-12"]);
  });
});

describe("the first offer (LAB § 102)", () => {
  const offered = (kind: string, first: string, last?: string): Timeline =>
    insured("2021-01-01", { spells: [spell(`offer/${kind}`, first, last)] });

  it("has begun within six months and lasts two weeks", () => {
    expect(under("OFF-6M", offered("virksomhedspraktik", "2021-07-01"), "2021-07-05")).toEqual([
      "met_on_time, due 2021-07-01, met 2021-07-01",
    ]);
    expect(under("OFF-6M", offered("virksomhedspraktik", "2021-06-20", "2021-06-30"), "2021-07-02")).toEqual([
      "overdue, due 2021-07-01, late from 2021-07-02",
    ]);
  });

  it("is not met by a course in reading or by other guidance and upskilling", () => {
    expect(under("OFF-6M", offered("laese_skrive_kursus", "2021-03-01"), "2021-06-01")).toEqual([
      "open, due 2021-07-01",
    ]);
    expect(under("OFF-6M", offered("vejledning_opkvalificering", "2021-03-01"), "2021-06-01")).toEqual([
      "open, due 2021-07-01",
    ]);
  });
});

describe("sickness (SDPL)", () => {
  it("is followed up by the end of week 8 and four times in half a year (§ 13 b)", () => {
    expect(under("SDP-8W", sick("2021-01-04"), "2021-01-10")).toEqual(["open, due 2021-02-28"]);
    expect(under("SDP-4IN6", sick("2021-01-04"), "2021-01-10")).toEqual(["open, due 2021-07-03"]);
  });

  it("has an early talk two weeks after it was asked for, each time (SICK-02)", () => {
    const person = sick("2021-01-04", { events: on("fast_track_anmodning", "2021-01-11", "2021-03-01") });
    expect(under("SDP-FAST-2W", person, "2021-03-02")).toEqual([
      "overdue, due 2021-01-25, late from 2021-01-26",
      "due_soon, due 2021-03-15",
    ]);
  });

  it("is reassessed before the month ends in which 22 weeks are passed (§ 24, SICK-09)", () => {
    expect(under("SDP-22W", sick("2021-01-01"), "2021-06-03")).toEqual([]);
    expect(under("SDP-22W", sick("2021-01-01"), "2021-06-20")).toEqual(["due_soon, due 2021-06-30"]);
    expect(
      under("SDP-22W", sick("2021-01-01", { events: on("revurdering_sygedagpenge", "2021-06-02") }), "2021-06-20"),
    ).toEqual([]);
    expect(under("SDP-22W", sick("2021-01-01"), "2021-07-01")).toEqual([
      "overdue, due 2021-06-30, late from 2021-07-01",
    ]);
  });
});

describe("a case that runs when the law changes (RULE-03)", () => {
  const all = (timeline: Timeline, asOf: string): string[] =>
    standing(timeline, asOf)
      .obligations.filter(({ status }) => status !== "lapsed" && status !== "met_on_time")
      .map(({ rule }) => rule.id);

  it("2019-12-31 / 2020-01-01: from monthly talks to six in six months, counted from the case's own start; the joint ones with the fund too (CON-21 in part)", () => {
    const person = insured("2019-10-01", { events: on("jobsamtale", "2019-11-01") });
    expect(all(person, "2019-12-31")).toEqual([
      "LAB-CV-2015",
      "LAB-JOINT1-2015",
      "LAB-MONTH-2015",
      "LAB-MONTH-2015.JOINT2",
      "LAB-MONTH-2015.FUND",
      "OFF-DP-6M-2015",
    ]);
    expect(all(person, "2020-01-01")).toEqual([
      "LAB-K6-2020",
      "LAB-K6-2020.JOINT2",
      "LAB-J16-2020",
      "LAB-AK-2020",
      "LAB-AK-2020.AVAILABILITY",
      "OFF-6M",
    ]);
    expect(under("LAB-MONTH-2015", person, "2020-01-01")).toEqual([
      "lapsed, due 2020-03-31, closed 2020-01-01 (rule_ended)",
    ]);
    expect(under("LAB-JOINT1-2015", person, "2020-01-01")).toEqual([
      "lapsed, due 2019-11-12, late from 2019-11-13, closed 2020-01-01 (rule_ended)",
    ]);
    expect(under("LAB-K6-2020", person, "2020-01-01")).toEqual(["open, due 2020-03-31"]);
  });

  it("nobody is late under a rule whose deadline had passed when it came", () => {
    expect(under("LAB-1WK", ready("jobparat", "2019-12-20"), "2020-01-05")).toEqual([]);
    expect(under("LAB-1WK", ready("jobparat", "2019-12-28"), "2020-01-03")).toEqual(["due_soon, due 2020-01-04"]);
  });

  it("2024-01-01: the fund has the first three months, the municipality the next", () => {
    const person = insured("2023-11-01");
    expect(all(person, "2023-12-31")).toContain("LAB-K6-2020");
    expect(all(person, "2024-01-01")).toEqual(["LAB-AK3-2024", "LAB-JC3-2024", "LAB-16M", "OFF-6M"]);
    expect(under("LAB-AK3-2024", person, "2024-01-01")).toEqual(["open, due 2024-01-31"]);
  });

  it("2025-07-01: the one cash benefit changes no conversation", () => {
    const person = someone({
      spells: [
        spell("benefit/uddannelseshjaelp", "2025-05-01", "2025-06-30"),
        spell("benefit/kontanthjaelp", "2025-07-01"),
        spell("target_group/uddannelsesparat", "2025-05-01"),
      ],
    });
    expect(under("LAB-4IN6", person, "2025-06-30")).toEqual(["open, due 2025-10-31"]);
    expect(under("LAB-4IN6", person, "2025-07-01")).toEqual(["open, due 2025-10-31"]);
  });

  it("2026-07-01: four talks each become three quarters of the group, and the first week stays", () => {
    const person = ready("jobparat", "2026-06-28");
    expect(all(person, "2026-06-30")).toEqual(["LAB-4IN6", "LAB-1WK", "OFF-6M"]);
    expect(all(person, "2026-07-01")).toEqual(["LAB-1WK"]);
    expect(under("LAB-4IN6", person, "2026-07-01")).toEqual(["lapsed, due 2026-12-27, closed 2026-07-01 (rule_ended)"]);
    const shares = standing(person, "2026-07-01").shares.map(({ rule }) => rule.id);
    expect(shares).toEqual(["LAB-75-TALK", "LAB-JP-4", "OFF-75-2026"]);
  });

  it("2026-07-01: an employed person expected sick for under 26 weeks is not followed up", () => {
    const person = sick("2026-06-20", {
      spells: [spell("circumstance/ansat", "2026-06-20"), spell("circumstance/syg_under_26_uger", "2026-06-20")],
    });
    expect(under("SDP-8W", person, "2026-06-30")).toEqual(["open, due 2026-08-14"]);
    expect(under("SDP-8W", person, "2026-07-01")).toEqual(["lapsed, due 2026-08-14, closed 2026-07-01 (rule_ended)"]);
    expect(under("SDP-1IN6", person, "2026-07-01")).toEqual(["exempt, due unknown"]);
    expect(under("SDP-1IN6", sick("2026-06-20"), "2026-07-01")).toEqual(["open, due 2026-12-19"]);
  });
});

describe("a municipality's own rules (RULE-02)", () => {
  it("Gladsaxe in trial: a month for the first talk, an offer within ten days for the young, talks at start and end", () => {
    const young = someone({
      born: null,
      spells: [
        spell("benefit/a_dagpenge", "2013-05-01"),
        spell("offer/virksomhedspraktik", "2013-05-20", "2013-07-05"),
      ],
      events: on("jobsamtale", "2013-05-28"),
    });
    expect(under("GLX-FIRST in 0159", young, "2013-05-10")).toEqual(["open, due 2013-06-01"]);
    expect(under("GLX-START in 0159", young, "2013-06-10")).toEqual(["met_on_time, due 2013-06-03, met 2013-05-28"]);
    expect(under("GLX-END in 0159", young, "2013-07-10")).toEqual(["due_soon, due 2013-07-20"]);
    expect(under("GLX-YOUNG-10 in 0159", { ...young, born: day("1991-01-01") }, "2013-05-12")).toEqual([
      "overdue, due 2013-05-11, late from 2013-05-12",
    ]);
  });

  it("Hedensted: refugees begin an introduction within 96 hours (INT-01)", () => {
    expect(under("HED-INTRO-96 in 0766", ready("integrationsprogram", "2017-03-06"), "2017-03-08")).toEqual([
      "due_soon, due 2017-03-10",
    ]);
  });
});
