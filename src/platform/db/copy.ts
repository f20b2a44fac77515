import { sql } from "kysely";
import { clientOf, type Tx } from "./tenant.ts";

const NAME = /^[a-z_][a-z0-9_]*$/;

/** A name in SQL, after checking that it is one of ours: lower-case ASCII, `schema.table` allowed. Throws otherwise. */
export function identifier(name: string): string {
  const parts = name.split(".");
  if (parts.length > 2 || !parts.every((part) => NAME.test(part)))
    throw new Error(`"${name}" is not a name of a table`);
  return parts.map((part) => `"${part}"`).join(".");
}

/**
 * Loads CSV rows (no header, empty unquoted = missing) into a temporary table of this transaction. PostgreSQL refuses COPY into
 * fenced tables, so rows always go there first and on by INSERT ... SELECT. Every chunk must hold whole rows. Gives the row count.
 */
export async function copyIn(
  tx: Tx,
  into: { readonly table: string; readonly columns: readonly string[] },
  chunks: AsyncIterable<string | Buffer>,
): Promise<number> {
  const target = `pg_temp.${identifier(into.table)} (${into.columns.map(identifier).join(", ")})`;
  return await clientOf(tx).copyIn(target, chunks);
}

/**
 * The rows of a select as CSV without header (empty = missing), in chunks cut anywhere. Runs under the fence, and begins when the first is
 * asked for. When the reader fails, the rest is read and thrown away: a connection in the middle of a copy hears nothing else, and the
 * transaction could never be ended.
 */
export async function* copyOut(tx: Tx, select: string): AsyncGenerator<Buffer> {
  const chunks = clientOf(tx).copyOut(select)[Symbol.asyncIterator]();
  let next = await chunks.next();
  try {
    for (; !next.done; next = await chunks.next()) yield next.value;
  } finally {
    while (!next.done) next = await chunks.next();
  }
}

/** Tells the planner how large a temporary table has become. */
export async function analyze(tx: Tx, table: string): Promise<void> {
  await sql.raw(`analyze pg_temp.${identifier(table)}`).execute(tx);
}
