/** A value measured on a day, the day as a number. */
export type ShapePoint = { readonly x: number; readonly value: number };

/** What a curve is drawn in: a box, the scale from bottom to top, and the days from left to right. */
export type ShapeBox = {
  readonly width: number;
  readonly height: number;
  readonly scale: { readonly from: number; readonly to: number };
  readonly days: { readonly from: number; readonly to: number };
};

const MARGIN = 5;

/**
 * The line and the dots of a curve in the box's own units. The whole scale is always as high as the box, so that a step looks the same on every curve; one
 * measured day stands in the middle.
 */
export function curveShapes(
  points: readonly ShapePoint[],
  { width, height, scale, days }: ShapeBox,
): { readonly line: string; readonly dots: readonly { readonly x: number; readonly y: number }[] } {
  const place = (share: number, length: number): number =>
    Math.round((MARGIN + share * (length - 2 * MARGIN)) * 10) / 10;
  const dots = points.map(({ x, value }) => ({
    x: place(days.to === days.from ? 0.5 : (x - days.from) / (days.to - days.from), width),
    y: place((scale.to - value) / (scale.to - scale.from), height),
  }));
  const line = dots.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${x} ${y}`).join("");
  return { line: dots.length < 2 ? "" : line, dots };
}
