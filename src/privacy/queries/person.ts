import { sql } from "kysely";
import { identifier, type Tx } from "../../platform/db/public.ts";
import { dayColumns, type Fact } from "../../platform/kernel/fact.ts";
import { personColumns } from "../rules/person-columns.ts";

/** A value as it stands in a document. */
export type Value = string | number | boolean | null;

/** A row of a fact about a person: one belief about it. */
export type PersonRow = Readonly<Record<string, Value>>;

/** A row as it is stored: what is sealed is still sealed, under the column's own name. */
export type StoredRow = Readonly<Record<string, Value | Uint8Array>>;

/** Every row of a fact that names a person, corrected ones included, in order. */
export async function rowsAbout(tx: Tx, fact: Fact, citizen: string): Promise<readonly StoredRow[]> {
  const own = fact.columns.map(({ name, type }) =>
    type === "cpr" ? `${identifier(`${name}_encrypted`)} as ${identifier(name)}` : identifier(name),
  );
  const columns = ["id", ...dayColumns(fact), ...own, "known_from", "known_until"].join(", ");
  const named = personColumns(fact).map(({ name }) => sql`${sql.ref(name)} = ${citizen}`);
  const found = await sql<StoredRow>`select ${sql.raw(columns)}
    from ${sql.raw(identifier(`${fact.word}.${fact.name}`))}
    where municipality = platform.municipality() and (${sql.join(named, sql` or `)}) order by id, known_from, recorded_by`.execute(
    tx,
  );
  return found.rows;
}

/** Tables with a column `citizen` that are no facts, such as what an import set aside: found in the catalogue, so that none is forgotten. */
export async function otherTables(tx: Tx, facts: readonly Fact[]): Promise<readonly string[]> {
  const known = facts.map((fact) => `${fact.word}.${fact.name}`);
  const found = await sql<{ name: string }>`select n.nspname || '.' || c.relname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.attname = 'citizen' and not a.attisdropped and c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%'
      and n.nspname not in ('audit', 'privacy', 'information_schema') order by 1`.execute(tx);
  return found.rows.map(({ name }) => name).filter((name) => !known.includes(name));
}

/** Every row of another table about a person, without what is stored encrypted. */
export async function otherRowsAbout(tx: Tx, table: string, citizen: string): Promise<readonly PersonRow[]> {
  const found = await sql<{
    row: PersonRow;
  }>`select to_jsonb(t) - 'municipality' as row from ${sql.raw(identifier(table))} t
    where municipality = platform.municipality() and citizen = ${citizen}`.execute(tx);
  return found.rows.map(({ row }) => row);
}

/** Is anything known about a person under this id: a record, an entry of the access log or a request? */
export async function isKnown(tx: Tx, citizen: string): Promise<boolean> {
  const found = await sql<{ known: boolean }>`select
    exists (select from citizens.citizens where municipality = platform.municipality() and id = ${citizen})
    or exists (select from audit.access_keys where municipality = platform.municipality() and key = ${citizen})
    or exists (select from privacy.requests where municipality = platform.municipality() and citizen = ${citizen}) as known`.execute(
    tx,
  );
  return found.rows[0]?.known ?? false;
}
