import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { Days } from "./measurements.ts";

/** Who somebody is on a day as groups are made of it; `unit` and `staff` are those responsible, null when nobody is. */
export type StandingRow = {
  readonly citizen: string;
  readonly born: string | null;
  readonly unit: string | null;
  readonly staff: string | null;
  readonly groups: readonly string[];
  readonly benefits: readonly string[];
};

/** Of some citizens who they are on a day. Each view is read once and put together here: joined, the records are read anew for each citizen. */
export async function standingOn(tx: Tx, citizens: readonly string[], on: string): Promise<readonly StandingRow[]> {
  const among = sql`citizen = any(${[...citizens]})`;
  const holds = sql`${among} and from_day <= ${on}::date and ${on}::date < until_day`;
  const people = await sql<{ citizen: string; born: string | null }>`select citizen, born::text as born
    from citizens.people_now where ${among} order by citizen`.execute(tx);
  const cases = await sql<{ citizen: string; unit: string; staff: string | null }>`select citizen, unit, staff
    from citizens.responsible_now where ${holds} order by citizen, unit, staff`.execute(tx);
  const groups = await sql<Code>`select distinct citizen, target_group as code
    from citizens.target_groups_now where ${holds} order by 1, 2`.execute(tx);
  const benefits = await sql<Code>`select distinct citizen, benefit as code
    from citizens.benefits_now where ${holds} order by 1, 2`.execute(tx);
  const caseOf = new Map(cases.rows.toReversed().map((row) => [row.citizen, row]));
  const [groupsOf, benefitsOf] = [codesBy(groups.rows), codesBy(benefits.rows)];
  return people.rows.map(({ citizen, born }) => ({
    citizen,
    born,
    unit: caseOf.get(citizen)?.unit ?? null,
    staff: caseOf.get(citizen)?.staff ?? null,
    groups: groupsOf.get(citizen) ?? [],
    benefits: benefitsOf.get(citizen) ?? [],
  }));
}

type Code = { readonly citizen: string; readonly code: string };

function codesBy(rows: readonly Code[]): ReadonlyMap<string, readonly string[]> {
  const found = Map.groupBy(rows, ({ citizen }) => citizen);
  return new Map([...found].map(([citizen, own]) => [citizen, own.map(({ code }) => code)]));
}

/** A conversation that was held. */
export type HeldTalk = { readonly day: string; readonly kind: string };

/** The conversations held with a citizen from a day to another, the latest first. */
export async function talksWith(tx: Tx, citizen: string, { from, to }: Days): Promise<readonly HeldTalk[]> {
  const found = await sql<HeldTalk>`select distinct day::text as day, kind from contact.talks_now
    where citizen = ${citizen} and status = 'holdt' and day between ${from}::date and ${to}::date order by 1 desc, 2`.execute(
    tx,
  );
  return found.rows;
}

/** A day on which a conversation was held with somebody who is to be measured; was there a measurement that day? */
export type TalkDay = { readonly citizen: string; readonly day: string; readonly measured: boolean };

/** The days of a period on which conversations were held with people who were in some target groups then (CON-20), by citizen, the earliest first. */
export async function talkDays(
  tx: Tx,
  { groups, from, to }: Days & { readonly groups: readonly string[] },
): Promise<readonly TalkDay[]> {
  const found = await sql<TalkDay>`select t.citizen, t.day::text as day,
      exists (select from progression.measurements_now m where m.citizen = t.citizen and m.day = t.day) as measured
    from (select distinct citizen, day from contact.talks_now
      where status = 'holdt' and day between ${from}::date and ${to}::date) t
    where exists (select from citizens.target_groups_now g where g.citizen = t.citizen and g.target_group = any(${[...groups]})
      and g.from_day <= t.day and t.day < g.until_day) order by t.citizen, t.day`.execute(tx);
  return found.rows;
}

/** A target group somebody was in; days as ISO texts, `until` the first day it no longer held. */
export type GroupSpellRow = {
  readonly citizen: string;
  readonly code: string;
  readonly from: string;
  readonly until: string;
};

/** The target groups of a citizen, or of everybody in sight who came into one in a period, the earliest first. */
export async function groupSpells(
  tx: Tx,
  of: { readonly citizen: string } | { readonly cameIn: Days },
): Promise<readonly GroupSpellRow[]> {
  const whose =
    "citizen" in of
      ? sql`citizen = ${of.citizen}`
      : sql`citizen in (select citizen from citizens.target_groups_now where from_day between ${of.cameIn.from}::date and ${of.cameIn.to}::date)`;
  const found =
    await sql<GroupSpellRow>`select citizen, target_group as code, from_day::text as from, until_day::text as until
    from citizens.target_groups_now where ${whose} order by citizen, from_day, until_day`.execute(tx);
  return found.rows;
}

/** Somebody to be measured as part of the talks, with the latest conversation that was held since a day. */
export type InTalk = {
  readonly citizen: string;
  readonly unit: string;
  readonly staff: string | null;
  readonly talk: string;
};

/** Whose case is open on a day, who is in some target groups then, and who was talked with after another day: one caseworker's, or everybody in sight. */
export async function inTalk(
  tx: Tx,
  asked: {
    readonly on: string;
    readonly since: string;
    readonly groups: readonly string[];
    readonly staff: string | null;
  },
): Promise<readonly InTalk[]> {
  const { on, since, groups, staff } = asked;
  const whose = staff === null ? sql`true` : sql`r.staff = ${staff}`;
  const found = await sql<InTalk>`select r.citizen, min(r.unit) as unit, min(r.staff) as staff, t.talk
    from citizens.responsible_now r
    join (select citizen, max(day)::text as talk from contact.talks_now
      where status = 'holdt' and day > ${since}::date and day <= ${on}::date group by citizen) t on t.citizen = r.citizen
    where r.from_day <= ${on}::date and ${on}::date < r.until_day and ${whose}
      and exists (select from citizens.target_groups_now g where g.citizen = r.citizen and g.target_group = any(${[...groups]})
        and g.from_day <= ${on}::date and ${on}::date < g.until_day)
    group by r.citizen, t.talk order by r.citizen`.execute(tx);
  return found.rows;
}
