import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { Mapping } from "../contract.ts";

export type RememberedRecord = {
  readonly id: string;
  readonly signature: string;
  readonly name: string;
  readonly fact: string;
  readonly mapping: Mapping;
  readonly made_by: string;
  readonly made_at: Date;
};

/** The mappings that are remembered, newest first. */
export async function listRemembered(tx: Tx): Promise<readonly RememberedRecord[]> {
  const found = await sql<RememberedRecord>`select id::text, signature, name, fact, mapping, made_by, made_at
    from imports.mappings where forgotten_at is null order by made_at desc, id`.execute(tx);
  return found.rows;
}

/** Remembers a mapping for a header instead of the one there was. */
export async function remember(
  tx: Tx,
  made: { readonly signature: string; readonly name: string; readonly mapping: Mapping; readonly by: string },
): Promise<void> {
  await sql`update imports.mappings set forgotten_at = now(), forgotten_by = ${made.by}
    where signature = ${made.signature} and forgotten_at is null`.execute(tx);
  await sql`insert into imports.mappings (municipality, signature, name, fact, mapping, made_by)
    values (platform.municipality(), ${made.signature}, ${made.name}, ${made.mapping.fact}, ${JSON.stringify(made.mapping)}::jsonb, ${made.by})`.execute(
    tx,
  );
}

/** Forgets a mapping; false when there is none. */
export async function forget(tx: Tx, which: { readonly id: string; readonly by: string }): Promise<boolean> {
  const done = await sql`update imports.mappings set forgotten_at = now(), forgotten_by = ${which.by}
    where id = ${which.id}::uuid and forgotten_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}
