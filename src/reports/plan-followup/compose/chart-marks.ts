/** A place in the picture, in its own units. */
export type Spot = { readonly x: number; readonly y: number };

const INK = "#1f2d3d";
export const GREY = "#5c6b7a";
export const RULE = "#dfe4ea";
export const ACCENT = "#1d5b8f";
export const BAND = "#c9dcec";

/** A text safe inside XML, as content or attribute; characters XML cannot hold are dropped. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** A dashed line: what is wanted. */
export function dashed(spots: readonly Spot[]): string {
  return `<path d="${path(spots)}" fill="none" stroke="${GREY}" stroke-width="1.4" stroke-dasharray="5 3.5"/>`;
}

/** A small open diamond: the target on its deadline. */
export function diamond({ x, y }: Spot): string {
  return `<path d="M${round(x)} ${round(y - 4.5)}l4.5 4.5l-4.5 4.5l-4.5 -4.5z" fill="#fff" stroke="${GREY}" stroke-width="1.4"/>`;
}

/** A filled dot. */
export function dot({ x, y }: Spot, color: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="3.2" fill="${color}"/>`;
}

/** A thin straight line. */
export function line(from: Spot, to: Spot, color: string): string {
  return `<path d="${path([from, to])}" stroke="${color}" stroke-width="1"/>`;
}

/** A text standing at, around or before a spot. */
export function write(at: Spot, text: string, anchor: "start" | "middle" | "end"): string {
  return `<text x="${round(at.x)}" y="${round(at.y)}" text-anchor="${anchor}" fill="${INK}">${escapeXml(text)}</text>`;
}

/** A figure that stands out, in the line's own colour, with white around it so that lines behind do not cross it. */
export function strong(at: Spot, text: string, anchor: "start" | "middle" | "end"): string {
  return (
    `<text x="${round(at.x)}" y="${round(at.y)}" text-anchor="${anchor}" fill="${ACCENT}" font-weight="600" ` +
    `stroke="#fff" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke">${escapeXml(text)}</text>`
  );
}

/** The commands of a line through spots. */
export function path(spots: readonly Spot[]): string {
  return spots.map((spot, at) => `${at === 0 ? "M" : "L"}${round(spot.x)} ${round(spot.y)}`).join("");
}

/** A spot as a polygon has it. */
export function pair(spot: Spot): string {
  return `${round(spot.x)},${round(spot.y)}`;
}

/** One decimal: enough for a picture, and the same bytes everywhere. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
