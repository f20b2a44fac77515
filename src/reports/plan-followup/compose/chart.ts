import { type Day, day, isoDay } from "../../../platform/kernel/day.ts";
import { formatMonth, formatNumber } from "../../../platform/texts/format.ts";
import type { ReportPoint } from "../contract.ts";
import {
  ACCENT,
  BAND,
  dashed,
  diamond,
  dot,
  escapeXml,
  GREY,
  line,
  pair,
  path,
  RULE,
  type Spot,
  strong,
  write,
} from "./chart-marks.ts";
import { axisTicks, timeTicks } from "./chart-scale.ts";
import type { Words } from "./words.ts";

/** What a chart is drawn from. Values are in the indicator's unit; the target's line stands on its deadline. */
export type ChartInput = {
  readonly points: readonly ReportPoint[];
  readonly target: { readonly value: number; readonly by: string; readonly label: string } | null;
  readonly projection: {
    readonly by: string;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
  readonly lastLabel: string;
  readonly alt: string;
};

type Scale = { readonly x: (iso: string) => number; readonly y: (value: number) => number };

const WIDTH = 640;
const HEIGHT = 160;
const PLOT = { left: 52, right: 548, top: 30, bottom: 134 };

/** A line of what happened with the target's path and the projection's band, as SVG; null with fewer than two points. */
export function drawChart(input: ChartInput, words: Words): string | null {
  const last = lastOf(input.points);
  if (!last) return null;
  const axes = axesOf(input);
  const scale = scaleOf(axes);
  const parts = [
    drawAxes(axes, scale, words),
    input.projection ? drawBand(input.projection, last, scale) : "",
    drawTarget(input, scale),
    drawActual(input.points, scale),
    dot({ x: scale.x(last.day), y: scale.y(last.value) }, ACCENT),
    drawLabels(input, last, scale),
    drawLegend(input, words),
  ];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" ` +
    `aria-label="${escapeXml(input.alt)}" font-family="Source Sans 3, sans-serif" font-size="11.5">` +
    `<title>${escapeXml(input.alt)}</title>${parts.join("")}</svg>`
  );
}

/** The last known point, when there are at least two. */
function lastOf(points: readonly ReportPoint[]): { day: string; value: number } | null {
  const known = points.flatMap(({ day, value }) => (value === null ? [] : [{ day, value }]));
  return known.length < 2 ? null : (known.at(-1) ?? null);
}

type Axes = { from: Day; to: Day; ticks: readonly number[]; decimals: number };

function axesOf(input: ChartInput): Axes {
  const days = input.points.map((point) => day(point.day));
  const ends = [input.target?.by, input.projection?.by].flatMap((iso) => (iso ? [day(iso)] : []));
  const values = input.points.flatMap((point) => [point.value, point.path]).filter((value) => value !== null);
  const { target, projection } = input;
  const more = [target?.value, projection?.low, projection?.high].filter((value) => value !== undefined);
  const from = days[0] ?? day("2020-01-01");
  return { from, to: Math.max(from + 1, ...days, ...ends) as Day, ...axisTicks([...values, ...more]) };
}

function scaleOf(axes: Axes): Scale {
  const bottom = axes.ticks[0] ?? 0;
  const top = axes.ticks.at(-1) ?? 1;
  return {
    x: (iso) => PLOT.left + ((day(iso) - axes.from) / (axes.to - axes.from)) * (PLOT.right - PLOT.left),
    y: (value) => PLOT.bottom - ((value - bottom) / (top - bottom)) * (PLOT.bottom - PLOT.top),
  };
}

function drawAxes(axes: Axes, scale: Scale, words: Words): string {
  const across = axes.ticks.map((tick) => {
    const y = scale.y(tick);
    const label = formatNumber(tick, words.language, axes.decimals);
    return line({ x: PLOT.left, y }, { x: PLOT.right, y }, RULE) + write({ x: PLOT.left - 8, y: y + 4 }, label, "end");
  });
  const along = timeTicks(axes.from, axes.to).map((tick) => {
    const x = scale.x(isoDay(tick));
    const label = axes.to - axes.from > 1300 ? isoDay(tick).slice(0, 4) : formatMonth(isoDay(tick), words.language);
    return (
      line({ x, y: PLOT.bottom }, { x, y: PLOT.bottom + 4 }, GREY) + write({ x, y: PLOT.bottom + 17 }, label, "middle")
    );
  });
  const base = line({ x: PLOT.left, y: PLOT.bottom }, { x: PLOT.right, y: PLOT.bottom }, GREY);
  return [...across, ...along, base].join("");
}

function drawBand(
  projection: NonNullable<ChartInput["projection"]>,
  last: { day: string; value: number },
  scale: Scale,
): string {
  const start = { x: scale.x(last.day), y: scale.y(last.value) };
  const x = scale.x(projection.by);
  const corners = [start, { x, y: scale.y(projection.high) }, { x, y: scale.y(projection.low) }];
  const middle = { x, y: scale.y(projection.value) };
  return (
    `<polygon points="${corners.map(pair).join(" ")}" fill="${BAND}"/>` +
    `<path d="${path([start, middle])}" fill="none" stroke="${ACCENT}" stroke-width="1.5" stroke-dasharray="1.5 3.5" stroke-linecap="round"/>`
  );
}

function drawTarget(input: ChartInput, scale: Scale): string {
  const { target } = input;
  const along = input.points.flatMap((point) =>
    point.path === null ? [] : [{ x: scale.x(point.day), y: scale.y(point.path) }],
  );
  if (!target) return along.length > 1 ? dashed(along) : "";
  const end = { x: scale.x(target.by), y: scale.y(target.value) };
  const steps = along.length > 0 ? [...along.filter((spot) => spot.x < end.x), end] : [{ x: PLOT.left, y: end.y }, end];
  return dashed(steps) + diamond(end);
}

function drawActual(points: readonly ReportPoint[], scale: Scale): string {
  const pieces: Spot[][] = [[]];
  for (const point of points) {
    if (point.value === null) pieces.push([]);
    else pieces.at(-1)?.push({ x: scale.x(point.day), y: scale.y(point.value) });
  }
  return pieces
    .filter((piece) => piece.length > 0)
    .map((piece) =>
      piece.length === 1
        ? piece.map((spot) => dot(spot, ACCENT)).join("")
        : `<path d="${path(piece)}" fill="none" stroke="${ACCENT}" stroke-width="2.2" stroke-linejoin="round"/>`,
    )
    .join("");
}

function drawLabels(input: ChartInput, last: { day: string; value: number }, scale: Scale): string {
  const spot = { x: scale.x(last.day), y: scale.y(last.value) };
  const aim = input.target ? scale.y(input.target.value) : null;
  const target =
    input.target && aim !== null ? write({ x: PLOT.right + 10, y: aim + 4 }, input.target.label, "start") : "";
  const close = aim !== null && Math.abs(aim - spot.y) < 14;
  const below = close && aim !== null && aim <= spot.y;
  if (spot.x < PLOT.right - 40)
    return target + strong({ x: spot.x, y: spot.y + (below ? 18 : -9) }, input.lastLabel, "middle");
  const y = close && aim !== null ? aim + (below ? 14 : -14) : spot.y;
  return target + strong({ x: PLOT.right + 10, y: y + 4 }, input.lastLabel, "start");
}

function drawLegend(input: ChartInput, words: Words): string {
  const { chart } = words.texts;
  const y = 13;
  const actual = `<path d="M${PLOT.left} ${y - 4}h20" stroke="${ACCENT}" stroke-width="2.2"/>${write({ x: PLOT.left + 26, y }, chart.actual, "start")}`;
  const wanted = input.points.some((point) => point.path !== null) ? chart.path : chart.target;
  const hasWanted = input.target !== null || wanted === chart.path;
  const aim = hasWanted
    ? dashed([
        { x: 140, y: y - 4 },
        { x: 160, y: y - 4 },
      ]) + write({ x: 166, y }, wanted, "start")
    : "";
  const band = `<rect x="272" y="${y - 9}" width="20" height="9" fill="${BAND}"/>${write({ x: 298, y }, chart.projection, "start")}`;
  return actual + aim + (input.projection ? band : "");
}
