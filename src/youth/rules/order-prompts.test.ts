import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { CaseFile } from "../contract.ts";
import { youthData as data } from "../data.ts";
import { applied, assessed, givenOn, ordered, stretch, youngFile } from "../testing/young-file.ts";
import { metOn, nextDemand, promptsOfOrders } from "./order-prompts.ts";
import { PHRASES } from "./phrases.ts";

const ON = day("2021-12-31");
const told = (file: CaseFile): readonly unknown[] => promptsOfOrders(givenOn(file, ON)).map(({ says }) => says.text);
const with_ = (records: CaseFile["records"], said: Parameters<typeof youngFile>[0] = {}): CaseFile =>
  youngFile({ ...said, records });
const youth_assessments = [assessed("2021-10-01")];
const MET = { outcome: "opfyldt", outcome_day: "2021-12-10" };

describe("what is told of education orders (CPL-09, YOU-02)", () => {
  it("education without order, guidance or application is told of", () => {
    expect(told(with_({ youth_assessments }))).toEqual([PHRASES.promptNoOrder]);
    const guided = ordered("2021-10-05", { demand: "vejledning", ruled_out_by: "forsoerger" });
    expect(told(with_({ youth_assessments, education_orders: [guided] }))).toEqual([]);
    expect(told(with_({ youth_assessments, education_applications: [applied("2021-10-05")] }))).toEqual([]);
    expect(told(with_({ youth_assessments: [assessed("2021-10-01", { direction: "job" })] }))).toEqual([]);
    expect(told(with_({}))).toEqual([]);
  });

  it("a deadline that passed asks for the outcome; one ahead is quiet", () => {
    const of = (deadline: string) =>
      told(with_({ youth_assessments, education_orders: [ordered("2021-11-01", { deadline })] }));
    expect(of("2021-12-30")).toEqual([PHRASES.promptOrderPassed]);
    expect(of("2021-12-31")).toEqual([]);
  });

  it("what an order asks for, and the records show, asks for the outcome with its day", () => {
    const order = ordered("2021-11-01");
    const file = with_({ education_applications: [applied("2021-12-05"), applied("2021-10-05")] });
    expect(metOn(order, { file, on: ON })).toBe(day("2021-12-05"));
    const begin = ordered("2021-11-01", { demand: "begynd" });
    const studying = youngFile({ education: [stretch("amu", "2021-11-15")] });
    expect(metOn(begin, { file: studying, on: ON })).toBe(day("2021-11-15"));
    const complete = ordered("2021-11-01", { demand: "gennemfoer" });
    const done = youngFile({ education: [{ ...stretch("amu", "2021-10-01", "2021-11-30"), outcome: "gennemfoert" }] });
    expect(metOn(complete, { file: done, on: ON })).toBe(day("2021-12-01"));
    expect(metOn(complete, { file: studying, on: ON })).toBeNull();
    expect(metOn(ordered("2021-11-01", { demand: "foreslaa" }), { file, on: ON })).toBeNull();
  });

  it("an order the facts rule out calls for guidance: at 30, or with an education", () => {
    const education_orders = [ordered("2021-10-01", { deadline: "2022-01-15" })];
    const old = told(with_({ education_orders }, { born: "1991-12-01" }));
    expect(old).toEqual([PHRASES.promptOrderOld, PHRASES.promptOrderLeft]);
    expect(told(with_({ youth_assessments, education_orders }, { level: "faglaert" }))).toEqual([
      PHRASES.promptOrderEducated,
    ]);
  });

  it("another direction asks whether the order is to be lifted", () => {
    const education_orders = [ordered("2021-10-01", { deadline: "2022-01-15" })];
    const changed = [assessed("2021-12-01", { direction: "job" })];
    expect(told(with_({ youth_assessments: changed, education_orders }))).toEqual([PHRASES.promptSwitched]);
  });

  it("after an order that was met comes the next, unless one runs or somebody has applied", () => {
    const met = ordered("2021-11-01", { demand: "foreslaa", ...MET });
    expect(nextDemand(data, [met])).toBe("soeg");
    expect(nextDemand(data, [ordered("2021-11-01", { demand: "gennemfoer", ...MET })])).toBeNull();
    expect(nextDemand(data, [ordered("2021-11-01", { outcome: "ikke_opfyldt" })])).toBeNull();
    expect(nextDemand(data, [])).toBeNull();
    expect(told(with_({ youth_assessments, education_orders: [met] }))).toEqual([PHRASES.promptNextOrder]);
    const education_applications = [applied("2021-12-01")];
    expect(told(with_({ youth_assessments, education_orders: [met], education_applications }))).toEqual([]);
  });
});
