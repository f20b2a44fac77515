import { type Database, inTenant } from "../db/public.ts";
import { markAllEnded, sessionsOf } from "./queries/sessions.ts";
import type { Role } from "./role.ts";
import { type At, hashOf, idleSince, readSignIn } from "./sessions.ts";

/** One of a user's own sessions. */
export type OwnSession = {
  readonly municipality: string;
  readonly role: Role;
  readonly created: Date;
  readonly lastSeen: Date;
  readonly expires: Date;
  /** Is it the one that asks? */
  readonly isThis: boolean;
};

type Asking = At & { readonly token: string };

/** The living sessions of the user of a token, in all municipalities where a role is held; none without a session. */
export async function ownSessions(db: Database, { token, now, limits }: Asking): Promise<readonly OwnSession[]> {
  const found: OwnSession[] = [];
  for (const { municipality, subject } of await placesOf(db, { token, now, limits })) {
    const asked = { subject, now, idleSince: idleSince(now, limits) };
    const own = await inTenant(db, { municipality }, (tx) => sessionsOf(tx, asked));
    for (const { hash, ...session } of own) {
      found.push({ municipality, ...session, isThis: Buffer.compare(hash, hashOf(token)) === 0 });
    }
  }
  return found.sort((a, b) => b.lastSeen.getTime() - a.lastSeen.getTime());
}

/** Ends every session of the user of a token, wherever it is. */
export async function endOwnSessions(db: Database, asking: Asking): Promise<void> {
  for (const { municipality, subject } of await placesOf(db, asking)) {
    await inTenant(db, { municipality }, (tx) => markAllEnded(tx, subject, asking.now));
  }
}

async function placesOf(
  db: Database,
  { token, now, limits }: Asking,
): Promise<readonly { readonly municipality: string; readonly subject: Buffer }[]> {
  const signIn = await readSignIn(db, token, { now, limits });
  if (!signIn) return [];
  const places = new Set([signIn.municipality, ...signIn.held.map(({ municipality }) => municipality)]);
  return [...places].map((municipality) => ({ municipality, subject: signIn.subject }));
}
