import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** Is the transaction's own member of staff responsible for a citizen today? */
export async function mineToday(tx: Tx, citizen: string): Promise<boolean> {
  const found = await sql<{ mine: boolean }>`select exists (select from citizens.responsibilities
    where municipality = platform.municipality() and citizen = ${citizen} and known_until = date '9999-12-31'
      and from_day <= current_date and current_date < until_day and staff = platform.staff()) as mine`.execute(tx);
  return found.rows[0]?.mine ?? false;
}
