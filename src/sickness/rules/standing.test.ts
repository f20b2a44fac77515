import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { DATA, fileWith, on, record } from "../testing/files.ts";
import { routeFor, standingOn } from "./standing.ts";

const TODAY = on("2021-12-31");
const standing = (said: Parameters<typeof fileWith>[0], at = TODAY) => {
  const found = standingOn(DATA, fileWith(said), at);
  if (!found) throw new Error("no case");
  return found;
};

describe("where a case goes (VIS-05, Gladsaxe 2012 p. 19)", () => {
  it("by how soon work is expected: six weeks, four months, or later and unknown", () => {
    const spell = { from: day("2021-12-01"), until: day("2022-12-01") };
    const route = (iso: string | null) => routeFor(DATA, spell, iso === null ? null : day(iso)).id;
    expect([route("2022-01-12"), route("2022-01-13"), route("2022-03-30"), route("2022-03-31"), route(null)]).toEqual([
      "tidligt_team",
      "aktivt_tilbud",
      "aktivt_tilbud",
      "opfoelgning",
      "opfoelgning",
    ]);
  });
});

describe("how a case stands", () => {
  it("is null for somebody who was not sick within a year", () => {
    expect(standingOn(DATA, fileWith({ sick: [] }), TODAY)).toBeNull();
  });

  it("takes the newest assessment of this case, and nothing of an earlier one", () => {
    const assessments = [
      record("2021-12-20", { expected_day: "2022-02-01" }),
      record("2021-06-01", { expected_day: "2021-07-01" }),
    ];
    const { assessment, expected } = standing({ records: { sickness_assessments: assessments } });
    expect([assessment?.from, expected]).toEqual([day("2021-12-20"), day("2022-02-01")]);
    const before = standing({ records: { sickness_assessments: assessments.slice(1) } });
    expect([before.assessment, before.route]).toEqual([null, null]);
  });

  it("tells since when the hours of a partial return have been the same", () => {
    const returns = [
      record("2021-12-20", { hours: 1000 }, ""),
      record("2021-12-10", { hours: 1000 }, "2021-12-20"),
      record("2021-12-05", { hours: 500 }, "2021-12-10"),
    ];
    expect(standing({ records: { partial_returns: returns } }).partial).toEqual({
      hours: 1000,
      since: day("2021-12-10"),
    });
    expect(standing({ records: { partial_returns: returns.slice(1) } }).partial).toBeNull();
  });

  it("tells how many days it took from a request to the first follow-up that was held (SICK-02)", () => {
    const records = { fast_track_requests: [record("2021-12-05", { asked_by: "borger", outcome_day: null })] };
    const talks = [
      { kind: "fast_track", day: "2021-12-12" },
      { kind: "fast_track", day: "2021-12-08", status: "udeblevet" },
      { kind: "jobsamtale", day: "2021-12-06" },
    ];
    expect(standing({ records, talks }).requests[0]).toMatchObject({ days: 7, isOpen: false });
    expect(standing({ records }).requests[0]).toMatchObject({ days: null, isOpen: true });
    const settled = record("2021-12-05", { asked_by: "borger", outcome: "afslaaet", outcome_day: "2021-12-06" });
    expect(standing({ records: { fast_track_requests: [settled] } }).requests[0]?.isOpen).toBe(false);
  });

  it("knows an extension that runs from one that is over, and when the benefit stops", () => {
    const decided = (to: string | null) => ({
      records: { benefit_reassessments: [record("2021-12-10", { decision: "forlaenget", extended_to: to })] },
    });
    expect(["2021-12-30", "2021-12-31", null].map((to) => standing(decided(to)).isExtended)).toEqual([
      false,
      true,
      true,
    ]);
    const ahead = [
      { rule: "SDP-EMP4", start: "2021-12-01", due: "2021-12-29" },
      { rule: "SDP-22W", start: "2022-05-05", due: "2022-05-31" },
    ];
    expect(standing({ ahead })).toMatchObject({ stops: day("2022-05-31"), lateDuties: 1 });
  });

  it("is over when the benefit is: no deadline, no partial return, and the end that was noted", () => {
    const said = {
      sick: [["2021-06-01", "2021-12-15"]] as const,
      records: {
        sickness_ends: [record("2021-12-15", { outcome: "samme_job" })],
        partial_returns: [record("2021-12-01", { hours: 500 }, "")],
      },
      ahead: [{ rule: "SDP-22W", start: "2022-05-05", due: "2022-05-31" }],
    };
    expect(standing(said)).toMatchObject({ isNow: false, partial: null, stops: null, weeks: 28 });
    expect(standing(said).end?.values.outcome).toBe("samme_job");
  });
});
