import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { FactEvent, FactSpell, Family, Responsibility, Timeline } from "../contract.ts";

type Person = { readonly id: string; readonly born: string | null; readonly education: string | null };
type SpellRow = {
  readonly citizen: string;
  readonly family: Family;
  readonly code: string;
  readonly from: string;
  readonly until: string;
};
type EventRow = { readonly citizen: string; readonly code: string; readonly day: string };
type CareRow = {
  readonly citizen: string;
  readonly unit: string;
  readonly staff: string | null;
  readonly from: string;
  readonly until: string;
};

const END = isoDay(FOREVER);
const dayOf = (text: string): Day => (text === END ? FOREVER : day(text));

/** Hours of ordinary work a week, in hundredths, from which the duty to offers lapses. */
const TWENTY_HOURS = 2000;

async function people(tx: Tx): Promise<readonly Person[]> {
  const found = await sql<Person>`select id, to_char(born, 'YYYY-MM-DD') as born, education from citizens.citizens
    where known_until = date '9999-12-31' order by id`.execute(tx);
  return found.rows;
}

/** Spells that rules turn on, as they are believed now; what a record implies (sick from a job, 20 hours of work) is a circumstance. */
async function spells(tx: Tx): Promise<readonly SpellRow[]> {
  const days = sql`to_char(from_day, 'YYYY-MM-DD') as from, to_char(until_day, 'YYYY-MM-DD') as until`;
  const believed = sql`known_until = date '9999-12-31'`;
  const found = await sql<SpellRow>`
    select citizen, 'benefit' as family, benefit as code, ${days} from citizens.benefit_spells where ${believed}
    union all
    select citizen, 'circumstance', 'ansat', ${days} from citizens.benefit_spells
      where ${believed} and benefit = 'sygedagpenge' and employer is not null
    union all
    select citizen, 'circumstance', 'ordinaert_arbejde_20_timer', ${days} from citizens.employments
      where ${believed} and kind = 'ordinaert' and hours >= ${TWENTY_HOURS}
    union all
    select citizen, 'circumstance', circumstance, ${days} from citizens.circumstances where ${believed}
    union all
    select citizen, 'target_group', target_group, ${days} from citizens.target_group_spells where ${believed}
    union all
    select citizen, 'offer', kind, ${days} from offers.offers where ${believed}`.execute(tx);
  return found.rows;
}

/** Conversations that were held, and the other steps of the cases. */
async function events(tx: Tx): Promise<readonly EventRow[]> {
  const found = await sql<EventRow>`
    select citizen, kind as code, to_char(day, 'YYYY-MM-DD') as day from contact.conversations
      where status = 'holdt' and known_until = date '9999-12-31'
    union all
    select citizen, step, to_char(day, 'YYYY-MM-DD') from citizens.case_steps
      where known_until = date '9999-12-31'`.execute(tx);
  return found.rows;
}

async function care(tx: Tx): Promise<readonly CareRow[]> {
  const found = await sql<CareRow>`select citizen, unit, staff,
      to_char(from_day, 'YYYY-MM-DD') as from, to_char(until_day, 'YYYY-MM-DD') as until
    from citizens.responsibilities where known_until = date '9999-12-31'`.execute(tx);
  return found.rows;
}

/** The timelines of everybody in the transaction's sight. Log the look before showing anything of them. */
export async function timelines(tx: Tx): Promise<readonly Timeline[]> {
  const [persons, spellRows, eventRows, careRows] = [
    await people(tx),
    await spells(tx),
    await events(tx),
    await care(tx),
  ];
  const spellsOf = Map.groupBy(spellRows, ({ citizen }) => citizen);
  const eventsOf = Map.groupBy(eventRows, ({ citizen }) => citizen);
  const careOf = Map.groupBy(careRows, ({ citizen }) => citizen);
  return persons.map(({ id, born, education }) => ({
    citizen: id,
    born: born === null ? null : day(born),
    education,
    spells: (spellsOf.get(id) ?? []).map(
      ({ family, code, from, until }): FactSpell => ({ family, code, from: dayOf(from), until: dayOf(until) }),
    ),
    events: (eventsOf.get(id) ?? []).map((row): FactEvent => ({ code: row.code, day: day(row.day) })),
    responsible: (careOf.get(id) ?? []).map(
      ({ unit, staff, from, until }): Responsibility => ({ unit, staff, from: dayOf(from), until: dayOf(until) }),
    ),
  }));
}
