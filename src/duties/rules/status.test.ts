import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { isOpen, SOON_DAYS, statusOf } from "./status.ts";

const DUE = day("2021-06-30");
const nothing = { met: null, breached: null, closed: null, due: DUE };
const resting = [{ from: day("2021-06-01"), until: day("2021-07-01") }];

describe("how an obligation stands", () => {
  it.each([
    ["open", addDays(DUE, -SOON_DAYS - 1)],
    ["due_soon", addDays(DUE, -SOON_DAYS)],
    ["due_soon", addDays(DUE, -1)],
    ["due", DUE],
  ])("is %s by its distance to the last day", (status, asOf) => expect(statusOf(nothing, [], asOf)).toBe(status));

  it("is overdue from the day after, also while it rests later", () => {
    expect(statusOf({ ...nothing, breached: addDays(DUE, 1) }, resting, DUE)).toBe("overdue");
  });

  it("is met on time or late", () => {
    expect(statusOf({ ...nothing, met: DUE }, [], DUE)).toBe("met_on_time");
    expect(statusOf({ ...nothing, met: addDays(DUE, 2), breached: addDays(DUE, 1) }, [], DUE)).toBe("met_late");
  });

  it("is exempt while it rests, and lapsed when it is no longer owed", () => {
    expect(statusOf(nothing, resting, day("2021-06-15"))).toBe("exempt");
    expect(statusOf({ ...nothing, due: null }, [], day("2021-06-15"))).toBe("exempt");
    expect(statusOf({ ...nothing, closed: DUE }, resting, DUE)).toBe("lapsed");
  });

  it("is still to be done unless met or lapsed (ASK-15)", () => {
    expect((["open", "due_soon", "due", "overdue", "exempt"] as const).every(isOpen)).toBe(true);
    expect((["met_on_time", "met_late", "lapsed"] as const).some(isOpen)).toBe(false);
  });
});
