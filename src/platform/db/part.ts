import { sql } from "kysely";
import type { Tx } from "./tenant.ts";

/**
 * Runs a part of a transaction that can be undone alone: of many that are asked for, those that can be done are stored and of the others nothing
 * is. What `work` gives is kept when `isKept` says so; when it is not, or `work` throws, what it stored is gone. Parts stand one after the other, never in each other.
 */
export async function inPart<T>(tx: Tx, work: () => Promise<T>, isKept: (done: T) => boolean): Promise<T> {
  await sql`savepoint springbraet_part`.execute(tx);
  let isDone = false;
  try {
    const done = await work();
    isDone = isKept(done);
    return done;
  } finally {
    await sql.raw(`${isDone ? "release" : "rollback to"} savepoint springbraet_part`).execute(tx);
  }
}
