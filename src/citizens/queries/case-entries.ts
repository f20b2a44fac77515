import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { EntryKind } from "../rules/case-entry.ts";

/** An entry as the records have it; days as ISO texts, `until` the first day it no longer holds. */
export type EntryRow = {
  readonly kind: EntryKind;
  readonly id: string;
  readonly version: string;
  readonly code: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string | null;
  readonly known: string;
};

const NOW = sql.raw("municipality = platform.municipality() and known_until = date '9999-12-31'");

/** What is noted in a citizen's case and believed now, the newest first. */
export async function entriesOf(tx: Tx, citizen: string): Promise<readonly EntryRow[]> {
  const found =
    await sql<EntryRow>`select kind, id, version, code, from_day::text as "from", until_day::text as until, reason, known_from::text as known from (
      select 'step' as kind, id, recorded_by::text as version, step as code, day as from_day, day + 1 as until_day, null as reason, known_from
      from citizens.case_steps where ${NOW} and citizen = ${citizen}
      union all select 'circumstance', id, recorded_by::text, circumstance, from_day, until_day, reason, known_from
      from citizens.circumstances where ${NOW} and citizen = ${citizen}
      union all select 'target_group', id, recorded_by::text, target_group, from_day, until_day, null, known_from
      from citizens.target_group_spells where ${NOW} and citizen = ${citizen}) e
    order by from_day desc, kind, id`.execute(tx);
  return found.rows;
}

const TABLES: Readonly<Record<EntryKind, string>> = {
  step: "citizens.case_steps",
  circumstance: "citizens.circumstances",
  target_group: "citizens.target_group_spells",
};

/** The table an entry stands in. */
export function entryTable(kind: EntryKind): string {
  return TABLES[kind];
}

/** Whose an entry is; null when none in sight has this id. */
export async function citizenOfEntry(tx: Tx, kind: EntryKind, id: string): Promise<string | null> {
  const found = await sql<{
    citizen: string;
  }>`select citizen from ${sql.raw(TABLES[kind])} where ${NOW} and id = ${id}`.execute(tx);
  return found.rows[0]?.citizen ?? null;
}

/** Lets whoever notes something in the same case wait until this transaction is done: two who note the same at once must see each other. */
export async function holdCase(tx: Tx, citizen: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('springbraet case'), hashtext(platform.municipality() || ${citizen}))`.execute(
    tx,
  );
}
