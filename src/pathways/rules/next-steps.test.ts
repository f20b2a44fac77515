import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { stepWith } from "../testing/contents.ts";
import { nextStep, standingOf } from "./next-steps.ts";

const today = day("2021-06-30");
const due = (iso: string | null, state: "planned" | "running" | "done" | "dropped" = "planned") =>
  stepWith({ id: `${iso}`, due: iso, state });

describe("steps and their last day (ASK-24, CPL-15)", () => {
  it("are late the day after it, and due soon in the two weeks up to it", () => {
    const days = ["2021-06-29", "2021-06-30", "2021-07-13", "2021-07-14", null];
    expect(days.map((iso) => standingOf(due(iso), today))).toEqual(["late", "soon", "soon", "open", "open"]);
  });

  it("that are done or dropped are never late", () => {
    expect(standingOf(due("2020-01-01", "done"), today)).toBe("done");
    expect(standingOf(due("2020-01-01", "dropped"), today)).toBe("dropped");
  });

  it("come next in the order of their last days, those without one at the end, never one that is late", () => {
    const steps = [
      due(null),
      due("2021-09-01"),
      due("2021-06-01"),
      due("2021-07-01", "running"),
      due("2021-06-30", "done"),
    ];
    expect(nextStep(steps, today)?.due).toBe("2021-07-01");
    expect(nextStep([due("2021-06-01")], today)).toBeNull();
    expect(nextStep([due(null)], today)?.due).toBeNull();
  });
});
