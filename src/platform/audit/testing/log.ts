import { sql } from "kysely";
import { type Database, inTenant } from "../../db/public.ts";
import { asOwner } from "../../db/tenant.ts";

/** An entry for a test: when, about whom, and whether something was changed. */
export type TestEntry = {
  readonly at: string;
  readonly keys: readonly string[];
  readonly change?: boolean;
  readonly who?: string;
};

/** Writes entries of given times into a municipality's log, one transaction each, as the application does. */
export async function writeEntries(db: Database, municipality: string, entries: readonly TestEntry[]): Promise<void> {
  for (const { at, keys, change = false, who = "anna" } of entries) {
    await inTenant(db, { municipality }, async (tx) => {
      await sql`with added as (
          insert into audit.access_log (municipality, at, who, role, unit, action, purpose, change, data, keys, persons)
          values (platform.municipality(), ${at}, ${who}, 'caseworker', 'Ungeteamet', 'citizen.read', 'follow-up', ${change},
            array['citizens'], ${[...keys]}, ${keys.length}) returning entry, keys)
        insert into audit.access_keys (municipality, key, entry)
        select platform.municipality(), key, entry from added, unnest(keys) as key`.execute(tx);
    });
  }
  await nobodyElseWrites(db);
}

/**
 * Waits until what is written now can be sealed. A transaction under way in any database of the server holds sealing up, and the tests that
 * run at the same time share a server.
 */
export async function nobodyElseWrites(db: Database): Promise<void> {
  const number = await asOwner(db, async (tx) => {
    const { rows } = await sql<{ number: string }>`select pg_current_xact_id()::text as number`.execute(tx);
    return rows[0]?.number ?? "0";
  });
  for (;;) {
    const { rows } = await asOwner(db, (tx) =>
      sql<{ over: boolean }>`select pg_snapshot_xmin(pg_current_snapshot()) > ${number}::xid8 as over`.execute(tx),
    );
    if (rows[0]?.over) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Does something to the log that the application cannot do: as the owner of the database, on a municipality's rows. */
export function tamper(db: Database, municipality: string, statement: string): Promise<void> {
  return asOwner(db, async (tx) => {
    await sql`select set_config('app.municipality', ${municipality}, true)`.execute(tx);
    const done = await sql.raw(statement).execute(tx);
    if (Number(done.numAffectedRows ?? done.rows.length) === 0) throw new Error(`nothing was touched by: ${statement}`);
  });
}
