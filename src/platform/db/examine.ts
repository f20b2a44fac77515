import { sql } from "kysely";
import { listTables } from "./catalogue.ts";
import type { Database } from "./database.ts";
import { readMigrations } from "./migrate.ts";
import { asKeeper, type Tx } from "./tenant.ts";

/** How the records' database is. */
export type RecordsExamined = {
  readonly version: string;
  /** Migrations of the program that were not applied, or that differ. */
  readonly pending: readonly string[];
  /** Tables without a fence for everybody, the owner included. */
  readonly unfenced: readonly string[];
  /** May the application's role walk around the fence? */
  readonly roleIsFree: boolean;
  /** How far the database's clock is ahead of this machine's, in seconds. */
  readonly clockAhead: number;
  /** How far the newest entry of the access log lies in the future, in seconds; 0 when it does not. */
  readonly logAhead: number;
  /** Jobs that failed for good in the last week. */
  readonly failedJobs: number;
};

/** Looks at the database and changes nothing. */
export function examineRecords(db: Database): Promise<RecordsExamined> {
  return asKeeper(db, async (tx) => {
    const applied = await sql<{ file: string; hash: string }>`select file, hash from upkeep.migrations`.execute(tx);
    const known = new Map(applied.rows.map(({ file, hash }) => [file, hash]));
    const { rows } = await sql<{ version: string; free: boolean; moment: Date; log: number }>`
      select current_setting('server_version') as version, clock_timestamp() as moment,
        (select rolsuper or rolbypassrls from pg_roles where rolname = 'springbraet_app') as free,
        (select greatest(0, extract(epoch from max(at) - clock_timestamp()))::integer from audit.access_log) as log`.execute(
      tx,
    );
    const now = Date.now();
    const [found] = rows;
    if (!found) throw new Error("the database did not say how it is");
    return {
      version: found.version,
      pending: readMigrations().flatMap(({ file, hash }) => (known.get(file) === hash ? [] : [file])),
      unfenced: await unfenced(tx),
      roleIsFree: found.free,
      clockAhead: Math.round((found.moment.getTime() - now) / 1000),
      logAhead: found.log ?? 0,
      failedJobs: await failedJobs(tx),
    };
  });
}

async function unfenced(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity
      and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant'))`.execute(tx);
  const bare = new Set(rows.map(({ name }) => name));
  return (await listTables(tx)).map(({ name }) => name).filter((name) => bare.has(name));
}

async function failedJobs(tx: Tx): Promise<number> {
  const kept = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(tx);
  if (!kept.rows[0]?.there) return 0;
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pgboss.job
    where state = 'failed' and completed_on > now() - interval '7 days'`.execute(tx);
  return rows[0]?.n ?? 0;
}
