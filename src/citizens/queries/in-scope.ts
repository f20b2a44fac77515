import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** The ids of the citizens this transaction may see: those somebody in its scope is responsible for today. The fence decides. */
export async function citizensInScope(tx: Tx): Promise<readonly string[]> {
  const found = await sql<{ citizen: string }>`select distinct citizen from citizens.responsibilities
    where known_until = date '9999-12-31' and from_day <= current_date and current_date < until_day
    order by citizen`.execute(tx);
  return found.rows.map(({ citizen }) => citizen);
}
