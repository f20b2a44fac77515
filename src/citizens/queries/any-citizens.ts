import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** Has the transaction's municipality any citizens in the records? */
export async function anyCitizens(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`select exists (select from citizens.citizens) as found`.execute(tx);
  return rows[0]?.found ?? false;
}
