import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";

/** What was dropped: days and entries. */
export type Dropped = { readonly days: number; readonly entries: number };

/** The owner works outside the fence's role but not outside the fence: it names whose log it means. */
export async function actFor(tx: Tx, municipality: string): Promise<void> {
  await sql`select set_config('app.municipality', ${municipality}, true)`.execute(tx);
}

/**
 * Drops the looks, or the changes, of all finished days before a date; their seals stay and say when it was done. Links go with a day's last
 * entry.
 */
export async function dropBefore(
  tx: Tx,
  which: { readonly change: boolean; readonly before: string; readonly on: string },
): Promise<Dropped> {
  const column = sql.raw(which.change ? "changes_dropped" : "looks_dropped");
  const marked = await sql<{ number: number }>`update audit.log_days set ${column} = ${which.on}
    where municipality = platform.municipality() and day < ${which.before} and ${column} is null returning number`.execute(
    tx,
  );
  const numbers = marked.rows.map(({ number }) => number);
  if (numbers.length === 0) return { days: 0, entries: 0 };
  const gone = sql`select c.entry from audit.log_chain c where c.municipality = platform.municipality()
    and c.change = ${which.change} and c.day_number = any(${numbers}::integer[])`;
  await sql`delete from audit.access_keys where municipality = platform.municipality() and entry in (${gone})`.execute(
    tx,
  );
  const deleted =
    await sql`delete from audit.access_log where municipality = platform.municipality() and entry in (${gone})`.execute(
      tx,
    );
  return { days: numbers.length, entries: Number(deleted.numAffectedRows ?? 0) };
}

/** Forgets the links of days that have no entries left: the seals alone remain. */
export async function dropEmptyLinks(tx: Tx): Promise<void> {
  await sql`update audit.log_days d set changes_dropped = d.looks_dropped
    where d.municipality = platform.municipality() and d.looks_dropped is not null and d.changes_dropped is null
      and not exists (select from audit.log_chain c
        where c.municipality = d.municipality and c.day_number = d.number and c.change)`.execute(tx);
  await sql`delete from audit.log_chain c using audit.log_days d
    where c.municipality = platform.municipality() and d.municipality = c.municipality and d.number = c.day_number
      and d.looks_dropped is not null and d.changes_dropped is not null`.execute(tx);
}
