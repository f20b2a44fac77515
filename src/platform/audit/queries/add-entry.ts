import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";

/** One row of the access log. */
export type Entry = {
  readonly who: string;
  readonly role: string;
  readonly action: string;
  readonly purpose: string;
  readonly keys: readonly string[];
  readonly persons: number;
};

/** Adds a row to the access log of the transaction's municipality. */
export async function addEntry(tx: Tx, { who, role, action, purpose, keys, persons }: Entry): Promise<void> {
  await sql`insert into audit.access_log (municipality, who, role, action, purpose, keys, persons)
    values (platform.municipality(), ${who}, ${role}, ${action}, ${purpose}, ${keys}, ${persons})`.execute(tx);
}
