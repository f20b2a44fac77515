import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** The ids of some units and of all units below them, as they are known now; units that have closed count, their citizens may not have moved. */
export async function unitsWithin(tx: Tx, units: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`with recursive within(id) as (
      select unnest(${[...units]}::text[])
      union
      select u.id from organisation.units u join within w on u.parent = w.id
      where u.municipality = platform.municipality() and u.known_until = date '9999-12-31'
    ) select id from within`.execute(tx);
  return found.rows.map(({ id }) => id);
}
