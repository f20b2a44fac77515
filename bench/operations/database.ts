import pg from "pg";
import { HERE } from "./here.ts";

/** Those who have something to do. */
export async function someCaseworkers(url: string): Promise<readonly string[]> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  const { rows } = await connection.query<{ staff: string }>(
    "select distinct staff from duties.obligations_now where municipality = $1 and staff is not null order by staff",
    [HERE],
  );
  await connection.end();
  if (rows.length === 0) throw new Error("no caseworker has anything to do");
  return rows.map(({ staff }) => staff);
}

/** How many people the records of one municipality have. */
export async function citizensIn(url: string): Promise<number> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  const { rows } = await connection.query<{ n: number }>(
    "select count(distinct id)::integer as n from citizens.citizens where municipality = $1",
    [HERE],
  );
  await connection.end();
  return rows[0]?.n ?? 0;
}

/** As many citizens as there are users. */
export async function someCitizens(url: string, users: number): Promise<readonly string[]> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  const { rows } = await connection.query<{ id: string }>(
    "select distinct id from citizens.citizens where municipality = $1 and not protected order by id limit $2",
    [HERE, users],
  );
  await connection.end();
  if (rows.length < users) throw new Error(`${rows.length} citizens are too few for ${users} users`);
  return rows.map(({ id }) => id);
}

/** Lets the database know what is in it. */
export async function analyze(url: string): Promise<void> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  await connection.query("vacuum analyze");
  await connection.end();
}
