import { staffToday } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { day, isoDay } from "../../platform/kernel/day.ts";
import type { Appointment, Booking, BookingAsk, MoveAsk } from "../contract.ts";
import { formCodes, kindCodes } from "../kinds.ts";
import { type AppointmentRow, addAppointment, appointmentCalled, changeAppointment } from "../queries/appointments.ts";
import { isInSight, responsibleOn } from "../queries/responsible.ts";
import { takenAround, takeTurns } from "../queries/taken.ts";
import { type BookingFault, bookingFault, type Slot } from "../rules/booking.ts";
import { asAppointments } from "./as-appointments.ts";
import { CASE_WORK, DATA, type Keeping } from "./keeping.ts";
import { tellOfChange, writeAbout } from "./write-letter.ts";

/** Why a booking is refused: at which field, and what would be possible. */
export type Refused = {
  readonly field: string;
  readonly code:
    | BookingFault["code"]
    | "unknown_code"
    | "unknown_staff"
    | "case_closed"
    | "not_booked"
    | "of_meeting"
    | "no_place"
    | "meeting_off";
  readonly instead: Slot | null;
  readonly bounds: BookingFault["bounds"];
};

type Failed =
  | { readonly ok: false; readonly why: "nobody" }
  | { readonly ok: false; readonly why: "faulty"; readonly faults: readonly Refused[] }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: Appointment };

/** What came of a booking. Nothing is stored unless it is done. */
export type Booked = { readonly ok: true; readonly appointment: Appointment } | Failed;

type Asking = { readonly asked: BookingAsk; readonly follows: string | null; readonly who: Keeping };

/** Books a conversation with a citizen. Refuses times that are past, closed or taken, with the nearest that is free. */
export async function book(tx: Tx, citizen: string, { asked, follows, who }: Asking): Promise<Booked> {
  if (!(await isInSight(tx, citizen))) return { ok: false, why: "nobody" };
  const faults = await faultsOf(tx, asked, { citizen, who, moved: null });
  if (faults.length > 0) return { ok: false, why: "faulty", faults };
  const id = await addAppointment(tx, { ...asked, citizen, follows, by: who.user.label });
  const { letter: language } = asked;
  const row = language === "none" ? null : await appointmentCalled(tx, id);
  if (row && language !== "none") await writeAbout(tx, row, { template: "invitation", language, who });
  return done(tx, id, { who, citizen, action: "contact.book" });
}

/** Moves or changes a booked conversation over the version that was seen. */
export async function move(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: MoveAsk; readonly who: Keeping },
): Promise<Booked> {
  const { version, letter, ...to } = asked;
  const now = await appointmentCalled(tx, id);
  if (now === null) return { ok: false, why: "nobody" };
  if (now.version !== version) return conflict(tx, now);
  if (now.state !== "booked") return { ok: false, why: "faulty", faults: [refused("version", "not_booked")] };
  if (now.meeting !== null) return { ok: false, why: "faulty", faults: [refused("version", "of_meeting")] };
  const faults = await faultsOf(tx, to, { citizen: now.citizen, who, moved: now });
  if (faults.length > 0) return { ok: false, why: "faulty", faults };
  const written = await changeAppointment(tx, { id, version, by: who.user.label }, to);
  if (!written) return conflict(tx, now);
  const row = await appointmentCalled(tx, id);
  if (row) await tellOfChange(tx, row, { change: "moved", letter, isNews: isNewsTo(now, to), who });
  return done(tx, id, { who, citizen: now.citizen, action: "contact.move" });
}

/** What another wrote in the place of a change that came too late. */
export async function conflict(tx: Tx, seen: Pick<AppointmentRow, "id">): Promise<Failed> {
  const row = await appointmentCalled(tx, seen.id);
  const [theirs] = row ? await asAppointments(tx, [row]) : [];
  return theirs ? { ok: false, why: "conflict", theirs } : { ok: false, why: "nobody" };
}

/** Reads an appointment back that was just written, and logs the change. */
export async function done(
  tx: Tx,
  id: string,
  { who, citizen, action }: { readonly who: Keeping; readonly citizen: string; readonly action: string },
): Promise<Booked> {
  await logAccess(tx, { user: who.user, action, purpose: CASE_WORK, keys: [citizen], change: true, data: DATA });
  const row = await appointmentCalled(tx, id);
  const [appointment] = row ? await asAppointments(tx, [row]) : [];
  return appointment ? { ok: true, appointment } : { ok: false, why: "nobody" };
}

type Around = { readonly citizen: string; readonly who: Keeping; readonly moved: AppointmentRow | null };

async function faultsOf(tx: Tx, asked: Booking, around: Around): Promise<readonly Refused[]> {
  const { citizen, who, moved } = around;
  const isOpen = (await responsibleOn(tx, citizen, isoDay(who.now.day))) !== null;
  const isStaff = (await staffToday(tx)).some(({ person }) => person === asked.staff);
  const faults = [
    ...(kindCodes.includes(asked.kind) ? [] : [refused("kind", "unknown_code")]),
    ...(formCodes.includes(asked.form) ? [] : [refused("form", "unknown_code")]),
    ...(isOpen ? [] : [refused("day", "case_closed")]),
    ...(isStaff ? [] : [refused("staff", "unknown_staff")]),
  ];
  if (faults.length > 0) return faults;
  // The turn to book is taken even when the time stays: nobody else may take it meanwhile.
  const whose = { staff: asked.staff, citizens: [citizen] };
  await takeTurns(tx, whose);
  const taken = await takenAround(tx, { ...whose, day: asked.day });
  if (moved && isSameTime(moved, asked)) return [];
  const found = bookingFault(
    { day: day(asked.day), starts: asked.starts, minutes: asked.minutes },
    {
      now: who.now,
      schedule: who.schedule,
      moved: moved?.id ?? null,
      taken: taken.map((one) => ({ ...one, day: day(one.day) })),
    },
  );
  return found ? [found] : [];
}

/** Does the citizen have to know of a change: another time, form, kind or member of staff? */
function isNewsTo(now: AppointmentRow, to: Booking): boolean {
  return !isSameTime(now, to) || now.form !== to.form || now.kind !== to.kind;
}

/** Is something else than the time changed? A meeting that has begun can still get another purpose. */
function isSameTime(now: AppointmentRow, to: Booking): boolean {
  return now.day === to.day && now.starts === to.starts && now.minutes === to.minutes && now.staff === to.staff;
}

/** A refusal at a field with nothing to offer instead. */
export function refused(field: string, code: Refused["code"]): Refused {
  return { field, code, instead: null, bounds: null };
}
