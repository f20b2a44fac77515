import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** Whose cases are followed, on a day: those of a member of staff, or of all in sight. */
export type Followed = { readonly staff: string | null; readonly on: string };

/** What became known of a citizen. `until` is the first day it no longer holds. */
export type NewsRow = {
  readonly citizen: string;
  readonly kind: "benefit" | "target_group" | "circumstance" | "step" | "responsible" | "talk" | "offer";
  readonly code: string;
  readonly status: string | null;
  readonly from: string;
  readonly until: string;
  readonly known: string;
};

export type NotSeenRow = {
  readonly citizen: string;
  readonly last: string | null;
  readonly since: string;
  readonly booked: string | null;
};

/** Citizens in sight of whom somebody is responsible on the day. */
function cases({ staff, on }: Followed): RawBuilder<unknown> {
  const whose = staff === null ? sql`true` : sql`staff = ${staff}`;
  return sql`select distinct r.citizen from citizens.responsible_now r join citizens.people_now p on p.citizen = r.citizen
    where r.municipality = platform.municipality() and from_day <= ${on}::date and ${on}::date < until_day and ${whose}`;
}

/** What became known of the citizens from a day on, that day included, the newest first: knowledge has a day and no hour. */
export async function newsSince(tx: Tx, followed: Followed, since: string): Promise<readonly NewsRow[]> {
  const after = sql`municipality = platform.municipality() and known_from >= ${since}::date and known_from <= ${followed.on}::date`;
  const found =
    await sql<NewsRow>`select n.citizen, n.kind, n.code, n.status, n.from_day::text as "from", n.until_day::text as until, n.known_from::text as known
    from (
      select citizen, kind, code, null as status, from_day, until_day, known_from from citizens.news where ${after}
      union all select citizen, 'talk', code, status, day, day + 1, known_from from contact.news where ${after}
      union all select citizen, 'offer', code, null, from_day, until_day, known_from from offers.news where ${after}
    ) n join (${cases(followed)}) c on c.citizen = n.citizen
    order by n.known_from desc, n.citizen, n.kind, n.code, n.from_day`.execute(tx);
  return found.rows;
}

/**
 * The citizens with whom no conversation was held for so many days, nor since somebody began to be responsible for them without a break, whoever it
 * was: a hand-over does not make anybody seen. Longest ago first.
 */
export async function notSeenFor(tx: Tx, followed: Followed, days: number): Promise<readonly NotSeenRow[]> {
  const { staff, on } = followed;
  const isTheirs = staff === null ? sql`true` : sql`staff is not distinct from ${staff}`;
  // All is gone through once and gathered per citizen: joins of what was never counted take minutes in a whole municipality.
  const found = await sql<NotSeenRow>`with care as (
      select citizen, from_day, ${on}::date < until_day and ${isTheirs} as is_own, max(until_day) over (partition by citizen
        order by from_day range between unbounded preceding and interval '1 day' preceding) as held_until
      from citizens.responsible_now where municipality = platform.municipality() and from_day <= ${on}::date),
    known as (
      select citizen, is_own, case when held_until is null or held_until < from_day then from_day end as begun,
        null::date as talked, null::date as booked from care
      union all select citizen, false, null, day, null from contact.talks_now
        where municipality = platform.municipality() and status = 'holdt' and day <= ${on}::date
      union all select citizen, false, null, null, day from contact.booked_now
        where municipality = platform.municipality() and day >= ${on}::date)
    select citizen, max(talked)::text as last, greatest(max(talked), max(begun))::text as since, min(booked)::text as booked
    from known group by citizen
    having bool_or(is_own) and greatest(max(talked), max(begun)) < ${on}::date - ${days}::integer
    order by greatest(max(talked), max(begun)), citizen`.execute(tx);
  return found.rows;
}

/** The last day before a day on which somebody looked at their day; null when they never did. */
export async function lastLook(tx: Tx, who: string, before: string): Promise<string | null> {
  const found = await sql<{ day: string | null }>`select max(day)::text as day from duties.looks
    where municipality = platform.municipality() and who = ${who} and day < ${before}::date`.execute(tx);
  return found.rows[0]?.day ?? null;
}

/** Notes that somebody looked at their day. */
export async function noteLook(tx: Tx, who: string, day: string): Promise<void> {
  await sql`insert into duties.looks (municipality, who, day) values (platform.municipality(), ${who}, ${day}::date)
    on conflict do nothing`.execute(tx);
}
