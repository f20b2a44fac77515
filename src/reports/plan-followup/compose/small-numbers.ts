import type { IndicatorResult } from "../../../indicators/contract.ts";
import type { GoalResult, PlanStatus } from "../../../plan/contract.ts";
import { restsOnFew } from "../../../plan/public.ts";

/** Goals with a target under this many citizens show neither figure nor status while the figure is withheld. */
const FEWEST_CITIZENS = 5;

/**
 * The status as a report may print it (REP-07). What the status already withholds stays withheld; on top of that, and whoever asks
 * for the report, the plan's own rule takes out every figure on fewer than five citizens, earlier points included.
 */
export function withoutSmallNumbers(status: PlanStatus): PlanStatus {
  return { ...status, goals: status.goals.map(protectGoal) };
}

function protectGoal(goal: GoalResult): GoalResult {
  const indicators = goal.indicators.map(protectIndicator);
  const hidden = indicators.length > 0 && indicators.every((indicator) => indicator.withheld);
  const whole = indicators.some((indicator) => indicator.withheld && hasSmallTarget(indicator));
  if (!whole) return { ...goal, indicators, withheld: goal.withheld || hidden };
  return {
    ...goal,
    withheld: true,
    status: "no_data",
    needsDecision: false,
    missing: null,
    indicators: indicators.map((indicator) => ({ ...hide(indicator), status: "no_data" })),
  };
}

function protectIndicator(indicator: IndicatorResult): IndicatorResult {
  if (indicator.withheld) return hide(indicator);
  if (indicator.rowsOf !== "citizens") return indicator;
  if (restsOnFew(indicator)) return hide(indicator);
  const { unit } = indicator;
  const series = indicator.series.map((point) =>
    restsOnFew({ unit, ...point }) ? { ...point, value: null, numerator: null, denominator: null } : point,
  );
  return { ...indicator, series };
}

function hide(indicator: IndicatorResult): IndicatorResult {
  return {
    ...indicator,
    withheld: true,
    value: null,
    numerator: null,
    denominator: null,
    series: [],
    projection: null,
    comparisons: [],
    details: [],
    missing: null,
  };
}

function hasSmallTarget({ unit, target }: IndicatorResult): boolean {
  const wanted = target?.value ?? null;
  return unit !== "percent" && wanted !== null && wanted < FEWEST_CITIZENS;
}
