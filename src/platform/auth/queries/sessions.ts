import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";
import type { HeldRole } from "../held-roles.ts";
import type { Role } from "../role.ts";

/** A session as it is stored. */
export type StoredSession = {
  readonly role: Role;
  readonly user: string;
  readonly staff: string | null;
  readonly units: readonly string[];
  readonly expires: Date;
};

/** What a session also knows about how it began. */
export type StoredSignIn = {
  readonly subject: Buffer;
  readonly held: readonly HeldRole[];
  readonly hint: Buffer | null;
};

/** A session as its user sees it in a list. */
export type ListedSession = {
  readonly hash: Buffer;
  readonly role: Role;
  readonly created: Date;
  readonly lastSeen: Date;
  readonly expires: Date;
};

type NewSession = StoredSession &
  StoredSignIn & { readonly hash: Buffer; readonly login: Buffer | null; readonly now: Date };

/** Stores a session of the transaction's municipality. Gives false when its log-in already began one. */
export async function addSession(tx: Tx, session: NewSession): Promise<boolean> {
  const { hash, role, user, staff, units, now, expires, subject, held, login, hint } = session;
  const { rows } = await sql`insert into platform.sessions
      (token_hash, municipality, role, user_label, staff, units, created, last_seen, expires, subject, held, login, hint)
    values (${hash}, platform.municipality(), ${role}, ${user}, ${staff}, ${[...units]}, ${now}, ${now}, ${expires},
      ${subject}, ${JSON.stringify(held)}::jsonb, ${login}, ${hint})
    on conflict (municipality, login) do nothing returning true`.execute(tx);
  return rows.length > 0;
}

type Asked = { readonly hash: Buffer; readonly now: Date; readonly idleSince: Date };

/** Clocks of several machines differ a little; a clock that differs more has been set back. */
const SKEW = sql.raw("interval '5 minutes'");

/**
 * Does a session live at a moment? It is neither ended, expired nor unused for too long. One last used in the future is none either: the
 * clock has gone back, and nobody can say how long it lasted.
 */
const livesAt = ({ now, idleSince }: Pick<Asked, "now" | "idleSince">) =>
  sql<boolean>`ended is null and expires > ${now} and last_seen > ${idleSince} and last_seen <= ${now}::timestamptz + ${SKEW}`;

/** Notes that a session is used and gives it, when it is neither ended, expired nor unused since a moment. */
export async function useSession(tx: Tx, { hash, now, idleSince }: Asked): Promise<StoredSession | null> {
  const { rows } =
    await sql<StoredSession>`update platform.sessions set last_seen = greatest(last_seen, ${now}::timestamptz)
    where token_hash = ${hash} and ${livesAt({ now, idleSince })}
    returning role, user_label as user, staff, units, expires`.execute(tx);
  return rows[0] ?? null;
}

/** How a living session began, and who it belongs to. */
export async function signInOf(
  tx: Tx,
  { hash, now, idleSince }: Asked,
): Promise<(StoredSignIn & StoredSession) | null> {
  const { rows } = await sql<
    StoredSignIn & StoredSession
  >`select role, user_label as user, staff, units, expires, subject, held, hint
    from platform.sessions
    where token_hash = ${hash} and ${livesAt({ now, idleSince })}`.execute(tx);
  const [found] = rows;
  return found ? { ...found, subject: Buffer.from(found.subject), hint: found.hint && Buffer.from(found.hint) } : null;
}

/** Somebody who has logged in, as they last did. */
export type KnownUser = Pick<StoredSession, "user" | "role" | "units"> &
  Pick<StoredSignIn, "held"> & { readonly lastSeen: Date };

/** Who has logged in to the transaction's municipality lately, the latest first; at most five hundred. */
export async function knownUsers(tx: Tx): Promise<readonly KnownUser[]> {
  const { rows } = await sql<KnownUser>`select * from (
      select distinct on (user_label, case when held <> '[]' then subject end) user_label as user, role, units, held, last_seen as "lastSeen"
      from platform.sessions order by user_label, case when held <> '[]' then subject end, last_seen desc
    ) latest order by "lastSeen" desc limit 500`.execute(tx);
  return rows;
}

/** Was there ever a session with this token? */
export async function wasSession(tx: Tx, hash: Buffer): Promise<boolean> {
  const { rows } = await sql`select from platform.sessions where token_hash = ${hash}`.execute(tx);
  return rows.length > 0;
}

/** Marks a session as ended at a moment. */
export async function markEnded(tx: Tx, hash: Buffer, now: Date): Promise<void> {
  await sql`update platform.sessions set ended = ${now} where token_hash = ${hash} and ended is null`.execute(tx);
}

/** Marks all sessions of a user in the transaction's municipality as ended. */
export async function markAllEnded(tx: Tx, subject: Buffer, now: Date): Promise<void> {
  await sql`update platform.sessions set ended = ${now} where subject = ${subject} and ended is null`.execute(tx);
}

/** How many sessions of the transaction's municipality live. */
export async function countLiving(tx: Tx, at: Pick<Asked, "now" | "idleSince">): Promise<number> {
  const { rows } = await sql<{ living: number }>`select count(*)::integer as living from platform.sessions
    where ${livesAt(at)}`.execute(tx);
  return rows[0]?.living ?? 0;
}

/** The living sessions of a user in the transaction's municipality, the latest used first. */
export async function sessionsOf(
  tx: Tx,
  { subject, now, idleSince }: Omit<Asked, "hash"> & { readonly subject: Buffer },
): Promise<readonly ListedSession[]> {
  const { rows } = await sql<ListedSession>`select token_hash as hash, role, created, last_seen as "lastSeen", expires
    from platform.sessions
    where subject = ${subject} and ${livesAt({ now, idleSince })}
    order by last_seen desc, token_hash`.execute(tx);
  return rows;
}
