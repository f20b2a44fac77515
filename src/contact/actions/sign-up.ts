import type { Tx } from "../../platform/db/public.ts";
import { day, isoDay } from "../../platform/kernel/day.ts";
import type { EachDone } from "../contract.ts";
import type { SignUpAsk, UndoSignUpAsk } from "../meeting-contract.ts";
import { addAppointment, appointmentCalled, placesIn, settleAppointment } from "../queries/appointments.ts";
import { lettersAbout, withdrawLetters } from "../queries/letters.ts";
import { freePlace, type MeetingRow, meetingHeld, meetingsAround, takePlace } from "../queries/meetings.ts";
import { responsibleOn } from "../queries/responsible.ts";
import { type TakenRow, takenAround, takeTurns } from "../queries/taken.ts";
import { isToldBy } from "../rules/letter.ts";
import { placeFault } from "../rules/meeting.ts";
import { placesOf } from "./as-meetings.ts";
import { DONE, forEachCitizen, type Outcome, refused } from "./each-done.ts";
import { whyNot } from "./each-texts.ts";
import { DATA, type Keeping } from "./keeping.ts";
import { writeAbout } from "./write-letter.ts";

/**
 * Signs citizens up for a group meeting, each on their own: whoever can have a place gets one and, in a language, a letter; of the others it is said why not
 * and what to do, and nothing of theirs is stored. Two who take the last place take turns in the database. Null when there is no such meeting.
 * Logged as one change with all in sight.
 */
export async function signUp(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: SignUpAsk; readonly who: Keeping },
): Promise<EachDone | null> {
  // In the order asked: on a list by urgency, the most urgent come first to the last places.
  const citizens = [...new Set(asked.citizens)];
  await takeTurns(tx, { staff: null, citizens });
  const meeting = await meetingHeld(tx, id);
  if (!meeting) return null;
  const isIn = new Set((await placesIn(tx, id)).flatMap((row) => (row.state === "cancelled" ? [] : [row.citizen])));
  const others = await meetingsAround(tx, { when: "coming", day: isoDay(who.now.day) });
  const taken = await takenAround(tx, { staff: null, citizens, day: meeting.day });
  const around = { asked, who, isIn, others, taken };
  return forEachCitizen(tx, citizens, {
    who,
    action: "contact.meeting.sign-up",
    data: DATA,
    work: async (citizen) => {
      const now = (await meetingHeld(tx, id)) ?? meeting;
      return signUpOne(tx, citizen, { ...around, meeting: now });
    },
  });
}

/**
 * Takes sign-ups back that one made oneself and nobody changed since, while no letter about them has gone: the place is free again, and no conversation was cancelled.
 * Null when there is no such meeting.
 */
export async function undoSignUp(
  tx: Tx,
  id: string,
  { asked, who }: { readonly asked: UndoSignUpAsk; readonly who: Keeping },
): Promise<EachDone | null> {
  if (!(await meetingHeld(tx, id))) return null;
  const rows = await Promise.all(asked.places.map(({ appointment }) => appointmentCalled(tx, appointment)));
  const seen = new Map(asked.places.map(({ appointment, version }) => [appointment, version]));
  const mine = new Map(rows.flatMap((row) => (row && row.meeting === id ? [[row.citizen, row] as const] : [])));
  return forEachCitizen(tx, [...mine.keys()], {
    who,
    action: "contact.meeting.undo",
    data: DATA,
    work: async (citizen) => {
      const row = mine.get(citizen);
      const isOwn = row?.state === "booked" && row.changed_by === who.user.label && row.version === seen.get(row.id);
      if (!row || !isOwn) return refused("changed_since");
      const letters = await lettersAbout(tx, [row.id]);
      if (letters.some(({ state }) => isToldBy(state))) return refused("letter_gone");
      await withdrawLetters(tx, row.id, who.user.label);
      const reason = whyNot("undone").da;
      const told = {
        outcome: "cancelled",
        reason,
        isReasonable: null,
        decision: null,
        decidedWhy: "",
        note: "",
      } as const;
      const seenNow = { id: row.id, version: row.version, by: who.user.label };
      await settleAppointment(tx, seenNow, { ...told, conversation: null });
      await freePlace(tx, id);
      return DONE;
    },
  });
}

type Around = {
  readonly meeting: MeetingRow;
  readonly asked: SignUpAsk;
  readonly who: Keeping;
  readonly isIn: ReadonlySet<string>;
  readonly others: readonly MeetingRow[];
  readonly taken: readonly TakenRow[];
};

async function signUpOne(tx: Tx, citizen: string, around: Around): Promise<Outcome> {
  const { meeting, asked, who, isIn, others, taken } = around;
  if ((await responsibleOn(tx, citizen, isoDay(who.now.day))) === null) return refused("case_closed");
  const fault = placeFault(placesOf(meeting), {
    now: who.now,
    isIn: isIn.has(citizen),
    taken: taken.filter((one) => one.citizen === citizen).map((one) => ({ ...one, day: day(one.day) })),
    others: others.map(placesOf),
  });
  if (fault) {
    const instead = others.find(({ id }) => id === fault.instead?.id) ?? null;
    return { isDone: false, why: whyNot(fault.code, { ...fault, instead }), instead: instead?.id ?? null, made: null };
  }
  if (!(await takePlace(tx, meeting.id))) return refused("meeting_full");
  const { kind, form, starts, minutes, staff, is_duty: isDuty, subject: purpose } = meeting;
  const booked = { kind, form, day: meeting.day, starts, minutes, staff, isDuty, purpose, parties: [] };
  const id = await addAppointment(tx, { ...booked, citizen, follows: null, meeting: meeting.id, by: who.user.label });
  const { letter: language } = asked;
  const row = language === "none" ? null : await appointmentCalled(tx, id);
  if (row && language !== "none") await writeAbout(tx, row, { template: "invitation", language, who });
  return { ...DONE, made: { id, version: 1 } };
}
