import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** The table measurements stand in. */
export const TABLE = "progression.progression_measurements";

/** One value as it is believed now. `version` is what a change of it must name. */
export type MeasurementRow = {
  readonly id: string;
  readonly version: string;
  readonly day: string;
  readonly instrument: string;
  readonly dimension: string;
  readonly value: number;
  readonly known: string;
};

/** What a citizen was measured to, the earliest first. */
export async function measurementsOf(tx: Tx, citizen: string): Promise<readonly MeasurementRow[]> {
  const found =
    await sql<MeasurementRow>`select id, recorded_by::text as version, day::text as day, instrument, dimension, value,
      known_from::text as known from progression.progression_measurements
    where municipality = platform.municipality() and known_until = date '9999-12-31' and citizen = ${citizen}
    order by progression_measurements.day, instrument, dimension, id`.execute(tx);
  return found.rows;
}

/** Lets whoever measures the same citizen wait until this transaction is done: two who measure at once must see each other. */
export async function holdMeasuring(tx: Tx, citizen: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('springbraet progression'), hashtext(platform.municipality() || ${citizen}))`.execute(
    tx,
  );
}

/** Days from the first to the last, both included, as ISO texts. */
export type Days = { readonly from: string; readonly to: string };

/** How somebody was measured on one dimension in a period. */
export type MeasuredRow = {
  readonly citizen: string;
  readonly dimension: string;
  readonly first: number;
  readonly last: number;
  readonly first_day: string;
  readonly last_day: string;
  readonly days: number;
};

/** The first and the last value of everybody in sight on each dimension of an instrument in a period, within its scale. */
export async function measuredIn(
  tx: Tx,
  { instrument, scale, from, to }: Days & { readonly instrument: string; readonly scale: { from: number; to: number } },
): Promise<readonly MeasuredRow[]> {
  const found = await sql<MeasuredRow>`select citizen, dimension, count(distinct day)::integer as days,
      (array_agg(value order by day, value))[1] as first, (array_agg(value order by day desc, value))[1] as last,
      min(day)::text as first_day, max(day)::text as last_day
    from progression.measurements_now where instrument = ${instrument} and day between ${from}::date and ${to}::date
      and value between ${scale.from} and ${scale.to}
    group by citizen, dimension order by citizen, dimension`.execute(tx);
  return found.rows;
}

/** The latest day up to a day on which each of some citizens was measured with anything. */
export async function lastMeasured(
  tx: Tx,
  citizens: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{ citizen: string; day: string }>`select citizen, max(day)::text as day
    from progression.measurements_now where citizen = any(${[...citizens]}) and day <= ${on}::date group by citizen`.execute(
    tx,
  );
  return new Map(found.rows.map((row) => [row.citizen, row.day]));
}
