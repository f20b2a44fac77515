/** A value with every text in it changed. */
export function mapTexts<T>(value: T, change: (text: string, key: string) => string): T {
  const walk = (part: unknown, key: string): unknown => {
    if (typeof part === "string") return change(part, key);
    if (Array.isArray(part)) return part.map((item) => walk(item, key));
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, walk(item, name)]));
  };
  return walk(value, "") as T;
}

/** A text without the characters that XML, and so DOCX and XLSX, cannot hold. */
export function xmlSafe(text: string): string {
  return text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
}

/**
 * A text that no spreadsheet takes for a formula, also after it was saved as CSV and opened again: what begins with `=`, `+`, `-`,
 * `@`, a tab or a line break gets an apostrophe in front.
 */
export function formulaSafe(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
