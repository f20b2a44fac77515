import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** Is a citizen of this id in sight? */
export async function isInSight(tx: Tx, citizen: string): Promise<boolean> {
  const found = await sql`select from citizens.names_now where citizen = ${citizen}`.execute(tx);
  return found.rows.length > 0;
}

/** Who is responsible for a citizen on a day: the unit, and the member of staff when there is one. Null when the case is closed or out of sight. */
export async function responsibleOn(
  tx: Tx,
  citizen: string,
  on: string,
): Promise<{ readonly unit: string; readonly staff: string | null } | null> {
  const found = await sql<{ unit: string; staff: string | null }>`select unit, staff from citizens.responsible_now
    where citizen = ${citizen} and from_day <= ${on}::date and ${on}::date < until_day order by from_day desc limit 1`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}
