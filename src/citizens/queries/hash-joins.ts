import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/**
 * Asks something about very many people at once without going through one list for each line of another. The planner thinks that the
 * fence leaves one row of each table, and would: five thousand people took seconds, now a tenth of one. A join that cannot be done
 * otherwise looks so dear then that a server would compile the question first, which takes longer than answering it.
 */
export async function withoutNestedLoops<T>(tx: Tx, ask: () => Promise<T>): Promise<T> {
  await sql`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`.execute(tx);
  const found = await ask();
  await sql`set local enable_nestloop to default`.execute(tx);
  await sql`set local jit to default`.execute(tx);
  return found;
}
