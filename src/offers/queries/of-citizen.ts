import { sql } from "kysely";
import type { TimelineEntry } from "../../citizens/contract.ts";
import type { Tx } from "../../platform/db/public.ts";
import { facts } from "../facts.ts";

type Row = { readonly kind: string; readonly from: string; readonly to: string | null };

/** A citizen's offers as lines of the timeline. */
export async function offersOfCitizen(tx: Tx, citizen: string): Promise<readonly TimelineEntry[]> {
  const found =
    await sql<Row>`select kind, from_day::text as "from", (nullif(until_day, date '9999-12-31') - 1)::text as "to"
    from offers.offers where municipality = platform.municipality() and known_until = date '9999-12-31' and citizen = ${citizen}`.execute(
      tx,
    );
  const kinds = facts.find(({ name }) => name === "offers")?.columns.find(({ name }) => name === "kind")?.codes ?? {};
  return found.rows.map(({ kind, from, to }) => {
    const { da, en } = kinds[kind] ?? { da: kind, en: kind };
    return { kind: "offer", from, to, what: { da, en }, detail: null };
  });
}
