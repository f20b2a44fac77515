import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";
import type { DayParts, LogEntry } from "../hashes.ts";
import { entryColumns } from "./entry-columns.ts";

/** A day's seal as it is stored. */
export type StoredDay = DayParts & {
  readonly firstPosition: number;
  readonly seal: string;
  readonly looksDropped: string | null;
  readonly changesDropped: string | null;
};

/** A link with its entry, when that is still there. */
export type StoredLink = {
  readonly position: number;
  readonly dayNumber: number;
  readonly day: string;
  readonly sealedEntry: number;
  readonly sealedChange: boolean;
  readonly content: string;
  readonly hash: string;
  readonly found: (LogEntry & { readonly entryDay: string }) | null;
};

type LinkRow = Omit<StoredLink, "found"> & LogEntry & { readonly entry: number | null; readonly entryDay: string };

const PAGE = 5_000;

/** The seals of all days, in order. */
export async function storedDays(tx: Tx): Promise<readonly StoredDay[]> {
  const found =
    await sql<StoredDay>`select number, day, entries, encode(last_hash, 'hex') as "lastHash", encode(previous, 'hex') as previous,
      encode(seal, 'hex') as seal, first_position as "firstPosition", looks_dropped as "looksDropped", changes_dropped as "changesDropped"
    from audit.log_days where municipality = platform.municipality() order by number`.execute(tx);
  return found.rows;
}

/** All links in order, each with its entry. */
export async function* storedLinks(tx: Tx): AsyncIterable<StoredLink> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<LinkRow>`
      select c.position, c.day_number as "dayNumber", c.day, c.entry as "sealedEntry", c.change as "sealedChange",
        encode(c.content, 'hex') as content, encode(c.hash, 'hex') as hash,
        (a.at at time zone 'Europe/Copenhagen')::date as "entryDay", ${entryColumns}
      from audit.log_chain c left join audit.access_log a on a.municipality = c.municipality and a.entry = c.entry
      where c.municipality = platform.municipality() and c.position > ${after}
      order by c.position limit ${PAGE}`.execute(tx);
    for (const row of rows) yield { ...row, found: row.entry === null ? null : row };
    if (rows.length < PAGE) return;
    after = rows.at(-1)?.position ?? after;
  }
}

/** Entries without a link: `waiting` for the sealer, since when, and the first that stands before the end of the chain (null when none). */
export type Unsealed = {
  readonly waiting: number;
  readonly since: string | null;
  readonly seconds: number | null;
  readonly before: number | null;
};

/**
 * Entries that are in no chain. Those older than its end were put in afterwards. After a restore the end is from other records, and only entries
 * from there can be older than it.
 */
export async function unsealed(tx: Tx): Promise<Unsealed> {
  const found = await sql<Unsealed>`
    with loose as (
      select a.entry, a.at, (a.recorded_by, a.entry) < (last.recorded_by, last.entry)
        and (last.recorded_by < pg_snapshot_xmax(pg_current_snapshot())
          or a.recorded_by >= pg_snapshot_xmax(pg_current_snapshot())) as is_before
      from audit.access_log a
        left join (select recorded_by, entry from audit.log_chain where municipality = platform.municipality()
          order by position desc limit 1) as last on true
      where a.municipality = platform.municipality()
        and not exists (select from audit.log_chain c where c.municipality = a.municipality and c.entry = a.entry)
    )
    select count(*) filter (where is_before is not true) as waiting,
      to_char(min(at) filter (where is_before is not true) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
      extract(epoch from clock_timestamp() - min(at) filter (where is_before is not true))::integer as seconds,
      min(entry) filter (where is_before) as before
    from loose`.execute(tx);
  return found.rows[0] ?? { waiting: 0, since: null, seconds: null, before: null };
}

/** The first entry whose persons are not those of the index over persons; null when all agree. */
export async function firstWrongIndex(tx: Tx): Promise<number | null> {
  const found = await sql<{ entry: number | null }>`
    select min(entry) as entry from (
      select coalesce(a.entry, k.entry) as entry
      from (select entry, key from audit.access_log, unnest(keys) as key where municipality = platform.municipality()) as a
        full join (select entry, key from audit.access_keys where municipality = platform.municipality()) as k
          on k.entry = a.entry and k.key = a.key
      where a.entry is null or k.entry is null
    ) as wrong`.execute(tx);
  return found.rows[0]?.entry ?? null;
}

/** How many links the chain has. */
export async function countLinks(tx: Tx): Promise<number> {
  const found = await sql<{ links: number }>`
    select count(*) as links from audit.log_chain where municipality = platform.municipality()`.execute(tx);
  return found.rows[0]?.links ?? 0;
}

/** How many entries the log holds now. */
export async function countEntries(tx: Tx): Promise<number> {
  const found = await sql<{ entries: number }>`
    select count(*) as entries from audit.access_log where municipality = platform.municipality()`.execute(tx);
  return found.rows[0]?.entries ?? 0;
}
