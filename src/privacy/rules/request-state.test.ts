import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import { deadlineOf, type Move, stateOf, whyNot } from "./request-state.ts";

const received = day("2026-01-31");
const move = (kind: Move["kind"], until: string | null = null): Move => ({
  kind,
  until: until === null ? null : day(until),
});

describe("a request about one's data (GDPR art. 12, 15, 16, 18)", () => {
  it("is due within a month, and later only when it was extended", () => {
    expect(deadlineOf(received, [])).toBe(day("2026-02-28"));
    expect(deadlineOf(received, [move("extended", "2026-04-30"), move("note")])).toBe(day("2026-04-30"));
  });

  it("is open until its day, then overdue, until it is answered", () => {
    const on = (today: string, moves: readonly Move[] = []) =>
      stateOf("access", moves, { received, today: day(today) });
    expect(on("2026-02-28")).toBe("open");
    expect(on("2026-03-01")).toBe("overdue");
    expect(on("2026-03-01", [move("handed_over")])).toBe("done");
    expect(on("2026-03-01", [move("refused")])).toBe("refused");
  });

  it("is done when access is handed over, data corrected, a restriction put on", () => {
    const time = { received, today: received };
    expect(stateOf("rectification", [move("granted")], time)).toBe("open");
    expect(stateOf("rectification", [move("granted"), move("corrected")], time)).toBe("done");
    expect(stateOf("restriction", [move("granted")], time)).toBe("done");
  });

  it.each([
    ["access", [], { ...move("extended", "2026-04-30"), note: "many files" }, null],
    ["access", [], { ...move("extended", "2026-05-01"), note: "many files" }, "too_long"],
    ["access", [], { ...move("extended"), note: "many files" }, "needs_date"],
    ["access", [], { ...move("extended", "2026-04-30"), note: " " }, "needs_reason"],
    ["access", [], { ...move("refused"), note: "" }, "needs_reason"],
    ["access", [], { ...move("corrected"), note: "" }, "wrong_kind"],
    ["access", [move("handed_over")], { ...move("refused"), note: "x" }, "is_done"],
    ["access", [move("handed_over")], { ...move("note"), note: "x" }, null],
    ["rectification", [], { ...move("corrected"), note: "" }, "not_decided"],
    ["rectification", [move("granted")], { ...move("corrected"), note: "" }, null],
    ["rectification", [move("granted"), move("corrected")], { ...move("told"), note: "the fund" }, null],
  ] as const)("%s after %j: %j is answered %s", (...[kind, moves, next, answer]) => {
    expect(whyNot({ kind, received, moves }, next)).toBe(answer);
  });
});
