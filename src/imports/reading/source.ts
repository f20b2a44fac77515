import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import type { ByteSource } from "./sheet.ts";

const CHUNK = 1 << 18;

/** A file on disk. */
export function fileSource(path: string, name: string = basename(path)): ByteSource {
  return { name, size: statSync(path).size, read: (from = 0, to) => piecesOf(path, from, to) };
}

async function* piecesOf(path: string, from: number, to: number | undefined): AsyncGenerator<Buffer> {
  if (to !== undefined && to <= from) return;
  const range = to === undefined ? { start: from } : { start: from, end: to - 1 };
  yield* createReadStream(path, { highWaterMark: CHUNK, ...range }) as AsyncIterable<Buffer>;
}

/** The first bytes of a file, fewer when it is shorter. */
export async function firstBytes(source: ByteSource, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of source.read(0, Math.min(most, source.size))) pieces.push(piece);
  return Buffer.concat(pieces);
}
