import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord, RecordFault } from "../contract.ts";
import { youthData as data } from "../data.ts";
import { applied, assessed, ordered, youngFile } from "../testing/young-file.ts";
import { isOpenOrder, isOrder, judgeApplication, judgeOrder, judgeYoung } from "./judge.ts";

const ON = day("2021-12-31");
const around = (file: CaseFile = youngFile()) => ({ file, on: ON });
const fields = (faults: readonly RecordFault[]): readonly string[] => faults.map(({ field }) => field);
const order = (draft: CourseRecord, file?: CaseFile): readonly string[] =>
  fields(judgeOrder(data, draft, around(file)));
const GUIDED = { demand: "vejledning", deadline: null };

describe("what is noted of a young person", () => {
  it("is noted of a day with a case", () => {
    expect(fields(judgeYoung(data, assessed("2021-10-01"), around()))).toEqual([]);
    expect(fields(judgeYoung(data, assessed("2021-08-01"), around()))).toEqual(["from"]);
  });
});

describe("the education order (CPL-09)", () => {
  it("has a deadline, not before its day", () => {
    expect(order(ordered("2021-12-01"))).toEqual([]);
    expect(order(ordered("2021-12-01", { deadline: "2021-12-01" }))).toEqual([]);
    expect(order(ordered("2021-12-01", { deadline: null }))).toEqual(["deadline"]);
    expect(order(ordered("2021-12-01", { deadline: "2021-11-30" }))).toEqual(["deadline"]);
  });

  it("has an outcome with its day, or neither", () => {
    const from = "2021-12-01";
    expect(order(ordered(from, { outcome: "opfyldt", outcome_day: "2021-12-10" }))).toEqual([]);
    expect(order(ordered(from, { outcome: "opfyldt" }))).toEqual(["outcome_day"]);
    expect(order(ordered(from, { outcome_day: "2021-12-10" }))).toEqual(["outcome_day"]);
    expect(order(ordered(from, { outcome: "opfyldt", outcome_day: "2021-11-10" }))).toEqual(["outcome_day"]);
  });

  it("is for those under 30 on its day, to the day", () => {
    const file = youngFile({ born: "1991-12-02" });
    expect(order(ordered("2021-12-01"), file)).toEqual([]);
    expect(order(ordered("2021-12-02"), file)).toEqual(["demand"]);
    expect(order(ordered("2021-12-02"), youngFile({ born: null }))).toEqual([]);
    // Guidance is for them.
    const guided = ordered("2021-12-02", { ...GUIDED, ruled_out_by: "alder" });
    expect(order(guided, file)).toEqual([]);
  });

  it("is one at a time of its kind; another kind, or one that is settled, stands in no way", () => {
    const running = ordered("2021-10-01");
    const file = youngFile({ records: { education_orders: [running] } });
    expect(order(ordered("2021-12-01"), file)).toEqual(["demand"]);
    expect(order(ordered("2021-12-01", { demand: "begynd" }), file)).toEqual([]);
    const settled = ordered("2021-10-01", { outcome: "ophaevet", outcome_day: "2021-11-01" });
    expect(order(ordered("2021-12-01"), youngFile({ records: { education_orders: [settled] } }))).toEqual([]);
    expect([
      isOpenOrder(running, ON),
      isOpenOrder(settled, ON),
      isOpenOrder(settled, day("2021-10-31")),
      isOrder(ordered("2021-12-01", GUIDED)),
    ]).toEqual([true, false, true, false]);
  });

  it("names no ground of guidance, and guidance nothing of an order but its ground", () => {
    expect(order(ordered("2021-12-01", { ruled_out_by: "alder" }))).toEqual(["ruled_out_by"]);
    expect(order(ordered("2021-12-01", GUIDED))).toEqual(["ruled_out_by"]);
    expect(order(ordered("2021-12-01", { demand: "vejledning", ruled_out_by: "andet" }))).toEqual([
      "reason",
      "deadline",
    ]);
    const said = { ...GUIDED, ruled_out_by: "andet", reason: "Bor i udlandet en tid" };
    expect(order(ordered("2021-12-01", said))).toEqual([]);
  });
});

describe("applications (YOU-03)", () => {
  const judged = (draft: CourseRecord): readonly string[] => fields(judgeApplication(data, draft, around()));

  it("may come up to a year before the benefit", () => {
    expect(judged(applied("2021-03-15"))).toEqual([]);
    expect(judged(applied("2020-08-31"))).toEqual(["from"]);
  });

  it("only who is admitted begins, and not before they applied", () => {
    const begins = "2022-02-01";
    expect(judged(applied("2021-12-01", { answer: "optaget", begins }))).toEqual([]);
    expect(judged(applied("2021-12-01", { answer: "venteliste", begins }))).toEqual(["begins"]);
    expect(judged(applied("2021-12-01", { answer: "optaget", begins: "2021-11-01" }))).toEqual(["begins"]);
  });
});
