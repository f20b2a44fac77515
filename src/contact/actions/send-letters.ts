import { logAccess } from "../../platform/audit/log-access.ts";
import { type Database, inTenant, type Tx } from "../../platform/db/public.ts";
import { addDays, type Day, isoDay } from "../../platform/kernel/day.ts";
import { type Delivery, memoMessage } from "../../platform/post/public.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { remindDaysBefore } from "../letter-templates.ts";
import type { FindBasis, Post } from "../post.ts";
import { type AppointmentRow, appointmentCalled } from "../queries/appointments.ts";
import { type LetterRow, noteReturned, noteSending, takeNextLetter, unremindedWithin } from "../queries/letters.ts";
import { type Reached, reachedNow } from "../queries/reached.ts";
import { calendarFile } from "../render/calendar-file.ts";
import { letterPdf, type PrintedLetter } from "../render/letter-pdf.ts";
import { minutesUntilNextTry } from "../rules/letter.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { printedOf } from "./letters.ts";
import { writeAbout } from "./write-letter.ts";

/** Whose letters, and how they leave. */
export type Sending = {
  readonly municipality: string;
  readonly post: Post;
  readonly basisOf: FindBasis;
  /** The day the municipality's calendar is on. */
  readonly on: Day;
  /** Which of some citizens may be written to: not those whose data may only be stored. */
  readonly mayWriteTo: (tx: Tx, citizens: readonly string[]) => Promise<readonly string[]>;
  /** Stops between two letters. */
  readonly signal?: AbortSignal;
};

const BY = { label: "letters", role: "system" };

/** A letter on its way, with all that is needed to send it; or why it cannot be. */
type Taken = { readonly letter: LetterRow; readonly packed: Packed | "restricted" | "gone" };
type Packed = { readonly about: AppointmentRow; readonly reached: Reached; readonly printed: PrintedLetter };

/**
 * Reminds of what is soon, notes what came back, and sends what is to go, one letter after the other. A letter is marked as being sent before it is, and as gone after: cut
 * off between the two it is sent once more under the same id, which Digital Post and mail programs know as the same message. A fault nobody foresaw is tried again like others, holds no other
 * letter up, and is thrown at the end. Gives how many went, failed and came back.
 */
export async function sendLetters(
  db: Database,
  sending: Sending,
): Promise<{ readonly reminded: number; readonly sent: number; readonly failed: number; readonly returned: number }> {
  const { municipality, signal } = sending;
  const unforeseen: unknown[] = [];
  const returned = await noteReturns(db, sending);
  const reminded = await remind(db, sending, unforeseen);
  let [sent, failed] = [0, 0];
  while (!signal?.aborted) {
    const taken = await inTenant(db, { municipality }, (tx) => take(tx, sending));
    if (taken === null) break;
    const came = await deliver(taken, sending).catch((error: unknown): Came => {
      unforeseen.push(error);
      return { ok: false, code: "unexpected", isPassing: true };
    });
    await inTenant(db, { municipality }, (tx) => note(tx, taken.letter, came));
    if (came.ok) sent += 1;
    else failed += 1;
  }
  if (unforeseen.length > 0) throw unforeseen[0];
  return { reminded, sent, failed, returned };
}

async function noteReturns(db: Database, { municipality, post }: Sending): Promise<number> {
  const came = post.outbox?.returned(municipality) ?? [];
  if (came.length === 0) return 0;
  const { ours, failed } = await inTenant(db, { municipality }, (tx) => noteReturned(tx, came));
  // Word of a letter we do not know is left where it is, for somebody to look at.
  for (const id of ours) post.outbox?.forget(municipality, id);
  return failed;
}

/** Writes to those who were invited to something a few days ahead and were not reminded of it yet, one by one. */
async function remind(db: Database, sending: Sending, unforeseen: unknown[]): Promise<number> {
  const { municipality, on, mayWriteTo } = sending;
  if (remindDaysBefore === 0) return 0;
  const days = { from: isoDay(addDays(on, 1)), to: isoDay(addDays(on, remindDaysBefore)) };
  const soon = await inTenant(db, { municipality }, async (tx) => {
    const found = await unremindedWithin(tx, { ...days, daysBefore: remindDaysBefore });
    const citizens = found.map(({ citizen }) => citizen);
    const may = new Set(await mayWriteTo(tx, citizens));
    return found.filter(({ citizen }) => may.has(citizen));
  });
  let written = 0;
  for (const one of soon)
    try {
      if (await inTenant(db, { municipality }, (tx) => remindOf(tx, one, sending))) written += 1;
    } catch (error) {
      unforeseen.push(error);
    }
  return written;
}

async function remindOf(
  tx: Tx,
  { appointment, language }: { readonly appointment: string; readonly language: "da" | "en" },
  { post, basisOf, on }: Sending,
): Promise<boolean> {
  const about = await appointmentCalled(tx, appointment);
  const who = { user: BY, post, basisOf, now: { day: on } };
  return about !== null && (await writeAbout(tx, about, { template: "reminder", language, who })) !== null;
}

async function take(tx: Tx, { post, mayWriteTo }: Sending): Promise<Taken | null> {
  const letter = await takeNextLetter(tx);
  if (letter === null) return null;
  if ((await mayWriteTo(tx, [letter.citizen])).length === 0) return { letter, packed: "restricted" };
  const about = await appointmentCalled(tx, letter.appointment);
  const reached = await reachedNow(tx, letter.citizen);
  if (!about || !reached) return { letter, packed: "gone" };
  await logAccess(tx, {
    user: BY,
    action: "contact.letter.send",
    purpose: "case work",
    keys: [letter.citizen],
    change: true,
    data: ["letters", "name", "contact_details", ...(letter.channel === "digital_post" ? ["cpr"] : [])],
  });
  return { letter, packed: { about, reached, printed: printedOf(letter, reached, post) } };
}

type Came =
  | Delivery
  | {
      readonly ok: false;
      readonly code: "no_number" | "no_address" | "no_way" | "restricted" | "gone" | "unexpected";
      readonly isPassing: boolean;
    };
type Ready = Packed & { readonly letter: LetterRow; readonly pdf: Uint8Array };

async function deliver({ letter, packed }: Taken, sending: Sending): Promise<Came> {
  if (packed === "restricted" || packed === "gone") return { ok: false, code: packed, isPassing: false };
  const ready = { ...packed, letter, pdf: await letterPdf(packed.printed) };
  return letter.channel === "digital_post" ? byDigitalPost(ready, sending) : await byMail(ready, sending);
}

function byDigitalPost({ letter, reached, pdf }: Ready, { municipality, post }: Sending): Came {
  const cpr = post.numberOf(reached.cpr);
  if (post.outbox === null) return { ok: false, code: "no_way", isPassing: false };
  if (cpr === null) return { ok: false, code: "no_number", isPassing: false };
  const content = memoMessage({
    id: letter.id,
    sender: post.sender,
    cpr,
    label: letter.content.subject,
    language: letter.language,
    written: letter.written_at.toISOString(),
    main: { filename: `${letter.template}.pdf`, type: "application/pdf", content: pdf },
  });
  return post.outbox.put(municipality, { id: letter.id, content });
}

/** The mail itself says only that there is a letter: what it says stands in what is enclosed. */
async function byMail({ letter, about, reached, pdf }: Ready, { post }: Sending): Promise<Came> {
  const { sender, mail } = post;
  if (mail === null || sender.mail === null) return { ok: false, code: "no_way", isPassing: false };
  if (reached.mail === null || reached.isProtected) return { ok: false, code: "no_address", isPassing: false };
  const { letter: texts } = letter.language === "da" ? da : en;
  const names = { sender: sender.name };
  const entry = {
    ...about,
    summary: fill(texts.event, names),
    location: about.form === "fremmoede" ? about.place || sender.address.join(", ") || null : null,
    url: null,
    isCancelled: letter.template === "cancelled",
    written: letter.written_at,
  };
  const calendar = Buffer.from(calendarFile([entry], { name: sender.name }));
  return await mail.send({
    id: letter.id,
    from: { name: sender.name, address: sender.mail },
    to: reached.mail,
    subject: fill(texts.mailSubject, names),
    text: fill(texts.mailText, names),
    language: letter.language,
    enclosed: [
      { filename: `${letter.template}.pdf`, type: "application/pdf", content: pdf },
      { filename: "aftale.ics", type: "text/calendar; charset=utf-8; method=PUBLISH", content: calendar },
    ],
  });
}

function note(tx: Tx, letter: LetterRow, came: Came): Promise<void> {
  if (came.ok) return noteSending(tx, letter, { state: "sent" });
  const inMinutes = came.isPassing ? minutesUntilNextTry(letter.tries) : null;
  return noteSending(
    tx,
    letter,
    inMinutes === null ? { state: "failed", fault: came.code } : { state: "waiting", inMinutes },
  );
}
