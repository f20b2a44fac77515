import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { CitizenFilters } from "../contract.ts";
import { AGE_RULES, birthdaysFor } from "../rules/age-rules.ts";
import { sinceAtLatest, THRESHOLDS } from "../rules/time-on-support.ts";
import { withoutNestedLoops } from "./hash-joins.ts";
import { type AskedPeople, bornFor, conditions, peopleTable } from "./people.ts";

/** A person of the list as the records have them; a protected one without name. */
export type ListedPerson = {
  readonly id: string;
  readonly name: string | null;
  readonly born: string | null;
  readonly protected: boolean;
  readonly restricted: boolean;
  readonly benefits: readonly string[] | null;
  readonly target_group: string | null;
  readonly unit: string | null;
  readonly staff: string | null;
};

/** How many people a value of a filter would leave, the other filters held. */
export type FilterCount = { readonly filter: string; readonly key: string; readonly count: number };

/** Names of the protected are no order to sort by: their place among the others would tell them. */
const ORDER: Readonly<Record<CitizenFilters["sort"], string>> = {
  id: 'id collate "C"',
  name: "case when protected then null else name_key end",
  age: "-(born - date '1800-01-01')",
  benefit: "benefits[1]",
  targetGroup: "target_group",
  unit: "unit",
  since: "since",
};

/** Some people of the list, in its order. */
export async function listPeople(
  tx: Tx,
  asked: AskedPeople & { readonly limit: number; readonly offset: number },
): Promise<readonly ListedPerson[]> {
  const { sort, descending } = asked.filters;
  const direction = sql.raw(descending ? "desc" : "asc");
  const held = sql.join(Object.values(conditions(asked)), sql` and `);
  const query = sql<ListedPerson>`with ${peopleTable(asked)}
    select id, case when protected then null else name end as name, born::text as born, protected, restricted, benefits, target_group, unit, staff
    from people where ${held}
    order by ${sql.raw(ORDER[sort])} ${direction} nulls last, id collate "C"
    limit ${asked.limit} offset ${asked.offset}`;
  return (await withoutNestedLoops(tx, () => query.execute(tx))).rows;
}

/** The ids of everybody on the list, in its order. */
export async function listIds(tx: Tx, asked: AskedPeople): Promise<readonly string[]> {
  const { sort, descending } = asked.filters;
  const held = sql.join(Object.values(conditions(asked)), sql` and `);
  const query = sql<{ id: string }>`with ${peopleTable(asked)} select id from people where ${held}
    order by ${sql.raw(ORDER[sort])} ${sql.raw(descending ? "desc" : "asc")} nulls last, id collate "C"`;
  const found = await withoutNestedLoops(tx, () => query.execute(tx));
  return found.rows.map(({ id }) => id);
}

/** How many there are, and how many each value of a filter would leave. */
export async function countPeople(tx: Tx, asked: AskedPeople): Promise<readonly FilterCount[]> {
  const all = conditions(asked);
  const but = (name: string): RawBuilder<unknown> =>
    sql.join(
      Object.entries(all)
        .filter(([other]) => other !== name)
        .map(([, condition]) => condition),
      sql` and `,
    );
  const ages = AGE_RULES.map(
    (rule) => sql`union all select 'age', ${rule.id}::text, count(*)::integer from people
      where ${but("age")} and ${bornFor(birthdaysFor(rule, asked.on))}`,
  );
  const times = THRESHOLDS.map(
    (threshold) => sql`union all select 'time', ${threshold.id}::text, count(*)::integer from people
      where ${but("time")} and since <= ${isoDay(sinceAtLatest(threshold, asked.on))}::date`,
  );
  const query = sql<FilterCount>`with ${peopleTable(asked, { counted: true })}
    select 'total' as filter, '' as key, count(*)::integer as count from people where ${but("")}
    union all select 'aside', '', count(*)::integer from people where ${but("shown")} and aside
    union all select 'protected', '', count(*)::integer from people where ${but("protected")} and protected
    union all select 'benefit', code, count(*)::integer from people, unnest(benefits) as code where ${but("benefit")} group by code
    union all select 'targetGroup', target_group, count(*)::integer from people
      where ${but("targetGroup")} and target_group is not null group by target_group
    union all select 'unit', unit, count(*)::integer from people where ${but("unit")} and unit is not null group by unit
    ${sql.join([...ages, ...times], sql` `)}`;
  return (await withoutNestedLoops(tx, () => query.execute(tx))).rows;
}
