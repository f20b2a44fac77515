import type { Tx } from "../../platform/db/public.ts";
import type { CitizenRecord } from "../contract.ts";
import { codedIn } from "../labels.ts";
import { type ContactBelief, type PersonBelief, rowsOf } from "../queries/record.ts";
import { lastDay } from "./timeline.ts";

const FOREVER = "9999-12-31";

/** How somebody is reached, as it is known now. */
export function contactOf(beliefs: readonly ContactBelief[]): CitizenRecord["contact"] {
  const now = beliefs.find(({ known_until }) => known_until === FOREVER);
  return now ? contactTexts(now) : null;
}

/** Contact details as a form shows them. */
export function contactTexts({
  address,
  postcode,
  town,
  phone,
  mail,
}: ContactBelief): NonNullable<CitizenRecord["contact"]> {
  return {
    address: address ?? "",
    postcode: postcode ?? "",
    town: town ?? "",
    phone: phone ?? "",
    mail: mail ?? "",
  };
}

/** A person's own data as a form shows them; the number is never among them. */
export function personTexts(belief: PersonBelief): Record<string, string> {
  const { name, born, sex, origin, education } = belief;
  return {
    name: name ?? "",
    born: born ?? "",
    sex: sex ?? "",
    origin: origin ?? "",
    education: education ?? "",
    protected: belief.protected ? "ja" : "nej",
  };
}

/** Who stands by a citizen (CIT-18), without names and numbers when they are to stay hidden. */
export async function relativesOf(tx: Tx, citizen: string, hidden: boolean): Promise<CitizenRecord["relatives"]> {
  const text = (value: unknown): string | null => (hidden || typeof value !== "string" ? null : value);
  return (await rowsOf(tx, "relatives", citizen)).map((row) => ({
    id: String(row.id),
    name: text(row.name),
    phone: text(row.phone),
    relation: codedIn("relatives", "relation", String(row.relation)),
    powerOfAttorney: row.power_of_attorney === true,
    mayTakePart: row.may_take_part === true,
    from: String(row.from_day),
    until: lastDay(row),
  }));
}

/** What was believed before, with when, the newest first; what is believed now is first of all. */
export function historyOf(
  people: readonly PersonBelief[],
  contacts: readonly ContactBelief[],
): CitizenRecord["history"] {
  const when = ({ known_from, known_until }: PersonBelief | ContactBelief) => ({
    knownFrom: known_from,
    knownUntil: known_until === FOREVER ? null : known_until,
  });
  return [
    ...people.map((belief) => ({ part: "person" as const, ...when(belief), values: personTexts(belief) })),
    ...contacts.map((belief) => ({ part: "contact" as const, ...when(belief), values: { ...contactTexts(belief) } })),
  ].sort((a, b) => (a.knownFrom === b.knownFrom ? 0 : a.knownFrom < b.knownFrom ? 1 : -1));
}
