import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** Something unusual in the log: who, what kind, on which day (null for a span), and how much of it. */
export type Pattern = {
  readonly kind: "many_people" | "odd_hours" | "no_relation";
  readonly who: string;
  readonly day: string | null;
  readonly count: number;
};

/** Where the rules draw their lines. */
export type PatternLimits = {
  /** First day looked at. */
  readonly from: string;
  /** This many different people opened one by one on one day are many. */
  readonly manyPeople: number;
  /** This many looks outside working hours are worth a question. */
  readonly oddHours: number;
  /** This many people without a relation to the unit are worth a question. */
  readonly noRelation: number;
};

/** A request about more people than this is a list, not a look at somebody. */
const ONE_BY_ONE = 3;

const LOOKS = sql`select who, unit, keys, (at at time zone 'Europe/Copenhagen') as local from audit.access_log
  where municipality = platform.municipality() and role <> 'system' and cardinality(keys) between 1 and ${sql.lit(ONE_BY_ONE)}`;

/**
 * Looks that stand out by three plain rules: many different people one by one on a day, looks at night or in weekends, and looks at people
 * for whom the employee's unit had no responsibility that day. Help for whoever asks, never a verdict.
 */
export async function unusual(tx: Tx, limits: PatternLimits): Promise<readonly Pattern[]> {
  const found = await sql<Pattern>`
    with looks as (${LOOKS} and at >= (${limits.from}::date::timestamp at time zone 'Europe/Copenhagen')),
    people as (select who, unit, local, key from looks, unnest(keys) as key)
    select 'many_people' as kind, who, local::date as day, count(distinct key)::integer as count from people
      group by who, local::date having count(distinct key) >= ${limits.manyPeople}
    union all
    select 'odd_hours', who, null, count(*)::integer from looks
      where extract(isodow from local) >= 6 or extract(hour from local) < 6 or extract(hour from local) >= 22
      group by who having count(*) >= ${limits.oddHours}
    union all
    select 'no_relation', who, null, count(distinct key)::integer from people p
      where p.unit is not null and not exists (
        select from citizens.responsibilities r
        where r.municipality = platform.municipality() and r.citizen = p.key and r.unit = p.unit
          and r.known_until = date '9999-12-31' and r.from_day <= p.local::date and p.local::date < r.until_day)
      group by who having count(distinct key) >= ${limits.noRelation}
    order by count desc, who limit 100`.execute(tx);
  return found.rows;
}
