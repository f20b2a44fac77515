import { type RawBuilder, sql } from "kysely";
import { benefitsInGroup } from "../../law/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { CitizenFilters } from "../contract.ts";
import { AGE_RULES, birthdaysFor } from "../rules/age-rules.ts";
import { GAP_DAYS, sinceAtLatest, THRESHOLDS } from "../rules/time-on-support.ts";

/** How people are looked for: by one of the blind indexes of a number, by id, or by words of a name. */
export type Find =
  | { readonly by: "nothing" }
  | { readonly by: "number"; readonly indexes: readonly Buffer[] }
  | { readonly by: "id"; readonly id: string }
  /** Some that are known already. */
  | { readonly by: "ids"; readonly ids: readonly string[] }
  | {
      readonly by: "name";
      readonly words: readonly string[];
      /** Of whom a protected name may be matched: everybody in sight, one's own, or nobody. */
      readonly protectedNames: "all" | "own" | "none";
    };

/**
 * The people whose data may only be stored (GDPR art. 18), and for whom of them the reader handles the restriction: everybody in sight,
 * one's own, or nobody. The others stand aside.
 */
export type Restricted = { readonly ids: readonly string[]; readonly handled: "all" | "own" | "none" };

/** Which people on which day. */
export type AskedPeople = {
  readonly filters: CitizenFilters;
  readonly find: Find;
  readonly on: Day;
  readonly restricted: Restricted;
};

const SUPPORT = sql`municipality = platform.municipality() and known_until = date '9999-12-31'
  and benefit = any(${[...benefitsInGroup("support")]})`;
const PRESENT = sql.raw("municipality = platform.municipality() and known_until = date '9999-12-31'");

/** The part of each filter that is asked for, by the filter's name; what is not asked for holds for everybody. */
export function conditions({ filters, on }: AskedPeople): Readonly<Record<string, RawBuilder<boolean>>> {
  const always = sql<boolean>`true`;
  const age = AGE_RULES.find(({ id }) => id === filters.age);
  const time = THRESHOLDS.find(({ id }) => id === filters.time);
  return {
    benefit: filters.benefit === null ? always : sql`coalesce(${filters.benefit} = any(benefits), false)`,
    targetGroup: filters.targetGroup === null ? always : sql`coalesce(target_group = ${filters.targetGroup}, false)`,
    unit: filters.unit === null ? always : sql`coalesce(unit = ${filters.unit}, false)`,
    age: age ? bornFor(birthdaysFor(age, on)) : always,
    time: time ? sql`coalesce(since <= ${isoDay(sinceAtLatest(time, on))}::date, false)` : always,
    protected: filters.protectedOnly ? sql`protected` : always,
    shown: sql`not aside`,
  };
}

/** Is somebody born within days that may be open at either end? */
export function bornFor({ first, last }: { first: Day | null; last: Day | null }): RawBuilder<boolean> {
  const from = first === null ? sql`true` : sql`born >= ${isoDay(first)}::date`;
  const to = last === null ? sql`true` : sql`born <= ${isoDay(last)}::date`;
  return sql`(born is not null and ${from} and ${to})`;
}

/**
 * The common table `people` before all filters: everybody in sight on the day with what the list shows, and who stands aside. The first
 * day of support is only worked out when it is sorted, filtered or counted by; a page's own is worked out by the rule.
 */
export function peopleTable(asked: AskedPeople, { counted = false } = {}): RawBuilder<unknown> {
  const { filters, find, on } = asked;
  const day = sql`${isoDay(on)}::date`;
  const needsSince = counted || filters.time !== null || filters.sort === "since";
  const some = find.by === "ids" ? sql`and citizen = any(${[...find.ids]}::text[])` : sql``;
  const holds = sql`${PRESENT} and from_day <= ${day} and ${day} < until_day ${some}`;
  const current = filters.who === "current" ? sql`(h.citizen is not null or r.citizen is not null)` : sql`true`;
  return sql`holding as (
      select citizen, array_agg(distinct benefit order by benefit) as benefits from citizens.benefit_spells where ${holds} group by citizen
    ), grouped as (
      select distinct on (citizen) citizen, target_group from citizens.target_group_spells where ${holds} order by citizen, from_day desc, id
    ), responsible as (
      select distinct on (citizen) citizen, unit, staff from citizens.responsibilities where ${holds} order by citizen, from_day desc, id
    )${needsSince ? sql`, ${chainsTable(day)}` : sql``}, people as materialized (
      select c.id, c.name, c.name_key, c.born, coalesce(c.protected, false) as protected, ${restrictedOf(asked)}, h.benefits, g.target_group, r.unit, r.staff,
        ${needsSince ? sql`chains.since` : sql`null::date`} as since
      from citizens.citizens c left join holding h on h.citizen = c.id left join grouped g on g.citizen = c.id
        left join responsible r on r.citizen = c.id ${needsSince ? sql`left join chains on chains.citizen = c.id` : sql``}
      where c.municipality = platform.municipality() and c.known_until = date '9999-12-31' and ${current} and ${found(find)}
    )`;
}

/** The first day of the unbroken chain of support that the day stands in, as `rules/time-on-support.ts` has it. */
function chainsTable(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`supported as materialized (
      select distinct citizen from citizens.benefit_spells where ${SUPPORT} and from_day <= ${day} and ${day} < until_day
    ), chains as materialized (
      select citizen, min(since) as since from (
        select citizen, from_day, until_day,
          max(case when covered is null or from_day > covered + ${sql.lit(GAP_DAYS)} then from_day end)
            over (partition by citizen order by from_day, until_day rows unbounded preceding) as since
        from (
          select citizen, from_day, until_day, max(until_day) over (partition by citizen order by from_day, until_day
            rows between unbounded preceding and 1 preceding) as covered
          from citizens.benefit_spells where ${SUPPORT} and from_day <= ${day} and citizen = any(array(select citizen from supported))
        ) as spells
      ) as linked where from_day <= ${day} and ${day} < until_day group by citizen
    )`;
}

/** Is their data only to be stored, and do they therefore stand aside for this reader? */
function restrictedOf({ restricted: { ids, handled } }: AskedPeople): RawBuilder<unknown> {
  if (ids.length === 0) return sql`false as restricted, false as aside`;
  const among = sql`c.id = any(${[...ids]}::text[])`;
  return sql`${among} as restricted, (${among} and not ${reached(handled)}) as aside`;
}

function found(find: Find): RawBuilder<boolean> {
  switch (find.by) {
    case "nothing":
      return sql`true`;
    case "number":
      return sql`c.cpr_index = any(${[...find.indexes]}::bytea[])`;
    case "ids":
      return sql`c.id = any(${[...find.ids]}::text[])`;
    case "id":
      return sql`c.id = ${find.id}`;
    default: {
      if (find.words.length === 0) return sql`false`;
      const words = find.words.map(
        (word) => sql`(' ' || c.name_key) like '% ' || ${word.replaceAll(/[\\%_]/g, "\\$&")} || '%'`,
      );
      return sql`(${sql.join(words, sql` and `)} and (not coalesce(c.protected, false) or ${reached(find.protectedNames)}))`;
    }
  }
}

/** Is the citizen one the reader reaches: anybody in sight, one of their own today, or nobody? */
function reached(whose: "all" | "own" | "none"): RawBuilder<boolean> {
  if (whose !== "own") return whose === "all" ? sql`true` : sql`false`;
  return sql`exists (select from citizens.responsibilities o where o.municipality = c.municipality and o.citizen = c.id
    and o.known_until = date '9999-12-31' and o.from_day <= current_date and current_date < o.until_day and o.staff = platform.staff())`;
}
