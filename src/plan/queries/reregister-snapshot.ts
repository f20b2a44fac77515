import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** Registers that a snapshot was written anew without people who are gone. As the owner: the application cannot change a snapshot. */
export async function reregisterSnapshot(
  tx: Tx,
  made: {
    readonly name: string;
    readonly folder: string;
    readonly rows: number;
    readonly checksum: string;
    readonly rewritten: string;
  },
): Promise<void> {
  await sql`update plan.snapshots set folder = ${made.folder}, row_count = ${made.rows}, checksum = ${made.checksum}, rewritten = ${made.rewritten}
    where municipality = platform.municipality() and name = ${made.name}`.execute(tx);
}
