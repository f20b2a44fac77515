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

/**
 * How many failures in a row are remembered. One that lies further ahead than it would be remembered is of a clock that has gone back:
 * nobody is kept out until that day comes again.
 */
export async function countFailures(tx: Tx, asked: { who: Buffer; now: Date; forgottenBefore: Date }): Promise<number> {
  const { rows } = await sql<{ failures: number }>`select failures from platform.login_failures
    where who = ${asked.who} and last_at >= ${asked.forgottenBefore}
      and last_at - ${asked.now}::timestamptz <= ${asked.now}::timestamptz - ${asked.forgottenBefore}::timestamptz`.execute(
    tx,
  );
  return rows[0]?.failures ?? 0;
}

/** The owner works outside the fence's role but not outside the fence: it names whose failures it means. */
export async function actFor(tx: Tx, municipality: string): Promise<void> {
  await sql`select set_config('app.municipality', ${municipality}, true)`.execute(tx);
}

/** Removes those whose last is not between two moments; gives how many. */
export async function removeOutside(tx: Tx, kept: { readonly from: Date; readonly until: Date }): Promise<number> {
  const gone = await sql`delete from platform.login_failures
    where municipality = platform.municipality() and (last_at < ${kept.from} or last_at > ${kept.until})`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
}

/** Forgets failures, by letting them be long ago. */
export async function forget(tx: Tx, who: Buffer): Promise<void> {
  await sql`update platform.login_failures set last_at = 'epoch' where who = ${who}`.execute(tx);
}
