import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { NewView, SavedView } from "../views.ts";

/** Who asks, and their units, of which they share with the first; none for those who are in no unit, or in all. */
export type Viewer = { readonly owner: string; readonly units: readonly string[] };

/** One's own views, and those shared with one's units, by name. */
export async function viewsFor(tx: Tx, { owner, units }: Viewer): Promise<readonly SavedView[]> {
  const found =
    await sql<SavedView>`select id, name, search, unit is not null as "isShared", owner = ${owner} as "isMine" from duties.saved_views
    where municipality = platform.municipality() and not is_gone and (owner = ${owner} or unit = any(${[...units]}::text[]))
    order by name, id limit 100`.execute(tx);
  return found.rows;
}

/** Saves a view; false when one has a view of that name already. */
export async function saveView(tx: Tx, { owner, units }: Viewer, view: NewView): Promise<boolean> {
  const done = await sql`insert into duties.saved_views (municipality, owner, unit, name, search)
    values (platform.municipality(), ${owner}, ${view.isShared ? (units[0] ?? null) : null}, ${view.name}, ${JSON.stringify(view.search)}::jsonb)
    on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Takes one's own view away; false when it is not one's own. */
export async function putAwayView(tx: Tx, { owner }: Viewer, id: string): Promise<boolean> {
  const done = await sql`update duties.saved_views set is_gone = true
    where municipality = platform.municipality() and id = ${id}::uuid and owner = ${owner} and not is_gone`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}
