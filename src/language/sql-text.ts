/** A text as an SQL literal; quotes are doubled, so that no text can end the literal. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** SQL that is true when an SQL expression is one of some texts; no texts, never true. */
export function sqlList(expression: string, texts: readonly string[]): string {
  return texts.length === 0 ? "FALSE" : `${expression} IN (${texts.map(sqlText).join(", ")})`;
}
