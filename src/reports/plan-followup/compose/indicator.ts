import type { Bilingual, GoalStatus, IndicatorResult, TargetResult } from "../../../indicators/contract.ts";
import type { PlanStatus } from "../../../plan/contract.ts";
import { fill } from "../../../platform/texts/catalogue.ts";
import { formatPercent } from "../../../platform/texts/format.ts";
import type { ReportCell, ReportIndicator, ReportLine } from "../contract.ts";
import { drawChart } from "./chart.ts";
import {
  bareCell,
  bareTarget,
  emptyCell,
  figureCell,
  isYesOrNo,
  numberCell,
  targetText,
  textCell,
  unitName,
  type Words,
} from "./words.ts";

/** One indicator in words, figures and a picture. Small numbers are already out of `status` (see `withoutSmallNumbers`). */
export function composeIndicator(indicator: IndicatorResult, status: PlanStatus, words: Words): ReportIndicator {
  const { texts, pick } = words;
  const { unit } = indicator;
  const after = indicator.target !== null && indicator.target.by <= status.asOf;
  const both = (text: Bilingual | null | undefined): string | null => (text ? pick(text) : null);
  const value = indicator.withheld ? textCell(texts.goal.withheldWord) : figureCell(indicator.value, unit, words);
  const target = targetCell(indicator.target, unit, words);
  const figure = (number: number | null): ReportCell => figureCell(number, unit, words);
  return {
    label: pick(indicator.label),
    status: indicator.status,
    statusLabel: statusLabel(indicator, words),
    unit: unitName(unit, words),
    valueLabel: after ? texts.goal.valueAfter : texts.goal.value,
    value,
    numerator: numberCell(indicator.numerator, words),
    denominator: numberCell(indicator.denominator, words),
    target,
    targetOperator: indicator.target?.operator ?? null,
    targetBasis: both(indicator.target?.basis),
    projection: figure(indicator.projection?.value ?? null),
    projectionLow: bareCell(indicator.projection?.low ?? null, unit, words),
    projectionHigh: bareCell(indicator.projection?.high ?? null, unit, words),
    projectionText: projectionText(indicator, after, words),
    why: indicator.withheld ? texts.goal.withheld : pick(indicator.why),
    definition: pick(indicator.definition),
    assumption: both(indicator.assumption),
    missing: both(indicator.missing),
    withheld: indicator.withheld ? texts.goal.withheld : null,
    comparisons: indicator.comparisons.map((comparison) => ({
      label: pick(comparison.label),
      text: comparison.missing ? pick(comparison.missing) : figure(comparison.value).text,
    })),
    details: indicator.details.map((detail) => ({ label: pick(detail.label), text: pick(detail.value) })),
    measuredOn: indicator.measuredOn,
    freshness: indicator.freshness,
    points: indicator.series.map(({ period, day, value, path }) => ({ period, day, value, path })),
    ...pictureOf(indicator, { value, target }, words),
    made: madeOf(indicator, status, words),
    expression: indicator.expression,
  };
}

/** The status in a word; withheld where the status itself may not be seen. */
export function statusLabel(of: { status: GoalStatus; withheld: boolean }, words: Words): string {
  return of.withheld && of.status === "no_data" ? words.texts.status.withheld : words.texts.status[of.status];
}

/** The target in words: `mindst 1.600 personer senest 31.12.2021`. */
export function targetCell(target: TargetResult | null, unit: string, words: Words): ReportCell {
  if (target === null) return emptyCell(words);
  const { operator } = words.texts;
  const by = (text: string): string => fill(operator.by, { target: text, day: words.day(target.by) });
  if (target.value === null) return { ...textCell(by(operator.unknown)), day: target.by };
  const value = targetText(target.value, unit, words);
  if (isYesOrNo(unit)) return { text: by(value), number: target.value, day: target.by, decimals: 0 };
  const band = target.operator === "=" && target.margin !== null && target.margin > 0;
  const wanted = band
    ? fill(operator["=margin"], { value, margin: numberCell(target.margin, words).text })
    : fill(operator[target.operator], { value });
  return { text: by(wanted), number: target.value, day: target.by, decimals: numberCell(target.value, words).decimals };
}

function projectionText(indicator: IndicatorResult, after: boolean, words: Words): string {
  const { goal } = words.texts;
  const { projection } = indicator;
  if (indicator.withheld) return goal.withheld;
  if (projection === null) return after ? goal.noProjectionAfter : goal.noProjection;
  const text = fill(goal.projectionText, {
    value: figureCell(projection.value, indicator.unit, words).text,
    low: bareCell(projection.low, indicator.unit, words).text,
    high: bareCell(projection.high, indicator.unit, words).text,
    points: projection.points,
    method: words.pick(projection.method),
  });
  if (projection.coverage === null) return text;
  return `${text} ${fill(goal.coverage, { coverage: formatPercent(projection.coverage, words.language, 0) })}`;
}

function pictureOf(
  indicator: IndicatorResult,
  shown: { value: ReportCell; target: ReportCell },
  words: Words,
): Pick<ReportIndicator, "chart" | "chartText"> {
  const known = indicator.series.filter((point) => point.value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 2 || isYesOrNo(indicator.unit))
    return { chart: null, chartText: words.texts.chart.none };
  const figure = (value: number | null): string => figureCell(value, indicator.unit, words).text;
  const { target } = indicator;
  const chartText = fill(words.texts.chart.text, {
    label: words.pick(indicator.label),
    firstValue: figure(first.value),
    firstDay: words.day(first.day),
    lastValue: figure(last.value),
    lastDay: words.day(last.day),
    target: shown.target.text,
  });
  const chart = drawChart(
    {
      points: indicator.series.map(({ period, day, value, path }) => ({ period, day, value, path })),
      target:
        target && target.value !== null
          ? {
              value: target.value,
              by: target.by,
              label: `${words.texts.chart.target} ${bareTarget(target.value, indicator.unit, words)}`,
            }
          : null,
      projection: indicator.projection,
      lastLabel: bareCell(last.value, indicator.unit, words).text,
      alt: chartText,
    },
    words,
  );
  return { chart, chartText };
}

function madeOf(indicator: IndicatorResult, status: PlanStatus, words: Words): ReportLine[] {
  const { annex, goal } = words.texts;
  const { from, last } = indicator.window;
  const count = (value: number | null): string =>
    indicator.withheld ? goal.withheldWord : numberCell(value, words).text;
  return [
    { label: annex.measure, text: indicator.measure },
    { label: annex.window, text: fill(annex.windowText, { from: words.day(from), to: words.day(last) }) },
    { label: annex.measuredOn, text: words.day(indicator.measuredOn) },
    { label: annex.numerator, text: count(indicator.numerator) },
    { label: annex.denominator, text: count(indicator.denominator) },
    { label: annex.snapshot, text: status.snapshot ?? annex.live },
    { label: annex.knownAt, text: status.knownAt === null ? annex.knownNow : words.day(status.knownAt) },
    { label: annex.recorded, text: indicator.freshness === null ? words.texts.none : words.day(indicator.freshness) },
  ];
}
