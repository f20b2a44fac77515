import { Readable } from "node:stream";
import type { ByteSource } from "../reading/sheet.ts";

const CHUNK = 1 << 18;

/** Bytes in memory under a name. */
export function bufferSource(name: string, bytes: Buffer): ByteSource {
  return {
    name,
    size: bytes.length,
    read: (from = 0, to = bytes.length) => Readable.from(slicesOf(bytes, from, to), { objectMode: false }),
  };
}

function* slicesOf(bytes: Buffer, from: number, to: number): Generator<Buffer> {
  for (let at = from; at < to; at += CHUNK) yield bytes.subarray(at, Math.min(at + CHUNK, to));
}
