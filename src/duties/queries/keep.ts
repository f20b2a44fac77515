import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { day as asDay, type Day, isoDay } from "../../platform/kernel/day.ts";
import type { StoredObligation } from "../contract.ts";
import type { Kept } from "../rules/stored.ts";

/**
 * Two who compute for one municipality take turns, a handful of citizens each; and nobody computes while records are being deleted, or what was
 * read before the deletion would be written after it.
 */
export async function takeTurn(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('springbraet delete'), hashtext(platform.municipality())),
    pg_advisory_xact_lock(hashtext('springbraet duties'), hashtext(platform.municipality()))`.execute(tx);
}

/**
 * Until when obligations of some citizens, or the conversations and steps that would have met them, were deleted: nothing that had begun by then is
 * worked out again from the spells that are left, or it would all be late.
 */
export async function deletedUntil(tx: Tx, citizens: readonly string[]): Promise<ReadonlyMap<string, Day>> {
  const found = await sql<{ citizen: string; day: string }>`select c.citizen, max(g.day)::text as day
    from unnest(${[...citizens]}::text[]) as c (citizen) join privacy.gone_now g on g.municipality = platform.municipality()
      and g.fact in ('obligations', 'conversations', 'case_steps') and g.person = encode(sha256(convert_to(platform.municipality() || ':' || c.citizen, 'UTF8')), 'hex')
    group by c.citizen`.execute(tx);
  return new Map(found.rows.map(({ citizen, day: until }) => [citizen, asDay(until)]));
}

/** What was computed for some citizens, from what, and the day it is written. */
export type Computed = {
  readonly kept: ReadonlyMap<string, Kept>;
  readonly asOf: string;
  readonly version: string;
  readonly watermark: string;
  readonly today: string;
};

const COLUMNS = `day date, citizen text, rule text, row_from date, duty text, actor text, share integer, started text, opens date, due date,
  needed integer, counted integer, met date, late date, closed date, why text, resting boolean, unit text, staff text,
  answerable_unit text, answerable_staff text`;
const NAMES = COLUMNS.split(",").map((column) => column.trim().split(" ")[0] ?? "");
const listed = (alias: string): string => NAMES.map((name) => `${alias}.${name}`).join(", ");

const iso = (day: Day | null): string | null => (day === null ? null : isoDay(day));

function plain(row: StoredObligation): Readonly<Record<string, unknown>> {
  const { rowFrom, day, opens, due, met, late, closed, answerableUnit, answerableStaff, ...same } = row;
  return {
    ...same,
    row_from: isoDay(rowFrom),
    day: isoDay(day),
    opens: isoDay(opens),
    due: iso(due),
    met: iso(met),
    late: iso(late),
    closed: iso(closed),
    answerable_unit: answerableUnit,
    answerable_staff: answerableStaff,
  };
}

/**
 * Keeps what was computed for some citizens: beliefs that are no longer right are ended, what is new is added, what is the same is left
 * alone. Gives how many rows were written. In one transaction with the reading it was computed from.
 */
export async function keep(tx: Tx, { kept, asOf, version, watermark, today }: Computed): Promise<number> {
  const citizens = [...kept.keys()];
  const rows = JSON.stringify([...kept.values()].flatMap((one) => one.rows.map(plain)));
  const same = sql.raw(`(${listed("f")}) is not distinct from (${listed("o")})`);
  const believed = sql`o.municipality = platform.municipality() and o.citizen = any(${citizens}) and o.known_until = date '9999-12-31'`;
  const written = await sql`with fresh as materialized (
      select * from jsonb_to_recordset(${rows}::jsonb) as f(id text, ${sql.raw(COLUMNS)})),
    old as materialized (select o.* from duties.obligations o where ${believed}),
    gone as (update duties.obligations o set known_until = greatest(o.known_from, ${today}::date), changed_by = pg_current_xact_id()
      where ${believed} and not exists (select from fresh f where f.id = o.id and ${same}))
    insert into duties.obligations (municipality, id, known_from, ${sql.raw(NAMES.join(", "))})
    select platform.municipality(), f.id, greatest(${today}::date, o.known_from), ${sql.raw(listed("f"))}
    from fresh f left join old o on o.id = f.id where o.id is null or not (${same})`.execute(tx);
  const states = JSON.stringify([...kept].map(([citizen, { moves }]) => ({ citizen, moves })));
  await sql`insert into duties.computed (municipality, citizen, as_of, version, watermark, moves)
    select platform.municipality(), citizen, ${asOf}::date, ${version}, ${watermark}::xid8, moves
    from jsonb_to_recordset(${states}::jsonb) as s(citizen text, moves boolean)
    on conflict (municipality, citizen) do update set as_of = excluded.as_of, version = excluded.version,
      watermark = excluded.watermark, moves = excluded.moves`.execute(tx);
  return Number(written.numAffectedRows ?? 0);
}

/** Notes that everything written before the watermark is in the municipality's obligations, and up to which day they are worked out. */
export async function noteRefresh(tx: Tx, done: Omit<Computed, "kept">): Promise<void> {
  const { asOf, version, watermark, today } = done;
  await sql`insert into duties.refreshes (municipality, as_of, version, watermark)
    values (platform.municipality(), ${asOf}::date, ${version}, ${watermark}::xid8)
    on conflict (municipality) do update set as_of = excluded.as_of, version = excluded.version, watermark = excluded.watermark`.execute(
    tx,
  );
  await sql`with old as materialized (select id, known_from from duties.duty_days
      where municipality = platform.municipality() and known_until = date '9999-12-31' and day <> ${asOf}::date),
    gone as (update duties.duty_days d set known_until = greatest(d.known_from, ${today}::date), changed_by = pg_current_xact_id()
      from old where d.municipality = platform.municipality() and d.id = old.id and d.known_until = date '9999-12-31')
    insert into duties.duty_days (municipality, id, day, known_from)
    select platform.municipality(), 'duties', ${asOf}::date, greatest(${today}::date, (select max(known_from) from old))
    where not exists (select from duties.duty_days where municipality = platform.municipality() and known_until = date '9999-12-31'
      and day = ${asOf}::date)`.execute(tx);
}
