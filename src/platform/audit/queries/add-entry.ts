import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";
import type { LogEntry } from "../hashes.ts";

/** One row of the access log before it has a number and a time. */
export type Entry = Omit<LogEntry, "entry" | "at" | "request">;

/**
 * Adds a row to the access log of the transaction's municipality, and to the index over its persons. The request is the transaction's own
 * (`inRequest`), and so is the unit when nobody names one.
 */
export async function addEntry(tx: Tx, entry: Entry): Promise<void> {
  const { who, role, unit, action, purpose, change, data, keys, persons } = entry;
  await sql`with added as (
      insert into audit.access_log (municipality, who, role, unit, action, purpose, change, data, keys, persons)
      values (platform.municipality(), ${who}, ${role},
        coalesce(${unit}, nullif(current_setting('app.unit', true), '')), ${action}, ${purpose}, ${change}, ${data}, ${keys}, ${persons})
      returning entry, keys
    )
    insert into audit.access_keys (municipality, key, entry)
    select platform.municipality(), key, entry from added, unnest(keys) as key`.execute(tx);
}
