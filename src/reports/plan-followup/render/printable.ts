import { mapTexts } from "./clean.ts";

const SPELLED: Readonly<Record<string, string>> = { "≥": ">=", "≤": "<=", "≠": "!=", "→": "->", "←": "<-", "≈": "~" };

/** What the shipped fonts hold: Latin with extensions, Greek, Cyrillic, Vietnamese, punctuation and a few signs. */
const OUTSIDE =
  /[^\t\n\r\u0020-\u007e\u00a0-\u02ff\u0370-\u0373\u0376\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u045f\u0490\u0491\u04b0\u04b1\u1e00-\u1eff\u2010-\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2116\u2122\u2191\u2193\u2212\u2215]/gu;

/** A value with every text in it made printable, so that no font but the shipped ones is ever needed. Pictures stay as they are. */
export function printable<T>(value: T): T {
  return mapTexts(value, (text, key) => (key === "chart" ? text : printableText(text)));
}

/** One text made printable: signs the shipped fonts lack are spelled out or shown as `?`. */
export function printableText(text: string): string {
  return text.normalize("NFC").replaceAll(OUTSIDE, (sign) => SPELLED[sign] ?? "?");
}
