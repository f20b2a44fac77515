import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A citizen's name for staff to read; null where there is none or the citizen has name and address protection. */
export type NamedCitizen = { readonly id: string; readonly name: string | null; readonly protected: boolean };

/** The names of some citizens as they are known now. Log the look before showing them. */
export async function namesOfCitizens(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, NamedCitizen>> {
  const found =
    await sql<NamedCitizen>`select id, case when protected then null else name end as name, coalesce(protected, false) as protected
    from citizens.citizens where id = any(${[...ids]}) and known_until = date '9999-12-31'`.execute(tx);
  return new Map(found.rows.map((row) => [row.id, row]));
}
