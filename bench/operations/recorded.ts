import type { Database } from "../../src/platform/db/public.ts";

/** A statement as it went to the database. */
export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };

/** What belongs to the fence, the transaction or the log, and not to the question itself. */
const OURS = /^\s*(begin|commit|rollback|start transaction|set |select set_config)|audit\.access_log/i;

/** The same records with every statement of a work written down: the SQL a peer runs without fence and without log. */
export async function recorded(
  db: Database,
  work: (over: Database) => Promise<unknown>,
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const connect: Database["pool"]["connect"] = async () => {
    const client = await db.pool.connect();
    return {
      ...client,
      query: (sql, parameters) => {
        if (!OURS.test(sql)) statements.push({ sql, parameters: [...(parameters ?? [])] });
        return client.query(sql, parameters);
      },
    };
  };
  await work({ ...db, pool: { ...db.pool, connect } });
  return statements;
}
