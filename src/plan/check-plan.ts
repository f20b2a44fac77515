import {
  checkSpec,
  type IndicatorProblem,
  measures,
  type Path,
  paramsOf,
  type Spec,
  unknownName,
} from "../indicators/public.ts";
import type { Vocabulary } from "../language/public.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import type { PlanFile } from "./schema.ts";

type Against = { readonly facts: readonly Fact[]; readonly vocabulary: Vocabulary };
type Goal = PlanFile["goals"][number];
type IndicatorFields = Goal["indicators"][number];

/** Everything a plan can get wrong beyond its structure: names, doubled ids, dates outside the period, units, predicates. */
export function checkPlan(plan: PlanFile, against: Against): readonly IndicatorProblem[] {
  return [
    ...doubledIds(plan),
    ...references(plan),
    ...plan.goals.flatMap((goal, i) => checkGoal(goal, ["goals", i], { ...against, plan })),
    ...budgetTable(plan, against),
  ];
}

/** What is wrong with one indicator: its measure and everything in it, its target's measures, its comparisons, its unit. */
export function checkIndicator(fields: IndicatorFields, path: Path, against: Against): readonly IndicatorProblem[] {
  const own = checkSpec(specOf(fields), path, against);
  const { target } = fields;
  const limit = target && Object.entries(target).find(([, value]) => isSpec(value));
  const inTarget = limit ? checkSpec(limit[1] as Spec, [...path, "target", limit[0]], against) : [];
  const compared = fields.compare.flatMap((line, i) =>
    "of" in line ? checkSpec(line.of, [...path, "compare", i, "of"], against) : [],
  );
  const missingUnit = own.length === 0 && target && !fields.unit && unitOf(specOf(fields)) === null;
  return [...own, ...inTarget, ...compared, ...(missingUnit ? [targetWithoutUnit(path)] : [])];
}

/** The unit a measure gives by itself, or null when it must be stated. */
export function unitOf(spec: Spec): string | null {
  const measure = measures.get(spec.measure);
  return measure ? measure.unit(paramsOf(measure, spec)) : null;
}

/** The measure of an indicator's fields, without the fields that are not the measure's. */
export function specOf(fields: IndicatorFields): Spec {
  const { label: _l, unit: _u, target: _t, series: _s, compare: _c, assumption: _a, ...spec } = fields;
  return spec as Spec;
}

function checkGoal(
  goal: Goal,
  path: Path,
  against: Against & { readonly plan: PlanFile },
): readonly IndicatorProblem[] {
  const problems = goal.indicators.flatMap((indicator, i) =>
    checkIndicator(indicator, [...path, "indicators", i], against),
  );
  const { from, to } = against.plan.period;
  goal.indicators.forEach((indicator, i) => {
    const by = indicator.target?.by;
    if (by && (by < from || by > to))
      problems.push(outsidePeriod([...path, "indicators", i, "target", "by"], by, { from, to }));
  });
  if (goal.indicators.length === 0 && !goal.missing) {
    problems.push({
      path: [...path, "indicators"],
      code: "no_indicator",
      message: {
        da: "Målet har ingen indikator; tilføj en, eller skriv under missing, hvilke data der mangler",
        en: "The goal has no indicator; add one, or write under missing which data are lacking",
      },
      suggestion: "missing",
    });
  }
  return problems;
}

function doubledIds(plan: PlanFile): readonly IndicatorProblem[] {
  const lists = ["goals", "tracks", "phases", "interventions", "strategies", "ministerial_goals"] as const;
  return lists.flatMap((list) =>
    plan[list].flatMap((item, i) => {
      const first = plan[list].findIndex((other) => other.id === item.id);
      if (first === i) return [];
      return [
        {
          path: [list, i, "id"],
          code: "doubled_id",
          message: {
            da: `»${item.id}« findes allerede som nummer ${first + 1}; giv den et andet id`,
            en: `"${item.id}" already stands as number ${first + 1}; give it another id`,
          },
          suggestion: null,
        },
      ];
    }),
  );
}

function references(plan: PlanFile): readonly IndicatorProblem[] {
  const names = {
    track: plan.tracks.map((track) => track.id),
    phase: plan.phases.map((phase) => phase.id),
    goal: plan.goals.map((goal) => goal.id),
    intervention: plan.interventions.map((intervention) => intervention.id),
  };
  const known = (kind: keyof typeof names, ids: readonly string[], path: Path): IndicatorProblem[] =>
    ids.flatMap((name, i) =>
      names[kind].includes(name) ? [] : [unknownName({ path: [...path, i], name, among: names[kind] })],
    );
  const one = (kind: keyof typeof names, name: string | null, path: Path): IndicatorProblem[] =>
    name === null || names[kind].includes(name) ? [] : [unknownName({ path, name, among: names[kind] })];
  return [
    ...plan.goals.flatMap((goal, i) => [
      ...one("track", goal.track, ["goals", i, "track"]),
      ...known("phase", goal.phases, ["goals", i, "phases"]),
    ]),
    ...plan.interventions.flatMap((item, i) => [
      ...one("track", item.track, ["interventions", i, "track"]),
      ...known("phase", item.phases, ["interventions", i, "phases"]),
      ...known("goal", item.goals, ["interventions", i, "goals"]),
    ]),
    ...plan.ministerial_goals.flatMap((item, i) => [
      ...known("track", item.tracks, ["ministerial_goals", i, "tracks"]),
      ...known("goal", item.goals, ["ministerial_goals", i, "goals"]),
      ...known("intervention", item.interventions, ["ministerial_goals", i, "interventions"]),
    ]),
  ];
}

function budgetTable(plan: PlanFile, against: Against): readonly IndicatorProblem[] {
  const table = plan.budget_table;
  if (!table) return [];
  return table.rows.flatMap((row, i) => [
    ...checkSpec({ measure: "full_time_persons", where: row.where }, ["budget_table", "rows", i], against),
    ...(row.published.length === table.columns.length
      ? []
      : [
          {
            path: ["budget_table", "rows", i, "published"],
            code: "wrong_length",
            message: {
              da: `Rækken har ${row.published.length} tal, men tabellen ${table.columns.length} kolonner`,
              en: `The row has ${row.published.length} figures but the table ${table.columns.length} columns`,
            },
            suggestion: null,
          },
        ]),
  ]);
}

function outsidePeriod(path: Path, by: string, period: { from: string; to: string }): IndicatorProblem {
  return {
    path,
    code: "outside_period",
    message: {
      da: `${by} ligger uden for planens periode ${period.from} til ${period.to}`,
      en: `${by} lies outside the plan's period ${period.from} to ${period.to}`,
    },
    suggestion: null,
  };
}

function targetWithoutUnit(path: Path): IndicatorProblem {
  return {
    path: [...path, "target"],
    code: "target_without_unit",
    message: {
      da: "Målet har ingen enhed; tilføj fx unit: percentage_points",
      en: "The target has no unit; add for instance unit: percentage_points",
    },
    suggestion: "unit",
  };
}

function isSpec(value: unknown): value is Spec {
  return typeof value === "object" && value !== null && "measure" in value;
}
