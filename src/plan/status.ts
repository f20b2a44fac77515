import { basisOf, isAboutPeople, natureOf, type Source } from "../indicators/public.ts";
import { type Day, day, isoDay } from "../platform/kernel/day.ts";
import type { GoalResult, PlanStatus } from "./contract.ts";
import { type Basis, withDiscretion } from "./discretion.ts";
import { type ComputedIndicator, computeIndicator } from "./indicator.ts";
import { peopleBehind } from "./queries/people-behind.ts";
import type { Plan, PlanGoal } from "./read-plan.ts";
import { needsDecision, worst } from "./rules/status.ts";
import { thresholdsOn } from "./thresholds.ts";

export type AskedStatus = {
  readonly source: Source;
  readonly asOf: Day;
  /** Name of the pinned snapshot the source is, null for the live warehouse. */
  readonly snapshot: string | null;
  readonly municipality: { readonly code: string; readonly name: string };
  readonly synthetic: boolean;
};

/** A goal computed for the jobcentre's own staff, and how many people its indicators rest on. */
export type ComputedGoal = { readonly result: GoalResult; readonly bases: readonly Basis[] };

/** A plan computed for the jobcentre's own staff. Hand it to readers through `asSeenBy` only. */
export type ComputedPlan = Omit<AskedStatus, "source"> & {
  readonly plan: string;
  readonly knownAt: Day | null;
  readonly goals: readonly ComputedGoal[];
};

/** Computes every goal of a plan on a day. */
export async function computePlan(plan: Plan, asked: AskedStatus): Promise<ComputedPlan> {
  const { source, ...rest } = asked;
  const goals = await Promise.all(plan.goals.map((goal) => computeGoal(plan, goal, asked)));
  return { ...rest, plan: plan.id, knownAt: source.knownAt, goals };
}

/** The status of a plan as a reader may see it: readers outside the jobcentre's staff get no small numbers. */
export function asSeenBy(computed: ComputedPlan, reader: { readonly discreet: boolean }): PlanStatus {
  const goals = computed.goals.map(({ result, bases }) => (reader.discreet ? withDiscretion(result, bases) : result));
  const counts = { met: 0, on_track: 0, at_risk: 0, off_track: 0, missed: 0, no_data: 0 };
  for (const goal of goals) counts[goal.status] += 1;
  return {
    plan: computed.plan,
    asOf: isoDay(computed.asOf),
    knownAt: computed.knownAt === null ? null : isoDay(computed.knownAt),
    snapshot: computed.snapshot,
    municipality: computed.municipality,
    synthetic: computed.synthetic,
    counts,
    needsDecision: goals.filter((goal) => goal.needsDecision).length,
    goals,
  };
}

async function computeGoal(plan: Plan, goal: PlanGoal, { source, asOf }: AskedStatus): Promise<ComputedGoal> {
  const computed: ComputedIndicator[] = [];
  for (const indicator of goal.indicators) {
    computed.push(await computeIndicator(indicator, { source, asOf, title: goal.title }));
  }
  const indicators = computed.map(({ result }) => result);
  const judged = indicators.filter((indicator) => indicator.target !== null);
  const status = worst(judged.map((indicator) => indicator.status));
  const deadline = judged.reduce((latest, { target }) => Math.max(latest, target ? day(target.by) : 0), 0);
  const assumption = goal.assumption ?? null;
  const result: GoalResult = {
    id: goal.id,
    title: goal.title,
    track: goal.track,
    kind: goal.kind,
    explicit: goal.explicit,
    owner: goal.owner ?? plan.committee,
    phases: goal.phases,
    ref: goal.ref,
    status,
    needsDecision: needsDecision(status, deadline - asOf, thresholdsOn(asOf)),
    missing: goal.missing ?? (status === "no_data" ? (indicators.find((one) => one.missing)?.missing ?? null) : null),
    withheld: false,
    indicators: indicators.map((one) => ({ ...one, assumption: one.assumption ?? assumption })),
  };
  return { result, bases: await basesOf(goal, computed, source) };
}

/** For each indicator the counts it rests on: its own figure, the parts of a difference, people behind rows; null when it is not about people. */
async function basesOf(
  goal: PlanGoal,
  computed: readonly ComputedIndicator[],
  source: Source,
): Promise<readonly Basis[]> {
  const bases: Basis[] = [];
  for (const [i, { spec, window }] of goal.indicators.entries()) {
    const { result, baseline } = computed[i] ?? {};
    if (!result || !isAboutPeople(spec, source)) {
      bases.push(null);
      continue;
    }
    const place = { spec, inherited: window, on: day(result.measuredOn) };
    const own = natureOf(spec.measure).restsOnParts ? await basisOf(place, source) : [result];
    const people = await peopleBehind(place, result, source);
    bases.push({ figures: [...own, ...people], baseline: baseline ? { unit: result.unit, ...baseline } : null });
  }
  return bases;
}
