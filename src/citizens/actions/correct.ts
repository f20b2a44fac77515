import { logAccess } from "../../platform/audit/log-access.ts";
import { addBelief, type BeliefValues, type Believed, replaceBelief, type Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import { contextOf } from "../../platform/secrets/public.ts";
import type { Correction } from "../contract.ts";
import { codesIn } from "../labels.ts";
import { contactBeliefs, personBeliefs } from "../queries/record.ts";
import { type CorrectionFault, faultsIn } from "../rules/correction.ts";
import { readCpr } from "../rules/cpr.ts";
import { contactTexts, personTexts } from "./identity.ts";
import { CPR, type Looking } from "./looking.ts";

/** What others wrote in the place of a correction that came too late. */
export type TheirsNow = { readonly version: string; readonly values: Record<string, string>; readonly when: string };

/** What came of a correction. Nothing is stored unless it is done. */
export type Corrected =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly why: "nobody" }
  | { readonly ok: false; readonly why: "faulty"; readonly faults: readonly CorrectionFault[] }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: TheirsNow | null };

const UNIQUE_VIOLATION = "23505";

/** Corrects a citizen's own data or contact details over the version that was seen, as known from today; what was believed stays. */
export async function correct(
  tx: Tx,
  id: string,
  { change, who }: { readonly change: Correction; readonly who: Looking },
): Promise<Corrected> {
  if ((await personBeliefs(tx, id)).length === 0) return { ok: false, why: "nobody" };
  const faults = faultsIn(change, { today: who.today, codes: codesIn("citizens") });
  if (faults.length > 0) return { ok: false, why: "faulty", faults };
  const done = await write(tx, id, { change, who });
  if (!done.ok) return { ok: false, why: "conflict", theirs: await theirsNow(tx, id, change.part) };
  await logAccess(tx, {
    user: who.user,
    action: "citizens.correct",
    purpose: "correction",
    keys: [id],
    change: true,
    data: [change.part === "person" ? "citizens" : "contact_details"],
  });
  return { ok: true, version: done.belief.version };
}

/** Is this the records' refusal of a number that another citizen has? */
export function isNumberTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION;
}

type Writing = { readonly change: Correction; readonly who: Looking };

async function write(tx: Tx, id: string, { change, who }: Writing): Promise<Believed> {
  const today = isoDay(who.today);
  if (change.part === "person") {
    const values = personValues(change, who);
    return replaceBelief(tx, "citizens.citizens", { id, version: change.version, today, values });
  }
  const values = nullsForEmpty(change.values);
  const table = "citizens.contact_details";
  const now = (await contactBeliefs(tx, id)).find(({ known_until }) => known_until === "9999-12-31");
  if (now && change.version !== null)
    return replaceBelief(tx, table, { id: now.id, version: change.version, today, values });
  if (now || change.version !== null) return { ok: false, theirs: null };
  return { ok: true, belief: await addBelief(tx, table, { id: `${id}-k`, today, values: { citizen: id, ...values } }) };
}

function personValues({ values }: Extract<Correction, { part: "person" }>, who: Looking): BeliefValues {
  const { cpr, protected: isProtected, ...texts } = values;
  const own = { ...nullsForEmpty(texts), protected: isProtected === "ja" };
  const read = readCpr(cpr);
  if (read.kind === "wrong") return own;
  const { keyring, municipality } = who;
  return {
    ...own,
    cpr_encrypted: keyring.encrypt(Buffer.from(read.number), contextOf(CPR, municipality)),
    cpr_index: keyring.indexOf(municipality, read.number),
  };
}

function nullsForEmpty(values: Readonly<Record<string, string>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, text === "" ? null : text]));
}

async function theirsNow(tx: Tx, id: string, part: Correction["part"]): Promise<TheirsNow | null> {
  const present = <T extends { readonly known_until: string }>(rows: readonly T[]): T | undefined =>
    rows.find(({ known_until }) => known_until === "9999-12-31");
  if (part === "person") {
    const now = present(await personBeliefs(tx, id));
    return now ? { version: now.version, values: personTexts(now), when: now.known_from } : null;
  }
  const now = present(await contactBeliefs(tx, id));
  return now ? { version: now.version, values: { ...contactTexts(now) }, when: now.known_from } : null;
}
