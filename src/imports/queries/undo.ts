import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import { tableOf } from "./staging.ts";

/** An import that was stored: its batch and the transaction its rows are recorded by. */
export type StoredImport = { readonly batch: string; readonly run: string };

const OURS = "municipality = platform.municipality()";

async function countOf(tx: Tx, text: ReturnType<typeof sql>): Promise<number> {
  return (await sql<{ n: number }>`select count(*)::integer as n ${text}`.execute(tx)).rows[0]?.n ?? 0;
}

/** How many rows of the fact the import recorded, as the records have it now. */
export function countRecorded(tx: Tx, fact: Fact, { run }: StoredImport): Promise<number> {
  return countOf(tx, sql`from ${sql.raw(tableOf(fact))} where ${sql.raw(OURS)} and recorded_by = ${run}::xid8`);
}

/** How many of the import's rows were corrected since. */
export function countCorrectedSince(tx: Tx, fact: Fact, { run }: StoredImport): Promise<number> {
  return countOf(
    tx,
    sql`from ${sql.raw(tableOf(fact))} where ${sql.raw(OURS)} and recorded_by = ${run}::xid8 and changed_by <> ${run}::xid8`,
  );
}

/** How many rows that came in otherwise name something only the import knows of. */
export function countLeaningOn(
  tx: Tx,
  fact: Fact,
  by: { readonly from: Fact; readonly column: string; readonly stored: StoredImport },
): Promise<number> {
  const { run } = by.stored;
  const target = sql.raw(tableOf(fact));
  return countOf(
    tx,
    sql`from ${sql.raw(tableOf(by.from))} r
      where r.${sql.raw(OURS)} and r.recorded_by <> ${run}::xid8 and r.known_until = date '9999-12-31' and r.${sql.ref(by.column)} in (
        select n.id from ${target} n where n.${sql.raw(OURS)} and n.recorded_by = ${run}::xid8
          and not exists (select from ${target} o
            where o.${sql.raw(OURS)} and o.id = n.id and o.recorded_by <> ${run}::xid8))`,
  );
}

/** Ends what the import made believed; gives how many beliefs. */
export async function endImported(
  tx: Tx,
  fact: Fact,
  { run, today }: StoredImport & { readonly today: string },
): Promise<number> {
  const done = await sql`update ${sql.raw(tableOf(fact))}
    set known_until = greatest(known_from, ${today}::date), changed_by = pg_current_xact_id()
    where ${sql.raw(OURS)} and recorded_by = ${run}::xid8 and known_until > ${today}::date and known_from < known_until`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0);
}

/** Believes again, from today, what the import ended; gives how many beliefs. What had an end before is history and stays so. */
export async function believeAgain(
  tx: Tx,
  fact: Fact,
  { run, batch, today }: StoredImport & { readonly today: string },
): Promise<number> {
  const columns = await valueColumns(tx, fact);
  const names = sql.raw(columns.join(", "));
  const done = await sql`insert into ${sql.raw(tableOf(fact))} (municipality, ${names}, known_from)
    select municipality, ${names}, greatest(known_from, ${today}::date) from ${sql.raw(tableOf(fact))} r
    where ${sql.raw(OURS)} and changed_by = ${run}::xid8 and recorded_by <> ${run}::xid8
      and not exists (select from imports.shortened s
        where s.batch = ${batch}::uuid and s.fact = ${fact.name} and s.record = r.id and s.known_from = r.known_from
          and s.believed_by = r.recorded_by)`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** All a row says, the columns that are no part of the fact's declaration included. */
async function valueColumns(tx: Tx, fact: Fact): Promise<readonly string[]> {
  const found = await sql<{ name: string }>`select quote_ident(attname) as name from pg_attribute
    where attrelid = ${`${fact.word}.${fact.name}`}::regclass and attnum > 0 and not attisdropped
      and attname not in ('municipality', 'known_from', 'known_until', 'recorded_by', 'changed_by') order by attnum`.execute(
    tx,
  );
  return found.rows.map(({ name }) => name);
}
