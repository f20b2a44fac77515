import { areaY, axisX, axisY, dot, gridY, line, lineY, type Markish, plot, ruleY, text } from "@observablehq/plot";

/** A value on an ISO day. */
export type ChartPoint = { readonly day: string; readonly value: number | null };

/** Everything the chart draws, with the texts it writes. */
export type PathChartData = {
  readonly actual: readonly ChartPoint[];
  readonly path: readonly ChartPoint[];
  /** At most two. */
  readonly comparisons: readonly { readonly label: string; readonly points: readonly ChartPoint[] }[];
  readonly target: { readonly value: number; readonly label: string } | null;
  readonly projection: {
    readonly day: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly formatValue: (value: number) => string;
  readonly formatDay: (iso: string) => string;
  readonly unit: string;
};

const INK = "var(--ax-text-neutral)";
const ACCENT = "var(--ax-bg-accent-strong)";
/** The first comparison is drawn whole, the second dashed; more would not be told apart. */
const COMPARISON_DASHES = [{}, { strokeDasharray: "10 5" }];
const SUBTLE = "var(--ax-text-neutral-subtle)";

/**
 * The chart as an SVG picture with one label; what the drawing library says inside it is taken out, for it is not for readers. Its
 * own style element goes too: pages take styles from our files only (content security policy), and ours say the same.
 */
export function drawPathChart(data: PathChartData, size: { readonly width: number; readonly label: string }): Element {
  const drawn = plot({
    width: size.width,
    height: Math.max(220, Math.min(340, size.width * 0.42)),
    marginLeft: 56,
    marginRight: 20,
    marginTop: 26,
    marginBottom: 30,
    style: { fontFamily: "inherit", fontSize: "14px", background: "transparent", color: INK },
    x: { type: "utc", label: null },
    y: { nice: true, zero: startsAtZero(data), label: null },
    marks: [...frame(data, size.width), ...comparisons(data), ...wanted(data), ...expected(data), ...measured(data)],
  });
  return withOneLabel(drawn, size.label);
}

function frame({ formatValue, formatDay, unit }: PathChartData, width: number): Markish[] {
  return [
    gridY({ ticks: 5, stroke: "var(--ax-border-neutral-subtle)", strokeOpacity: 1 }),
    axisY({ ticks: 5, tickSize: 0, label: unit, labelAnchor: "top", labelArrow: "none", tickFormat: formatValue }),
    axisX({
      ticks: Math.max(2, Math.floor(width / 130)),
      tickFormat: (day: Date) => formatDay(day.toISOString().slice(0, 10)),
    }),
  ];
}

function measured({ actual }: PathChartData): Markish[] {
  const points = dated(actual);
  const last = points.filter(({ value }) => value !== null).slice(-1);
  return [
    lineY(points, { x: "at", y: "value", stroke: ACCENT, strokeWidth: 2.5 }),
    dot(last, { x: "at", y: "value", r: 4.5, fill: ACCENT, stroke: "white", strokeWidth: 1.5 }),
  ];
}

function wanted({ path, target }: PathChartData): Markish[] {
  const line = lineY(dated(path), { x: "at", y: "value", stroke: INK, strokeWidth: 1.5, strokeDasharray: "2 4" });
  if (!target) return [line];
  return [
    ruleY([target.value], { stroke: INK, strokeWidth: 1.5, strokeDasharray: "7 4" }),
    line,
    text([target], {
      y: "value",
      frameAnchor: "left",
      text: "label",
      textAnchor: "start",
      dx: 4,
      dy: -9,
      fontWeight: 600,
      fill: INK,
      stroke: "white",
      strokeWidth: 4,
    }),
  ];
}

function expected({ projection, actual }: PathChartData): Markish[] {
  const last = actual.findLast(({ value }) => value !== null);
  if (!projection || !last) return [];
  const start = { at: at(last.day), value: last.value, low: last.value, high: last.value };
  const cone = [start, { ...projection, at: at(projection.day) }];
  return [
    areaY(cone, { x: "at", y1: "low", y2: "high", fill: ACCENT, fillOpacity: 0.16 }),
    line(cone, { x: "at", y: "value", stroke: ACCENT, strokeWidth: 2, strokeDasharray: "3 3" }),
    dot(cone.slice(1), { x: "at", y: "value", r: 4, stroke: ACCENT, fill: "white", strokeWidth: 2 }),
  ];
}

function comparisons({ comparisons: all }: PathChartData): Markish[] {
  return all.map(({ points }, index) =>
    lineY(dated(points), { x: "at", y: "value", stroke: SUBTLE, strokeWidth: 1.25, ...COMPARISON_DASHES[index] }),
  );
}

/** Counts stand on the axis; shares and levels far from it are shown where they move. */
function startsAtZero({ actual, target }: PathChartData): boolean {
  const values = [...actual.map(({ value }) => value), target?.value ?? null].filter((value) => value !== null);
  return Math.min(...values) < 0.5 * Math.max(...values);
}

function dated(points: readonly ChartPoint[]): { at: Date; value: number | null }[] {
  return points.map(({ day, value }) => ({ at: at(day), value }));
}

function at(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

function withOneLabel(drawn: Element, label: string): Element {
  for (const inner of drawn.querySelectorAll("[aria-label], [aria-description], [aria-hidden]"))
    for (const name of ["aria-label", "aria-description", "aria-hidden"]) inner.removeAttribute(name);
  for (const style of drawn.querySelectorAll("style")) style.remove();
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", label);
  return drawn;
}
