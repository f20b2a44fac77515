import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A unit and one of its staff; null staff is nobody yet. */
type Place = { readonly unit: string; readonly staff: string | null };

/** Cases that change hands on an ISO day: all of a place, or those of some citizens. */
export type MovedCases = {
  readonly from: Place;
  readonly to: Place;
  readonly citizens: readonly string[] | null;
  readonly today: string;
};

type Ended = { readonly id: string; readonly citizen: string; readonly known: string };

/**
 * Hands cases over: what was believed about them ends, they are known to have ended today, and the new ones begin. Gives the
 * citizens whose cases moved. Only cases this transaction sees can move, and only to a place it sees: the fence refuses others.
 */
export async function handOverCases(tx: Tx, { from, to, citizens, today }: MovedCases): Promise<readonly string[]> {
  const asked = citizens === null ? null : [...citizens];
  const { rows } = await sql<Ended>`update citizens.responsibilities
    set known_until = greatest(known_from, ${today}::date), changed_by = pg_current_xact_id()
    where unit = ${from.unit} and staff is not distinct from ${from.staff}::text and known_until = date '9999-12-31'
      and from_day <= current_date and current_date < until_day
      and (${asked}::text[] is null or citizen = any(${asked}::text[]))
    returning id, citizen, known_until::text as known`.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`insert into citizens.responsibilities (municipality, id, from_day, until_day, citizen, unit, staff, known_from)
    select municipality, id, from_day, ${today}::date, citizen, unit, staff, known_until from citizens.responsibilities
    where id = any(${ids}) and changed_by = pg_current_xact_id() and from_day < ${today}::date`.execute(tx);
  await sql`insert into citizens.responsibilities (municipality, id, from_day, until_day, citizen, unit, staff, known_from)
    select platform.municipality(), gen_random_uuid()::text, ${today}::date, date '9999-12-31', citizen, ${to.unit}, ${to.staff}, ${today}::date
    from unnest(${[...new Set(rows.map(({ citizen }) => citizen))]}::text[]) as moved(citizen)`.execute(tx);
  return rows.map(({ citizen }) => citizen);
}
