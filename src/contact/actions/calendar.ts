import { staffToday } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, day, isoDay } from "../../platform/kernel/day.ts";
import type { Calendar, CitizenAppointments } from "../contract.ts";
import { formCodes, formLabel, kinds } from "../kinds.ts";
import type { Meeting } from "../meeting-contract.ts";
import { appointmentsBetween, appointmentsOf } from "../queries/appointments.ts";
import { plannedBetween } from "../queries/meetings.ts";
import { isInSight, responsibleOn } from "../queries/responsible.ts";
import { asAppointments } from "./as-appointments.ts";
import { asMeetings } from "./as-meetings.ts";
import { interpretersFor } from "./interpreters.ts";
import { CASE_WORK, DATA, handles, type Keeping } from "./keeping.ts";

type Asked = { readonly from: string; readonly days: number; readonly whose: "mine" | "unit" };

/**
 * The appointments of some days: one's own, or of everybody in sight, but for citizens whose data may only be stored: of these it says how many. Somebody who is not staff
 * has none of their own. The look is logged.
 */
export async function readCalendar(tx: Tx, asked: Asked, who: Keeping): Promise<Calendar> {
  const to = isoDay(addDays(day(asked.from), asked.days - 1));
  const isNobody = asked.whose === "mine" && who.staff === null;
  const staff = asked.whose === "mine" ? who.staff : null;
  const all = isNobody ? [] : await appointmentsBetween(tx, { from: asked.from, to, staff });
  const { restricted, aside } = await who.heldBack(tx);
  const rows = all.filter(({ citizen }) => !aside.has(citizen));
  await logAccess(tx, {
    user: who.user,
    action: "contact.calendar",
    purpose: CASE_WORK,
    keys: rows.map(({ citizen }) => citizen),
    data: DATA,
  });
  const days = { from: asked.from, to, staff };
  const meetings = (isNobody ? [] : await plannedBetween(tx, days)).filter(
    (meeting) => handles(meeting, who) || all.some((place) => place.meeting === meeting.id),
  );
  return {
    from: asked.from,
    to,
    meetings: (await asMeetings(tx, meetings, who)).map(dayMeetingOf),
    aside: all.length - rows.length,
    restricted: [...new Set(rows.map(({ citizen }) => citizen)).intersection(restricted)],
    appointments: await asAppointments(tx, rows),
  };
}

function dayMeetingOf(meeting: Meeting): Calendar["meetings"][number] {
  const { id, kindLabel, formLabel, languageLabel, subject, place, day: on } = meeting;
  const { starts, minutes, room, taken, state, version, changedAt } = meeting;
  return {
    id,
    kindLabel,
    formLabel,
    languageLabel,
    subject,
    place,
    day: on,
    starts,
    minutes,
    room,
    taken,
    state,
    version,
    changedAt,
  };
}

/** A citizen's appointments and what a new one can be; null when nobody of that id is in sight. The look is logged. */
export async function readAppointments(
  tx: Tx,
  citizen: string,
  { who, mayWrite }: { readonly who: Keeping; readonly mayWrite: boolean },
): Promise<CitizenAppointments | null> {
  if (!(await isInSight(tx, citizen))) return null;
  const today = isoDay(who.now.day);
  const rows = await appointmentsOf(tx, citizen);
  const responsible = await responsibleOn(tx, citizen, today);
  const staff = await staffToday(tx);
  const own = staff.filter(({ person, unit }) => unit === responsible?.unit || person === who.staff);
  await logAccess(tx, {
    user: who.user,
    action: "contact.appointments",
    purpose: CASE_WORK,
    keys: [citizen],
    data: DATA,
  });
  return {
    today,
    may: { write: mayWrite && responsible !== null },
    appointments: await asAppointments(tx, rows),
    kinds: kinds.map(({ forms, guide, ...kind }) => ({ ...kind, forms: [...forms], guide: [...guide] })),
    forms: formCodes.map((code) => ({ code, label: formLabel(code) })),
    staff: own.map(({ person, name }) => ({ id: person, name })),
    interpreter: (await interpretersFor(tx, [citizen]))(citizen, today),
    usualStaff: responsible?.staff ?? who.staff,
  };
}
