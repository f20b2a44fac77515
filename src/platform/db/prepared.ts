import { createHash } from "node:crypto";

/** Statements kept ready in each connection at most: each takes some memory of the server's for as long as the connection lives. */
const MOST_PREPARED = 300;
/** How often a text comes before it is kept ready: what an import or a rebuild asks a few times must not take the places of what pages ask. */
const OFTEN = 20;
/** Texts counted at a time. */
const MOST_SEEN = 2000;

/**
 * Names for statements that come often, so that a connection reads and plans each of them once: with the fence around every table,
 * planning takes longer than most answers. A text has no name until it has come often, and none when so many have one already.
 */
export function preparedStatements(): (sql: string) => string | undefined {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return (sql) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= MOST_PREPARED) return known;
    const times = (seen.get(sql) ?? 0) + 1;
    if (seen.size >= MOST_SEEN) seen.clear();
    seen.set(sql, times);
    if (times < OFTEN) return;
    seen.delete(sql);
    const name = createHash("sha256").update(sql).digest("hex").slice(0, 32);
    names.set(sql, name);
    return name;
  };
}
