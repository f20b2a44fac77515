import { describe, expect, it } from "vitest";
import type { RecordValue } from "../../courses/contract.ts";
import { DATA, fileWith, on, record } from "../testing/files.ts";
import {
  categoriesOn,
  groundsOn,
  judgeAssessment,
  judgeFastTrack,
  judgePartial,
  judgeReassessment,
  judgeSick,
} from "./judge.ts";

const draft = (from: string, values: Record<string, RecordValue>) => record(from, values);
const fields = (faults: readonly { readonly field: string }[]): readonly string[] => faults.map(({ field }) => field);
const around = (said: Parameters<typeof fileWith>[0] = {}, day = "2021-12-31") => ({
  file: fileWith(said),
  on: on(day),
});

const PLAIN = {
  category: "sygekategori_2",
  expected_day: null,
  clear_course: true,
  well_in_13_weeks: null,
  under_26_weeks: null,
};

describe("what the law of the day has (SDPL § 12, § 27)", () => {
  it("three categories to the end of 2024, two to the middle of 2026, none after", () => {
    const count = (day: string): number => categoriesOn(DATA, on(day)).length;
    expect(["2014-12-31", "2015-01-05", "2024-12-31", "2025-01-01", "2026-06-30", "2026-07-01"].map(count)).toEqual([
      0, 3, 3, 2, 2, 0,
    ]);
  });

  it("the ground of likely rehabilitation is gone once rehabilitation is closed to new people", () => {
    const codes = (day: string): readonly string[] => groundsOn(DATA, on(day)).map(({ code }) => code);
    expect([codes("2026-01-31").includes("nr_1"), codes("2026-02-01").includes("nr_1")]).toEqual([true, false]);
    expect(codes("2026-02-01")).toContain("nr_3");
  });
});

describe("an assessment", () => {
  it("has a category in the years the law has them, and none is asked for in others", () => {
    expect(judgeAssessment(DATA, draft("2021-12-20", PLAIN), around())).toEqual([]);
    const none = { ...PLAIN, category: null };
    expect(fields(judgeAssessment(DATA, draft("2021-12-20", none), around()))).toEqual(["category"]);
    const later = around({ sick: [["2026-07-01"]] }, "2026-08-01");
    expect(judgeAssessment(DATA, draft("2026-07-20", none), later)).toEqual([]);
  });

  it("expects nothing before its own day, and of both employer and citizen only of somebody from a job", () => {
    const early = { ...PLAIN, expected_day: "2021-12-10" };
    expect(fields(judgeAssessment(DATA, draft("2021-12-20", early), around()))).toEqual(["expected_day"]);
    const jobless = around({ fromJob: false });
    const both = { ...PLAIN, under_26_weeks: true };
    expect(fields(judgeAssessment(DATA, draft("2021-12-20", both), jobless))).toEqual(["under_26_weeks"]);
    const soon = { ...PLAIN, well_in_13_weeks: true };
    expect(fields(judgeAssessment(DATA, draft("2021-12-20", soon), jobless))).toEqual(["well_in_13_weeks"]);
  });

  it("is of a day on sickness benefit", () => {
    expect(fields(judgeSick(draft("2021-11-30", {}), around()))).toEqual(["from"]);
    expect(judgeSick(draft("2021-12-01", {}), around())).toEqual([]);
  });
});

describe("a request for an early talk (SDPL §§ 7 c and 7 e)", () => {
  const asked = { asked_by: "borger", outcome: null, outcome_day: null };
  it("is settled with an outcome and its day, not before it was made", () => {
    expect(judgeFastTrack(draft("2021-12-10", asked), around())).toEqual([]);
    expect(fields(judgeFastTrack(draft("2021-12-10", { ...asked, outcome: "afslaaet" }), around()))).toEqual([
      "outcome_day",
    ]);
    const settled = { ...asked, outcome: "afslaaet", outcome_day: "2021-12-09" };
    expect(fields(judgeFastTrack(draft("2021-12-10", settled), around()))).toEqual(["outcome_day"]);
  });

  it("comes before any sickness only when it is preventive", () => {
    const well = around({ sick: [] });
    expect(fields(judgeFastTrack(draft("2021-12-10", asked), well))).toEqual(["from"]);
    expect(judgeFastTrack(draft("2021-12-10", { ...asked, asked_by: "forebyggende" }), well)).toEqual([]);
  });
});

describe("the reassessment (SDPL §§ 24 and 27)", () => {
  const extended = { decision: "forlaenget", ground: "nr_3", extended_to: null, reason: "Afventer operation" };
  const judged = (values: Record<string, RecordValue>) =>
    fields(judgeReassessment(DATA, draft("2021-12-10", values), around()));

  it("has its reasons, and an extension its ground", () => {
    expect(judged(extended)).toEqual([]);
    expect(judged({ ...extended, ground: null })).toEqual(["ground"]);
    expect(judged({ ...extended, reason: "  " })).toEqual(["reason"]);
  });

  it("that extends nothing has neither ground nor last day", () => {
    const stopped = { ...extended, decision: "ophoert", extended_to: "2022-01-01" };
    expect(judged(stopped)).toEqual(["ground", "extended_to"]);
  });

  it("keeps within 134 weeks of treatment, and is not held to a limit that may count from elsewhere", () => {
    expect(judged({ ...extended, extended_to: "2024-07-05" })).toEqual([]);
    expect(judged({ ...extended, extended_to: "2024-07-06" })).toEqual(["extended_to"]);
    expect(judged({ ...extended, ground: "nr_2", extended_to: "2024-07-06" })).toEqual([]);
    expect(judged({ ...extended, extended_to: "2021-12-09" })).toEqual(["extended_to"]);
  });
});

it("a partial return has hours (SICK-03)", () => {
  expect(fields(judgePartial(draft("2021-12-10", { hours: null }), around()))).toEqual(["hours"]);
  expect(fields(judgePartial(draft("2021-12-10", { hours: 0 }), around()))).toEqual(["hours"]);
  expect(judgePartial(draft("2021-12-10", { hours: 750 }), around())).toEqual([]);
});
