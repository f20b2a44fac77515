import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Judged, judge, needsDecision, type Operator, type Status, satisfies, worst } from "./status.ts";

const LIMITS = { at_risk_percent: 10, decision_days: 182, early_percent: 5, milestone_days: 30 };
const BEST_LAST: readonly Status[] = ["off_track", "at_risk", "on_track", "met"];

const goal = (given: Partial<Judged>): Judged => ({
  value: 100,
  operator: ">=",
  target: 120,
  margin: 0,
  over: false,
  lasting: false,
  projection: null,
  path: null,
  daysLeft: 200,
  passedPercent: 50,
  isMilestone: false,
  ...given,
});
const statusOf = (given: Partial<Judged>): Status => judge(goal(given), LIMITS).status;

describe("the status of a goal (REP-03)", () => {
  it("is met or missed on the deadline, whatever was expected before", () => {
    const projection = { value: 200, low: 190, high: 210 };
    expect(statusOf({ over: true, value: 120 })).toBe("met");
    expect(statusOf({ over: true, value: 119, projection })).toBe("missed");
  });

  it("is no data, never zero, without a value or without a target to hold it against", () => {
    expect(statusOf({ value: null, over: true })).toBe("no_data");
    expect(statusOf({ target: null })).toBe("no_data");
    expect(statusOf({ value: 0, over: true })).toBe("missed");
  });

  it("is met before the deadline only when what was reached cannot be lost again", () => {
    expect(statusOf({ value: 130, lasting: true })).toBe("met");
    expect(statusOf({ value: 130, lasting: false })).toBe("on_track");
  });

  it("follows the projection: on track, at risk inside the interval, off track outside it", () => {
    expect(statusOf({ projection: { value: 125, low: 110, high: 140 } })).toBe("on_track");
    expect(statusOf({ projection: { value: 115, low: 105, high: 125 } })).toBe("at_risk");
    expect(statusOf({ projection: { value: 110, low: 105, high: 115 } })).toBe("off_track");
  });

  it("follows the same rule when less is wanted", () => {
    const less = { operator: "<=", target: 80 } as const;
    expect(statusOf({ ...less, projection: { value: 78, low: 70, high: 86 } })).toBe("on_track");
    expect(statusOf({ ...less, projection: { value: 84, low: 79, high: 89 } })).toBe("at_risk");
    expect(statusOf({ ...less, projection: { value: 90, low: 85, high: 95 } })).toBe("off_track");
  });

  it("accepts a band around an equal target, and an interval that spans it is at risk", () => {
    const equal = { operator: "=", target: 50, margin: 2 } as const;
    expect(statusOf({ ...equal, over: true, value: 52 })).toBe("met");
    expect(statusOf({ ...equal, over: true, value: 52.1 })).toBe("missed");
    expect(statusOf({ ...equal, projection: { value: 60, low: 40, high: 80 } })).toBe("at_risk");
  });

  it("goes by the path when the history is too short for a projection: ten percent behind is at risk, more is off track", () => {
    expect(statusOf({ path: 100, value: 100 })).toBe("on_track");
    expect(statusOf({ path: 100, value: 90 })).toBe("at_risk");
    expect(statusOf({ path: 100, value: 89.9 })).toBe("off_track");
    expect(statusOf({ value: 110 })).toBe("at_risk");
    expect(statusOf({ operator: "<=", target: 0, value: 1 })).toBe("at_risk");
  });

  it("is never worse than at risk while the plan is young and there is no history", () => {
    expect(statusOf({ path: 100, value: 0, passedPercent: 4 })).toBe("at_risk");
    expect(statusOf({ path: 100, value: 0, passedPercent: 5 })).toBe("off_track");
  });

  it("gives a milestone time until its deadline is near (PLAN-14)", () => {
    const milestone = { isMilestone: true, target: 1, value: 0, lasting: true };
    expect(statusOf({ ...milestone, daysLeft: 31 })).toBe("on_track");
    expect(statusOf({ ...milestone, daysLeft: 30 })).toBe("at_risk");
    expect(statusOf({ ...milestone, value: 1 })).toBe("met");
    expect(statusOf({ ...milestone, over: true })).toBe("missed");
  });

  it("is never worse than at risk while the plan is young and has no projection", () => {
    expect(statusOf({ path: 100, value: 1, passedPercent: 4.9 })).toBe("at_risk");
    expect(statusOf({ path: 100, value: 1, passedPercent: 5 })).toBe("off_track");
    expect(statusOf({ path: 100, value: 1, passedPercent: 1, over: true })).toBe("missed");
  });

  it("is judged by the days left for a delivery that has not come: at risk from thirty days before", () => {
    const delivery = { isMilestone: true, lasting: true, target: 1, value: 0 };
    expect(statusOf({ ...delivery, daysLeft: 31 })).toBe("on_track");
    expect(statusOf({ ...delivery, daysLeft: 30 })).toBe("at_risk");
    expect(statusOf({ ...delivery, daysLeft: 30, value: 1 })).toBe("met");
    expect(statusOf({ ...delivery, daysLeft: 0, over: true })).toBe("missed");
  });

  it("takes its limits from the thresholds", () => {
    expect(judge(goal({ path: 100, value: 85 }), { ...LIMITS, at_risk_percent: 15 }).status).toBe("at_risk");
  });

  it("says why in Danish and English", () => {
    fc.assert(
      fc.property(anyGoal, (given) => {
        const { why } = judge(given, LIMITS);
        expect(why.da).toMatch(/\.$/);
        expect(why.en).toMatch(/\.$/);
      }),
    );
  });
});

describe("several indicators and decisions (PLAN-19)", () => {
  it("is as good as its worst indicator, and a known problem weighs more than no data", () => {
    expect(worst(["met", "missed", "on_track"])).toBe("missed");
    expect(worst(["met", "no_data"])).toBe("no_data");
    expect(worst(["no_data", "at_risk"])).toBe("at_risk");
    expect(worst([])).toBe("no_data");
  });

  it("needs a decision when off track or missed, and at risk when the deadline is half a year away or less", () => {
    expect(needsDecision("off_track", 700, LIMITS)).toBe(true);
    expect(needsDecision("missed", -1, LIMITS)).toBe(true);
    expect(needsDecision("at_risk", 182, LIMITS)).toBe(true);
    expect(needsDecision("at_risk", 183, LIMITS)).toBe(false);
    for (const status of ["met", "on_track", "no_data"] as const) expect(needsDecision(status, 1, LIMITS)).toBe(false);
  });
});

const number = fc.double({ min: -1000, max: 1000, noNaN: true });
const interval = fc
  .tuple(number, fc.double({ min: 0, max: 200, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true }))
  .map(([value, below, above]) => ({ value, low: value - below, high: value + above }));
const anyGoal: fc.Arbitrary<Judged> = fc.record({
  value: fc.option(number, { nil: null }),
  operator: fc.constantFrom<Operator>(">=", "<=", ">", "<", "="),
  target: fc.option(number, { nil: null }),
  margin: fc.double({ min: 0, max: 10, noNaN: true }),
  over: fc.boolean(),
  lasting: fc.boolean(),
  projection: fc.option(interval, { nil: null }),
  path: fc.option(number, { nil: null }),
  daysLeft: fc.integer({ min: 0, max: 730 }),
  passedPercent: fc.double({ min: 0, max: 100, noNaN: true }),
  isMilestone: fc.boolean(),
});

describe("for every goal there could be", () => {
  it("is only met, missed or no data once the deadline has passed", () => {
    fc.assert(
      fc.property(anyGoal, (given) => {
        const { status } = judge({ ...given, over: true }, LIMITS);
        expect(["met", "missed", "no_data"]).toContain(status);
        expect(status === "no_data").toBe(given.value === null || given.target === null);
      }),
    );
  });

  it("is never missed before the deadline", () => {
    fc.assert(
      fc.property(anyGoal, (given) => {
        expect(judge({ ...given, over: false }, LIMITS).status).not.toBe("missed");
      }),
    );
  });

  it("never gets worse because the value got better, all else being equal", () => {
    const given = fc.record({
      value: number,
      more: fc.double({ min: 0, max: 500, noNaN: true }),
      target: number,
      path: fc.double({ min: 1, max: 1000, noNaN: true }),
      over: fc.boolean(),
      lasting: fc.boolean(),
    });
    fc.assert(
      fc.property(given, ({ value, more, ...rest }) => {
        // Where there is no projection, a path is judged; both wishes are mirrored.
        const rank = (at: number, operator: Operator): number => {
          const status = statusOf({ ...rest, operator, value: at });
          return status === "missed" ? -1 : BEST_LAST.indexOf(status);
        };
        expect(rank(value + more, ">=")).toBeGreaterThanOrEqual(rank(value, ">="));
        expect(rank(value - more, "<=")).toBeGreaterThanOrEqual(rank(value, "<="));
      }),
    );
  });

  it("never gets worse because the projection got better", () => {
    const given = fc.record({ projection: interval, up: fc.double({ min: 0, max: 500, noNaN: true }), target: number });
    fc.assert(
      fc.property(given, ({ projection, up, target }) => {
        const moved = { value: projection.value + up, low: projection.low + up, high: projection.high + up };
        const rank = (one: typeof projection): number =>
          BEST_LAST.indexOf(statusOf({ target, projection: one, lasting: false }));
        expect(rank(moved)).toBeGreaterThanOrEqual(rank(projection));
      }),
    );
  });

  it("satisfies >= or <, and <= or >, but never both", () => {
    fc.assert(
      fc.property(number, number, (value, target) => {
        const holds = (operator: Operator): boolean => satisfies(value, { operator, margin: 0, target });
        expect(holds(">=")).toBe(!holds("<"));
        expect(holds("<=")).toBe(!holds(">"));
        expect(holds("=")).toBe(holds(">=") && holds("<="));
      }),
    );
  });

  it("takes the worst status in any order, and adding one never improves it", () => {
    const all: readonly Status[] = ["missed", "off_track", "at_risk", "no_data", "on_track", "met"];
    const some = fc.array(fc.constantFrom(...all), { minLength: 1 });
    fc.assert(
      fc.property(some, fc.constantFrom(...all), (statuses, one) => {
        expect(worst([...statuses].reverse())).toBe(worst(statuses));
        expect(all.indexOf(worst([...statuses, one]))).toBeLessThanOrEqual(all.indexOf(worst(statuses)));
      }),
    );
  });
});
