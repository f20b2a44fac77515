const LOOKS_LIKE_FORMULA = /^[=+\-@\t\r\n]/;

/** A text that no spreadsheet runs as a formula: an apostrophe stands before what looks like one. */
export function safeText(text: string): string {
  return LOOKS_LIKE_FORMULA.test(text) ? `'${text}` : text;
}
