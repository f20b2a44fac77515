import type { ByteSource, FileFault } from "../sheet.ts";

/** Bytes that end with a line (but for the last piece), and the number of the line they begin with, counted from 1. */
export type Piece = { readonly bytes: Buffer; readonly line: number };

const LINE_FEED = 10;

/** A file in pieces of whole lines; a line longer than a row may be ends it. */
export async function* wholeLines(source: ByteSource, longest: number): AsyncGenerator<Piece | FileFault> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const chunk of source.read()) {
    const all = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const cut = all.lastIndexOf(LINE_FEED) + 1;
    const bytes = all.subarray(0, cut);
    rest = all.subarray(cut);
    if (rest.length > longest) {
      yield { line: line + breaksIn(bytes), fault: { code: "row_too_long" } };
      return;
    }
    if (cut > 0) yield { bytes, line };
    line += breaksIn(bytes);
  }
  if (rest.length > 0) yield { bytes: rest, line };
}

function breaksIn(bytes: Buffer): number {
  let breaks = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) breaks += 1;
  return breaks;
}
