import { Button, Table } from "@navikt/ds-react";
import { lazy, type ReactElement, Suspense, useMemo, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatMonth, formatPeriod, NO_VALUE } from "../../platform/texts/format.ts";
import type { PathChartData } from "../../platform/ui/path-chart-marks.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Indicator } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import { formatAmount, formatTarget, isMilestone, unitWord } from "./value.ts";

const PathChart = lazy(() =>
  import("../../platform/ui/path-chart.tsx").then(({ PathChart }) => ({ default: PathChart })),
);

/** The curve towards the target, what its lines mean, and the same numbers as a table. */
export function IndicatorChart({ indicator }: { readonly indicator: Indicator }): ReactElement | null {
  const { chart } = useTexts(planTexts).goal;
  const both = useBoth();
  const [asTable, setAsTable] = useState(false);
  const data = useChartData(indicator);
  const measured = indicator.series.filter(({ value }) => value !== null).length;
  if (indicator.value === null || isMilestone(indicator.unit)) return null;
  if (measured < 2) return <p className="quiet">{chart.tooFew}</p>;
  return (
    <figure className="chart">
      <Suspense fallback={<div className="chart-place" />}>
        <PathChart data={data} label={fill(chart.caption, { label: both(indicator.label) })} />
      </Suspense>
      <figcaption>
        <Legend indicator={indicator} />
        <span className="chart-description">{chart.description}</span>
        <Button
          className="no-print"
          size="xsmall"
          variant="tertiary"
          aria-expanded={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? chart.asChart : chart.asTable}
        </Button>
      </figcaption>
      {asTable && <ChartTable indicator={indicator} />}
    </figure>
  );
}

function useChartData(indicator: Indicator): PathChartData {
  const both = useBoth();
  const { language } = useLanguage();
  return useMemo(() => {
    const { series, target, projection, unit } = indicator;
    const label = target && formatTarget(target, unit, language);
    const wanted = target && target.value !== null && label ? { value: target.value, label } : null;
    return {
      actual: series.map(({ day, value }) => ({ day, value })),
      path: pathOf(indicator),
      comparisons: drawnComparisons(indicator).map((each) => ({ label: both(each.label), points: each.series })),
      target: wanted,
      projection: projection && { ...projection, day: projection.by },
      formatValue: (value) => formatAmount(value, unit, language),
      formatDay: (iso) => formatMonth(iso, language),
      unit: unitWord(2, unit, language),
    };
  }, [indicator, language, both]);
}

/** The path to the target, drawn on to the deadline. */
function pathOf({ series, target }: Indicator): { day: string; value: number | null }[] {
  const known = series.filter(({ path }) => path !== null).map(({ day, path }) => ({ day, value: path }));
  const last = known.at(-1);
  if (!last || !target || target.value === null || last.day >= target.by) return known;
  return [...known, { day: target.by, value: target.value }];
}

/** The comparisons that have a curve, as many as can be told apart. */
function drawnComparisons({ comparisons }: Indicator): Indicator["comparisons"] {
  return comparisons.filter((each) => each.series.some(({ value }) => value !== null)).slice(0, 2);
}

function Legend({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const { chart } = useTexts(planTexts).goal;
  const both = useBoth();
  const compared = drawnComparisons(indicator).map(({ label }, index) => ({
    look: `legend-comparison-${index + 1}`,
    name: both(label),
    shown: true,
  }));
  const entries = [
    { look: "legend-actual", name: chart.actual, shown: true },
    { look: "legend-path", name: chart.path, shown: indicator.series.some(({ path }) => path !== null) },
    { look: "legend-target", name: chart.target, shown: indicator.target?.value != null },
    { look: "legend-projection", name: chart.projection, shown: indicator.projection !== null },
    ...compared,
  ];
  return (
    <ul className="legend">
      {entries
        .filter(({ shown }) => shown)
        .map(({ look, name }) => (
          <li key={look}>
            <span className={`legend-mark ${look}`} aria-hidden="true" />
            {name}
          </li>
        ))}
    </ul>
  );
}

function ChartTable({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const { chart } = useTexts(planTexts).goal;
  const both = useBoth();
  const { language } = useLanguage();
  const { series, unit, projection } = indicator;
  const caption = fill(chart.caption, { label: both(indicator.label) });
  const hasPath = series.some(({ path }) => path !== null);
  const say = (value: number | null): string => (value === null ? NO_VALUE : formatAmount(value, unit, language));
  return (
    <ScrollBox name={caption}>
      <Table size="small" className="numbers">
        <caption className="aksel-sr-only">{caption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{chart.period}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{chart.value}</Table.HeaderCell>
            {hasPath && <Table.HeaderCell scope="col">{chart.path}</Table.HeaderCell>}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {series.map(({ period, day, value, path }) => (
            <Table.Row key={day}>
              <Table.HeaderCell scope="row">{formatPeriod(period, language)}</Table.HeaderCell>
              <Table.DataCell>{say(value)}</Table.DataCell>
              {hasPath && <Table.DataCell>{say(path)}</Table.DataCell>}
            </Table.Row>
          ))}
          {projection && (
            <Table.Row>
              <Table.HeaderCell scope="row">{`${chart.projection}, ${formatDay(projection.by, language)}`}</Table.HeaderCell>
              <Table.DataCell>{`${say(projection.value)} (${say(projection.low)}–${say(projection.high)})`}</Table.DataCell>
              {hasPath && <Table.DataCell>{say(indicator.target?.value ?? null)}</Table.DataCell>}
            </Table.Row>
          )}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}
