/** A measured point of a small curve: a day as a number (days since any start) and a value, null where nothing was measured. */
export type SparkPoint = { readonly x: number; readonly value: number | null; readonly path: number | null };

/** What a small curve shows: points, the target's level, and where it is expected to end. */
export type SparkInput = {
  readonly points: readonly SparkPoint[];
  readonly target: number | null;
  readonly end: { readonly x: number; readonly value: number; readonly low: number; readonly high: number } | null;
  readonly width: number;
  readonly height: number;
};

/** The curve's shapes in the box's own units: SVG path texts and places. */
export type SparkShapes = {
  readonly actual: string;
  readonly path: string;
  readonly targetY: number | null;
  readonly last: { readonly x: number; readonly y: number } | null;
  readonly end: { readonly x: number; readonly y: number; readonly low: number; readonly high: number } | null;
};

const MARGIN = 3;

/** The shapes of a small curve within its box, or null with fewer than two measured points. Gaps break the line. */
export function sparkShapes(input: SparkInput): SparkShapes | null {
  const measured = input.points.filter(({ value }) => value !== null);
  if (measured.length < 2) return null;
  const x = scale(xsOf(input), [MARGIN, input.width - MARGIN]);
  const y = scale(ysOf(input), [input.height - MARGIN, MARGIN]);
  const last = measured.at(-1);
  const { end, target } = input;
  const paths = input.points.map((point) => ({ x: point.x, value: point.path }));
  return {
    actual: line(input.points, x, y),
    path: paths.some(({ value }) => value !== null) ? line(paths, x, y) : "",
    targetY: target === null ? null : y(target),
    last: last?.value == null ? null : { x: x(last.x), y: y(last.value) },
    end: end && { x: x(end.x), y: y(end.value), low: y(end.low), high: y(end.high) },
  };
}

function xsOf({ points, end }: SparkInput): number[] {
  return [...points.map(({ x }) => x), ...(end ? [end.x] : [])];
}

function ysOf({ points, target, end }: SparkInput): number[] {
  const all = [...points.flatMap(({ value, path }) => [value, path]), target, ...(end ? [end.low, end.high] : [])];
  return all.filter((value) => value !== null);
}

function scale(values: readonly number[], [from, to]: readonly [number, number]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return () => (from + to) / 2;
  return (value) => Math.round((from + ((value - low) / (high - low)) * (to - from)) * 10) / 10;
}

function line(
  points: readonly { readonly x: number; readonly value: number | null }[],
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  const drawn = points.map(({ x: at, value }, index) => {
    if (value === null) return "";
    const starts = index === 0 || points[index - 1]?.value == null;
    return `${starts ? "M" : "L"}${x(at)} ${y(value)}`;
  });
  return drawn.join("");
}
