import { sql } from "kysely";
import { endBeliefs, replaceBeliefs, type Tx } from "../../platform/db/public.ts";

/** A unit and one of its staff; null staff is nobody yet. */
type Place = { readonly unit: string; readonly staff: string | null };

/** Cases that change hands on an ISO day: all of a place, or those of some citizens. */
export type MovedCases = {
  readonly from: Place;
  readonly to: Place;
  readonly citizens: readonly string[] | null;
  readonly today: string;
};

const TABLE = "citizens.responsibilities";

type Case = { readonly id: string; readonly citizen: string; readonly begun: boolean };

/**
 * Hands cases over: what was believed about them ends, they are known to have ended today, and the new ones begin. Gives the
 * citizens whose cases moved. Only cases this transaction sees can move, and only to a place it sees: the fence refuses others.
 */
export async function handOverCases(tx: Tx, { from, to, citizens, today }: MovedCases): Promise<readonly string[]> {
  const asked = citizens === null ? null : [...citizens];
  const { rows } = await sql<Case>`select id, citizen, from_day < ${today}::date as begun from citizens.responsibilities
    where unit = ${from.unit} and staff is not distinct from ${from.staff}::text and known_until = date '9999-12-31'
      and from_day <= current_date and current_date < until_day
      and (${asked}::text[] is null or citizen = any(${asked}::text[]))
    order by id for update`.execute(tx);
  const ids = (begun: boolean): readonly string[] => rows.filter((row) => row.begun === begun).map(({ id }) => id);
  await replaceBeliefs(tx, TABLE, { ids: ids(true), today, values: { until_day: today } });
  await endBeliefs(tx, TABLE, { ids: ids(false), today });
  await sql`insert into citizens.responsibilities (municipality, id, from_day, until_day, citizen, unit, staff, known_from)
    select platform.municipality(), gen_random_uuid()::text, ${today}::date, date '9999-12-31', citizen, ${to.unit}, ${to.staff}, ${today}::date
    from unnest(${[...new Set(rows.map(({ citizen }) => citizen))]}::text[]) as moved(citizen)`.execute(tx);
  return rows.map(({ citizen }) => citizen);
}
