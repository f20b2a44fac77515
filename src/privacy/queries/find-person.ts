import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** The id of the citizen with one of these blind indexes of a CPR number; null when nobody has it. */
export async function citizenWithIndex(tx: Tx, indexes: readonly Buffer[]): Promise<string | null> {
  const found = await sql<{ id: string }>`select id from citizens.citizens
    where municipality = platform.municipality() and known_until = date '9999-12-31'
      and cpr_index in (${sql.join(indexes.map((index) => sql`${index}`))}) limit 1`.execute(tx);
  return found.rows[0]?.id ?? null;
}
