import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { planFile } from "../schema.ts";

const text = readFileSync(new URL("./holbaek-2020-21.yaml", import.meta.url), "utf8");
const plan = planFile.parse(parse(text));
const table = plan.budget_table;
const sums = table?.columns.map((_, i) => table.rows.reduce((sum, row) => sum + (row.published[i] ?? 0), 0)) ?? [];

describe("Holbæk's employment plan 2020-2021", () => {
  it("holds all 45 goals under the ids people cite them by (PLAN-11)", () => {
    const ids = Array.from({ length: 45 }, (_, i) => `G-HO20-${String(i + 1).padStart(2, "0")}`);
    expect(plan.goals.map((goal) => goal.id)).toEqual(ids);
  });

  it("gives every indicator a target and says what was decided where the document is silent (PLAN-11)", () => {
    const bare = plan.goals.flatMap((goal) =>
      goal.indicators.filter((one) => !(one.target && (one.assumption ?? goal.assumption))).map(() => goal.id),
    );
    expect(bare).toEqual([]);
  });

  it("has an indicator for every goal, the timeliness of talks and offers too", () => {
    expect(plan.goals.filter((goal) => goal.indicators.length === 0)).toEqual([]);
    const timely = plan.goals.find(({ id }) => id === "G-HO20-30");
    expect(timely?.indicators.map(({ measure }) => measure)).toEqual(["timeliness"]);
  });

  it("prints the totals of Tabel 1 as published: all agree with their rows but the one expected for 2020, 3 too low (PLAN-21)", () => {
    const wrong = (table?.columns ?? []).flatMap((column, i) => {
      const [stated, computed] = [table?.stated_totals[i], sums[i]];
      return stated === computed ? [] : [{ ...column, stated, computed }];
    });
    expect(wrong).toEqual([{ year: 2020, kind: "expected", stated: 7765, computed: 7768 }]);
  });

  it("sets the budget goals to the table's own figures for 2021, flexjob as a floor and the others as ceilings", () => {
    const budgets = plan.goals.filter((goal) => goal.kind === "budget").map((goal) => goal.indicators[0]?.target);
    const last = table?.rows.map((row) => row.published.at(-1)) ?? [];
    const wanted =
      table?.rows.map((row, i) => (row.id === "fleksjob" ? { at_least: last[i] } : { at_most: last[i] })) ?? [];
    expect(budgets).toEqual([...wanted, { at_most: sums.at(-1) }]);
  });

  it("pauses the efforts in Vangkvarteret and for ages 25-35 until phase 2 (PLAN-04, YOU-09, CIT-17 in part)", () => {
    const paused = plan.interventions.filter((item) => item.status === "paused");
    expect(paused.map((item) => [item.id, item.phases])).toEqual([
      ["unge-25-35", ["fase-2"]],
      ["vangkvarteret", ["fase-2"]],
    ]);
  });

  it("names the goals each intervention is to move, and an answer to each of the minister's five goals (PLAN-06, PLAN-12)", () => {
    expect(plan.interventions.filter((item) => item.goals.length === 0)).toEqual([]);
    expect(plan.ministerial_goals).toHaveLength(5);
    expect(plan.ministerial_goals.filter((goal) => goal.carried_over)).toHaveLength(3);
    expect(plan.ministerial_goals.filter((goal) => goal.goals.length === 0)).toEqual([]);
  });
});
