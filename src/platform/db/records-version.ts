import { sql } from "kysely";
import type { Tx } from "./tenant.ts";

/** Where the records are: transactions below `oldest` have all ended, none from `newest` on had begun; and whose records they are. */
export type RecordsVersion = { readonly oldest: string; readonly newest: string; readonly whose: string };

/**
 * Where the records are now, and whose they are: the server and its timeline, the database, the table that was made in it, and the
 * municipality. Restored or copied elsewhere, records number their transactions anew: a number alone would not tell.
 */
export async function recordsVersion(tx: Tx): Promise<RecordsVersion> {
  const { rows } = await sql<RecordsVersion>`select
    pg_snapshot_xmin(pg_current_snapshot())::text as oldest, pg_snapshot_xmax(pg_current_snapshot())::text as newest,
    concat_ws('/', (select system_identifier from pg_control_system()), (select timeline_id from pg_control_checkpoint()),
      (select oid from pg_database where datname = current_database()), 'citizens.citizens'::regclass::oid,
      platform.municipality()) as whose`.execute(tx);
  if (!rows[0]) throw new Error("the records gave no snapshot");
  return rows[0];
}
