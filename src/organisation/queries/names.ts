import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** What all units are called now, by id. */
export async function unitNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ id: string; name: string }>`select distinct on (id) id, name from organisation.units
    where municipality = platform.municipality() and known_until = date '9999-12-31' order by id, from_day desc`.execute(
    tx,
  );
  return new Map(found.rows.map(({ id, name }) => [id, name]));
}

/** What some members of staff are called now, by the id the log-in has for them. */
export async function staffNames(tx: Tx, people: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const found = await sql<{ person: string; name: string | null }>`select distinct on (person) person, name
    from organisation.staff where municipality = platform.municipality() and known_until = date '9999-12-31'
      and person = any(${[...people]}) order by person, from_day desc`.execute(tx);
  return new Map(found.rows.map(({ person, name }) => [person, name]));
}
