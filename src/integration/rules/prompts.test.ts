import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import type { CaseFile } from "../contract.ts";
import { integrationData as data } from "../data.ts";
import {
  contracted,
  givenOn,
  integrationFile,
  noted,
  spell,
  statusFrom,
  stretch,
  talked,
  taughtFrom,
} from "../testing/integration-file.ts";
import { PHRASES } from "./phrases.ts";
import { promptsFor, weeksBelow } from "./prompts.ts";

const ON = day("2021-12-31");
const SETTLED = {
  integration_statuses: [statusFrom("2021-03-01")],
  integration_contracts: [contracted("2021-03-10")],
  danish_teaching: [taughtFrom("2021-03-10")],
};
const practice = spell("offer", "virksomhedspraktik", "2021-04-01");
const told = (file: CaseFile, on = ON): readonly unknown[] =>
  promptsFor(givenOn(file, on)).map(({ says }) => says.text);
const settled = (said: Parameters<typeof integrationFile>[0] = {}, records: CaseFile["records"] = {}): CaseFile =>
  integrationFile({ spells: [practice], ...said, records: { ...SETTLED, ...records } });

describe("what is worth doing in the programme", () => {
  it("nothing, when all is in place, and nothing of a course that is over", () => {
    expect(told(settled())).toEqual([]);
    const over = settled({ spells: [spell("benefit", "overgangsydelse", "2021-01-01", "2021-06-30")] });
    expect(told(over)).toEqual([]);
  });

  it("a status is asked for (CIT-19)", () => {
    expect(told(settled({}, { integration_statuses: [] }))).toEqual([PHRASES.promptStatus]);
  });

  it("a contract is asked for with the engine's day, and one the citizen has not signed (INL § 19)", () => {
    const ahead = [{ rule: "INT-CONTRACT", duty: null, area: "integration", start: ON, due: addDays(ON, 30) }];
    const none = { integration_contracts: [] };
    expect(told(settled({}, none))).toEqual([PHRASES.promptContract]);
    const [due] = promptsFor(givenOn(settled({ ahead }, none), ON));
    expect([due?.says.text, due?.says.with, due?.rule]).toEqual([
      PHRASES.promptContractDue,
      { day: { day: addDays(ON, 30) } },
      "INT-CONTRACT",
    ]);
    const unsigned = { integration_contracts: [contracted("2021-03-10", { signed_by_citizen: false })] };
    expect(told(settled({}, unsigned))).toEqual([PHRASES.promptUnsigned]);
  });

  it("somebody on no rung, or the lowest, is told of after the weeks of the data (INT-01)", () => {
    const weeks = data.ladder.stuckWeeks * 7;
    const none = settled({ spells: [] });
    expect(told(none, addDays(day("2021-03-01"), weeks - 1))).toEqual([]);
    expect(told(none, addDays(day("2021-03-01"), weeks))).toEqual([PHRASES.promptNoRung]);
    const lowest = settled({ spells: [spell("offer", "nytteindsats", "2021-06-01")] });
    expect([told(lowest), weeksBelow(givenOn(lowest, ON))]).toEqual([[PHRASES.promptLowest], 30]);
    expect(weeksBelow(givenOn(settled(), ON))).toBeNull();
    expect(told(settled({ spells: [], education: [stretch("igu", "2021-04-01")] }))).toEqual([]);
  });

  it("offers on request are pressed on nobody without a benefit; with one they are (INT-03)", () => {
    const records = { integration_statuses: [statusFrom("2021-03-01", "indvandrer")] };
    expect(told(settled({ spells: [] }, records))).toEqual([]);
    const paid = spell("benefit", "overgangsydelse", "2021-03-01");
    expect(told(settled({ spells: [paid] }, records))).toEqual([PHRASES.promptNoRung]);
  });

  it("Danish is asked for, beside the work too, until the test is passed (INT-02)", () => {
    const none = { danish_teaching: [] };
    expect(told(settled({}, none))).toEqual([PHRASES.promptDanishBeside]);
    expect(told(settled({ spells: [] }, none), day("2021-04-01"))).toEqual([PHRASES.promptDanish]);
    const passed = {
      danish_teaching: [{ ...taughtFrom("2021-03-01", { test_passed: true }), until: day("2021-06-01") }],
    };
    expect(told(settled({}, passed))).toEqual([]);
    const byDay = { danish_teaching: [taughtFrom("2021-03-10", { placed: "dag" })] };
    expect(told(settled({ work: [stretch("ordinaert", "2021-05-01")] }, byDay))).toEqual([PHRASES.promptDanishByDay]);
    expect(told(settled({}, byDay))).toEqual([]);
  });

  it("guidance is asked for at the first meeting and each after it, until somebody has decided (INT-08)", () => {
    expect(told(settled({ talks: [talked("2021-04-01")] }))).toEqual([PHRASES.promptGuideFirst]);
    const talks = [talked("2021-05-01"), talked("2021-04-01", { guided: true })];
    expect(told(settled({ talks }))).toEqual([PHRASES.promptGuideAgain]);
    const decided = { repatriation_decisions: [noted({ after_guidance: true }, "2021-12-01")] };
    expect(told(settled({ talks }, decided))).toEqual([]);
  });

  it("the young without education have education in view, unless the contract has or they work (INT-11)", () => {
    const young = { born: "1998-01-01" };
    expect(told(settled(young))).toEqual([PHRASES.promptYoung]);
    const aim = { integration_contracts: [contracted("2021-03-10", { aim: "uddannelse" })] };
    expect(told(settled(young, aim))).toEqual([]);
    expect(told(settled({ ...young, work: [stretch("ordinaert", "2021-05-01")] }))).toEqual([]);
  });

  it("beyond what is planned it is asked what follows, unless in ordinary work (INT-1Y)", () => {
    expect(told(settled(), day("2022-03-01"))).toEqual([PHRASES.promptOverPlanned]);
    expect(told(settled(), day("2022-02-28"))).toEqual([]);
    expect(told(settled({ work: [stretch("ordinaert", "2021-05-01")] }), day("2022-03-01"))).toEqual([]);
  });
});
