import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** What some units are called as they are known now, by name. */
export async function namesOfUnits(tx: Tx, ids: readonly string[]): Promise<readonly string[]> {
  const found = await sql<{ name: string }>`select distinct name from organisation.units
    where id = any(${[...ids]}) and known_until = date '9999-12-31' order by name`.execute(tx);
  return found.rows.map(({ name }) => name);
}
