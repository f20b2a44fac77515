import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";

/** Counts one more failure; one long after the last begins anew. */
export async function addFailure(tx: Tx, failed: { who: Buffer; now: Date; forgottenBefore: Date }): Promise<void> {
  const { who, now, forgottenBefore } = failed;
  await sql`insert into platform.login_failures as f (municipality, who, failures, last_at)
    values (platform.municipality(), ${who}, 1, ${now})
    on conflict (municipality, who) do update
      set failures = case when f.last_at < ${forgottenBefore} then 1 else f.failures + 1 end, last_at = ${now}`.execute(
    tx,
  );
}

/** How many failures in a row are remembered. */
export async function countFailures(tx: Tx, asked: { who: Buffer; forgottenBefore: Date }): Promise<number> {
  const { rows } = await sql<{ failures: number }>`select failures from platform.login_failures
    where who = ${asked.who} and last_at >= ${asked.forgottenBefore}`.execute(tx);
  return rows[0]?.failures ?? 0;
}

/** Forgets failures, by letting them be long ago. */
export async function forget(tx: Tx, who: Buffer): Promise<void> {
  await sql`update platform.login_failures set last_at = 'epoch' where who = ${who}`.execute(tx);
}
