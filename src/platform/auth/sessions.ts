import { createHash, randomBytes } from "node:crypto";
import { type Database, inTenant, type Sees } from "../db/public.ts";
import { addSession, markEnded, useSession } from "./queries/sessions.ts";
import type { Role } from "./role.ts";

/** Who somebody is: their role, what they are called in logs and notes, and their place in the organisation. */
export type Identity = {
  readonly municipality: string;
  readonly role: Role;
  readonly user: string;
  /** Their id among the staff; null when they are not staff. */
  readonly staff: string | null;
  /** The units they work for; `*` is the whole municipality. */
  readonly units: readonly string[];
};

/** Who is logged in. `sees` says whose records a transaction in this session may show: nobody's until a permission is asked for. */
export type Session = Identity & { readonly sees: Sees; readonly expires: Date };

/** A session ends this long after it began, and this long after it was last used. */
const ABSOLUTE_HOURS = 12;
const IDLE_MINUTES = 60;

const TOKEN = /^(\d{4})\.([A-Za-z0-9_-]{43})$/;
const TOKEN_BYTES = 32;

/**
 * Begins a session and gives the token for the browser's cookie: the municipality, a point and 256 random bits. Only a hash of
 * it is stored.
 */
export function createSession(
  db: Database,
  { municipality, role, user, staff, units }: Identity,
  now: Date,
): Promise<{ readonly token: string; readonly session: Session }> {
  const token = `${municipality}.${randomBytes(TOKEN_BYTES).toString("base64url")}`;
  const expires = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000);
  return inTenant(db, { municipality }, async (tx) => {
    await addSession(tx, { hash: hashOf(token), role, user, staff, units, now, expires });
    return { token, session: { municipality, role, user, staff, units, sees: "none", expires } };
  });
}

/** The living session of a token, and notes that it was used; null when there is none, it ended, expired or lay idle. */
export async function readSession(db: Database, token: string, now: Date): Promise<Session | null> {
  const municipality = TOKEN.exec(token)?.[1];
  if (municipality === undefined) return null;
  const idleSince = new Date(now.getTime() - IDLE_MINUTES * 60_000);
  const found = await inTenant(db, { municipality }, (tx) => useSession(tx, { hash: hashOf(token), now, idleSince }));
  return found ? { municipality, ...found, sees: "none" } : null;
}

/** Ends the session of a token; nothing happens when there is none. */
export async function endSession(db: Database, token: string, now: Date): Promise<void> {
  const municipality = TOKEN.exec(token)?.[1];
  if (municipality === undefined) return;
  await inTenant(db, { municipality }, (tx) => markEnded(tx, hashOf(token), now));
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
