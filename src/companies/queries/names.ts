import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** The names of some companies as they are known now. */
export async function namesOfCompanies(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const found = await sql<{ id: string; name: string | null }>`select id, name from companies.companies
    where id = any(${[...ids]}) and known_until = date '9999-12-31'`.execute(tx);
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}
