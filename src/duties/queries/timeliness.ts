import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { Period } from "../../platform/kernel/period.ts";

/** Of what fell due under a rule in a unit in a week, how much was met in time. The week is its Monday; a unit may be unknown. */
export type WeekOfTimeliness = {
  readonly rule: string;
  readonly unit: string | null;
  readonly week: string;
  readonly fellDue: number;
  readonly onTime: number;
};

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
