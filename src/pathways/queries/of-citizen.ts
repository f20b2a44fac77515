import { sql } from "kysely";
import type { TimelineEntry } from "../../citizens/contract.ts";
import type { Tx } from "../../platform/db/public.ts";
import { kindCalled } from "../kinds.ts";

type Row = { readonly kind: string; readonly from: string; readonly to: string | null };

/** The plans that have been in force with a citizen as lines of the timeline: from when each was adopted until it ended. */
export async function plansOfCitizen(tx: Tx, citizen: string): Promise<readonly TimelineEntry[]> {
  const found = await sql<Row>`select kind, adopted_on::text as from,
      case when state = 'ended' then greatest(adopted_on, changed_on)::text end as to
    from pathways.plans where citizen = ${citizen} and adopted_on is not null`.execute(tx);
  return found.rows.map(({ kind, from, to }) => {
    const { da, en } = kindCalled(kind)?.label ?? { da: kind, en: kind };
    return { kind: "plan", from, to, what: { da, en }, detail: null };
  });
}
