import { type RawBuilder, sql } from "kysely";
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

const DAYS = sql`to_char(from_day, 'YYYY-MM-DD') as from, to_char(until_day, 'YYYY-MM-DD') as until`;
const DAY = sql`to_char(day, 'YYYY-MM-DD') as day`;

/** Of some citizens, or of everybody in sight. */
type Among = RawBuilder<unknown>;

async function people(tx: Tx, among: Among): Promise<readonly Person[]> {
  const found = await sql<Person>`select citizen as id, to_char(born, 'YYYY-MM-DD') as born, education
    from citizens.people_now where ${among} order by citizen`.execute(tx);
  return found.rows;
}

/** Spells that rules turn on; what a record implies (sick from a job, 20 hours of work) is a circumstance. */
async function spells(tx: Tx, among: Among): Promise<readonly SpellRow[]> {
  const found = await sql<SpellRow>`
    select citizen, 'benefit' as family, benefit as code, ${DAYS} from citizens.benefits_now where ${among}
    union all
    select citizen, 'circumstance', 'ansat', ${DAYS} from citizens.benefits_now
      where ${among} and benefit = 'sygedagpenge' and from_job
    union all
    select citizen, 'circumstance', 'ordinaert_arbejde_20_timer', ${DAYS} from citizens.work_now
      where ${among} and kind = 'ordinaert' and hours >= ${TWENTY_HOURS}
    union all
    select citizen, 'circumstance', circumstance, ${DAYS} from citizens.circumstances_now where ${among}
    union all
    select citizen, 'target_group', target_group, ${DAYS} from citizens.target_groups_now where ${among}
    union all
    select citizen, 'offer', kind, ${DAYS} from offers.offers_now where ${among}`.execute(tx);
  return found.rows;
}

/** Conversations that were held, and the other steps of the cases. */
async function events(tx: Tx, among: Among): Promise<readonly EventRow[]> {
  const found = await sql<EventRow>`
    select citizen, kind as code, ${DAY} from contact.talks_now where ${among} and status = 'holdt'
    union all
    select citizen, step, ${DAY} from citizens.steps_now where ${among}`.execute(tx);
  return found.rows;
}

async function care(tx: Tx, among: Among): Promise<readonly CareRow[]> {
  const found = await sql<CareRow>`select citizen, unit, staff, ${DAYS} from citizens.responsible_now
    where ${among}`.execute(tx);
  return found.rows;
}

/**
 * The timelines of some citizens, or of everybody in the transaction's sight, as they are believed now. Log the look before showing
 * anything of them.
 */
export async function timelines(tx: Tx, citizens?: readonly string[]): Promise<readonly Timeline[]> {
  const among = citizens === undefined ? sql`true` : sql`citizen = any(${[...citizens]})`;
  const [persons, spellRows, eventRows, careRows] = [
    await people(tx, among),
    await spells(tx, among),
    await events(tx, among),
    await care(tx, among),
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
