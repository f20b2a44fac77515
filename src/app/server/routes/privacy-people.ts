import { namesOfCitizens, readCpr } from "../../../citizens/public.ts";
import { logAccess } from "../../../platform/audit/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import type { Tx } from "../../../platform/db/public.ts";
import {
  type Actor,
  citizenWithIndex,
  isKnown,
  type Person,
  refusal,
  restrictedAmong,
} from "../../../privacy/public.ts";
import type { Desk } from "../desk.ts";
import { unitOf } from "../logging.ts";

/** A session as it stands in logs and requests. */
export function actorOf(session: Session): Actor & { readonly unit?: string } {
  const unit = unitOf(session);
  return { label: session.user, role: session.role, ...(unit === null ? {} : { unit }) };
}

/** The person meant by an id or a CPR number, by whoever looks; refuses when nobody is known by it. */
export async function personMeant(
  tx: Tx,
  desk: Desk,
  asked: { readonly text: string; readonly municipality: string },
): Promise<Person> {
  const id = (await idOf(tx, desk, asked)) ?? asked.text.trim();
  if (!(await isKnown(tx, id))) throw refusal("unknown_person");
  const name = (await namesOfCitizens(tx, [id])).get(id);
  return {
    id,
    name: name?.name ?? null,
    protected: name?.protected ?? false,
    restricted: (await restrictedAmong(tx, [id])).has(id),
  };
}

/** The id behind a CPR number; null when the text is none or nobody has it. */
function idOf(tx: Tx, { runtime }: Desk, asked: { text: string; municipality: string }): Promise<string | null> {
  const cpr = readCpr(asked.text);
  if (cpr.kind === "wrong") return Promise.resolve(null);
  return citizenWithIndex(tx, runtime.keyring.indexesOf(asked.municipality, cpr.number));
}

/** Logs that the officer looks at a person. */
export async function logLook(
  tx: Tx,
  session: Session,
  look: { readonly action: string; readonly citizen: string; readonly data?: readonly string[] },
): Promise<void> {
  const { action, citizen, data = [] } = look;
  await logAccess(tx, { user: actorOf(session), action, purpose: "data protection", keys: [citizen], data });
}
