import { sql } from "kysely";
import { identifier, type Tx } from "../../platform/db/public.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { Gone } from "../gone.ts";
import { personColumns } from "../rules/person-columns.ts";

/** The owner names whose rows it means: the fence stands for it too. */
export async function ownerActsFor(tx: Tx, municipality: string): Promise<void> {
  await sql`select set_config('app.municipality', ${municipality}, true), set_config('app.sees', 'all', true)`.execute(
    tx,
  );
}

/** Two deletions, or a deletion and a restore, take turns. */
export async function takeDeletersTurn(tx: Tx, municipality: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('springbraet delete'), hashtext(${municipality}))`.execute(tx);
}

function personOf(column: string): string {
  return `encode(sha256(convert_to(t.municipality || ':' || t.${identifier(column)}, 'UTF8')), 'hex')`;
}

/** Deletes a fact's rows about the people of a list; where a row can do without the person, only the person is taken out. Gives how many. */
export async function deleteFromFact(tx: Tx, fact: Fact, gone: readonly Gone[]): Promise<number> {
  const list = JSON.stringify(gone.filter((one) => one.fact === fact.name));
  const table = sql.raw(identifier(`${fact.word}.${fact.name}`));
  let touched = 0;
  for (const { name, required } of personColumns(fact)) {
    const where = sql`t.municipality = platform.municipality() and gone.person = ${sql.raw(personOf(name))} and t.known_from <= gone.day`;
    const rows = sql`jsonb_to_recordset(${list}::jsonb) as gone(person text, fact text, day date)`;
    const column = sql.raw(identifier(name));
    const done = required
      ? await sql`delete from ${table} t using ${rows} where ${where}`.execute(tx)
      : await sql`update ${table} t set ${column} = null, changed_by = pg_current_xact_id() from ${rows} where ${where}`.execute(
          tx,
        );
    touched += Number(done.numAffectedRows ?? 0);
  }
  return touched;
}

/** Deletes what other tables hold about people who are gone altogether. Gives how many rows. */
export async function deleteFromTable(tx: Tx, table: string, persons: readonly string[]): Promise<number> {
  const done = await sql`delete from ${sql.raw(identifier(table))} t
    where t.municipality = platform.municipality() and ${sql.raw(personOf("citizen"))} = any(${[...persons]})`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0);
}

/** Deletes a dated table's rows about the people of a list, up to the day each was to be gone by. Gives how many. */
export async function deleteFromDated(
  tx: Tx,
  { table, column }: { readonly table: string; readonly column: string },
  gone: readonly Gone[],
): Promise<number> {
  const list = JSON.stringify(gone.filter((one) => one.fact === table));
  const done = await sql`delete from ${sql.raw(identifier(table))} t
    using jsonb_to_recordset(${list}::jsonb) as gone(person text, fact text, day date)
    where t.municipality = platform.municipality() and gone.person = ${sql.raw(personOf("citizen"))}
      and t.${sql.raw(identifier(column))}::date <= gone.day`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Remembers what was deleted, by hashes. */
export async function rememberGone(tx: Tx, deletion: string, gone: readonly Gone[]): Promise<void> {
  await sql`insert into privacy.deleted (municipality, person, fact, deletion, day)
    select platform.municipality(), person, fact, ${deletion}, day
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as gone(person text, fact text, day date) on conflict do nothing`.execute(
    tx,
  );
}

/** Everything that was ever deleted in the municipality, by hashes. */
export async function rememberedGone(tx: Tx): Promise<readonly Gone[]> {
  const found =
    await sql<Gone>`select person, fact, day from privacy.deleted where municipality = platform.municipality()`.execute(
      tx,
    );
  return found.rows;
}

/** Deletes answered requests, their steps and lifted restrictions of people who are gone altogether. */
export async function deleteRequestsOf(tx: Tx, persons: readonly string[]): Promise<void> {
  const gone = sql`t.municipality = platform.municipality() and ${sql.raw(personOf("citizen"))} = any(${[...persons]})`;
  await sql`delete from privacy.steps s using privacy.requests t where s.municipality = t.municipality and s.request = t.id and ${gone}`.execute(
    tx,
  );
  await sql`delete from privacy.requests t where ${gone}`.execute(tx);
  await sql`delete from privacy.restrictions t where ${gone}`.execute(tx);
}
