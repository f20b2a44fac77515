import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A restriction that holds. */
export type Restriction = {
  readonly id: string;
  readonly citizen: string;
  readonly reason: string;
  readonly who: string;
  readonly at: Date;
};

/** Puts a restriction on a person; false when one holds already. */
export async function insertRestriction(
  tx: Tx,
  given: Pick<Restriction, "citizen" | "reason" | "who">,
): Promise<boolean> {
  const done = await sql`insert into privacy.restrictions (municipality, citizen, reason, who)
    values (platform.municipality(), ${given.citizen}, ${given.reason}, ${given.who}) on conflict do nothing`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Takes the restriction off a person; false when none held. */
export async function liftRestriction(tx: Tx, given: Pick<Restriction, "citizen" | "who">): Promise<boolean> {
  const done = await sql`update privacy.restrictions set lifted_by = ${given.who}, lifted_at = now()
    where municipality = platform.municipality() and citizen = ${given.citizen} and lifted_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** The restrictions that hold, newest first. */
export async function standingRestrictions(tx: Tx): Promise<readonly Restriction[]> {
  const found = await sql<Restriction>`select id, citizen, reason, who, at from privacy.restrictions
    where municipality = platform.municipality() and lifted_at is null order by at desc`.execute(tx);
  return found.rows;
}

/** Which of some people are restricted. */
export async function restrictedAmong(tx: Tx, citizens: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ citizen: string }>`select citizen from privacy.restrictions
    where municipality = platform.municipality() and lifted_at is null and citizen = any(${[...citizens]})`.execute(tx);
  return new Set(found.rows.map(({ citizen }) => citizen));
}
