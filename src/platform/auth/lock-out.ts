import { createHash } from "node:crypto";
import { asOwner, type Database, inTenant } from "../db/public.ts";
import { actFor, addFailure, countFailures, forget, removeOutside } from "./queries/login-failures.ts";

/** Who failed: somebody the provider knows, or only the network address they came from. */
export type Trier = { readonly address: string } | { readonly subject: Buffer };

/** A failed log-in belongs to no municipality yet: the failures of all stand behind the same fence, under this code. */
const NOWHERE = { municipality: "0000" };

/** After the last of so many failures one is kept out for this long. */
export const LOCKED_MINUTES = 15;

/** A municipality's people often share one address: it takes many failures there, and locks nobody out who is already in. */
const MOST = { address: 100, subject: 10 } as const;

/** Is somebody kept out, because of too many failures in a row? */
export async function isLockedOut(db: Database, trier: Trier, now: Date): Promise<boolean> {
  const asked = { who: hashOf(trier), now, forgottenBefore: minutesBefore(now) };
  const failures = await inTenant(db, NOWHERE, (tx) => countFailures(tx, asked));
  return failures >= ("address" in trier ? MOST.address : MOST.subject);
}

/** Notes a log-in or token that was refused. */
export function noteFailure(db: Database, trier: Trier, now: Date): Promise<void> {
  const failed = { who: hashOf(trier), now, forgottenBefore: minutesBefore(now) };
  return inTenant(db, NOWHERE, (tx) => addFailure(tx, failed));
}

/** Forgets the failures of somebody who got in. Those of an address are left: others try from it too. */
export function forgetFailures(db: Database, subject: Buffer): Promise<void> {
  return inTenant(db, NOWHERE, (tx) => forget(tx, hashOf({ subject })));
}

/**
 * Removes failures that keep nobody out any more; gives how many. They are hashes of addresses and of people, kept no longer than they are of
 * use. Maintenance: the application itself cannot delete them.
 */
export function dropFailures(db: Database, now: Date): Promise<number> {
  return asOwner(db, async (tx) => {
    await actFor(tx, NOWHERE.municipality);
    return await removeOutside(tx, { from: minutesBefore(now), until: after(now) });
  });
}

function after(now: Date): Date {
  return new Date(now.getTime() + LOCKED_MINUTES * 60_000);
}

function minutesBefore(now: Date): Date {
  return new Date(now.getTime() - LOCKED_MINUTES * 60_000);
}

function hashOf(trier: Trier): Buffer {
  const text = "address" in trier ? `address ${trier.address}` : `subject ${trier.subject.toString("hex")}`;
  return createHash("sha256").update(text).digest();
}
