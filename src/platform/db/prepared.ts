import { createHash } from "node:crypto";

/** Statements kept ready in each connection at most: each takes some memory of the server's for as long as the connection lives. */
const MOST_PREPARED = 300;
/** Texts remembered while it is not known whether they come again. */
const MOST_SEEN = 2000;

/**
 * Names for statements that come again, so that a connection reads and plans each of them once: with the fence around every table,
 * planning takes longer than most answers. A text has no name when it comes for the first time, and none when so many have one already.
 */
export function preparedStatements(): (sql: string) => string | undefined {
  const names = new Map<string, string>();
  const seen = new Set<string>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= MOST_PREPARED) return known;
    if (!seen.has(sql)) {
      if (seen.size >= MOST_SEEN) seen.clear();
      seen.add(sql);
      return;
    }
    seen.delete(sql);
    const name = createHash("sha256").update(sql).digest("hex").slice(0, 32);
    names.set(sql, name);
    return name;
  };
}
