import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { RevealAsk, Revealed } from "../contract.ts";
import { contactBeliefs, personBeliefs } from "../queries/record.ts";
import { writtenCpr } from "../rules/cpr.ts";
import { openCpr } from "./cpr-of.ts";
import { contactOf, historyOf, relativesOf } from "./identity.ts";
import type { Looking } from "./looking.ts";

/** Unfolds a citizen's number, or the name and address of a protected one; the reason stands in the log. Null when nobody is in sight. */
export async function reveal(
  tx: Tx,
  id: string,
  { ask, who }: { readonly ask: RevealAsk; readonly who: Looking },
): Promise<Revealed | null> {
  const people = await personBeliefs(tx, id);
  const person = people.find(({ known_until }) => known_until === "9999-12-31");
  if (!person) return null;
  await logAccess(tx, {
    user: who.user,
    action: "citizens.reveal",
    purpose: ask.reason,
    keys: [id],
    data: ask.what === "cpr" ? ["cpr"] : ["name", "contact_details", "relatives"],
  });
  if (ask.what === "cpr") {
    const number = openCpr(person, who);
    return { cpr: number === null ? null : writtenCpr(number), identity: null };
  }
  const contacts = await contactBeliefs(tx, id);
  const relatives = await relativesOf(tx, id, false);
  const history = historyOf(people, contacts);
  return { cpr: null, identity: { name: person.name, contact: contactOf(contacts), relatives, history } };
}
