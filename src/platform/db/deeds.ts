import { sql } from "kysely";
import type { Tx } from "./tenant.ts";

/** A deed's key as it is stored, for one user of the transaction's municipality. */
export type DeedKey = { readonly who: string; readonly keyHash: Buffer };

/** A deed that was done: what was asked for, hashed, and its sealed answer. */
export type DoneDeed = { readonly requestHash: Buffer; readonly answer: Buffer };

/**
 * Claims a deed for this transaction. While another transaction that claimed it is open, this waits for its end. True when the work is
 * to be done, false when it was done before.
 */
export async function claimDeed(tx: Tx, key: DeedKey, requestHash: Buffer): Promise<boolean> {
  const done = await sql`insert into platform.deeds (municipality, who, key_hash, request_hash)
    values (platform.municipality(), ${key.who}, ${key.keyHash}, ${requestHash})
    on conflict do nothing`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Keeps the answer of a claimed deed. */
export async function answerDeed(tx: Tx, key: DeedKey, answer: Buffer): Promise<void> {
  await sql`update platform.deeds set answer = ${answer}
    where municipality = platform.municipality() and who = ${key.who} and key_hash = ${key.keyHash}`.execute(tx);
}

/** A deed that was done with this key, or null. */
export async function findDeed(tx: Tx, key: DeedKey): Promise<DoneDeed | null> {
  const { rows } = await sql<{ request_hash: Uint8Array; answer: Uint8Array | null }>`
    select request_hash, answer from platform.deeds
    where municipality = platform.municipality() and who = ${key.who} and key_hash = ${key.keyHash}`.execute(tx);
  const [found] = rows;
  if (!found?.answer) return null;
  return { requestHash: Buffer.from(found.request_hash), answer: Buffer.from(found.answer) };
}

/** Forgets deeds that are older than a day; gives how many. */
export async function forgetDeeds(tx: Tx): Promise<number> {
  const gone = await sql`delete from platform.deeds where at < now() - interval '24 hours'`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
}
