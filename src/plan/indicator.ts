import {
  type Comparison,
  compute,
  type Detail,
  type Figure,
  factsOf,
  type Indicator,
  type IndicatorResult,
  isCumulative,
  measureOf,
  natureOf,
  type Projection,
  paramsOf,
  rowsOf,
  type SeriesPoint,
  type Source,
  sentence,
  sqlOf,
  windowOn,
  writeStatement,
} from "../indicators/public.ts";
import { addDays, addMonths, type Day, day, isoDay } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { type Period, periodName, periodsOver } from "../platform/kernel/period.ts";
import { forecast, historyDays } from "./forecast.ts";
import { type Measured, measureOn } from "./measured.ts";
import { judge } from "./rules/status.ts";
import { baselineDays, type FoundTarget, findTarget } from "./target.ts";
import { thresholdsOn } from "./thresholds.ts";

const MONTHS_OF_SERIES = 24;
const LONGEST_SERIES = 400;

export type Asked = { readonly source: Source; readonly asOf: Day; readonly title: Bilingual };

/** An indicator's result, and the figure its target was measured as when it is a baseline: outsiders may not see a small one. */
export type ComputedIndicator = { readonly result: IndicatorResult; readonly baseline: Figure | null };

/**
 * Computes an indicator: its value on the asked day (on the deadline when that has passed), its series, target, path, projection,
 * comparisons and status, with everything needed to open the figure.
 */
export async function computeIndicator(indicator: Indicator, asked: Asked): Promise<ComputedIndicator> {
  const { source, asOf } = asked;
  const by = deadlineOf(indicator, source, asOf);
  const measured = Math.min(asOf, by) as Day;
  const days = seriesDays(indicator, measured, source);
  const asides = [...historyDays(indicator, { source, measured, by }), ...baselineDays(indicator, measured, source)];
  const own = await measureOn(indicator, [...days, ...asides], { measured, source });
  const figure = own.on(measured);
  const target = indicator.target ? await findTarget(indicator.target, { indicator, source, measured, by, own }) : null;
  const unit = unitOf(indicator);
  const projects = target !== null && figure.value !== null;
  const projection = projects ? await forecast(indicator, { source, measured, by, unit, own }) : null;
  const result: IndicatorResult = {
    label: indicator.label ?? asked.title,
    unit,
    ...figure,
    target: target?.result ?? null,
    ...statusOf({ indicator, figure, target, projection, measured, by, over: asOf >= by, plan: source.plan }),
    missing: missingOf(figure, { own, target, isEmpty: hasNotBegun(indicator, measured, source) }),
    assumption: indicator.assumption ?? null,
    series: seriesPoints({ indicator, days, own, target }),
    projection,
    comparisons: await comparisonsOf(indicator, days, source),
    ...openings(indicator, measured, source),
    freshness: await freshnessOf(indicator, source),
    withheld: false,
    details: figure.value === null ? [] : await detailsOf(indicator, measured, asked),
  };
  return { result, baseline: target?.baseline ?? null };
}

function statusOf(found: {
  readonly indicator: Indicator;
  readonly figure: Figure;
  readonly target: FoundTarget | null;
  readonly projection: Projection | null;
  readonly measured: Day;
  readonly by: Day;
  readonly over: boolean;
  readonly plan: Period | null;
}): ReturnType<typeof judge> {
  const { figure, target, projection, measured, by, over } = found;
  const from = found.plan?.from ?? measured;
  const { operator, value, margin } = target?.result ?? { operator: ">=" as const, value: null, margin: null };
  return judge(
    {
      value: figure.value,
      operator,
      target: value,
      margin: margin ?? 0,
      over,
      lasting: isCumulative(found.indicator.window) && operator === ">=",
      projection,
      path: target?.pathOn(measured) ?? null,
      daysLeft: by - measured,
      passedPercent: ((measured - from) * 100) / Math.max(1, by - from),
      isMilestone: natureOf(found.indicator.spec.measure).yesNo === true,
    },
    thresholdsOn(measured),
  );
}

/** Everything that lets a reader open the figure: what it says, when it was measured, its expression and SQL, and what it lists. */
function openings(
  indicator: Indicator,
  measured: Day,
  source: Source,
): Pick<IndicatorResult, "definition" | "measuredOn" | "window" | "measure" | "expression" | "sql" | "rowsOf"> {
  const { spec, window: inherited, expression } = indicator;
  const window = windowOn(spec.window ?? inherited, measured, source.plan);
  return {
    definition: sentence(spec, inherited, source),
    measuredOn: isoDay(measured),
    window: { from: isoDay(window.from), last: isoDay(Math.max(window.from, window.until - 1) as Day) },
    measure: spec.measure,
    expression,
    sql: sqlOf({ spec, inherited, on: measured }, source),
    rowsOf: rowsOf(spec),
  };
}

/** The last day a target may be reached: its own, else the plan's last day, else the asked day. */
function deadlineOf(indicator: Indicator, source: Source, asOf: Day): Day {
  if (indicator.target?.by) return day(indicator.target.by);
  return source.plan ? addDays(source.plan.until, -1) : asOf;
}

/** The unit of an indicator: stated, or its measure's own. */
export function unitOf(indicator: Pick<Indicator, "unit" | "spec">): string {
  const measure = measureOf(indicator.spec.measure);
  return indicator.unit ?? measure.unit(paramsOf(measure, indicator.spec)) ?? "";
}

function seriesDays(indicator: Indicator, measured: Day, source: Source): readonly Day[] {
  const { step, from } = indicator.series;
  const cumulativeFrom = windowOn(indicator.window, measured, source.plan).from;
  const start = from
    ? day(from)
    : isCumulative(indicator.window)
      ? cumulativeFrom
      : addMonths(addDays(measured, 1), -MONTHS_OF_SERIES);
  const ends = periodsOver(step, { from: start, until: addDays(measured, 1) }).map(
    (period) => Math.min(period.until - 1, measured) as Day,
  );
  return ends.length === 0 ? [measured] : ends.slice(-LONGEST_SERIES);
}

function seriesPoints(made: {
  readonly indicator: Indicator;
  readonly days: readonly Day[];
  readonly own: Measured;
  readonly target: FoundTarget | null;
}): SeriesPoint[] {
  return made.days.map((on) => ({
    period: periodName(made.indicator.series.step, on),
    day: isoDay(on),
    ...made.own.on(on),
    path: made.target?.pathOn(on) ?? null,
  }));
}

async function comparisonsOf(indicator: Indicator, days: readonly Day[], source: Source): Promise<Comparison[]> {
  const lines: Comparison[] = [];
  for (const line of indicator.compare) {
    const spec = "of" in line ? line.of : indicator.spec;
    const asked = "of" in line ? days : days.map((on) => addMonths(on, -12 * line.years_before));
    const computed = await compute(spec, asked, { inherited: indicator.window, source });
    lines.push({
      label: line.label,
      value: computed.figures.at(-1)?.value ?? null,
      missing: computed.missing,
      series: days.map((on, i) => ({ day: isoDay(on), value: computed.figures[i]?.value ?? null })),
    });
  }
  return lines;
}

function hasNotBegun({ spec, window }: Indicator, measured: Day, source: Source): boolean {
  const days = windowOn(spec.window ?? window, measured, source.plan);
  return days.until <= days.from;
}

function missingOf(
  figure: Figure,
  found: { readonly own: Measured; readonly target: FoundTarget | null; readonly isEmpty: boolean },
): Bilingual | null {
  if (figure.value !== null) return found.target?.missing ?? null;
  if (found.isEmpty) return { da: "Perioden er ikke begyndt", en: "The period has not begun" };
  if (found.own.missing) return found.own.missing;
  return {
    da: "Der er ingen at måle på i perioden (nævneren er 0)",
    en: "There is nobody to measure in the period (the denominator is 0)",
  };
}

async function freshnessOf(indicator: Indicator, source: Source): Promise<string | null> {
  const days: Day[] = [];
  for (const fact of factsOf(indicator.spec)) {
    const { lastRecorded } = await source.coverage(fact);
    if (lastRecorded !== null) days.push(lastRecorded);
  }
  return days.length === 0 ? null : isoDay(Math.max(...days) as Day);
}

async function detailsOf(indicator: Indicator, measured: Day, { asOf, source }: Asked): Promise<Detail[]> {
  const measure = measureOf(indicator.spec.measure);
  const details = measure.details?.(paramsOf(measure, indicator.spec));
  if (!details) return [];
  const window = indicator.spec.window ?? indicator.window;
  const [row] = await source.run(writeStatement(details.query, { days: [measured], window, source, asOf }));
  return row ? [...details.read(row)] : [];
}
