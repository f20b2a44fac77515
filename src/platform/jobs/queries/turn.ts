import type { Database } from "../../db/public.ts";

/**
 * Two processes that start at once on one server take turns. pg-boss's own lock comes after it has looked for its schema, and a connection
 * remembers that it saw none: without ours the second would make it again and fail. It needs a connection besides the one that works.
 */
export async function inTurn(db: Database, work: () => Promise<unknown>): Promise<void> {
  if (db.engine === "embedded") {
    await work();
    return;
  }
  const holder = await db.pool.connect();
  try {
    await holder.query("select pg_advisory_lock(hashtext('springbraet jobs'))");
    await work();
  } finally {
    await holder.query("select pg_advisory_unlock(hashtext('springbraet jobs'))").catch(() => undefined);
    holder.release();
  }
}
