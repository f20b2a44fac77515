import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { Period } from "../../platform/kernel/period.ts";

/** Citizens of a unit through a period: `atStart` + `came` - `left` is `atEnd`. */
export type Flow = {
  readonly unit: string;
  readonly atStart: number;
  readonly came: number;
  readonly left: number;
  readonly atEnd: number;
};

/**
 * The flow of citizens through units in a period, of those this transaction may see. `within` names the units that count as each unit's: a citizen
 * who moves between two of them neither came nor left. Had at the start is had on the day before the period, at the end on its last day.
 */
export async function flowThrough(
  tx: Tx,
  within: ReadonlyMap<string, readonly string[]>,
  period: Period,
): Promise<readonly Flow[]> {
  const pairs = JSON.stringify([...within].flatMap(([unit, parts]) => parts.map((part) => ({ unit, part }))));
  const [from, until] = [isoDay(period.from), isoDay(period.until)];
  const found = await sql<Flow>`with had as (
      select w.unit, r.citizen, bool_or(r.from_day < ${from}::date and r.until_day >= ${from}::date) as at_start,
        bool_or(r.until_day > ${from}::date) as during, bool_or(r.until_day >= ${until}::date) as at_end
      from jsonb_to_recordset(${pairs}::jsonb) as w(unit text, part text)
        join citizens.responsibilities r on r.unit = w.part
      where r.municipality = platform.municipality() and r.known_until = date '9999-12-31'
        and r.from_day < ${until}::date and r.until_day >= ${from}::date
      group by w.unit, r.citizen)
    select unit, (count(*) filter (where at_start))::integer as "atStart",
      (count(*) filter (where during and not at_start))::integer as came,
      (count(*) filter (where (at_start or during) and not at_end))::integer as left,
      (count(*) filter (where at_end))::integer as "atEnd"
    from had group by unit order by unit`.execute(tx);
  return found.rows;
}
