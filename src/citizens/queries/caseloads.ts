import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** How many citizens a unit has with one of its staff, or with nobody yet. */
export type Caseload = { readonly unit: string; readonly staff: string | null; readonly citizens: number };

/** Who is responsible for how many today, of those this transaction may see. */
export async function caseloads(tx: Tx): Promise<readonly Caseload[]> {
  const found = await sql<Caseload>`select unit, staff, count(distinct citizen)::integer as citizens
    from citizens.responsibilities
    where known_until = date '9999-12-31' and from_day <= current_date and current_date < until_day
    group by unit, staff order by unit, staff nulls first`.execute(tx);
  return found.rows;
}
