import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Letter, LetterAsk, LettersInHand } from "../contract.ts";
import { kindLabel } from "../kinds.ts";
import type { Post } from "../post.ts";
import { appointmentCalled, appointmentsCalled } from "../queries/appointments.ts";
import { type LetterRow, letterCalled, lettersInHand, stepLetter } from "../queries/letters.ts";
import { type Reached, reachedNow } from "../queries/reached.ts";
import { letterPdf, type PrintedLetter } from "../render/letter-pdf.ts";
import { type LetterStep, stateAfter } from "../rules/letter.ts";
import { asLetter } from "./as-letters.ts";
import { CASE_WORK, type Keeping } from "./keeping.ts";
import { writeAbout } from "./write-letter.ts";

/** What came of something done with a letter. `refused`: its state does not allow it, or the same letter is there already. */
export type LetterDone =
  | { readonly ok: true; readonly letter: Letter; readonly citizen: string }
  | { readonly ok: false; readonly why: "nobody" | "refused" }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: Letter };

/** Letters of a page: the rest is counted. */
const MOST = 100;

/** Letters somebody must do something about, of one's own appointments or of everybody in sight. The look is logged. */
export async function readLettersInHand(tx: Tx, whose: "mine" | "unit", who: Keeping): Promise<LettersInHand> {
  const isNobody = whose === "mine" && who.staff === null;
  const all = isNobody ? [] : await lettersInHand(tx, whose === "mine" ? who.staff : null);
  const { aside } = await who.heldBack(tx);
  const inHand = all.filter(({ citizen }) => !aside.has(citizen));
  const rows = inHand.slice(0, MOST);
  await logAccess(tx, {
    user: who.user,
    action: "contact.letters-in-hand",
    purpose: CASE_WORK,
    keys: [...new Set(rows.map(({ citizen }) => citizen))],
    data: ["letters"],
  });
  const about = await appointmentsCalled(
    tx,
    rows.map(({ appointment }) => appointment),
  );
  return {
    aside: all.length - inHand.length,
    total: inHand.length,
    letters: rows.flatMap((row) => {
      const one = about.get(row.appointment);
      if (!one) return [];
      const { citizen, name, is_protected: isProtected, kind, day, starts } = one;
      return [{ ...asLetter(row), citizen, name, isProtected, kindLabel: kindLabel(kind), day, starts }];
    }),
  };
}

/** Writes a letter about an appointment afterwards. */
export async function writeLetterTo(
  tx: Tx,
  appointment: string,
  { asked, who }: { readonly asked: LetterAsk; readonly who: Keeping },
): Promise<LetterDone> {
  const about = await appointmentCalled(tx, appointment);
  if (!about) return { ok: false, why: "nobody" };
  const fits = asked.template === "cancelled" ? about.state === "cancelled" : about.state === "booked";
  const id = fits ? await writeAbout(tx, about, { ...asked, who }) : null;
  const row = id === null ? null : await letterCalled(tx, id);
  return row ? { ok: true, letter: asLetter(row), citizen: row.citizen } : { ok: false, why: "refused" };
}

/** Does something with a letter over the version that was seen: takes it back, tries again, has it printed, or notes that it is done. Logged as a change. */
export async function stepWithLetter(
  tx: Tx,
  id: string,
  { step, version, who }: { readonly step: LetterStep; readonly version: number; readonly who: Keeping },
): Promise<LetterDone> {
  const now = await letterCalled(tx, id);
  if (!now) return { ok: false, why: "nobody" };
  if (now.version !== version) return { ok: false, why: "conflict", theirs: asLetter(now) };
  const to = stateAfter(now.state, step);
  if (to === null) return { ok: false, why: "refused" };
  const isDone = await stepLetter(tx, { id, version, by: who.user.label }, to);
  const row = await letterCalled(tx, id);
  if (!row) return { ok: false, why: "nobody" };
  if (!isDone) return { ok: false, why: "conflict", theirs: asLetter(row) };
  await logAccess(tx, {
    user: who.user,
    action: `contact.letter.${step}`,
    purpose: CASE_WORK,
    keys: [row.citizen],
    change: true,
    data: ["letters"],
  });
  return { ok: true, letter: asLetter(row), citizen: row.citizen };
}

/** Whom a letter is to; null when none in sight has this id. */
export async function receiverOf(tx: Tx, id: string): Promise<string | null> {
  return (await letterCalled(tx, id))?.citizen ?? null;
}

/** A letter as a page of paper; null when it is out of sight. The look is logged. */
export async function readLetterPdf(
  tx: Tx,
  id: string,
  who: Keeping,
): Promise<{ readonly name: string; readonly pdf: Uint8Array } | null> {
  const row = await letterCalled(tx, id);
  const about = row && (await appointmentCalled(tx, row.appointment));
  const reached = row && (await reachedNow(tx, row.citizen));
  if (!row || !about || !reached) return null;
  await logAccess(tx, {
    user: who.user,
    action: "contact.letter.open",
    purpose: CASE_WORK,
    keys: [row.citizen],
    data: ["letters", "name", "contact_details"],
  });
  return { name: `${row.template}-${about.day}.pdf`, pdf: await letterPdf(printedOf(row, reached, who.post)) };
}

/** All that stands on a letter's page, as it is sent. */
export function printedOf({ language, content }: LetterRow, reached: Reached, { sender }: Post): PrintedLetter {
  const { name, address, postcode, town } = reached;
  const place = [postcode, town].filter((part) => part !== null).join(" ");
  const lines = [address ?? "", place].filter((line) => line !== "");
  return { language, content, sender, receiver: { name, address: lines } };
}
