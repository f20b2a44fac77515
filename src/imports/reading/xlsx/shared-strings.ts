import { BadPart, readXml } from "./xml.ts";
import type { Parts } from "./zip.ts";

/** What one text costs besides its letters. */
const OVERHEAD = 16;
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** More texts than may be held in memory. */
export class TooManyTexts extends Error {}

/** The texts cells share by number. They are held in memory, so all of them together have a limit. */
export async function sharedStrings(parts: Parts, name: string | null, most: number): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = "";
  let spent = 0;
  const run = textRun((piece) => {
    text += piece;
  });
  const events = {
    open: (tag: string) => {
      if (tag === "si") text = "";
      run.open(tag);
    },
    close: (tag: string) => {
      run.close(tag);
      if (tag !== "si") return;
      spent += text.length + OVERHEAD;
      if (spent > most) throw new BadPart(TOO_MANY);
      texts.push(unescaped(text));
    },
    text: run.text,
  };
  if (name === null || !parts.names.includes(name)) return [];
  try {
    for await (const _ of readXml(parts.read(name), events));
  } catch (error) {
    throw error instanceof BadPart && error.message === TOO_MANY ? new TooManyTexts() : error;
  }
  return texts;
}

const TOO_MANY = "too many texts";

/** Collects the letters of `t`, but for those that only say how another is pronounced. */
export function textRun(take: (piece: string) => void): {
  readonly open: (tag: string) => void;
  readonly close: (tag: string) => void;
  readonly text: (piece: string) => void;
} {
  let inText = false;
  let aside = false;
  return {
    open: (tag) => {
      if (tag === "rPh") aside = true;
      if (tag === "t") inText = !aside;
    },
    close: (tag) => {
      if (tag === "rPh") aside = false;
      if (tag === "t") inText = false;
    },
    text: (piece) => {
      if (inText) take(piece);
    },
  };
}

/** Letters XML cannot hold are written `_x000D_` there. */
export function unescaped(text: string): string {
  return text.includes("_x")
    ? text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
}
