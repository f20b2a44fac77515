import { sql } from "kysely";
import type { Database } from "../../db/public.ts";
import { asOwner } from "../../db/tenant.ts";
import type { Progress } from "../contract.ts";

/** A job that a process has taken, in one of its tries. */
export type Lease = { readonly name: string; readonly id: string; readonly retryCount: number };

/** How many jobs of a name are in a state, and since when the eldest has been. */
export type JobCount = {
  readonly name: string;
  readonly state: string;
  readonly jobs: number;
  readonly seconds: number;
};

/** Which of some queues have a job that is due. */
export async function dueQueues(db: Database, names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await asOwner(db, (tx) =>
    sql<{ name: string }>`select distinct name from pgboss.job
      where name = any(${names}::text[]) and state < 'active' and start_after < now()`.execute(tx),
  );
  return rows.map(({ name }) => name);
}

/** Keeps a job for another lease and tells how far it is; false when it was cancelled or another process has it. */
export async function holdLease(db: Database, lease: Lease, progress: Progress | null): Promise<boolean> {
  const output = progress === null ? null : JSON.stringify({ progress });
  const { rows } = await asOwner(db, (tx) =>
    sql`update pgboss.job set started_on = now(), output = coalesce(${output}::jsonb, output)
      where name = ${lease.name} and id = ${lease.id}::uuid and state = 'active' and retry_count = ${lease.retryCount}
      returning id`.execute(tx),
  );
  return rows.length > 0;
}

/** Makes this try the last: trying again would not help. */
export async function makeLast(db: Database, lease: Lease): Promise<void> {
  await asOwner(db, (tx) =>
    sql`update pgboss.job set retry_limit = retry_count
      where name = ${lease.name} and id = ${lease.id}::uuid and state = 'active'`.execute(tx),
  );
}

/** Puts an unfinished job back in line without counting the try: the process stops. */
export async function handBack(db: Database, lease: Lease): Promise<void> {
  await asOwner(db, (tx) =>
    sql`update pgboss.job set state = 'retry', start_after = now(), retry_limit = retry_limit + 1
      where name = ${lease.name} and id = ${lease.id}::uuid and state = 'active' and retry_count = ${lease.retryCount}`.execute(
      tx,
    ),
  );
}

/** On the embedded engine no other process can be at work: what is active was left behind by one that died. */
export async function handBackAll(db: Database): Promise<void> {
  await asOwner(db, (tx) =>
    sql`update pgboss.job set state = case when retry_count < retry_limit then 'retry' else 'failed' end::pgboss.job_state,
        completed_on = case when retry_count < retry_limit then null else now() end, start_after = now()
      where state = 'active'`.execute(tx),
  );
}

/** The jobs of all municipalities by name and state, for the operator's metrics. */
export async function countJobs(db: Database): Promise<readonly JobCount[]> {
  const { rows } = await asOwner(db, (tx) =>
    sql<JobCount>`select name, state::text as state, count(*)::integer as jobs,
        extract(epoch from now() - min(coalesce(completed_on, created_on)))::double precision as seconds
      from pgboss.job group by 1, 2`.execute(tx),
  );
  return rows;
}
