import type { FastifyRequest } from "fastify";
import {
  answerDeed,
  claimDeed,
  type Database,
  type DeedKey,
  findDeed,
  inTenant,
  type Tx,
} from "../../platform/db/public.ts";
import { deedKeyHash, deedRequestHash, isDeedKey, openAnswer, sealAnswer } from "../../platform/http/public.ts";
import { refuse } from "./errors.ts";

/** Name of the header that says which deed a request is; the same again is the same deed. */
const DEED_HEADER = "idempotency-key";

/** A deed: the request that asks for it and the session it is done in. */
type Deed = {
  readonly request: Pick<FastifyRequest, "headers" | "method" | "url" | "body">;
  readonly session: Parameters<typeof inTenant>[1] & { readonly municipality: string; readonly user: string };
};

type Records = { readonly runtime: { readonly db: Database } };
type Claim = DeedKey & { readonly key: string; readonly requestHash: Buffer };

/**
 * Does a deed in one transaction, once: a request that comes again under the same `idempotency-key` gets the answer of the first, also when
 * both come at the same moment. Without the header it is simply done. Refuses another request under the key of an earlier one.
 * `work` gives the answer as plain JSON values; what it throws undoes everything, the claim too.
 */
export async function once<T>(desk: Records, deed: Deed, work: (tx: Tx) => Promise<T>): Promise<T> {
  const claim = claimOf(deed);
  return await inTenant(desk.runtime.db, deed.session, async (tx) => {
    if (claim === null) return work(tx);
    if (!(await claimDeed(tx, claim, claim.requestHash))) return doneBefore<T>(tx, claim);
    const answer = await work(tx);
    await answerDeed(tx, claim, sealAnswer(claim.key, answer));
    return answer;
  });
}

/** The answer of a deed that was done already, or null: for deeds with long work before their transaction. */
export function doneAlready<T>(desk: Records, deed: Deed): Promise<T | null> {
  const claim = claimOf(deed);
  if (claim === null) return Promise.resolve(null);
  return inTenant(desk.runtime.db, deed.session, async (tx) =>
    (await findDeed(tx, claim)) ? doneBefore<T>(tx, claim) : null,
  );
}

async function doneBefore<T>(tx: Tx, claim: Claim): Promise<T> {
  const found = await findDeed(tx, claim);
  if (!found) throw refuse(409, "deed_under_way");
  if (!found.requestHash.equals(claim.requestHash)) throw refuse(422, "deed_key_reused");
  return openAnswer(claim.key, found.answer) as T;
}

function claimOf({ request, session }: Deed): Claim | null {
  const key = request.headers[DEED_HEADER];
  if (key === undefined) return null;
  if (typeof key !== "string" || !isDeedKey(key)) throw refuse(400, "bad_deed_key");
  const requestHash = deedRequestHash(key, [request.method, request.url, request.body ?? null]);
  return { key, who: session.user, keyHash: deedKeyHash(key), requestHash };
}
