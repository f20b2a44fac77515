import { sql } from "kysely";
import type { Tx } from "../../db/public.ts";
import type { Role } from "../role.ts";

/** A session as it is stored. */
export type StoredSession = {
  readonly role: Role;
  readonly user: string;
  readonly staff: string | null;
  readonly units: readonly string[];
  readonly expires: Date;
};

/** Stores a session of the transaction's municipality that begins at a moment. */
export async function addSession(
  tx: Tx,
  session: StoredSession & { readonly hash: Buffer; readonly now: Date },
): Promise<void> {
  const { hash, role, user, staff, units, now, expires } = session;
  await sql`insert into platform.sessions (token_hash, municipality, role, user_label, staff, units, created, last_seen, expires)
    values (${hash}, platform.municipality(), ${role}, ${user}, ${staff}, ${[...units]}, ${now}, ${now}, ${expires})`.execute(
    tx,
  );
}

/** Notes that a session is used and gives it, when it is neither ended, expired nor unused since a moment. */
export async function useSession(
  tx: Tx,
  { hash, now, idleSince }: { readonly hash: Buffer; readonly now: Date; readonly idleSince: Date },
): Promise<StoredSession | null> {
  const { rows } = await sql<StoredSession>`update platform.sessions set last_seen = ${now}
    where token_hash = ${hash} and ended is null and expires > ${now} and last_seen > ${idleSince}
    returning role, user_label as user, staff, units, expires`.execute(tx);
  return rows[0] ?? null;
}

/** Marks a session as ended at a moment. */
export async function markEnded(tx: Tx, hash: Buffer, now: Date): Promise<void> {
  await sql`update platform.sessions set ended = ${now} where token_hash = ${hash} and ended is null`.execute(tx);
}
