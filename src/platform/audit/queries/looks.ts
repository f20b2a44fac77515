import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";

/** One look at a person, or one change, as the log has it. `persons` is how many people the same request showed. */
export type Look = {
  readonly entry: number;
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly unit: string | null;
  readonly action: string;
  readonly purpose: string;
  readonly change: boolean;
  readonly data: readonly string[];
  readonly persons: number;
};

/** Which looks at a person: between two days (both included), changes or looks only, by whom; how sorted and which page. */
export type AskedLooks = {
  readonly key: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly change?: boolean | undefined;
  readonly who?: string | undefined;
  readonly sort?: "at" | "who" | "unit" | "action" | undefined;
  readonly ascending?: boolean | undefined;
  readonly limit: number;
  readonly offset: number;
};

const ORDER = { at: "a.at", who: "a.who", unit: "a.unit", action: "a.action" } as const;

/** Who looked at a person: one page, and how many there are. */
export async function looksAt(
  tx: Tx,
  asked: AskedLooks,
): Promise<{ readonly looks: readonly Look[]; readonly total: number }> {
  const { key, from, to, change, who } = asked;
  const order = sql.raw(`${ORDER[asked.sort ?? "at"]} ${asked.ascending ? "asc" : "desc"} nulls last, a.entry desc`);
  const about = sql`from audit.access_keys k join audit.access_log a on a.entry = k.entry and a.municipality = k.municipality
    where k.municipality = platform.municipality() and k.key = ${key}
      and ${from === undefined ? sql`true` : sql`a.at >= (${from}::date::timestamp at time zone 'Europe/Copenhagen')`}
      and ${to === undefined ? sql`true` : sql`a.at < ((${to}::date + 1)::timestamp at time zone 'Europe/Copenhagen')`}
      and ${change === undefined ? sql`true` : sql`a.change = ${change}`}
      and ${who === undefined || who === "" ? sql`true` : sql`a.who = ${who}`}`;
  const counted = await sql<{ total: number }>`select count(*) as total ${about}`.execute(tx);
  const found =
    await sql<Look>`select a.entry, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, a.who, a.role, a.unit, a.action,
      a.purpose, a.change, a.data, a.persons ${about} order by ${order} limit ${asked.limit} offset ${asked.offset}`.execute(
      tx,
    );
  return { looks: found.rows, total: counted.rows[0]?.total ?? 0 };
}

/** How many people looked on a day, and at how many others. */
export async function looksOn(
  tx: Tx,
  day: string,
): Promise<{ readonly staff: number; readonly citizens: number; readonly entries: number }> {
  const found = await sql<{ staff: number; citizens: number; entries: number }>`
    with looks as (select who, keys from audit.access_log where municipality = platform.municipality()
      and at >= (${day}::date::timestamp at time zone 'Europe/Copenhagen')
      and at < ((${day}::date + 1)::timestamp at time zone 'Europe/Copenhagen'))
    select (select count(distinct who) from looks where cardinality(keys) > 0) as staff, (select count(distinct key) from looks, unnest(keys) as key) as citizens,
      (select count(*) from looks) as entries`.execute(tx);
  return found.rows[0] ?? { staff: 0, citizens: 0, entries: 0 };
}
