import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { MeetingPage, Meetings, MeetingsAsk } from "../meeting-contract.ts";
import { placesIn } from "../queries/appointments.ts";
import { type MeetingRow, meetingCalled, meetingsAround } from "../queries/meetings.ts";
import { hasBegun } from "../rules/meeting.ts";
import { asAppointments } from "./as-appointments.ts";
import { asMeeting, asMeetings, meetingChoices, placesOf } from "./as-meetings.ts";
import { CASE_WORK, DATA, handles, type Keeping } from "./keeping.ts";

/** Lines of a page: what a laptop shows without much scrolling. */
const PAGE_SIZE = 25;

type Reading = { readonly who: Keeping; readonly mayWrite: boolean };

/**
 * Group meetings: coming, past, or past without anybody having noted who came. It names no citizen, and is no look at any.
 */
export async function readMeetings(tx: Tx, asked: MeetingsAsk, { who, mayWrite }: Reading): Promise<Meetings> {
  const today = isoDay(who.now.day);
  const past = await meetingsAround(tx, { when: "past", day: today });
  const coming = asked.when === "coming" ? await meetingsAround(tx, { when: "coming", day: today }) : [];
  const missing = past.filter((row) => isMissing(row, who));
  const found = { coming, past, missing }[asked.when].filter((row) => isAskedFor(row, asked, who));
  const page = found.slice((asked.page - 1) * PAGE_SIZE, asked.page * PAGE_SIZE);
  return {
    today,
    may: { write: mayWrite },
    missing: missing.length,
    total: found.length,
    page: asked.page,
    pageSize: PAGE_SIZE,
    choices: await meetingChoices(tx, who),
    meetings: await asMeetings(tx, page, who),
  };
}

/** A meeting with those in sight who are signed up; null when there is none of this id. The look is logged. */
export async function readMeeting(tx: Tx, id: string, { who, mayWrite }: Reading): Promise<MeetingPage | null> {
  const row = await meetingCalled(tx, id);
  if (!row) return null;
  const { restricted, aside } = await who.heldBack(tx);
  const all = await placesIn(tx, id);
  const shown = all.filter(({ citizen }) => !aside.has(citizen));
  await logAccess(tx, {
    user: who.user,
    action: "contact.meeting",
    purpose: CASE_WORK,
    keys: shown.map(({ citizen }) => citizen),
    data: DATA,
  });
  const people = await asAppointments(tx, shown);
  return {
    today: isoDay(who.now.day),
    may: { write: mayWrite },
    choices: await meetingChoices(tx, who),
    meeting: await asMeeting(tx, row, who),
    hasBegun: hasBegun(placesOf(row), who.now),
    others: Math.max(0, row.taken - shown.filter(({ state }) => state !== "cancelled").length),
    people: people.map((one) => ({ ...one, isRestricted: restricted.has(one.citizen) })),
  };
}

/** Is it over, one's own to handle, with people who were to come, and nobody has said who did? */
function isMissing(row: MeetingRow, who: Keeping): boolean {
  return row.state === "planned" && row.taken > 0 && handles(row, who);
}

function isAskedFor(row: MeetingRow, { kind, language, free }: MeetingsAsk, who: Keeping): boolean {
  if (kind !== undefined && row.kind !== kind) return false;
  if (language !== undefined && row.language !== language) return false;
  return free === undefined || (row.state === "planned" && row.taken < row.room && !hasBegun(placesOf(row), who.now));
}
