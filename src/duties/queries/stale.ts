import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** How far a municipality's obligations are up to date. */
export type Refreshed = { readonly asOf: string; readonly version: string; readonly watermark: string };

/** What to bring them up to: the day, the law with the engine and the records, and how far these had come. */
export type Wanted = { readonly asOf: string; readonly version: string };

/** How far the municipality's obligations are up to date; null when they were never computed. */
export async function lastRefresh(tx: Tx): Promise<Refreshed | null> {
  const found =
    await sql<Refreshed>`select to_char(as_of, 'YYYY-MM-DD') as "asOf", version, watermark::text as watermark
    from duties.refreshes where municipality = platform.municipality()`.execute(tx);
  return found.rows[0] ?? null;
}

/** Written about since a transaction, by the last one that did; whatever of these was seen by then is not new. */
function changesSince(watermark: string): RawBuilder<unknown> {
  const since = (view: string) =>
    sql`select citizen, changed_by from ${sql.raw(view)} where municipality = platform.municipality() and changed_by >= ${watermark}::xid8`;
  return sql`select citizen, max(changed_by::text::numeric) as by from (
    ${since("citizens.changes")} union all ${since("contact.changes")} union all ${since("offers.changes")}) c group by citizen`;
}

/**
 * The citizens whose obligations have to be computed, in order: those never computed, or with another law or engine or other records; those
 * written about since; and on another day those for whom the day matters. After an interruption those who were done are not among them.
 */
export async function staleCitizens(tx: Tx, wanted: Wanted): Promise<readonly string[]> {
  const last = await lastRefresh(tx);
  const whole = last === null || last.version !== wanted.version || last.asOf !== wanted.asOf;
  const since = last !== null && last.version === wanted.version ? last.watermark : await oldestWatermark(tx, wanted);
  const isOld = sql`(d.citizen is null or d.version <> ${wanted.version} or d.as_of > ${wanted.asOf}::date
    or (d.moves and d.as_of <> ${wanted.asOf}::date))`;
  const everybody = sql`select citizen from citizens.people_now where municipality = platform.municipality()
    union select citizen from duties.computed where municipality = platform.municipality()`;
  const found = await sql<{ citizen: string }>`with changed as (${changesSince(since)})
    select e.citizen from (${whole ? everybody : sql`select citizen from changed`}) e
      left join changed c on c.citizen = e.citizen
      left join duties.computed d on d.municipality = platform.municipality() and d.citizen = e.citizen
    where ${isOld} or c.by >= d.watermark::text::numeric order by e.citizen`.execute(tx);
  return found.rows.map(({ citizen }) => citizen);
}

/** From where changes matter to those a run that was interrupted had done; when there are none, nobody is skipped and none matter. */
async function oldestWatermark(tx: Tx, { version }: Wanted): Promise<string> {
  const found = await sql<{
    oldest: string;
  }>`select coalesce(min(watermark::text::numeric)::text, pg_snapshot_xmax(pg_current_snapshot())::text) as oldest
    from duties.computed where municipality = platform.municipality() and version = ${version}`.execute(tx);
  return found.rows[0]?.oldest ?? "0";
}
