import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** The units that are responsible for citizens on an ISO day, of those in sight. */
export async function responsibleUnits(tx: Tx, on: string): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const found = await sql<{ citizen: string; units: string[] }>`select citizen, array_agg(distinct unit) as units
    from citizens.responsible_now where municipality = platform.municipality() and from_day <= ${on}::date and ${on}::date < until_day
    group by citizen`.execute(tx);
  return new Map(found.rows.map(({ citizen, units }) => [citizen, new Set(units)]));
}
