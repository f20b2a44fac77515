import { expect, test } from "vitest";
import type { PlanContent } from "../contract.ts";
import { countShown, filterGoals } from "./filters.ts";
import { firstLine } from "./first-line.ts";
import { groupGoals } from "./groups.ts";
import { aGoal, anIndicator } from "./testing/indicator.ts";

const met = aGoal({ id: "G-1", status: "met", title: { da: "Ældre", en: "Older" } });
const late = aGoal({ id: "G-2", status: "off_track", needsDecision: true, track: null, phases: [] });
const unknown = aGoal({ id: "G-3", status: "no_data", indicators: [anIndicator({ freshness: null })] });
const goals = [met, late, unknown];
const all = { shown: "all", text: "", sort: "plan" } as const;

const plan: PlanContent = {
  id: "p",
  title: { da: "Plan", en: "Plan" },
  municipality: "316",
  committee: { da: "Udvalget", en: "The committee" },
  from: "2020-01-01",
  to: "2021-12-31",
  adopted: null,
  version: { reason: null, replaces: null },
  source: "",
  phases: [{ id: "phase-1", title: { da: "Fase 1", en: "Phase 1" }, aim: { da: "", en: "" } }],
  tracks: [{ id: "companies", title: { da: "Virksomheder", en: "Companies" }, aim: { da: "", en: "" }, aims: [] }],
  markers: [],
  interventions: [],
  strategies: [],
  ministerialGoals: [],
  staffing: [],
  keyFigures: [],
};

test("each filter shows as many goals as its chip says", () => {
  const counts = countShown(goals);
  for (const shown of ["all", "decision", "met", "off_track", "no_data", "at_risk"] as const)
    expect(filterGoals(goals, { ...all, shown }, "da")).toHaveLength(counts[shown]);
});

test("free text finds every word in title, id, owner or indicator, whatever the case", () => {
  expect(filterGoals(goals, { ...all, text: "ÆLDRE" }, "da")).toEqual([met]);
  expect(filterGoals(goals, { ...all, text: "g-2 virksomhedsservice" }, "da")).toEqual([late]);
  expect(filterGoals(goals, { ...all, text: "findes ikke" }, "da")).toEqual([]);
});

test("worst first puts what needs a decision on top and goals without data last", () => {
  expect(filterGoals(goals, { ...all, sort: "status" }, "da").map(({ id }) => id)).toEqual(["G-2", "G-1", "G-3"]);
});

test("titles sort as Danes sort: æ, ø and å after z", () => {
  const z = aGoal({ id: "G-4", title: { da: "Zoner", en: "Zones" } });
  expect(filterGoals([met, z], { ...all, sort: "title" }, "da").map(({ id }) => id)).toEqual(["G-4", "G-1"]);
});

test("a track's count is over all its goals, also when a filter hides some (PLAN-07)", () => {
  const groups = groupGoals([late, unknown], { plan, everyGoal: goals, by: "track", language: "da" });
  expect(groups.map(({ title, good, all: of }) => [title, good, of])).toEqual([
    ["Virksomheder", 1, 2],
    ["Planen som helhed", 0, 1],
  ]);
});

test("every goal stands in some group, whatever it is gathered by", () => {
  for (const by of ["track", "kind", "phase", "owner", "none"] as const) {
    const groups = groupGoals(goals, { plan, everyGoal: goals, by, language: "en" });
    expect(new Set(groups.flatMap((group) => group.goals.map(({ id }) => id))).size).toBe(3);
  }
});

test("the first line answers in words (REP-03)", () => {
  const counts = { met: 7, on_track: 24, at_risk: 6, off_track: 3, missed: 0, no_data: 5 };
  const many = Array.from({ length: 45 }, () => met);
  const at = { counts, goals: many };
  expect(firstLine({ ...at, needsDecision: 4 }, "da")).toBe(
    "31 af 45 mål er nået eller på kurs. Fire kræver en beslutning.",
  );
  expect(firstLine({ ...at, needsDecision: 1 }, "en")).toBe(
    "31 of 45 goals are met or on track. One needs a decision.",
  );
  expect(firstLine({ ...at, needsDecision: 0 }, "da")).toContain("Ingen kræver en beslutning nu.");
  expect(firstLine({ ...at, needsDecision: 14 }, "en")).toContain("14 need a decision.");
});

test("when the plan is over, the first line says how many goals were met", () => {
  const counts = { met: 31, on_track: 0, at_risk: 0, off_track: 0, missed: 9, no_data: 5 };
  const over = { counts, goals: Array.from({ length: 45 }, () => met), needsDecision: 0 };
  expect(firstLine(over, "da")).toBe("31 af 45 mål blev nået.");
  expect(firstLine(over, "en")).toBe("31 of 45 goals were met.");
  expect(firstLine({ ...over, needsDecision: 9 }, "da")).toBe("31 af 45 mål blev nået. Ni kræver en beslutning.");
});
