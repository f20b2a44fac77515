import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Period } from "../../platform/kernel/period.ts";
import type { WeekOfTimeliness } from "../contract.ts";
import type { Late } from "../rules/lateness.ts";

/**
 * Timeliness (*rettidighed*) in a period per rule, answerable unit and week, of the obligations in the transaction's sight as they are kept. The
 * same as the measure `timeliness` counts and as `rules/timeliness.ts` says: a test holds the three together.
 */
export async function timelinessByWeek(tx: Tx, period: Period): Promise<readonly WeekOfTimeliness[]> {
  const found =
    await sql<WeekOfTimeliness>`select rule, answerable_unit as unit, date_trunc('week', due)::date::text as week,
      count(*)::integer as "fellDue", (count(*) filter (where late is null))::integer as "onTime"
    from duties.obligations_now
    where municipality = platform.municipality() and share is null and coalesce(late, met) is not null
      and due >= ${isoDay(period.from)}::date and due < ${isoDay(period.until)}::date
    group by 1, 2, 3 order by 1, 2 nulls last, 3`.execute(tx);
  return found.rows;
}

/**
 * Those of what fell due in a period that were late, each with its days: until it was met or was no longer owed, else until the day the kept
 * obligations stand as on. They are exactly what `timelinessByWeek` counts and does not count as on time.
 */
export async function latenessIn(tx: Tx, period: Period, on: Day): Promise<readonly Late[]> {
  const found = await sql<Late>`select rule, answerable_unit as unit, date_trunc('week', due)::date::text as week,
      (coalesce(met, closed, ${isoDay(on)}::date) - due)::integer as days, coalesce(met, closed) is null as "isStill"
    from duties.obligations_now
    where municipality = platform.municipality() and share is null and late is not null
      and due >= ${isoDay(period.from)}::date and due < ${isoDay(period.until)}::date
    order by 1, 2 nulls last, 3, 4`.execute(tx);
  return found.rows;
}
