import { sql } from "kysely";
import type { Tx } from "./tenant.ts";

/** A table of the records: `schema.table` and its columns in order, those that are computed left out. */
type TableShape = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
};

/** A running number and the last one given out; null when none was. */
export type SequenceState = { readonly name: string; readonly last: number | null };

/** What the engine keeps for itself: migrations are told apart, and jobs are put in line anew by those who want them. */
const NOT_RECORDS = ["upkeep", "pgboss"];

/** Every table of the records; what is referred to comes before what refers. */
export async function listTables(tx: Tx): Promise<readonly TableShape[]> {
  const tables = await sql<{ name: string; columns: string[]; key: string[] | null; needs: string[] | null }>`
    select n.nspname || '.' || c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)) from pg_index i
        join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key,
      (select array_agg(distinct rn.nspname || '.' || r.relname) from pg_constraint k
        join pg_class r on r.oid = k.confrelid join pg_namespace rn on rn.oid = r.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
      and n.nspname <> all (${NOT_RECORDS}) order by 1`.execute(tx);
  return inOrder(tables.rows.map(({ needs, key, ...table }) => ({ ...table, key: key ?? [], needs: needs ?? [] })));
}

/** Every running number of the records. */
export async function listSequences(tx: Tx): Promise<readonly SequenceState[]> {
  const { rows } = await sql<SequenceState>`select schemaname || '.' || sequencename as name, last_value as last
    from pg_sequences where schemaname <> all (${NOT_RECORDS}) order by 1`.execute(tx);
  return rows;
}

/** Names and types of a table's columns. */
export async function columnTypes(tx: Tx, table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    name: string;
    type: string;
  }>`select attname::text as name, format_type(atttypid, atttypmod) as type
    from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''
    order by attnum`.execute(tx);
  return new Map(rows.map(({ name, type }) => [name, type]));
}

type Needing = TableShape & { readonly needs: readonly string[] };

function inOrder(tables: readonly Needing[]): readonly TableShape[] {
  const placed: Needing[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const ready = left.filter(({ needs }) => needs.every((need) => !left.some(({ name }) => name === need)));
    if (ready.length === 0) throw new Error(`tables refer to one another in a circle: ${left.map(({ name }) => name)}`);
    placed.push(...ready);
    left = left.filter((table) => !ready.includes(table));
  }
  return placed.map(({ needs: _needs, ...table }) => table);
}
