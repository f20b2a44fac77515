import { sql } from "kysely";
import { identifier, type Tx } from "../../platform/db/public.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import { stageOf, tableOf } from "./staging.ts";

/** The blind indexes of CPR numbers (hexadecimal) with the ids they are believed to belong to now; a staged row replaces a recorded one. */
export async function listNumbered(
  tx: Tx,
  citizens: Fact,
  isStaged: boolean,
): Promise<readonly { readonly index: string; readonly id: string }[]> {
  const stage = identifier(stageOf(citizens));
  const staged = `select encode(cpr_index, 'hex') as index, id from ${stage}
    where cpr_index is not null and known_until = date '9999-12-31'`;
  const recorded = `select encode(r.cpr_index, 'hex') as index, r.id from ${tableOf(citizens)} r
    where r.municipality = platform.municipality() and r.cpr_index is not null and r.known_until = date '9999-12-31'
      ${isStaged ? `and not exists (select from ${stage} s where s.id = r.id)` : ""}`;
  const text = isStaged ? `${staged} union all ${recorded}` : recorded;
  return (await sql.raw<{ index: string; id: string }>(text).execute(tx)).rows;
}
