import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import { length, periodsOver, STEPS, type Step } from "../../platform/kernel/period.ts";
import { isCumulative, lastDay, type Window, windowInWords, windowOn } from "./window.ts";

const PLAN = { from: day("2020-01-01"), until: day("2022-01-01") };

function shown(window: Window, on: string): string {
  const { from, until } = windowOn(window, day(on), PLAN);
  return `${isoDay(from)} - ${isoDay(addDays(until, -1))}`;
}

describe("the days a figure looks at (PLAN-11, ASK-04)", () => {
  it.each([
    ["day", "2021-03-10", "2021-03-10 - 2021-03-10"],
    ["week", "2021-03-10", "2021-03-08 - 2021-03-10"],
    ["month", "2021-03-10", "2021-03-01 - 2021-03-10"],
    ["month", "2021-03-31", "2021-03-01 - 2021-03-31"],
    ["quarter", "2021-06-30", "2021-04-01 - 2021-06-30"],
    ["year", "2021-03-10", "2021-01-01 - 2021-03-10"],
    ["plan_period", "2021-03-10", "2020-01-01 - 2021-03-10"],
  ] as const)("are, for a %s on %s, %s", (window, on, days) => expect(shown(window, on)).toBe(days));

  it("are the last whole steps back from the day, the day included", () => {
    expect(shown({ last: 12, of: "month" }, "2021-12-31")).toBe("2021-01-01 - 2021-12-31");
    expect(shown({ last: 1, of: "year" }, "2021-06-30")).toBe("2020-07-01 - 2021-06-30");
    expect(shown({ last: 2, of: "week" }, "2021-03-14")).toBe("2021-03-01 - 2021-03-14");
    expect(shown({ last: 2, of: "quarter" }, "2021-06-30")).toBe("2021-01-01 - 2021-06-30");
    expect(shown({ last: 30, of: "day" }, "2021-03-30")).toBe("2021-03-01 - 2021-03-30");
  });

  it("are fixed days, but never later than the day asked for", () => {
    expect(shown({ from: "2019-10-28", to: "2020-10-25" }, "2021-12-31")).toBe("2019-10-28 - 2020-10-25");
    expect(shown({ from: "2019-10-28", to: "2020-10-25" }, "2020-01-31")).toBe("2019-10-28 - 2020-01-31");
    expect(shown({ since: "2020-01-01" }, "2020-01-31")).toBe("2020-01-01 - 2020-01-31");
  });

  it("are none before the window has begun", () => {
    for (const window of ["plan_period", { since: "2020-01-01" }, { from: "2020-01-01", to: "2020-12-31" }] as const) {
      expect(length(windowOn(window, day("2019-06-30"), PLAN))).toBe(0);
    }
  });

  it("only grow for the plan's period and for everything since a day", () => {
    expect(isCumulative("plan_period")).toBe(true);
    expect(isCumulative({ since: "2020-01-01" })).toBe(true);
    for (const window of [...STEPS, { last: 12, of: "month" }, { from: "2020-01-01", to: "2020-12-31" }] as const)
      expect(isCumulative(window)).toBe(false);
  });

  it("are said in words", () => {
    expect(windowInWords("plan_period", PLAN)).toEqual({ da: "siden 1. januar 2020", en: "since 1 January 2020" });
    expect(windowInWords("plan_period", null).da).toBe("i planens periode");
    expect(windowInWords({ last: 12, of: "month" }, PLAN)).toEqual({
      da: "i de seneste 12 måneder",
      en: "in the last 12 months",
    });
    expect(windowInWords({ from: "2020-03-01", to: "2020-10-25" }, PLAN).da).toBe(
      "fra 1. marts 2020 til 25. oktober 2020",
    );
  });

  it("have a last day also when they are open", () => {
    expect(isoDay(lastDay(PLAN))).toBe("2021-12-31");
    expect(lastDay({ from: PLAN.from, until: FOREVER })).toBe(FOREVER);
  });
});

const anyDay = fc.integer({ min: day("2010-01-01"), max: day("2030-12-31") }).map((n) => n as Day);
const iso = anyDay.map(isoDay);
const step = fc.constantFrom<Step>(...STEPS);
const anyWindow: fc.Arbitrary<Window> = fc.oneof(
  step,
  fc.constant("plan_period" as const),
  fc.record({ since: iso }),
  fc.record({ from: iso, to: iso }),
  fc.record({ last: fc.integer({ min: 1, max: 60 }), of: step }),
);

describe("for every window and day there could be", () => {
  it("no window reaches beyond the day it is measured on, and none is turned around", () => {
    fc.assert(
      fc.property(anyWindow, anyDay, (window, on) => {
        const { from, until } = windowOn(window, on, PLAN);
        expect(until).toBeGreaterThanOrEqual(from);
        if (until > from) expect(until).toBeLessThanOrEqual(on + 1);
      }),
    );
  });

  it("windows that only grow never lose a day", () => {
    const growing = anyWindow.filter(isCumulative);
    fc.assert(
      fc.property(growing, anyDay, fc.integer({ min: 0, max: 400 }), (window, on, later) => {
        const [before, after] = [windowOn(window, on, PLAN), windowOn(window, addDays(on, later), PLAN)];
        expect(length(after)).toBeGreaterThanOrEqual(length(before));
        expect(after.from).toBe(before.from);
      }),
    );
  });

  it("whole periods follow each other without gap or overlap", () => {
    fc.assert(
      fc.property(step, anyDay, fc.integer({ min: 1, max: 800 }), (of, from, days) => {
        const whole = periodsOver(of, { from, until: addDays(from, days) });
        const windows = whole.map((period) => windowOn(of, lastDay(period), null));
        expect(windows.slice(1).map(({ from }) => from)).toEqual(windows.slice(0, -1).map(({ until }) => until));
        expect(windows.reduce((sum, window) => sum + length(window), 0)).toBe(
          (windows.at(-1)?.until ?? 0) - (windows[0]?.from ?? 0),
        );
        expect(windows[0]?.from).toBeLessThanOrEqual(from);
        expect(windows.at(-1)?.until).toBeGreaterThanOrEqual(from + days);
      }),
    );
  });

  it("the days of a calendar period so far are the days since it began", () => {
    fc.assert(
      fc.property(step, anyDay, (of, on) => {
        expect(windowOn(of, on, null).until).toBe(on + 1);
      }),
    );
  });
});
