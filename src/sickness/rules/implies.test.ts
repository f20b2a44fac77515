import { describe, expect, it } from "vitest";
import { day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Implied } from "../contract.ts";
import { fileWith, record } from "../testing/files.ts";
import { followsAssessments, followsFastTrack, followsReassessments } from "./implies.ts";

const told = (all: ReadonlyMap<string, readonly Implied[]>): readonly string[] =>
  [...all.values()].flat().map((one) => {
    const until = one.kind === "step" ? "" : `-${one.until === FOREVER ? "" : isoDay(one.until)}`;
    return `${one.code} ${isoDay(one.from)}${until}`;
  });

describe("what an assessment means for the case", () => {
  const first = record("2021-12-05", { category: "sygekategori_1", well_in_13_weeks: true });
  const second = record("2021-12-20", { category: "sygekategori_2", under_26_weeks: true });

  it("stands until the next one", () => {
    expect(told(followsAssessments([second, first], fileWith({})))).toEqual([
      "sygekategori_2 2021-12-20-",
      "syg_under_26_uger 2021-12-20-",
      "sygekategori_1 2021-12-05-2021-12-20",
      "rask_inden_13_uger 2021-12-05-2021-12-20",
    ]);
  });

  it("ends with the benefit, and with the case", () => {
    const over = fileWith({ sick: [["2021-12-01", "2022-02-01"]] });
    expect(told(followsAssessments([first], over))[0]).toBe("sygekategori_1 2021-12-05-2022-02-01");
    const ended = fileWith({ records: { sickness_ends: [record("2022-01-10", {})] } });
    expect(told(followsAssessments([first], ended))[0]).toBe("sygekategori_1 2021-12-05-2022-01-11");
  });

  it("is nothing outside a case", () => {
    expect(told(followsAssessments([record("2021-06-05", {})], fileWith({})))).toEqual([]);
  });
});

describe("what a request means for the case (SICK-02)", () => {
  it("starts the two weeks; a no ends them; a preventive one does neither", () => {
    const asked = record("2021-12-05", { asked_by: "borger", outcome: null, outcome_day: null });
    expect(told(followsFastTrack([asked]))).toEqual(["fast_track_anmodning 2021-12-05"]);
    const declined = record("2021-12-05", { asked_by: "borger", outcome: "afslaaet", outcome_day: "2021-12-08" });
    expect(told(followsFastTrack([declined]))).toEqual([
      "fast_track_anmodning 2021-12-05",
      "fast_track_bortfaldet 2021-12-08",
    ]);
    const held = record("2021-12-05", { asked_by: "arbejdsgiver", outcome: "samtale", outcome_day: "2021-12-08" });
    expect(told(followsFastTrack([held]))).toEqual(["fast_track_anmodning 2021-12-05"]);
    expect(told(followsFastTrack([record("2021-12-05", { asked_by: "forebyggende" })]))).toEqual([]);
  });
});

describe("what a reassessment means for the case (SDPL § 27)", () => {
  const extended = record("2021-12-10", { decision: "forlaenget", extended_to: "2022-03-31" });
  it("is a step, and an extension holds to its last day or the next reassessment", () => {
    expect(told(followsReassessments([extended], fileWith({})))).toEqual([
      "revurdering_sygedagpenge 2021-12-10",
      "forlaenget_27 2021-12-10-2022-04-01",
    ]);
    const stopped = record("2022-02-01", { decision: "ophoert" });
    expect(told(followsReassessments([stopped, extended], fileWith({})))).toEqual([
      "revurdering_sygedagpenge 2022-02-01",
      "revurdering_sygedagpenge 2021-12-10",
      "forlaenget_27 2021-12-10-2022-02-01",
    ]);
  });

  it("without a last day holds as long as the benefit", () => {
    const open = record("2021-12-10", { decision: "forlaenget", extended_to: null });
    const [, held] = [...followsReassessments([open], fileWith({})).values()].flat();
    expect(held).toMatchObject({ from: day("2021-12-10"), until: FOREVER });
  });
});
