import pg from "pg";
import { noteMunicipality } from "../../src/app/settings.ts";

type Place = { readonly data: string; readonly unfenced: string };

/** What belongs to one municipality's past alone: its log, its jobs, its people's sessions. */
const OWN = ["audit", "jobs", "auth"];

/** What is sealed for one municipality cannot be opened in another: the copies have no CPR numbers. */
const SEALED = ["cpr_encrypted", "cpr_index"];

/**
 * Gives other municipalities the records of one, under the same ids but without CPR numbers, and makes them known as synthetic. Nothing is computed anew: duties are
 * copied too.
 */
export async function copyMunicipality({ data, unfenced }: Place, from: string, to: readonly string[]): Promise<void> {
  const connection = new pg.Client({ connectionString: unfenced });
  await connection.connect();
  try {
    await connection.query("set session_replication_role = replica");
    for (const { table, columns } of await tablesOf(connection)) {
      const named = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
      await connection.query(
        `insert into ${table} (municipality, ${named}) overriding system value
          select copied_to, ${named} from ${table} cross join unnest($2::text[]) as codes (copied_to) where municipality = $1`,
        [from, to],
      );
    }
  } finally {
    await connection.end();
  }
  for (const code of to) noteMunicipality(data, { code, synthetic: true, opensOn: OPENS_ON });
}

/** The day the demo opens on. */
const OPENS_ON = "2021-06-30";

type Table = { readonly table: string; readonly columns: readonly string[] };

/** Every table with rows of municipalities, and its other columns. */
async function tablesOf(connection: pg.Client): Promise<readonly Table[]> {
  const { rows } = await connection.query<Table>(
    `select format('%I.%I', n.nspname, c.relname) as table,
        array_agg(a.attname::text order by a.attnum) filter (where a.attname <> 'municipality' and a.attgenerated = '' and a.attname <> all ($2)) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and n.nspname <> all ($1)
      group by 1, c.oid having bool_or(a.attname = 'municipality') order by 1`,
    [OWN, SEALED],
  );
  return rows;
}
