import { addBelief, endBeliefs, type Tx } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import type { Appointment, SettleAsk } from "../contract.ts";
import {
  type AppointmentRow,
  appointmentCalled,
  placesIn,
  reopenAppointment,
  settleAppointment,
} from "../queries/appointments.ts";
import { withdrawLetters } from "../queries/letters.ts";
import { freePlace, meetingHeld, takePlace } from "../queries/meetings.ts";
import { takeTurns } from "../queries/taken.ts";
import { type OutcomeFault, outcomeFaults } from "../rules/outcome.ts";
import { type Booked, book, conflict, done, type Refused, refused } from "./book.ts";
import type { Keeping } from "./keeping.ts";
import { tellOfChange } from "./write-letter.ts";

/** A fault of an outcome, or of the next appointment that was agreed with it. */
export type SettleFault = OutcomeFault | { readonly field: "outcome"; readonly code: "not_booked" } | NextFault;
type NextFault = Refused & { readonly next: true };

/** What came of telling an outcome. Nothing is stored unless it is done, the next appointment neither. */
export type Settled =
  | { readonly ok: true; readonly appointment: Appointment; readonly next: Appointment | null }
  | { readonly ok: false; readonly why: "faulty"; readonly faults: readonly SettleFault[] }
  | Extract<Booked, { readonly why: "nobody" | "conflict" }>;

/** How an outcome stands among the conversations. */
const STATUS = { held: "holdt", missed: "udeblevet", cancelled: "aflyst" } as const;
const TABLE = "contact.conversations";

/**
 * Tells what became of an appointment over the version that was seen, and books the next one in the same step. What was held, missed or
 * cancelled stands among the conversations from then on, where duties and figures read it. When it is refused, the caller's transaction must
 * not be kept: the outcome may stand in it already while the next appointment cannot be had.
 */
export async function settle(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: SettleAsk; readonly who: Keeping },
): Promise<Settled> {
  const { version, next, letter, ...told } = asked;
  const now = await appointmentCalled(tx, id);
  if (now === null) return { ok: false, why: "nobody" };
  if (now.version !== version) return lost(await conflict(tx, now));
  await takeMeetingTurn(tx, now, next?.staff ?? null);
  const faults = faultsOf(now, told, who);
  if (faults.length > 0) return { ok: false, why: "faulty", faults };
  const conversation = await tellConversation(tx, now, { status: STATUS[told.outcome], known: who.known });
  const written = await settleAppointment(tx, { id, version, by: who.user.label }, { ...told, conversation });
  if (!written) return lost(await conflict(tx, now));
  await tellOfOutcome(tx, now, { outcome: told.outcome, letter, who });
  const own = await done(tx, id, { who, citizen: now.citizen, action: "contact.settle" });
  if (!own.ok) return lost(own);
  if (next === null) return { ok: true, appointment: own.appointment, next: null };
  const agreed = await book(tx, now.citizen, { asked: next, follows: id, who });
  if (agreed.ok) return { ok: true, appointment: own.appointment, next: agreed.appointment };
  return lost(agreed);
}

/** Takes an outcome back: the appointment is booked again, and the conversation never was. The note stays. */
export async function reopen(
  tx: Tx,
  id: string,
  { version, who }: { readonly version: number; readonly who: Keeping },
): Promise<Booked> {
  const now = await appointmentCalled(tx, id);
  if (now === null) return { ok: false, why: "nobody" };
  if (now.version !== version || now.state === "booked") return conflict(tx, now);
  await takeMeetingTurn(tx, now, null);
  const lacks = await placeLacking(tx, now);
  if (lacks !== null) return { ok: false, why: "faulty", faults: [refused("version", lacks)] };
  if (now.conversation !== null) await endBeliefs(tx, TABLE, { ids: [now.conversation], today: who.known });
  const written = await reopenAppointment(tx, { id, version, by: who.user.label });
  if (!written) return conflict(tx, now);
  // A cancellation that has not gone must not go.
  await withdrawLetters(tx, id, who.user.label);
  return done(tx, id, { who, citizen: now.citizen, action: "contact.reopen" });
}

type Telling = Pick<SettleAsk, "outcome" | "letter"> & { readonly who: Keeping };

/** What follows from an outcome: a cancelled place in a group meeting is free again, a citizen is told of a cancellation, and letters that have not gone do not go. */
async function tellOfOutcome(
  tx: Tx,
  { id, meeting }: AppointmentRow,
  { outcome, letter, who }: Telling,
): Promise<void> {
  const isOff = outcome === "cancelled";
  if (isOff && meeting !== null) await freePlace(tx, meeting);
  const settled = isOff ? await appointmentCalled(tx, id) : null;
  if (settled) await tellOfChange(tx, settled, { change: "cancelled", letter, isNews: true, who });
  else await withdrawLetters(tx, id, who.user.label);
}

/** Whoever changes a place in a group meeting waits for others who change the meeting, in the order in which these wait. */
async function takeMeetingTurn(tx: Tx, { meeting, citizen }: AppointmentRow, staff: string | null): Promise<void> {
  if (meeting === null) return;
  await takeTurns(tx, { staff, citizens: [citizen] });
  await meetingHeld(tx, meeting);
}

/** Takes the place in a group meeting again that was given back when it was cancelled; what is in the way. */
async function placeLacking(
  tx: Tx,
  { meeting, state, citizen }: AppointmentRow,
): Promise<"no_place" | "meeting_off" | null> {
  if (meeting === null || state !== "cancelled") return null;
  if ((await meetingHeld(tx, meeting))?.state === "cancelled") return "meeting_off";
  const has = (await placesIn(tx, meeting)).some((one) => one.citizen === citizen && one.state !== "cancelled");
  return !has && (await takePlace(tx, meeting)) ? null : "no_place";
}

type Told = Omit<SettleAsk, "version" | "next" | "letter">;

function faultsOf(now: AppointmentRow, told: Told, who: Keeping): readonly SettleFault[] {
  if (now.state !== "booked") return [{ field: "outcome", code: "not_booked" }];
  const slot = { day: day(now.day), starts: now.starts, minutes: now.minutes, isDuty: now.is_duty };
  return outcomeFaults(slot, told, who.now);
}

async function tellConversation(
  tx: Tx,
  now: AppointmentRow,
  { status, known }: { readonly status: string; readonly known: string },
): Promise<string> {
  const id = `aftale-${now.id}-${now.version}`;
  const { citizen, kind, form } = now;
  await addBelief(tx, TABLE, {
    id,
    today: known,
    values: { citizen, kind, form, status, day: now.day, repatriation_guidance: kind === "repatrieringsvejledning" },
  });
  return id;
}

/** A refusal as the outcome's own; what was wrong with the next appointment says that it is about that. */
function lost(found: Booked & { readonly ok: false }): Settled {
  if (found.why !== "faulty") return found;
  return { ok: false, why: "faulty", faults: found.faults.map((each) => ({ ...each, next: true })) };
}
