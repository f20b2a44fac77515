import { createHash, randomBytes } from "node:crypto";
import { sql } from "kysely";
import { type Database, inTenant, type Tx } from "../db/public.ts";
import type { Role } from "./role.ts";

/** Who is logged in. `user` is what they are called in logs and notes. */
export type Session = {
  readonly municipality: string;
  readonly role: Role;
  readonly user: string;
  readonly expires: Date;
};

/** A session ends this long after it began, and this long after it was last used. */
export const ABSOLUTE_HOURS = 12;
export const IDLE_MINUTES = 60;

const TOKEN = /^(\d{4})\.([A-Za-z0-9_-]{43})$/;
const TOKEN_BYTES = 32;

/**
 * Begins a session and gives the token for the browser's cookie: the municipality, a point and 256 random bits. Only a hash of
 * it is stored.
 */
export function createSession(
  db: Database,
  who: { readonly municipality: string; readonly role: Role; readonly user: string },
  now: Date,
): Promise<{ readonly token: string; readonly session: Session }> {
  const { municipality, role, user } = who;
  const token = `${municipality}.${randomBytes(TOKEN_BYTES).toString("base64url")}`;
  const expires = new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000);
  return inTenant(db, { municipality }, async (tx) => {
    await sql`insert into platform.sessions (token_hash, municipality, role, user_label, created, last_seen, expires)
      values (${hashOf(token)}, ${municipality}, ${role}, ${user}, ${now}, ${now}, ${expires})`.execute(tx);
    return { token, session: { municipality, role, user, expires } };
  });
}

/** The living session of a token, and notes that it was used; null when there is none, it ended, expired or lay idle. */
export async function readSession(db: Database, token: string, now: Date): Promise<Session | null> {
  const municipality = TOKEN.exec(token)?.[1];
  if (municipality === undefined) return null;
  return await inTenant(db, { municipality }, async (tx) => {
    const idleSince = new Date(now.getTime() - IDLE_MINUTES * 60_000);
    const { rows } = await sql<{
      role: Role;
      user: string;
      expires: Date;
    }>`update platform.sessions set last_seen = ${now}
      where token_hash = ${hashOf(token)} and ended is null and expires > ${now} and last_seen > ${idleSince}
      returning role, user_label as user, expires`.execute(tx);
    const found = rows[0];
    return found ? { municipality, ...found } : null;
  });
}

/** Ends the session of a token; nothing happens when there is none. */
export async function endSession(db: Database, token: string, now: Date): Promise<void> {
  const municipality = TOKEN.exec(token)?.[1];
  if (municipality === undefined) return;
  await inTenant(db, { municipality }, (tx: Tx) =>
    sql`update platform.sessions set ended = ${now} where token_hash = ${hashOf(token)} and ended is null`.execute(tx),
  );
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
