import { languages } from "../../citizens/public.ts";
import { staffToday } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { formCodes } from "../kinds.ts";
import type { ChangedMeeting, Meeting, MeetingChanged, NewMeeting } from "../meeting-contract.ts";
import { type AppointmentRow, appointmentCalled, changeAppointment, placesIn } from "../queries/appointments.ts";
import { addMeeting, type MeetingRow, meetingCalled, meetingHeld, rewriteMeeting } from "../queries/meetings.ts";
import { takenAround, takeTurns } from "../queries/taken.ts";
import { bookingFault } from "../rules/booking.ts";
import { clashOf } from "../rules/meeting.ts";
import { asMeeting, groupKinds } from "./as-meetings.ts";
import type { Refused } from "./book.ts";
import { CASE_WORK, DATA, handles, type Keeping } from "./keeping.ts";
import { lastLetters, tellOfChange } from "./write-letter.ts";

/** What only a meeting is refused for. */
type OfMeeting = {
  readonly field: "kind" | "language" | "room" | "version";
  readonly code: "not_for_groups" | "unknown_language" | "room_too_small" | "not_planned" | "not_yours" | "not_begun";
  /** How many have a place, when that is what it is about. */
  readonly count?: number;
};

/** Why something about a group meeting is refused: at which field, and what would be possible. */
export type MeetingFault = Refused | OfMeeting;

/** Nothing is stored. */
export type Failed =
  | { readonly ok: false; readonly why: "nobody" }
  | { readonly ok: false; readonly why: "faulty"; readonly faults: readonly MeetingFault[] }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: Meeting };

/** What came of making a meeting. Nothing is stored unless it is done. */
export type MeetingMade = { readonly ok: true; readonly meeting: Meeting } | Failed;
/** What came of a change for all who have a place. */
export type MeetingDone = { readonly ok: true; readonly changed: MeetingChanged } | Failed;

/** Makes a group meeting. Refuses times that are past, closed or taken for whoever holds it, with the nearest that is free. */
export async function makeMeeting(tx: Tx, asked: NewMeeting, who: Keeping): Promise<MeetingMade> {
  const faults = await faultsOf(tx, asked, { who, now: null });
  if (faults.length > 0) return { ok: false, why: "faulty", faults };
  const id = await addMeeting(tx, { ...asked, unit: await unitOf(tx, asked.staff), by: who.user.label });
  const row = await meetingCalled(tx, id);
  return row ? { ok: true, meeting: await asMeeting(tx, row, who) } : { ok: false, why: "nobody" };
}

/**
 * Changes a meeting over the version that was seen, and with it the places of all who have one, whichever unit they belong to: the caller's transaction sees them
 * all. Those who were told of it are told of the change in the language they were written to in. Nobody loses a place because they have something else
 * at the new time; how many those are is said.
 */
export async function changeMeeting(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: ChangedMeeting; readonly who: Keeping },
): Promise<MeetingDone> {
  const { version, letter, ...to } = asked;
  const held = await holdMeeting(tx, id, { version, who, staff: to.staff });
  if (!held.ok) return held;
  const { row, people } = held;
  const faults = await faultsOf(tx, to, { who, now: row });
  if (faults.length > 0) return { ok: false, why: "faulty", faults };
  const by = who.user.label;
  await rewriteMeeting(tx, { id, version, by }, { ...to, unit: await unitOf(tx, to.staff) });
  const { restricted } = await who.heldBack(tx);
  const open = people.filter(({ state, citizen }) => state === "booked" && !restricted.has(citizen));
  const before = await lastLetters(tx, open);
  for (const place of open) {
    await movePlace(tx, place, { to, by });
    const now = await appointmentCalled(tx, place.id);
    const isNews = isNewsTo(row, to);
    // Whoever was never written to is told in the language that is chosen now, when there is something to tell.
    const language = before.get(place.id) ?? (isNews ? letter : "none");
    if (now)
      await tellOfChange(tx, now, { change: "moved", letter: letter === "none" ? "none" : language, isNews, who });
  }
  await logOf(tx, { action: "contact.meeting.change", who, people: open });
  return changedMeeting(tx, id, { who, people: open, before, restricted: people.length - open.length, to });
}

/** What a deed that is done for all who have a place needs: the meeting, and the places, which nobody else changes meanwhile. */
export type HeldMeeting =
  | { readonly ok: true; readonly row: MeetingRow; readonly people: readonly AppointmentRow[] }
  | Failed;

/** Takes a meeting in hand over the version that was seen, for those whose it is to handle. Gives the places that are booked. */
export async function holdMeeting(
  tx: Tx,
  id: string,
  { version, who, staff }: { readonly version: number; readonly who: Keeping; readonly staff: string | null },
): Promise<HeldMeeting> {
  const citizens = (await placesIn(tx, id)).map(({ citizen }) => citizen);
  await takeTurns(tx, { staff, citizens });
  const row = await meetingHeld(tx, id);
  if (!row) return { ok: false, why: "nobody" };
  if (!handles(row, who)) return faulty("not_yours");
  if (row.version !== version) return { ok: false, why: "conflict", theirs: await asMeeting(tx, row, who) };
  if (row.state === "cancelled") return faulty("not_planned");
  return { ok: true, row, people: (await placesIn(tx, id)).filter(({ state }) => state === "booked") };
}

/** A refusal of a deed about a meeting as it stands. */
export function faulty(code: OfMeeting["code"]): Failed {
  return { ok: false, why: "faulty", faults: [{ field: "version", code }] };
}

/** Writes who was changed with a meeting into the log, as one entry. */
export function logOf(
  tx: Tx,
  {
    action,
    who,
    people,
  }: { readonly action: string; readonly who: Keeping; readonly people: readonly AppointmentRow[] },
): Promise<void> {
  const keys = people.map(({ citizen }) => citizen);
  return logAccess(tx, { user: who.user, action, purpose: CASE_WORK, keys, change: true, data: DATA });
}

type Changed = {
  readonly who: Keeping;
  readonly people: readonly AppointmentRow[];
  readonly before: ReadonlyMap<string, "da" | "en">;
  readonly restricted: number;
  readonly to: NewMeeting;
};

async function changedMeeting(tx: Tx, id: string, { who, people, restricted, to }: Changed): Promise<MeetingDone> {
  const row = await meetingCalled(tx, id);
  if (!row) return { ok: false, why: "nobody" };
  const citizens = people.map(({ citizen }) => citizen);
  const taken = await takenAround(tx, { staff: null, citizens, day: to.day });
  const slot = { day: day(to.day), starts: to.starts, minutes: to.minutes };
  const clashing = citizens.filter((citizen) =>
    clashOf(
      slot,
      taken
        .filter((one) => one.citizen === citizen && one.meeting !== id)
        .map((one) => ({ ...one, day: day(one.day) })),
    ),
  );
  return {
    ok: true,
    changed: {
      meeting: await asMeeting(tx, row, who),
      people: people.length,
      letters: (await lastLetters(tx, people)).size,
      restricted,
      clashing: clashing.length,
    },
  };
}

async function movePlace(
  tx: Tx,
  place: AppointmentRow,
  { to, by }: { readonly to: NewMeeting; readonly by: string },
): Promise<void> {
  const { kind, form, day: on, starts, minutes, staff, isDuty, subject: purpose } = to;
  const parties = [...place.parties];
  await changeAppointment(
    tx,
    { id: place.id, version: place.version, by },
    { kind, form, day: on, starts, minutes, staff, isDuty, purpose, parties },
  );
}

/** Do those who have a place need to know: another time, place, form, kind, subject or language? */
function isNewsTo(now: MeetingRow, to: NewMeeting): boolean {
  const told = ["day", "starts", "minutes", "place", "form", "kind", "subject", "language"] as const;
  return told.some((part) => now[part] !== to[part]);
}

async function unitOf(tx: Tx, staff: string): Promise<string | null> {
  return (await staffToday(tx)).find(({ person }) => person === staff)?.unit ?? null;
}

async function faultsOf(
  tx: Tx,
  asked: NewMeeting,
  { who, now }: { readonly who: Keeping; readonly now: MeetingRow | null },
): Promise<readonly MeetingFault[]> {
  const isStaff = (await staffToday(tx)).some(({ person }) => person === asked.staff);
  const faults: readonly MeetingFault[] = [
    ...(groupKinds.some(({ code }) => code === asked.kind) ? [] : [{ field: "kind", code: "not_for_groups" } as const]),
    ...(formCodes.includes(asked.form) ? [] : [unknown("form", "unknown_code")]),
    ...(languages.some(({ code }) => code === asked.language)
      ? []
      : [{ field: "language", code: "unknown_language" } as const]),
    ...(isStaff ? [] : [unknown("staff", "unknown_staff")]),
    ...(now !== null && now.taken > asked.room
      ? [{ field: "room", code: "room_too_small", count: now.taken } as const]
      : []),
  ];
  if (faults.length > 0) return faults;
  await takeTurns(tx, { staff: asked.staff, citizens: [] });
  if (now && isSameTime(now, asked)) return [];
  const taken = await takenAround(tx, { staff: asked.staff, citizens: [], day: asked.day });
  const found = bookingFault(
    { day: day(asked.day), starts: asked.starts, minutes: asked.minutes },
    {
      now: who.now,
      schedule: who.schedule,
      moved: null,
      taken: taken
        .filter(({ meeting }) => now === null || meeting !== now.id)
        .map((one) => ({ ...one, day: day(one.day) })),
    },
  );
  return found ? [found] : [];
}

function isSameTime(now: MeetingRow, to: NewMeeting): boolean {
  return now.day === to.day && now.starts === to.starts && now.minutes === to.minutes && now.staff === to.staff;
}

function unknown(field: string, code: Refused["code"]): Refused {
  return { field, code, instead: null, bounds: null };
}
