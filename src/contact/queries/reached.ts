import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** How a citizen is reached. The protected have no name, address and mail here. */
export type Reached = {
  readonly name: string | null;
  readonly isProtected: boolean;
  /** The sealed CPR number. */
  readonly cpr: Buffer | null;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly mail: string | null;
};

/** How a citizen is reached now; null when nobody in sight has this id. */
export async function reachedNow(tx: Tx, citizen: string): Promise<Reached | null> {
  const found =
    await sql<Reached>`select n.name, r.is_protected as "isProtected", r.cpr_sealed as cpr, r.address, r.postcode, r.town, r.mail
    from citizens.reached_now r join citizens.names_now n on n.citizen = r.citizen where r.citizen = ${citizen} limit 1`.execute(
      tx,
    );
  return found.rows[0] ?? null;
}
