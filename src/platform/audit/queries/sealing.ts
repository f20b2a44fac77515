import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";
import type { DayParts, LogEntry } from "../hashes.ts";
import { entryColumns } from "./entry-columns.ts";

/** An entry that waits to be sealed, with its date in Denmark and the transaction that wrote it. */
export type Waiting = LogEntry & { readonly day: string; readonly recordedBy: string };

/** The end of the chain: its last link and the last day with a seal. */
export type ChainEnd = {
  readonly position: number;
  readonly hash: string | null;
  readonly dayNumber: number;
  readonly day: string | null;
  readonly recordedBy: string;
  readonly lastEntry: number;
  readonly sealedNumber: number;
  readonly sealedDay: string | null;
  readonly sealedThrough: number;
  readonly seal: string | null;
  readonly today: string;
};

/** A link to store. */
export type Link = {
  readonly position: number;
  readonly dayNumber: number;
  readonly day: string;
  readonly entry: number;
  readonly change: boolean;
  readonly recordedBy: string;
  readonly content: string;
  readonly hash: string;
};

/** Entries are sealed at most so many in one transaction. */
export const BATCH = 5_000;

/**
 * How long the oldest entry after the chain's end has waited, in seconds; 0 when none waits. Looks along an index, so that it may be asked
 * often; what was put in before the end is for verifying to find.
 */
export async function longestWait(tx: Tx): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    with last as (select recorded_by, entry from audit.log_chain where municipality = platform.municipality()
      order by position desc limit 1)
    select coalesce(greatest(0, extract(epoch from clock_timestamp() - min(a.at))), 0)::double precision as seconds
    from audit.access_log a where a.municipality = platform.municipality()
      and (not exists (select from last) or (a.recorded_by, a.entry) > (select recorded_by, entry from last))`.execute(
    tx,
  );
  return rows[0]?.seconds ?? 0;
}

/** One sealer at a time for a municipality, whichever process it is in. */
export async function takeSealersTurn(tx: Tx, municipality: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('springbraet seal'), hashtext(${municipality}))`.execute(tx);
}

/** Where the chain ends now. */
export async function chainEnd(tx: Tx): Promise<ChainEnd> {
  const found = await sql<ChainEnd>`
    select coalesce(c.position, d.through, 0)::bigint as position, encode(c.hash, 'hex') as hash, coalesce(c.day_number, 0) as "dayNumber", c.day,
      coalesce(c.recorded_by, '0'::xid8)::text as "recordedBy", coalesce(c.entry, 0) as "lastEntry",
      coalesce(d.number, 0) as "sealedNumber", d.day as "sealedDay", coalesce(d.through, 0)::bigint as "sealedThrough", encode(d.seal, 'hex') as seal,
      (clock_timestamp() at time zone 'Europe/Copenhagen')::date as today
    from (values (1)) as one
      left join lateral (select position, hash, day_number, day, recorded_by, entry from audit.log_chain
        where municipality = platform.municipality() order by position desc limit 1) as c on true
      left join lateral (select number, day, seal, first_position + entries - 1 as through from audit.log_days
        where municipality = platform.municipality() order by number desc limit 1) as d on true`.execute(tx);
  if (!found.rows[0]) throw new Error("the records gave no end of the chain");
  return found.rows[0];
}

/**
 * The next entries to seal, in the order of their transactions. Only those older than the oldest transaction still running: a slow
 * one may yet write before them. `everything` also looks at entries from before the end of the chain, as there are after a restore, when
 * the numbers of transactions begin anew.
 */
export async function nextToSeal(tx: Tx, after: ChainEnd, everything: boolean): Promise<readonly Waiting[]> {
  const begin = everything
    ? sql`true`
    : sql`(a.recorded_by, a.entry) > (${after.recordedBy}::xid8, ${after.lastEntry}::bigint)`;
  const found = await sql<Waiting>`
    select ${entryColumns}, (a.at at time zone 'Europe/Copenhagen')::date as day, a.recorded_by::text as "recordedBy"
    from audit.access_log a
    where a.municipality = platform.municipality() and ${begin}
      and (a.recorded_by < pg_snapshot_xmin(pg_current_snapshot()) or a.recorded_by >= pg_snapshot_xmax(pg_current_snapshot()))
      and not exists (select from audit.log_chain c where c.municipality = a.municipality and c.entry = a.entry)
    order by a.recorded_by, a.entry limit ${BATCH}`.execute(tx);
  return found.rows;
}

/** Is the end of the chain from other records than these, so that its transaction numbers say nothing here? */
export async function isFromElsewhere(tx: Tx, after: ChainEnd): Promise<boolean> {
  const found = await sql<{ elsewhere: boolean }>`
    select ${after.recordedBy}::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) as elsewhere`.execute(tx);
  return found.rows[0]?.elsewhere ?? false;
}

/** Stores links. */
export async function storeLinks(tx: Tx, links: readonly Link[]): Promise<void> {
  if (links.length === 0) return;
  await sql`insert into audit.log_chain (municipality, position, day_number, day, entry, change, recorded_by, content, hash)
    select platform.municipality(), position, "dayNumber", day, entry, change, "recordedBy"::xid8, decode(content, 'hex'), decode(hash, 'hex')
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as link(position bigint, "dayNumber" integer, day date, entry bigint,
      change boolean, "recordedBy" text, content text, hash text)`.execute(tx);
}

/** Stores the seal of a day. */
export async function storeDay(
  tx: Tx,
  { number, day, entries, lastHash, previous, firstPosition, seal }: DayParts & { firstPosition: number; seal: string },
): Promise<void> {
  await sql`insert into audit.log_days (municipality, number, day, first_position, entries, last_hash, previous, seal)
    values (platform.municipality(), ${number}, ${day}, ${firstPosition}, ${entries}, decode(${lastHash}, 'hex'),
      decode(${previous}, 'hex'), decode(${seal}, 'hex'))`.execute(tx);
}
