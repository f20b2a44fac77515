import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { bookFonts } from "./fonts.ts";
import { woffToTtf } from "./woff-to-ttf.ts";

const MAGIC_OF_HEAD = 0x5f0f3cf5;

test("the shipped fonts become TrueType whose every table carries its own checksum", () => {
  const fonts = bookFonts();
  expect(fonts).toHaveLength(15);
  for (const font of fonts) {
    const tables = tablesOf(font);
    expect(tables.map((table) => table.tag)).toEqual(expect.arrayContaining(["cmap", "glyf", "head", "hmtx", "name"]));
    for (const table of tables.filter(({ tag }) => tag !== "head")) {
      expect(checksum(font, table), table.tag).toBe(table.checksum);
    }
    const head = tables.find(({ tag }) => tag === "head");
    expect(font.readUInt32BE((head?.offset ?? 0) + 12)).toBe(MAGIC_OF_HEAD);
  }
});

test("a packed and a plain table come back as they were", () => {
  const long = Buffer.from("a table that is packed, packed, packed, packed, packed");
  const short = Buffer.from("plain");
  const font = woffToTtf(woffOf([long, short]));
  const tables = tablesOf(font);
  expect(tables.map(({ offset, length }) => font.subarray(offset, offset + length).toString())).toEqual([
    long.toString(),
    short.toString(),
  ]);
});

test("other files are refused", () => {
  expect(() => woffToTtf(Buffer.from("wOF2 and more than enough bytes"))).toThrow("not a WOFF 1.0 font file");
});

type Entry = { tag: string; checksum: number; offset: number; length: number };

function tablesOf(font: Buffer): Entry[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, at) => {
    const entry = 12 + at * 16;
    return {
      tag: font.subarray(entry, entry + 4).toString("latin1"),
      checksum: font.readUInt32BE(entry + 4),
      offset: font.readUInt32BE(entry + 8),
      length: font.readUInt32BE(entry + 12),
    };
  });
}

function checksum(font: Buffer, { offset, length }: Entry): number {
  let sum = 0;
  for (let at = offset; at < offset + Math.ceil(length / 4) * 4; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0;
  return sum;
}

function woffOf(tables: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(44 + 20 * tables.length);
  head.write("wOFF", 0, "latin1");
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt16BE(tables.length, 12);
  const bodies: Buffer[] = [];
  let offset = head.length;
  for (const [at, table] of tables.entries()) {
    const packed = deflateSync(table);
    const body = packed.length < table.length ? packed : table;
    const entry = 44 + 20 * at;
    head.write(`tab${at}`, entry, "latin1");
    head.writeUInt32BE(offset, entry + 4);
    head.writeUInt32BE(body.length, entry + 8);
    head.writeUInt32BE(table.length, entry + 12);
    bodies.push(body);
    offset += body.length;
  }
  return Buffer.concat([head, ...bodies]);
}
