import type { IndicatorResult } from "../indicators/public.ts";
import type { GoalResult } from "./contract.ts";
import { FEWEST_PEOPLE, restsOnFew } from "./rules/discretion.ts";

const WITHHELD_WHY = {
  da: "Tallet bygger på færre end fem personer og vises ikke.",
  en: "The figure rests on fewer than five people and is not shown.",
};

/**
 * A goal as people outside the jobcentre's staff may see it: no figure on fewer than five people, no earlier point either, and neither
 * value nor status where the target itself is under five people and the value is not safe to show.
 */
export function withDiscretion(goal: GoalResult, aboutPeople: readonly boolean[]): GoalResult {
  const indicators = goal.indicators.map((indicator, i) => (aboutPeople[i] ? discreet(indicator) : indicator));
  const hidesGoal = goal.indicators.some(
    (indicator, i) => aboutPeople[i] && smallTarget(indicator) && indicators[i]?.withheld === true,
  );
  if (!hidesGoal)
    return { ...goal, indicators, withheld: indicators.every((one) => one.withheld) && indicators.length > 0 };
  return {
    ...goal,
    status: "no_data",
    needsDecision: false,
    withheld: true,
    indicators: indicators.map((indicator) => ({ ...indicator, status: "no_data", why: WITHHELD_WHY })),
  };
}

function smallTarget({ unit, target }: IndicatorResult): boolean {
  return unit !== "percent" && target?.value !== null && target !== null && target.value < FEWEST_PEOPLE;
}

function discreet(indicator: IndicatorResult): IndicatorResult {
  const { unit } = indicator;
  const series = indicator.series.map((point) =>
    restsOnFew({ unit, ...point }) ? { ...point, value: null, numerator: null, denominator: null } : point,
  );
  if (!restsOnFew(indicator)) return { ...indicator, series };
  return {
    ...indicator,
    value: null,
    numerator: null,
    denominator: null,
    withheld: true,
    why: indicator.target && indicator.target.value !== null && smallTarget(indicator) ? WITHHELD_WHY : indicator.why,
    series: series.map((point) => ({ ...point, value: null, numerator: null, denominator: null })),
    projection: null,
    comparisons: [],
    details: [],
  };
}
