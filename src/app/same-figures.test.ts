import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import type { GoalResult, PlanStatus } from "../plan/contract.ts";
import type { report } from "../reports/public.ts";
import { reach } from "./cli/reach.ts";
import { type DemoDesk, openDemoDesk } from "./testing/demo-desk.ts";
import { runCli } from "./testing/run-cli.ts";
import { type Visitor, visitorAs } from "./testing/visitor.ts";

/* One figure, wherever one asks: the command line, the API, the goal's own page and the report agree to the last digit (ASK-05). */

const PLAN = "holbaek-2020-21";
type Report = z.infer<typeof report>;

const AS_OF = "2021-06-30";

let desk: DemoDesk;
let analyst: Visitor;
let committee: Visitor;
let status: PlanStatus;

beforeAll(async () => {
  desk = await openDemoDesk();
  [analyst, committee] = await Promise.all([visitorAs(desk.url, "analyst"), visitorAs(desk.url, "committee")]);
  status = (await analyst.get<PlanStatus>(`/plans/${PLAN}/status?asOf=${AS_OF}`)).body;
});

afterAll(() => desk.close());

describe("the same figures to the last digit (ASK-05)", () => {
  it("hold something to compare: 45 goals, most with a value", () => {
    expect(status.goals).toHaveLength(45);
    expect(
      status.goals.filter(({ indicators }) => indicators.some(({ value }) => value !== null)).length,
    ).toBeGreaterThan(35);
  });

  it("on the command line through the server", async () => {
    expect(await reach({ data: desk.data }, "status", { plan: PLAN, asOf: AS_OF })).toEqual(status);
  });

  it("from the real command line, printed as JSON", async () => {
    const ended = await runCli(["plan", "status", PLAN, "--as-of", AS_OF, "--format", "json", "--data", desk.data]);
    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(ended.out)).toEqual(status);
  });

  it("from the plan as a file instead of its id", async () => {
    const yaml = readFileSync(new URL("../plan/plans/holbaek-2020-21.yaml", import.meta.url), "utf8");
    expect(await reach({ data: desk.data }, "status", { yaml, asOf: AS_OF })).toEqual(status);
  });

  it("on the day the plan opens on when nobody asks for one", async () => {
    const { body } = await analyst.get<{ defaultAsOf: string }>("/plans");
    expect(body.defaultAsOf).toBe(AS_OF);
    expect((await analyst.get(`/plans/${PLAN}/status`)).body).toEqual(status);
  });

  it("on each goal's own page", async () => {
    for (const goal of status.goals) {
      expect((await analyst.get<GoalResult>(`/plans/${PLAN}/goals/${goal.id}?asOf=${AS_OF}`)).body, goal.id).toEqual(
        goal,
      );
    }
  });

  it("for each kind of measure, from the goal's own YAML handed to `figure`, in the API and on the command line", async () => {
    const kinds = new Map(
      status.goals.flatMap(({ indicators }) => indicators.map((one) => [one.measure, one] as const)),
    );
    expect(kinds.size).toBeGreaterThan(10);
    for (const [kind, { expression, ...one }] of kinds) {
      const asked = { indicator: expression, plan: PLAN, asOf: AS_OF };
      const { label: _l, assumption: _a, ...figures } = one;
      const found = await reach({ data: desk.data }, "figure", asked);
      expect(found, kind).toMatchObject({ ok: true, result: figures });
      expect((await analyst.send("POST", "/figure", asked)).body, kind).toEqual(found.ok ? found.result : null);
    }
  });

  it("when only what is withheld from the committee differs from what staff see", async () => {
    const { body } = await committee.get<PlanStatus>(`/plans/${PLAN}/status?asOf=${AS_OF}`);
    for (const [i, goal] of body.goals.entries()) {
      for (const [j, indicator] of goal.indicators.entries()) {
        const { value, numerator, denominator } = status.goals[i]?.indicators[j] ?? {};
        if (!indicator.withheld) expect(indicator, goal.id).toMatchObject({ value, numerator, denominator });
      }
    }
  });

  it("in the report, withheld ones excepted: value, target, numerator, denominator and projection", async () => {
    const { body: seen } = await committee.get<PlanStatus>(`/plans/${PLAN}/status?asOf=${AS_OF}`);
    const { body: report } = await analyst.get<Report>(`/plans/${PLAN}/report?asOf=${AS_OF}`);
    const reported = new Map(report.tracks.flatMap(({ goals }) => goals).map((goal) => [goal.id, goal]));
    expect([...reported.keys()].sort()).toEqual(seen.goals.map(({ id }) => id).sort());
    for (const goal of seen.goals) {
      expect(reported.get(goal.id), goal.id).toMatchObject({ status: goal.status, needsDecision: goal.needsDecision });
      const shown = reported.get(goal.id)?.indicators.map((one) => ({
        status: one.status,
        value: one.value.number,
        target: one.target.number,
        projection: one.projection.number,
      }));
      const expected = goal.indicators.map((one) => ({
        status: one.status,
        value: one.value,
        target: one.target?.value ?? null,
        projection: one.projection?.value ?? null,
      }));
      expect(shown, goal.id).toEqual(expected);
    }
  });

  it("in the report's counts of goals by status and of decisions", async () => {
    const { body: seen } = await committee.get<PlanStatus>(`/plans/${PLAN}/status?asOf=${AS_OF}`);
    const { body: report } = await analyst.get<Report>(`/plans/${PLAN}/report?asOf=${AS_OF}`);
    expect(Object.fromEntries(report.summary.counts.map((one) => [one.status, one.goals]))).toMatchObject(
      Object.fromEntries(Object.entries(seen.counts).filter(([, goals]) => goals > 0)),
    );
    expect(report.decisions.goals.map(({ id }) => id).sort()).toEqual(
      seen.goals
        .filter(({ needsDecision }) => needsDecision)
        .map(({ id }) => id)
        .sort(),
    );
    expect(seen.needsDecision).toBe(report.decisions.goals.length);
  });

  it("in two computations of the same", async () => {
    const again = await desk.operations.figure({
      indicator: "measure: full_time_persons\nwindow: year",
      municipality: "0316",
      asOf: AS_OF,
    });
    expect(
      await desk.operations.figure({
        indicator: "measure: full_time_persons\nwindow: year",
        municipality: "0316",
        asOf: AS_OF,
      }),
    ).toEqual(again);
  });
});

describe("what is expected of a count that only grows", () => {
  it.each(["2020-09-30", "2021-06-30", "2021-11-30"])(
    "is never fewer than are counted already, on %s",
    async (asOf) => {
      const { body } = await analyst.get<PlanStatus>(`/plans/${PLAN}/status?asOf=${asOf}`);
      const growing = body.goals
        .flatMap(({ id, indicators }) => indicators.map((one) => ({ id, ...one })))
        .filter(
          ({ projection, denominator, expression }) =>
            denominator === null && projection !== null && expression.includes("window: plan_period"),
        );
      expect(growing.length).toBeGreaterThan(2);
      const shrinking = growing.filter(({ projection, value }) => (projection?.low ?? 0) < (value ?? 0));
      expect(shrinking.map(({ id, value, projection }) => `${id}: ${projection?.low} after ${value}`)).toEqual([]);
    },
  );
});
