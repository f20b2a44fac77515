import { isAscii } from "node:buffer";
import { fromWindows1252 } from "../../rules/letters.ts";
import type { ByteSource, FileFault } from "../sheet.ts";
import type { TextForm } from "./encoding.ts";
import { wholeLines } from "./lines.ts";

/** A text file as text, in pieces, Windows and old Mac line ends as the others; a fault, if any, comes last. */
export async function* textOf(
  source: ByteSource,
  form: TextForm,
  longest: number,
): AsyncGenerator<{ readonly text: string } | FileFault> {
  const letters = form.encoding.startsWith("utf-16") ? wideLetters(source, form) : narrowLetters(source, form, longest);
  let held = "";
  let first = true;
  for await (const piece of letters) {
    if (typeof piece !== "string") {
      yield piece;
      return;
    }
    const marked = first && piece.startsWith("\uFEFF") ? piece.slice(1) : piece;
    first = false;
    const all = held + marked;
    held = all.endsWith("\r") ? "\r" : "";
    yield { text: sameLineEnds(held ? all.slice(0, -1) : all) };
  }
  if (held) yield { text: "\n" };
}

/** Line ends as one line feed each. A return alone ends a line only where there are no line feeds at all. */
function sameLineEnds(text: string): string {
  if (!text.includes("\r")) return text;
  return text.includes("\n") ? text.replaceAll("\r\n", "\n") : text.replaceAll("\r", "\n");
}

async function* narrowLetters(source: ByteSource, form: TextForm, longest: number): AsyncGenerator<string | FileFault> {
  for await (const piece of wholeLines(source, longest)) {
    if ("fault" in piece) yield piece;
    else if (isAscii(piece.bytes)) yield piece.bytes.toString("latin1");
    else if (form.encoding === "windows-1252") yield fromWindows1252(piece.bytes.toString("latin1"));
    else yield piece.bytes.toString("utf8");
  }
}

async function* wideLetters(source: ByteSource, form: TextForm): AsyncGenerator<string | FileFault> {
  const decoder = new TextDecoder(form.encoding, { fatal: true, ignoreBOM: true });
  let line = 1;
  try {
    for await (const chunk of source.read()) {
      const text = decoder.decode(chunk, { stream: true });
      const nothing = text.indexOf("\0");
      if (nothing >= 0) {
        yield { line: line + text.slice(0, nothing).split("\n").length - 1, fault: { code: "not_text" } };
        return;
      }
      yield text;
      line += text.split("\n").length - 1;
    }
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    yield { line, fault: { code: "wrong_encoding" } };
  }
}
