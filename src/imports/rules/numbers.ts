import type { Doubt } from "./doubt.ts";

/** The mark before decimals; the other one then parts thousands. */
export type DecimalMark = "," | ".";

const DRESSED = /^(?:kr\.?|dkk)?\s*(.*?)\s*(?:kr\.?|dkk|,-|%)?$/i;
const PLAIN = /^[-+]?\d+(?:\.\d+)?$/;
const SHAPE = /^([-+]?)([\d.,]*\d)$/;

/**
 * A number as people write it (`1.234,50`, `0,5`, `kr. 12`) with a point before decimals and no marks for thousands. `1.234` can be both
 * a thousand and a bit more than one: without knowing the column's mark it is refused, never guessed.
 */
export function plainNumber(text: string, mark?: DecimalMark): string | Doubt {
  const bare = (DRESSED.exec(text)?.[1] ?? "").replace(/(?<=\d)[ \u00a0\u202f'](?=\d{3}(?!\d))/g, "");
  const [, sign = "", digits = ""] = SHAPE.exec(bare) ?? [];
  if (digits === "") return { code: "not_a_number" };
  const used = mark ?? markIn(digits);
  if (used === null) return { code: "ambiguous_number" };
  const [whole = "", fraction, more] = digits.split(used);
  const parted = used === "," ? "." : ",";
  if (more !== undefined || fraction?.includes(parted) || !isWhole(whole, parted)) return { code: "not_a_number" };
  const number = `${sign === "-" ? "-" : ""}${whole.replaceAll(parted, "")}${fraction ? `.${fraction}` : ""}`;
  return PLAIN.test(number) ? number : { code: "not_a_number" };
}

/** What a column's numbers tell about the mark before decimals: one, none, or both, which is no column of numbers. */
export function marksSeen(texts: Iterable<string>): DecimalMark | "mixed" | null {
  const seen = new Set<DecimalMark>();
  for (const text of texts) {
    const [, , digits = ""] = SHAPE.exec(DRESSED.exec(text)?.[1] ?? "") ?? [];
    const mark = /[.,]/.test(digits) ? markIn(digits) : null;
    if (mark) seen.add(mark);
  }
  if (seen.size > 1) return "mixed";
  return [...seen][0] ?? null;
}

/** The mark before decimals that a number itself shows; null when it could be either. */
function markIn(digits: string): DecimalMark | null {
  const comma = digits.lastIndexOf(",");
  const point = digits.lastIndexOf(".");
  if (comma >= 0 && point >= 0) return comma > point ? "," : ".";
  if (comma < 0 && point < 0) return ".";
  const mark = comma >= 0 ? "," : ".";
  const other = comma >= 0 ? "." : ",";
  const parts = digits.split(mark);
  if (parts.length > 2) return other;
  const [whole = "", after = ""] = parts;
  const couldBeThousand = after.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return couldBeThousand ? null : mark;
}

/** Digits, with marks for thousands at every third or none. */
function isWhole(text: string, parted: string): boolean {
  if (!text.includes(parted)) return /^\d+$/.test(text);
  const [first = "", ...groups] = text.split(parted);
  return /^\d{1,3}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
}
