import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { outcomeFaults, type Told } from "./outcome.ts";

const now = { day: day("2021-06-30"), minute: 600 };
const meeting = { day: day("2021-06-30"), starts: 540, minutes: 45, isDuty: true };
const told = (values: Partial<Told>): Told => ({
  outcome: "held",
  reason: "",
  isReasonable: null,
  decision: null,
  decidedWhy: "",
  ...values,
});
const codes = (values: Partial<Told>, appointment = meeting): readonly string[] =>
  outcomeFaults(appointment, told(values), now).map(({ code }) => code);

describe("what became of a conversation (CON-06)", () => {
  it("can be told once it has begun", () => {
    expect(codes({})).toEqual([]);
    expect(codes({}, { ...meeting, starts: 601 })).toEqual(["not_yet"]);
    expect(codes({ outcome: "missed", decision: "hearing" }, { ...meeting, day: day("2021-07-01") })).toEqual([
      "not_yet",
    ]);
  });

  it("is a cancellation with a reason, also ahead of time", () => {
    expect(codes({ outcome: "cancelled", reason: "syg" }, { ...meeting, day: day("2021-07-01") })).toEqual([]);
    expect(codes({ outcome: "cancelled", reason: " " })).toEqual(["reason_missing"]);
  });

  it("asks for a decision when somebody with a duty did not come, and only then", () => {
    expect(codes({ outcome: "missed" })).toEqual(["decision_missing"]);
    expect(codes({ outcome: "missed" }, { ...meeting, isDuty: false })).toEqual([]);
    expect(codes({ outcome: "missed", decision: "hearing" })).toEqual([]);
    expect(codes({ outcome: "missed", decision: "no_decision_yet" })).toEqual([]);
    expect(codes({ decision: "deduction" })).toEqual(["only_when_missed"]);
  });

  it("wants a final decision's reasons, and no deduction for somebody who had a good one", () => {
    expect(codes({ outcome: "missed", decision: "deduction" })).toEqual(["say_if_reasonable", "why_missing"]);
    const deduction = {
      outcome: "missed",
      decision: "deduction",
      decidedWhy: "Ingen grund oplyst efter høring",
    } as const;
    expect(codes({ ...deduction, isReasonable: false })).toEqual([]);
    expect(codes({ ...deduction, isReasonable: true })).toEqual(["reasonable_but_deduction"]);
  });
});
