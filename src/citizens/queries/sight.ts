import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** What a transaction sees, and when it looks. */
export type Sight = {
  /** The municipality, and whose records of people in it, as the fence itself has them: equal for two that see the same people. */
  readonly scope: string;
  readonly municipality: string;
  /** The database's own day, which the fence's scope is drawn by. */
  readonly today: string;
};

const TABLES = [
  "citizens.citizens",
  "citizens.benefit_spells",
  "citizens.target_group_spells",
  "citizens.responsibilities",
];

/** What this transaction sees. Of somebody who sees everybody it does not matter who they are. */
export async function sightOf(tx: Tx): Promise<Sight> {
  const found =
    await sql<Sight>`select coalesce(platform.municipality(), '') as municipality, current_date::text as today,
    json_build_array(platform.municipality(), platform.sees(),
      case when platform.sees() = 'unit' then platform.units() end, case when platform.sees() = 'own' then platform.staff() end)::text as scope`.execute(
      tx,
    );
  if (!found.rows[0]) throw new Error("a transaction that sees nothing at all");
  return found.rows[0];
}

/** The transactions whose writing is seen now, to ask by later what changed since. */
export async function snapshotNow(tx: Tx): Promise<string> {
  const found = await sql<{ now: string }>`select pg_current_snapshot()::text as now`.execute(tx);
  return found.rows[0]?.now ?? "";
}

/**
 * The people of whom something in the list changed since a snapshot, at most so many. A belief that ended is still there and tells;
 * only what was deleted for good does not.
 */
export async function changedSince(tx: Tx, snapshot: string, most: number): Promise<readonly string[]> {
  const parts = TABLES.map((table) => {
    const whose = sql.raw(table === "citizens.citizens" ? "id" : "citizen");
    return sql`select ${whose} as citizen from ${sql.raw(table)} where municipality = platform.municipality()
      and changed_by >= pg_snapshot_xmin(${snapshot}::pg_snapshot) and not pg_visible_in_snapshot(changed_by, ${snapshot}::pg_snapshot)`;
  });
  const found = await sql<{
    citizen: string;
  }>`select distinct citizen from (${sql.join(parts, sql` union all `)}) as changed
    where citizen is not null limit ${most}`.execute(tx);
  return found.rows.map(({ citizen }) => citizen);
}

/** The ids of the citizens whom the transaction's own member of staff is responsible for today. */
export async function ownToday(tx: Tx): Promise<readonly string[]> {
  const found = await sql<{ citizen: string }>`select distinct citizen from citizens.responsibilities
    where municipality = platform.municipality() and known_until = date '9999-12-31'
      and from_day <= current_date and current_date < until_day and staff = platform.staff()`.execute(tx);
  return found.rows.map(({ citizen }) => citizen);
}
