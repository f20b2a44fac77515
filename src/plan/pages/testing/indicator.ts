import type { GoalResult } from "../../contract.ts";
import type { Indicator } from "../indicator-types.ts";

const nothing = { da: "", en: "" };

/** An indicator for tests: 1,012 of 1,600 citizens half a year before the deadline, unless told otherwise. */
export function anIndicator(changes: Partial<Indicator> = {}): Indicator {
  return {
    label: { da: "Borgere i virksomhedstilbud", en: "Citizens in company offers" },
    unit: "persons",
    value: 1012,
    numerator: 1012,
    denominator: null,
    target: { operator: ">=", value: 1600, margin: null, by: "2021-12-31", basis: null },
    status: "at_risk",
    why: nothing,
    definition: nothing,
    missing: null,
    assumption: null,
    series: [
      point("2021-03-31", 791, 1000),
      point("2021-04-30", 864, 1066),
      point("2021-05-31", 940, 1133),
      point("2021-06-30", 1012, 1200),
    ],
    projection: {
      by: "2021-12-31",
      value: 1455,
      low: 1380,
      high: 1520,
      points: 78,
      method: nothing,
      coverage: null,
    },
    comparisons: [],
    measuredOn: "2021-06-30",
    window: { from: "2020-01-01", last: "2021-06-30" },
    measure: "persons",
    expression: "",
    sql: "",
    rowsOf: "citizens",
    freshness: "2021-06-30",
    withheld: false,
    details: [],
    ...changes,
  };
}

/** A goal for tests with one indicator, on track unless told otherwise. */
export function aGoal(changes: Partial<GoalResult> = {}): GoalResult {
  return {
    id: "G-1",
    title: { da: "Flere borgere i virksomhedstilbud", en: "More citizens in company offers" },
    track: "companies",
    kind: "outcome",
    explicit: true,
    owner: { da: "Virksomhedsservice", en: "Company service" },
    phases: ["phase-1"],
    ref: "p.16",
    status: "on_track",
    needsDecision: false,
    missing: null,
    withheld: false,
    indicators: [anIndicator()],
    ...changes,
  };
}

/** A point of a series on a day, with the path's value where there is one. */
export function point(day: string, value: number | null, path: number | null = null): Indicator["series"][number] {
  return { period: day.slice(0, 7), day, value, numerator: value, denominator: null, path };
}
