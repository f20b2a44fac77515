import { type Comparison, type IndicatorResult, natureOf } from "../indicators/public.ts";
import type { GoalResult } from "./contract.ts";
import { type Counted, FEWEST_PEOPLE, hiddenBesideWhole, hiddenSteps, restsOnFew } from "./rules/discretion.ts";

const WITHHELD_WHY = {
  da: "Tallet bygger på færre end fem personer og vises ikke.",
  en: "The figure rests on fewer than five people and is not shown.",
};

/** What must be known to show a figure to outsiders: null when it is not about people, else the counts that it and its baseline rest on. */
export type Basis = { readonly figures: readonly Counted[]; readonly baseline: Counted | null } | null;

/**
 * A goal as people outside the jobcentre's staff may see it: no figure on fewer than five people, no earlier point either, and neither
 * value nor status where the target itself is under five people and the value is not safe to show.
 */
export function withDiscretion(goal: GoalResult, bases: readonly Basis[]): GoalResult {
  const indicators = goal.indicators.map((indicator, i) => {
    const basis = bases[i] ?? null;
    return basis === null ? indicator : discreet(indicator, basis);
  });
  const hidesGoal = indicators.some((indicator) => indicator.withheld && hasSmallTarget(indicator));
  if (!hidesGoal)
    return { ...goal, indicators, withheld: indicators.length > 0 && indicators.every((one) => one.withheld) };
  return {
    ...goal,
    status: "no_data",
    needsDecision: false,
    withheld: true,
    indicators: indicators.map((indicator) => ({ ...indicator, status: "no_data", why: WITHHELD_WHY })),
  };
}

function hasSmallTarget({ unit, target }: IndicatorResult): boolean {
  return unit !== "percent" && target !== null && target.value !== null && target.value < FEWEST_PEOPLE;
}

function discreet(given: IndicatorResult, basis: NonNullable<Basis>): IndicatorResult {
  const indicator = basis.baseline && restsOnFew(basis.baseline) ? withoutBaseline(given) : given;
  if (basis.figures.some(restsOnFew)) return emptied(indicator);
  const isPutTogether = natureOf(given.measure).restsOnParts === true;
  const { unit } = indicator;
  const series = indicator.series.map((point) =>
    isPutTogether || restsOnFew({ unit, ...point })
      ? { ...point, value: null, numerator: null, denominator: null }
      : point,
  );
  const isCount = indicator.numerator !== null && indicator.denominator === null;
  if (!isCount) return { ...indicator, series, comparisons: isPutTogether ? [] : indicator.comparisons };
  const comparisons = isPutTogether ? [] : besideWhole(indicator, indicator.comparisons.map(withoutFew));
  return { ...indicator, series: withoutSmallSteps(indicator, series), comparisons };
}

/** The series of a running count without the points that would tell of one to four people by their distance to the next one shown. */
function withoutSmallSteps({ value }: IndicatorResult, series: IndicatorResult["series"]): IndicatorResult["series"] {
  const hidden = hiddenSteps([...series.map((point) => point.value), value]);
  return series.map((point, at) =>
    hidden[at] ? { ...point, value: null, numerator: null, denominator: null } : point,
  );
}

/** Lines to compare with, without those that the whole less them would give away: women beside all, and so men. */
function besideWhole({ value, series }: IndicatorResult, lines: readonly Comparison[]): Comparison[] {
  const hidden = hiddenBesideWhole(
    value,
    lines.map((line) => line.value),
  );
  const wholes = new Map(series.map((point) => [point.day, point.value]));
  const hiddenOn = (day: string): readonly boolean[] =>
    hiddenBesideWhole(
      wholes.get(day) ?? null,
      lines.map((line) => line.series.find((point) => point.day === day)?.value ?? null),
    );
  return lines.map((line, at) => ({
    ...line,
    value: hidden[at] ? null : line.value,
    series: line.series.map((point) => (hiddenOn(point.day)[at] ? { ...point, value: null } : point)),
  }));
}

/** A line of counts to compare with, without the counts of too few people. */
function withoutFew(line: Comparison): Comparison {
  const shown = (value: number | null): number | null => (value !== null && value < FEWEST_PEOPLE ? null : value);
  const series = line.series.map((point) => ({ ...point, value: shown(point.value) }));
  return { ...line, value: shown(line.value), series };
}

/** The target without its value, which is a figure on too few people. */
function withoutBaseline(indicator: IndicatorResult): IndicatorResult {
  const series = indicator.series.map((point) => ({ ...point, path: null }));
  return { ...indicator, series, target: indicator.target && { ...indicator.target, value: null } };
}

/** A figure without anything that would give it away. */
function emptied(indicator: IndicatorResult): IndicatorResult {
  return {
    ...indicator,
    value: null,
    numerator: null,
    denominator: null,
    withheld: true,
    series: indicator.series.map((point) => ({ ...point, value: null, numerator: null, denominator: null })),
    projection: null,
    freshness: null,
    comparisons: [],
    details: [],
  };
}
