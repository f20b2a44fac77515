import { sql } from "kysely";
import { benefitsInGroup } from "../../law/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import { withoutNestedLoops } from "./hash-joins.ts";

/** Whom to read: these, or with null everybody in sight. */
export type Whom = readonly string[] | null;

/** A person as the records have them on a day. The name is not yet held back from anybody. */
export type PersonRow = {
  readonly id: string;
  readonly name: string | null;
  readonly name_key: string | null;
  readonly born: string | null;
  readonly protected: boolean;
  readonly benefits: readonly string[] | null;
  /** Since when on each of them, in their order, as days since 1970. */
  readonly benefits_since: readonly number[] | null;
  readonly target_group: string | null;
  readonly unit: string | null;
  readonly staff: string | null;
};

/** Days on support, as days since 1970, `until` the first day after. */
export type SupportRow = {
  readonly citizen: string;
  readonly from: readonly number[];
  readonly until: readonly number[];
};

const FEW = 50;
const PRESENT = sql.raw("municipality = platform.municipality() and known_until = date '9999-12-31'");

/** People with what they get, their target group and who is responsible on a day, in the order of their ids. */
export async function readPeople(tx: Tx, on: Day, whom: Whom): Promise<readonly PersonRow[]> {
  const day = sql`${isoDay(on)}::date`;
  const holds = sql`${PRESENT} and from_day <= ${day} and ${day} < until_day ${among("citizen", whom)}`;
  const query = sql<PersonRow>`with holding as (
      select citizen, array_agg(benefit order by benefit) as benefits, array_agg(since order by benefit) as benefits_since
      from (select citizen, benefit, min(from_day) - date '1970-01-01' as since
        from citizens.benefit_spells where ${holds} group by citizen, benefit) b group by citizen
    ), grouped as (
      select distinct on (citizen) citizen, target_group from citizens.target_group_spells where ${holds} order by citizen, from_day desc, id
    ), responsible as (
      select distinct on (citizen) citizen, unit, staff from citizens.responsibilities where ${holds} order by citizen, from_day desc, id
    )
    select c.id, c.name, c.name_key, c.born::text as born, coalesce(c.protected, false) as protected, h.benefits, h.benefits_since, g.target_group, r.unit, r.staff
    from citizens.citizens c left join holding h on h.citizen = c.id left join grouped g on g.citizen = c.id
      left join responsible r on r.citizen = c.id
    where c.municipality = platform.municipality() and c.known_until = date '9999-12-31' ${among("c.id", whom)}
    order by c.id collate "C"`;
  return (await forMany(tx, whom, () => query.execute(tx))).rows;
}

/** All days on support, up to a day and of spells begun by then, of those who are on support on it. */
export async function readSupport(tx: Tx, on: Day, whom: Whom): Promise<readonly SupportRow[]> {
  const day = sql`${isoDay(on)}::date`;
  const support = sql`${PRESENT} and from_day <= ${day} and benefit = any(${[...benefitsInGroup("support")]}) ${among("citizen", whom)}`;
  const query = sql<SupportRow>`select citizen, array_agg(from_day - date '1970-01-01') as from, array_agg(until_day - date '1970-01-01') as until
    from citizens.benefit_spells where ${support} group by citizen having bool_or(${day} < until_day)`;
  return (await forMany(tx, whom, () => query.execute(tx))).rows;
}

/** The ids of those whose number has one of these blind indexes. */
export async function idsByNumber(tx: Tx, indexes: readonly Buffer[]): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`select id from citizens.citizens
    where ${PRESENT} and cpr_index = any(${[...indexes]}::bytea[])`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** A page's few are found one by one; for more it pays to go through a table once. */
function forMany<T>(tx: Tx, whom: Whom, ask: () => Promise<T>): Promise<T> {
  return whom === null || whom.length > FEW ? withoutNestedLoops(tx, ask) : ask();
}

/** Few and many are asked in different words: a plan that is kept ready for the one would be wrong for the other. */
function among(column: "citizen" | "c.id", whom: Whom) {
  if (whom === null) return sql``;
  const ids = sql`${[...whom]}::text[]`;
  return whom.length > FEW
    ? sql`and ${sql.raw(column)} in (select unnest(${ids}))`
    : sql`and ${sql.raw(column)} = any(${ids})`;
}
