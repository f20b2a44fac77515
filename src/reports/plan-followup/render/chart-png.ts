import { crc32, deflateSync } from "node:zlib";
import { day } from "../../../platform/kernel/day.ts";
import type { ReportIndicator } from "../contract.ts";

type Spot = { readonly x: number; readonly y: number };
type Ink = { readonly color: readonly [number, number, number]; readonly width: number; readonly dashed: boolean };

const WIDTH = 1248;
const HEIGHT = 312;
const EDGE = 24;
const ACTUAL: Ink = { color: [29, 91, 143], width: 5, dashed: false };
const WANTED: Ink = { color: [92, 107, 122], width: 3, dashed: true };
const FRAME: Ink = { color: [213, 220, 227], width: 2, dashed: false };

/**
 * The lines of an indicator's chart as a PNG, for programs that cannot draw the SVG: what happened (solid) and the target (dashed),
 * without words. The document's alternative text says the figures.
 */
export function chartPng(indicator: ReportIndicator): Uint8Array {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3, 255);
  const lines = linesOf(indicator);
  const floor = { x: EDGE, y: HEIGHT - EDGE };
  drawLine(pixels, [floor, { x: WIDTH - EDGE, y: HEIGHT - EDGE }], FRAME);
  drawLine(pixels, lines.wanted, WANTED);
  drawLine(pixels, lines.actual, ACTUAL);
  return encodePng(pixels);
}

function linesOf(indicator: ReportIndicator): { actual: Spot[]; wanted: Spot[] } {
  const { points, target } = indicator;
  const known = points.flatMap(({ day: on, value }) => (value === null ? [] : [{ on: day(on) as number, value }]));
  const path = points.flatMap(({ day: on, path }) => (path === null ? [] : [{ on: day(on) as number, value: path }]));
  const end =
    target.number === null || target.day === null ? [] : [{ on: day(target.day) as number, value: target.number }];
  const start = path.length > 0 ? path : end.flatMap(({ value }) => known.slice(0, 1).map(({ on }) => ({ on, value })));
  const wanted = [...start.filter(({ on }) => on < (end[0]?.on ?? Number.POSITIVE_INFINITY)), ...end];
  const all = [...known, ...wanted];
  const [firstDay, lastDay] = [Math.min(...all.map(({ on }) => on)), Math.max(...all.map(({ on }) => on))];
  const [low, high] = [Math.min(0, ...all.map(({ value }) => value)), Math.max(...all.map(({ value }) => value))];
  const place = ({ on, value }: { on: number; value: number }): Spot => ({
    x: EDGE + ((on - firstDay) / (lastDay - firstDay || 1)) * (WIDTH - 2 * EDGE),
    y: HEIGHT - EDGE - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * EDGE),
  });
  return { actual: known.map(place), wanted: wanted.map(place) };
}

function drawLine(pixels: Buffer, spots: readonly Spot[], ink: Ink): void {
  let walked = 0;
  for (const [at, to] of spots.entries()) {
    const from = spots[at - 1];
    if (!from) continue;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    for (let step = 0; step < length; step += 0.5) {
      if (ink.dashed && (walked + step) % 22 > 13) continue;
      stamp(
        pixels,
        { x: from.x + ((to.x - from.x) * step) / length, y: from.y + ((to.y - from.y) * step) / length },
        ink,
      );
    }
    walked += length;
  }
}

function stamp(pixels: Buffer, center: Spot, ink: Ink): void {
  const reach = ink.width / 2 + 1;
  for (let y = Math.floor(center.y - reach); y <= center.y + reach; y += 1) {
    for (let x = Math.floor(center.x - reach); x <= center.x + reach; x += 1) {
      const cover = Math.min(1, Math.max(0, ink.width / 2 + 0.5 - Math.hypot(x - center.x, y - center.y)));
      if (cover > 0 && x >= 0 && y >= 0 && x < WIDTH && y < HEIGHT) darken(pixels, (y * WIDTH + x) * 3, { ink, cover });
    }
  }
}

function darken(pixels: Buffer, at: number, { ink, cover }: { ink: Ink; cover: number }): void {
  for (const [channel, color] of ink.color.entries()) {
    const mixed = Math.round(255 + (color - 255) * cover);
    pixels[at + channel] = Math.min(pixels[at + channel] ?? 255, mixed);
  }
}

function encodePng(pixels: Buffer): Uint8Array {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDTH, 0);
  size.writeUInt32BE(HEIGHT, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(y * WIDTH * 3, (y + 1) * WIDTH * 3)]),
  );
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [chunk("IHDR", size), chunk("IDAT", deflateSync(Buffer.concat(rows))), chunk("IEND", Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
