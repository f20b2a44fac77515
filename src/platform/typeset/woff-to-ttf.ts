import { inflateSync } from "node:zlib";

type Table = { readonly tag: Buffer; readonly checksum: number; readonly data: Buffer };

const SIGNATURE = "wOFF";
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const TTF_HEADER = 12;
const TTF_ENTRY = 16;

/**
 * A font file in WOFF 1.0 (W3C Recommendation, 2012: each table packed with zlib) as the TrueType or OpenType file it was made
 * from, which the typesetter reads. Throws on anything that is not WOFF 1.0.
 */
export function woffToTtf(woff: Buffer): Buffer {
  if (woff.subarray(0, 4).toString("latin1") !== SIGNATURE) throw new Error("not a WOFF 1.0 font file");
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, at) =>
    readTable(woff, WOFF_HEADER + at * WOFF_ENTRY),
  );
  return writeFont(woff.subarray(4, 8), tables);
}

function readTable(woff: Buffer, entry: number): Table {
  const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field));
  if (offset === undefined || packed === undefined || length === undefined)
    throw new Error("a font table is cut short");
  const raw = woff.subarray(offset, offset + packed);
  const data = packed < length ? inflateSync(raw) : raw;
  if (data.length !== length) throw new Error(`a font table is ${data.length} bytes, not ${length}`);
  return { tag: woff.subarray(entry, entry + 4), checksum: woff.readUInt32BE(entry + 16), data };
}

function writeFont(flavor: Buffer, tables: readonly Table[]): Buffer {
  const head = Buffer.alloc(TTF_HEADER + TTF_ENTRY * tables.length);
  const power = Math.floor(Math.log2(tables.length));
  const range = 2 ** power * TTF_ENTRY;
  flavor.copy(head, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(range, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(tables.length * TTF_ENTRY - range, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [at, table] of tables.entries()) {
    const entry = TTF_HEADER + at * TTF_ENTRY;
    table.tag.copy(head, entry);
    head.writeUInt32BE(table.checksum, entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(table.data.length, entry + 12);
    const padding = (4 - (table.data.length % 4)) % 4;
    parts.push(table.data, Buffer.alloc(padding));
    offset += table.data.length + padding;
  }
  return Buffer.concat(parts);
}
