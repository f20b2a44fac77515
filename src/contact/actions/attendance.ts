import { namesOfCitizens } from "../../citizens/public.ts";
import { inPart, type Tx } from "../../platform/db/public.ts";
import type { EachDone } from "../contract.ts";
import type { AttendanceAsk, CallOffAsk, Meeting } from "../meeting-contract.ts";
import { type AppointmentRow, appointmentCalled } from "../queries/appointments.ts";
import { lettersAbout } from "../queries/letters.ts";
import { endMeeting, meetingCalled, meetingHeld } from "../queries/meetings.ts";
import { hasBegun } from "../rules/meeting.ts";
import { asMeeting, placesOf } from "./as-meetings.ts";
import { whyNot } from "./each-texts.ts";
import { contactProblems } from "./fault-texts.ts";
import { handles, type Keeping } from "./keeping.ts";
import { type Failed, faulty, holdMeeting, logOf, type MeetingDone } from "./make-meeting.ts";
import { type Settled, settle } from "./settle.ts";
import { lastLetters, writeAbout } from "./write-letter.ts";

/** What came of noting attendance: for each person whether it is noted. */
export type Attended = { readonly ok: true; readonly meeting: Meeting; readonly each: EachDone } | Failed;

type Told = AttendanceAsk["people"][number];

/**
 * Notes who came to a meeting, all in one step. Each person's outcome stands among their conversations, as that of any appointment; what cannot be noted says why, and
 * nothing of it is stored. Somebody with a duty who did not come is decided on later unless it is told: it is never left out.
 */
export async function noteAttendance(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: AttendanceAsk; readonly who: Keeping },
): Promise<Attended> {
  const row = await meetingHeld(tx, id);
  if (!row) return { ok: false, why: "nobody" };
  if (!handles(row, who)) return faulty("not_yours");
  if (row.version !== asked.version) return { ok: false, why: "conflict", theirs: await asMeeting(tx, row, who) };
  if (row.state === "cancelled") return faulty("not_planned");
  if (!hasBegun(placesOf(row), who.now)) return faulty("not_begun");
  const { restricted } = await who.heldBack(tx);
  const people: EachDone["people"] = [];
  for (const told of asked.people) people.push(await noteOne(tx, told, { meeting: id, who, restricted }));
  await endMeeting(tx, { id, version: row.version, by: who.user.label }, { state: "held", reason: "" });
  const held = await meetingCalled(tx, id);
  if (!held) return { ok: false, why: "nobody" };
  const done = people.filter(({ isDone }) => isDone).length;
  return { ok: true, meeting: await asMeeting(tx, held, who), each: { done, people } };
}

type Noting = { readonly meeting: string; readonly who: Keeping; readonly restricted: ReadonlySet<string> };

async function noteOne(tx: Tx, told: Told, { meeting, who, restricted }: Noting): Promise<EachDone["people"][number]> {
  const row = await appointmentCalled(tx, told.appointment);
  const isHere = row?.meeting === meeting;
  const citizen = isHere ? row.citizen : "";
  const named = isHere ? (await namesOfCitizens(tx, [citizen])).get(citizen) : undefined;
  const said = (why: EachDone["people"][number]["why"]) => ({
    citizen,
    name: named?.name ?? null,
    isProtected: named?.protected ?? false,
    isDone: why === null,
    why,
    instead: null,
    made: null,
  });
  if (!row || !isHere) return said(whyNot("nobody"));
  if (restricted.has(citizen)) return said(whyNot("restricted"));
  const { outcome, reason, version } = told;
  const decision = outcome === "missed" && row.is_duty ? (told.decision ?? "no_decision_yet") : null;
  const asked = { version, outcome, reason, decision, isReasonable: null, decidedWhy: "", note: "" };
  const came = await inPart(
    tx,
    () => settle(tx, row.id, { asked: { ...asked, next: null, letter: "none" }, who }),
    ({ ok }) => ok,
  );
  return said(came.ok ? null : whyOf(came));
}

function whyOf(came: Settled & { readonly ok: false }): EachDone["people"][number]["why"] {
  if (came.why === "nobody") return whyNot("nobody");
  if (came.why === "conflict") return whyNot("changed_since");
  return contactProblems(came.faults)[0]?.message ?? whyNot("changed_since");
}

/**
 * Calls a meeting off over the version that was seen, for all who have a place, whichever unit they belong to: the caller's transaction sees them all. Each is told
 * in the language they were written to in, or in the one that is chosen. What cannot be changed because data may only be stored is counted.
 */
export async function callOff(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: CallOffAsk; readonly who: Keeping },
): Promise<MeetingDone> {
  const held = await holdMeeting(tx, id, { version: asked.version, who, staff: null });
  if (!held.ok) return held;
  if (held.row.state !== "planned") return faulty("not_planned");
  const { restricted } = await who.heldBack(tx);
  const open = held.people.filter(({ citizen }) => !restricted.has(citizen));
  const before = await lastLetters(tx, open);
  for (const place of open) await callOffOne(tx, place, { asked, who, language: before.get(place.id) });
  await endMeeting(
    tx,
    { id, version: asked.version, by: who.user.label },
    { state: "cancelled", reason: asked.reason },
  );
  await logOf(tx, { action: "contact.meeting.call-off", who, people: open });
  const row = await meetingCalled(tx, id);
  if (!row) return { ok: false, why: "nobody" };
  const ids = new Set(open.map((place) => place.id));
  const letters = await lettersAbout(tx, [...ids]);
  const told = letters.filter(({ template, state }) => template === "cancelled" && state !== "withdrawn").length;
  const changed = {
    meeting: await asMeeting(tx, row, who),
    people: open.length,
    letters: told,
    restricted: held.people.length - open.length,
    clashing: 0,
  };
  return { ok: true, changed };
}

type Calling = { readonly asked: CallOffAsk; readonly who: Keeping; readonly language: "da" | "en" | undefined };

async function callOffOne(tx: Tx, place: AppointmentRow, { asked, who, language }: Calling): Promise<void> {
  const letter = asked.letter === "none" ? "none" : (language ?? asked.letter);
  const told = { isReasonable: null, decision: null, decidedWhy: "", note: "", next: null } as const;
  const came = await settle(tx, place.id, {
    asked: { ...told, version: place.version, outcome: "cancelled", reason: asked.reason, letter },
    who,
  });
  if (!came.ok) throw new Error("a place in a meeting that was held in hand was not called off");
  // Whoever was never written to heard of it in another way, and must still be told.
  if (letter === "none" || language !== undefined) return;
  const now = await appointmentCalled(tx, place.id);
  if (now) await writeAbout(tx, now, { template: "cancelled", language: letter, who });
}
