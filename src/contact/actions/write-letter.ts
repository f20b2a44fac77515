import { languageLabel } from "../../citizens/public.ts";
import { staffNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import { formatDay, formatWeekday } from "../../platform/texts/format.ts";
import { timeText } from "../clock.ts";
import type { Interpreter } from "../contract.ts";
import { formLabel, kindLabel } from "../kinds.ts";
import { templateCalled, undoMinutes } from "../letter-templates.ts";
import type { Basis } from "../post.ts";
import type { AppointmentRow } from "../queries/appointments.ts";
import { addLetter, keepLetters, lettersAbout, withdrawLetters } from "../queries/letters.ts";
import { reachedNow } from "../queries/reached.ts";
import {
  type Condition,
  channelFor,
  letterOnChange,
  type Place,
  type TemplateName,
  writeLetter,
} from "../rules/letter.ts";
import { interpretersFor } from "./interpreters.ts";
import { CASE_WORK, type Keeping } from "./keeping.ts";

export type Writing = Pick<Keeping, "user" | "post" | "basisOf"> & { readonly now: Pick<Keeping["now"], "day"> };
type Language = "da" | "en";

/**
 * Writes a letter about an appointment: what it says is settled now, and it goes in some minutes unless it is taken back. Gives its id; null when
 * the same letter about the same text of the appointment is there already, or the citizen is out of sight. Logged as a change.
 */
export async function writeAbout(
  tx: Tx,
  about: AppointmentRow,
  asked: { readonly template: TemplateName; readonly language: Language; readonly who: Writing },
): Promise<string | null> {
  const { template, language, who } = asked;
  const { post } = who;
  const reached = await reachedNow(tx, about.citizen);
  if (!reached) return null;
  const basis = await who.basisOf(tx, about);
  const staff = (await staffNames(tx, [about.staff])).get(about.staff) ?? about.staff;
  const need = (await interpretersFor(tx, [about.citizen]))(about.citizen, about.day);
  const values = valuesOf(about, { language, basis, staff, who, need });
  const id = await addLetter(tx, {
    citizen: about.citizen,
    appointment: about.id,
    appointment_version: about.version,
    template,
    language,
    content: {
      on: isoDay(who.now.day),
      staff,
      ...writeLetter(templateCalled(template, language), values, conditionsOf(about, { basis, who, need })),
    },
    channel: channelFor({
      hasOutbox: post.outbox !== null,
      hasCpr: post.numberOf(reached.cpr) !== null,
      hasMailServer: post.mail !== null && post.sender.mail !== null,
      mail: reached.mail,
      isProtected: reached.isProtected,
    }),
    undoMinutes,
    by: who.user.label,
  });
  if (id !== null)
    await logAccess(tx, {
      user: who.user,
      action: `contact.letter.${template}`,
      purpose: CASE_WORK,
      keys: [about.citizen],
      change: true,
      data: ["letters", "contact_details", ...(reached.cpr === null ? [] : ["cpr"])],
    });
  return id;
}

/**
 * Brings the letters about an appointment in line with what it says now: what has not gone is taken back, and, in a language, the citizen is
 * told what is new to them. When nothing is new to them and no letter is wanted, what has not gone goes as it is.
 */
export async function tellOfChange(
  tx: Tx,
  now: AppointmentRow,
  asked: {
    readonly change: "moved" | "cancelled";
    readonly letter: "none" | Language;
    readonly isNews: boolean;
    readonly who: Writing;
  },
): Promise<void> {
  if (asked.letter === "none" && !asked.isNews) return keepLetters(tx, now.id, now.version);
  await withdrawLetters(tx, now.id, asked.who.user.label);
  if (asked.letter === "none") return;
  const template = letterOnChange(asked.change, await lettersAbout(tx, [now.id]));
  if (template !== null) await writeAbout(tx, now, { template, language: asked.letter, who: asked.who });
}

/** The language each of some appointments was written about in last: what is told next is told in the same. Letters that were taken back do not count. */
export async function lastLetters(
  tx: Tx,
  about: readonly Pick<AppointmentRow, "id">[],
): Promise<ReadonlyMap<string, Language>> {
  const letters = await lettersAbout(
    tx,
    about.map(({ id }) => id),
  );
  return new Map(
    letters.flatMap(({ appointment, language, state }) => (state === "withdrawn" ? [] : [[appointment, language]])),
  );
}

type Around = {
  readonly language: Language;
  readonly basis: Basis | null;
  readonly staff: string;
  readonly who: Writing;
  readonly need: Interpreter;
};

function valuesOf(
  about: AppointmentRow,
  { language, basis, staff, who, need }: Around,
): Readonly<Record<Place, string>> {
  const { sender } = who.post;
  return {
    kind: kindLabel(about.kind)[language],
    form: formLabel(about.form)[language],
    day: formatDay(about.day, language),
    weekday: formatWeekday(about.day, language),
    from: timeText(about.starts),
    until: timeText(about.starts + about.minutes),
    staff,
    sender: sender.name,
    address: sender.address.join(", "),
    phone: sender.phone,
    purpose: about.purpose,
    place: about.place ?? "",
    language: need?.languageLabel[language] ?? "",
    held_in: about.held_in === null ? "" : languageLabel(about.held_in)[language],
    says: basis?.says[language] ?? "",
    paragraph: basis?.paragraph ?? "",
  };
}

function conditionsOf(
  about: AppointmentRow,
  { basis, who, need }: Pick<Around, "basis" | "who" | "need">,
): ReadonlySet<Condition> {
  const { sender } = who.post;
  return new Set<Condition>([
    about.form as Condition,
    sender.address.length > 0 ? "address" : "no_address",
    sender.phone === "" ? "no_phone" : "phone",
    about.is_duty ? "duty" : "voluntary",
    about.meeting === null ? "single" : "group",
    about.place ? "place" : "no_place",
    ...(about.purpose === "" ? [] : (["purpose"] as const)),
    ...(about.parties.includes("tolk") ? (["interpreter"] as const) : []),
    ...interpreterConditions(about, need),
    ...(basis === null ? [] : (["basis"] as const)),
  ]);
}

const DANISH = "dansk";

/** What a letter says of languages: the interpreter's, that of the meeting, and that a need is known though nobody has booked for it. */
function interpreterConditions({ parties, held_in: heldIn }: AppointmentRow, need: Interpreter): readonly Condition[] {
  const isOwnLanguage = need !== null && need.language === heldIn;
  const isBooked = parties.includes("tolk");
  return [
    need === null ? "no_language" : "language",
    ...(need !== null && !isBooked && !isOwnLanguage ? (["not_interpreted"] as const) : []),
    ...(heldIn !== null && heldIn !== DANISH ? (["foreign"] as const) : []),
  ];
}
