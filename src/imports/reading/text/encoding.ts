import { isAscii, isUtf8 } from "node:buffer";
import { looksLikeWindows1252 } from "../../rules/letters.ts";
import type { ByteSource, Encoding, FileFault } from "../sheet.ts";
import { firstBytes } from "../source.ts";
import { wholeLines } from "./lines.ts";

/** How a text file's letters are written, and whether it begins with a byte-order mark. */
export type TextForm = { readonly encoding: Encoding; readonly bom: boolean };

/** UTF-8 read as Windows-1252 and written as UTF-8 again: æ ø å Æ Ø Å é ü as two wrong letters each. */
const TWICE = [0xa6, 0xb8, 0xa5, 0xa9, 0xbc].map((second) => Buffer.from([0xc3, 0x83, 0xc2, second]));
/** Stands where a letter was lost before the file came to us. */
const LOST = Buffer.from("\uFFFD");

/**
 * Reads a whole text file once to know how its letters are written. A file that is partly one and partly another, that has letters
 * nobody can have meant, or that is no text at all, is refused with the line: it is never read wrongly in silence.
 */
export async function findEncoding(source: ByteSource, longest: number): Promise<TextForm | FileFault> {
  const start = await firstBytes(source, 3);
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: "utf-16le", bom: true };
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: "utf-16be", bom: true };
  const bom = start.equals(Buffer.from([0xef, 0xbb, 0xbf]));
  const seen: Seen = { utf8: null, windows: null };
  for await (const piece of wholeLines(source, longest)) {
    if ("fault" in piece) return piece;
    const fault = judge(piece.bytes, piece.line, seen);
    if (fault) return fault;
  }
  if (bom && seen.windows) return { line: seen.windows, fault: { code: "mixed_encoding" } };
  return { encoding: seen.windows ? "windows-1252" : "utf-8", bom };
}

/** The first line seen of each kind. */
type Seen = { utf8: number | null; windows: number | null };

function judge(bytes: Buffer, line: number, seen: Seen): FileFault | null {
  if (bytes.includes(0)) return { line: line + lineWithin(bytes, bytes.indexOf(0)), fault: { code: "not_text" } };
  if (isAscii(bytes)) return null;
  if (isUtf8(bytes)) return judgeUtf8(bytes, line, seen);
  let at = line;
  for (const one of linesIn(bytes)) {
    const fault = isAscii(one) ? null : isUtf8(one) ? judgeUtf8(one, at, seen) : judgeWindows(one, at, seen);
    if (fault) return fault;
    at += 1;
  }
  return null;
}

function judgeUtf8(bytes: Buffer, line: number, seen: Seen): FileFault | null {
  const at =
    line +
    lineWithin(
      bytes,
      bytes.findIndex((byte) => byte > 0x7f),
    );
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && isAscii(bytes.subarray(3));
  if (marked) return null;
  seen.utf8 ??= at;
  if (seen.windows) return { line: at, fault: { code: "mixed_encoding" } };
  const twice = TWICE.map((letter) => bytes.indexOf(letter)).find((place) => place >= 0);
  if (twice !== undefined) return { line: line + lineWithin(bytes, twice), fault: { code: "twice_encoded" } };
  const lost = bytes.indexOf(LOST);
  return lost < 0 ? null : { line: line + lineWithin(bytes, lost), fault: { code: "lost_letters" } };
}

function judgeWindows(line: Buffer, at: number, seen: Seen): FileFault | null {
  if (seen.utf8) return { line: at, fault: { code: "mixed_encoding" } };
  if (!looksLikeWindows1252(line)) return { line: at, fault: { code: "wrong_encoding" } };
  seen.windows ??= at;
  return null;
}

function* linesIn(bytes: Buffer): Generator<Buffer> {
  let from = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
    yield bytes.subarray(from, at);
    from = at + 1;
  }
  if (from < bytes.length) yield bytes.subarray(from);
}

/** Line breaks before a place. */
function lineWithin(bytes: Buffer, place: number): number {
  let breaks = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < place; at = bytes.indexOf(10, at + 1)) breaks += 1;
  return breaks;
}
