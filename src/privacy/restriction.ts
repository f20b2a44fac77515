import type { Tx } from "../platform/db/public.ts";
import { restrictedAmong, standingRestrictions } from "./queries/restrictions.ts";
import { refusal } from "./requests.ts";

/**
 * Refuses to change anything about people whose data may only be stored (GDPR art. 18). Call it in the transaction of every change made
 * by hand. Throws `person_restricted`.
 */
export async function refuseRestricted(tx: Tx, citizens: readonly string[]): Promise<void> {
  if ((await restrictedAmong(tx, citizens)).size > 0) throw refusal("person_restricted");
}

/** The people among these whose data may be handed on: those under restriction are left out of exports. */
export async function withoutRestricted(tx: Tx, citizens: readonly string[]): Promise<readonly string[]> {
  const restricted = await restrictedAmong(tx, citizens);
  return citizens.filter((citizen) => !restricted.has(citizen));
}

/** The people whose data may only be stored: left out of lists one can do without, marked elsewhere. */
export async function everybodyRestricted(tx: Tx): Promise<readonly string[]> {
  return (await standingRestrictions(tx)).map(({ citizen }) => citizen);
}
