import type { Bilingual } from "../../platform/kernel/fact.ts";

export type Status = "met" | "on_track" | "at_risk" | "off_track" | "missed" | "no_data";
export type Operator = ">=" | "<=" | ">" | "<" | "=";

/** Limits that decide when a goal is at risk. Data, in `thresholds.yaml`. */
export type Thresholds = {
  /** Without a projection: percent short of the path that is still only "at risk". */
  readonly at_risk_percent: number;
  /** Days before the deadline from which a goal at risk needs a decision. */
  readonly decision_days: number;
  /** Without a projection: percent of the time to the deadline that must have passed before anything is off track. */
  readonly early_percent: number;
  /** Days before the deadline from which a milestone not yet delivered is at risk. */
  readonly milestone_days: number;
};

export type Judged = {
  readonly value: number | null;
  readonly operator: Operator;
  readonly target: number | null;
  readonly margin: number;
  /** Has the deadline been reached? */
  readonly over: boolean;
  /** Can a reached goal be lost again? Cumulative figures and milestones cannot. */
  readonly lasting: boolean;
  readonly projection: { readonly value: number; readonly low: number; readonly high: number } | null;
  /** What the path asks for today; the target itself where there is no path. */
  readonly path: number | null;
  /** Days to the deadline, and percent (0-100) of the time from the plan's first day that has passed. */
  readonly daysLeft: number;
  readonly passedPercent: number;
  /** Is it delivered or not, with nothing in between? */
  readonly isMilestone: boolean;
};

/** Does a value satisfy a target? */
export function satisfies(
  value: number,
  target: Pick<Judged, "operator" | "margin"> & { readonly target: number },
): boolean {
  switch (target.operator) {
    case ">=":
      return value >= target.target;
    case ">":
      return value > target.target;
    case "<=":
      return value <= target.target;
    case "<":
      return value < target.target;
    case "=":
      return Math.abs(value - target.target) <= target.margin;
  }
}

/**
 * The status of an indicator and why. On the deadline and after it only met, missed or no data. Before it, "on track" is judged on the
 * projection to the deadline: on track when the expected value satisfies the target, at risk when only a part of the 80 % interval does,
 * off track when none of it does. With too little history for a projection the distance to the path decides.
 */
export function judge(judged: Judged, thresholds: Thresholds): Verdict {
  const { value, target, projection } = judged;
  if (value === null) return { status: "no_data", why: WHY.noData };
  if (target === null) return { status: "no_data", why: WHY.noTarget };
  const wanted = { operator: judged.operator, margin: judged.margin, target };
  const met = satisfies(value, wanted);
  if (judged.over) return met ? { status: "met", why: WHY.metOnDeadline } : { status: "missed", why: WHY.missed };
  if (met && judged.lasting) return { status: "met", why: WHY.reached };
  if (judged.isMilestone) return byDaysLeft(judged.daysLeft, thresholds);
  return projection ? byProjection(projection, wanted) : byPath(value, wanted, { judged, thresholds });
}

type Verdict = { readonly status: Status; readonly why: Bilingual };
type Wanted = { readonly operator: Operator; readonly margin: number; readonly target: number };

function byProjection(projection: NonNullable<Judged["projection"]>, wanted: Wanted): Verdict {
  if (satisfies(projection.value, wanted)) return { status: "on_track", why: WHY.projectionHolds };
  const reachable =
    satisfies(projection.low, wanted) || satisfies(projection.high, wanted) || spans(projection, wanted.target);
  return reachable
    ? { status: "at_risk", why: WHY.withinUncertainty }
    : { status: "off_track", why: WHY.outsideUncertainty };
}

/** Delivered or not: before the deadline only its nearness can be judged. */
function byDaysLeft(daysLeft: number, thresholds: Thresholds): Verdict {
  return daysLeft > thresholds.milestone_days
    ? { status: "on_track", why: WHY.notDueYet }
    : { status: "at_risk", why: WHY.dueSoon };
}

/** Too little history for a projection: how far from the path, and never worse than at risk while the plan is young. */
function byPath(
  value: number,
  wanted: Wanted,
  on: { readonly judged: Judged; readonly thresholds: Thresholds },
): Verdict {
  const { judged, thresholds } = on;
  const path = judged.path ?? wanted.target;
  if (satisfies(value, { ...wanted, target: path })) return { status: "on_track", why: WHY.onPath };
  if (judged.passedPercent < thresholds.early_percent) return { status: "at_risk", why: WHY.early };
  const short = path === 0 ? 0 : (Math.abs(value - path) * 100) / Math.abs(path);
  return short <= thresholds.at_risk_percent
    ? { status: "at_risk", why: WHY.nearPath }
    : { status: "off_track", why: WHY.farFromPath };
}

const ORDER: readonly Status[] = ["missed", "off_track", "at_risk", "no_data", "on_track", "met"];

/** The status of a goal with several indicators: the worst of them. No data weighs less than a known problem. */
export function worst(statuses: readonly Status[]): Status {
  return ORDER.find((status) => statuses.includes(status)) ?? "no_data";
}

/** Does somebody have to decide something? Off track or missed, or at risk with the deadline near. */
export function needsDecision(status: Status, daysLeft: number, thresholds: Thresholds): boolean {
  if (status === "off_track" || status === "missed") return true;
  return status === "at_risk" && daysLeft <= thresholds.decision_days;
}

function spans(interval: { readonly low: number; readonly high: number }, target: number): boolean {
  return interval.low <= target && target <= interval.high;
}

const WHY = {
  noData: { da: "Der er ikke data nok til at vurdere målet.", en: "There are not enough data to judge the goal." },
  noTarget: {
    da: "Der er ikke noget krav at holde tallet op mod.",
    en: "There is no target to hold the figure against.",
  },
  metOnDeadline: { da: "Målet var opfyldt på fristen.", en: "The goal was met on the deadline." },
  missed: { da: "Målet var ikke opfyldt på fristen.", en: "The goal was not met on the deadline." },
  reached: { da: "Målet er nået før fristen.", en: "The goal has been reached before the deadline." },
  projectionHolds: {
    da: "Fortsætter udviklingen, er målet opfyldt på fristen.",
    en: "If the development continues, the goal is met on the deadline.",
  },
  withinUncertainty: {
    da: "Fortsætter udviklingen, nås målet ikke, men det ligger inden for usikkerheden.",
    en: "If the development continues, the goal is not reached, but it lies within the uncertainty.",
  },
  outsideUncertainty: {
    da: "Fortsætter udviklingen, nås målet ikke, heller ikke inden for usikkerheden.",
    en: "If the development continues, the goal is not reached, not even within the uncertainty.",
  },
  notDueYet: {
    da: "Leverancen er ikke kommet endnu; der er tid til fristen.",
    en: "It has not been delivered yet; there is time until the deadline.",
  },
  dueSoon: {
    da: "Leverancen er ikke kommet, og fristen er nær.",
    en: "It has not been delivered, and the deadline is near.",
  },
  early: {
    da: "Planen er så ny, at der ikke kan siges mere, end at målet endnu er bagud.",
    en: "The plan is so young that no more can be said than that the goal is behind so far.",
  },
  onPath: {
    da: "Historikken er for kort til en fremskrivning; i dag er målet på kurs.",
    en: "The history is too short for a projection; today the goal is on its path.",
  },
  nearPath: {
    da: "Historikken er for kort til en fremskrivning; målet er lidt bagud.",
    en: "The history is too short for a projection; the goal is slightly behind.",
  },
  farFromPath: {
    da: "Historikken er for kort til en fremskrivning; målet er langt bagud.",
    en: "The history is too short for a projection; the goal is far behind.",
  },
} as const satisfies Record<string, Bilingual>;
