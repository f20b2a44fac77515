import PgBoss from "pg-boss";
import type { Database } from "../db/public.ts";
import type { JobLog } from "./contract.ts";
import { faultOf } from "./faults.ts";
import { inTurn } from "./queries/turn.ts";

/** How long finished and dead jobs are kept in sight, in seconds; two days at least, for the jobs made once a day. */
const DONE_SECONDS = 3 * 86_400;
const DEAD_SECONDS = 30 * 86_400;

/** pg-boss over our own connections, as the owner: the schema `pgboss` is made here, and the application's role cannot reach it. */
export async function openBoss(db: Database, log: JobLog): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => executeSql(db, text, values) },
    schema: "pgboss",
    supervise: false,
    schedule: false,
    archiveCompletedAfterSeconds: DONE_SECONDS,
    archiveFailedAfterSeconds: DEAD_SECONDS,
    deleteAfterDays: 30,
  });
  boss.on("error", (error) => log.error({ fault: faultOf(error) }, "the jobs' keeper had an error"));
  await inTurn(db, () => boss.start());
  return boss;
}

/**
 * One connection for one call. pg-boss's own transactions come as one text of several statements; when one of them fails, the
 * connection must not be given back in the middle of it.
 */
async function executeSql(
  db: Database,
  text: string,
  values: readonly unknown[] | undefined,
): Promise<{ rows: unknown[] }> {
  const client = await db.pool.connect();
  const isScript = /^\s*BEGIN;/.test(text);
  try {
    if (!isScript) {
      const { rows } = await client.query(
        text,
        (values ?? []).map((value) => value ?? null),
      );
      return { rows };
    }
    await client.script(text);
    return { rows: [] };
  } catch (error) {
    if (isScript) await client.script("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
