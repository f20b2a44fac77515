import { z } from "zod";
import { freeText } from "../citizens/contract.ts";
import { bilingual } from "../platform/http/contract.ts";
import { type LetterState, STEPS, TEMPLATES } from "./rules/letter.ts";
import { DECISIONS, OUTCOMES } from "./rules/outcome.ts";

const day = z.iso.date();
const code = z.string().min(1).max(60);
const text = (most: number) => z.string().trim().max(most);
const coded = z.strictObject({ code: z.string(), label: bilingual });

/** What is booked: with whom, when, how and what for. Times are minutes since midnight, Danish time. */
export const booking = z.strictObject({
  kind: code,
  form: code,
  day,
  starts: z.int().min(0).max(1439),
  minutes: z.int().min(5).max(480),
  /** The member of staff who holds it. */
  staff: z.string().min(1).max(60),
  isDuty: z.boolean(),
  /** What it is for, in words the citizen may read. */
  purpose: freeText(1000).default(""),
  /** Who else takes part. */
  parties: z.array(text(60).min(1)).max(10).default([]),
});
/** Whether the citizen is written to, and in which language. */
export const letterChoice = z.enum(["none", "da", "en"]).default("none");
const bookingAsk = booking.extend({ letter: letterChoice });
export const bookAsk = bookingAsk.extend({ follows: z.uuid().nullable().default(null) });
export const moveAsk = bookingAsk.extend({ version: z.int().min(1) });

/** What became of an appointment, and the next one agreed in the same step. */
export const settleAsk = z.strictObject({
  version: z.int().min(1),
  outcome: z.enum(OUTCOMES),
  reason: text(2000).default(""),
  isReasonable: z.boolean().nullable().default(null),
  decision: z.enum(DECISIONS).nullable().default(null),
  decidedWhy: text(2000).default(""),
  note: text(20_000).default(""),
  next: bookingAsk.nullable().default(null),
  /** A letter that calls it off, when it was cancelled. */
  letter: letterChoice,
});
export const reopenAsk = z.strictObject({ version: z.int().min(1) });

const states = z.enum(Object.keys(STEPS) as [LetterState, ...LetterState[]]);
const steps = z.enum(["withdraw", "print", "again", "printed", "dealt_with"]);

/** A letter about an appointment, and what can be done with it. */
export const letter = z.strictObject({
  id: z.uuid(),
  template: z.enum(TEMPLATES),
  label: bilingual,
  language: z.enum(["da", "en"]),
  channel: z.enum(["digital_post", "mail", "print"]),
  state: states,
  /** Why it failed, as a code. */
  fault: z.string().nullable(),
  version: z.int(),
  steps: z.array(steps),
  changedBy: z.string(),
  changedAt: z.string(),
});
export const letterStepAsk = z.strictObject({ step: steps, version: z.int().min(1) });
export const letterAsk = z.strictObject({ template: z.enum(TEMPLATES), language: z.enum(["da", "en"]) });

/** Letters somebody has to do something about: those that failed, and those to be printed. */
export const lettersInHandAsk = z.strictObject({ whose: z.enum(["mine", "unit"]) });
export const lettersInHand = z.strictObject({
  /** How many are not shown: their citizens' data may only be stored. */
  aside: z.int(),
  /** How many there are; the first are shown. */
  total: z.int(),
  letters: z.array(
    letter.extend({
      citizen: z.string(),
      name: z.string().nullable(),
      isProtected: z.boolean(),
      kindLabel: bilingual,
      day,
      starts: z.int(),
    }),
  ),
});

/** What the citizen needs to be understood on the day of an appointment (ASK-27). */
const interpreter = z
  .strictObject({
    language: z.string(),
    languageLabel: bilingual,
    wayLabel: bilingual,
    /** The interpreter's sex the citizen wishes; null when it does not matter. */
    sexLabel: bilingual.nullable(),
  })
  .nullable();

export const appointment = booking.extend({
  id: z.uuid(),
  citizen: z.string(),
  /** The citizen's name; null when it is not known or protected. */
  name: z.string().nullable(),
  isProtected: z.boolean(),
  kindLabel: bilingual,
  formLabel: bilingual,
  staffName: z.string().nullable(),
  state: z.enum(["booked", ...OUTCOMES]),
  reason: z.string(),
  isReasonable: z.boolean().nullable(),
  decision: z.enum(DECISIONS).nullable(),
  decidedWhy: z.string(),
  note: z.string(),
  interpreter,
  /** The group meeting it is a place in, and what that is about. */
  meeting: z.strictObject({ id: z.uuid(), subject: z.string(), place: z.string() }).nullable(),
  version: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
  /** What the citizen was written about it, the earliest first. */
  letters: z.array(letter),
});

/** Appointments of some days, the earliest first. */
export const calendarAsk = z.strictObject({ from: day, days: z.int().min(1).max(62), whose: z.enum(["mine", "unit"]) });
/** `aside` are appointments that are not shown, with citizens whose data may only be stored; `restricted` are such citizens who are. */
export const calendar = z.strictObject({
  from: day,
  to: day,
  aside: z.int(),
  restricted: z.array(z.string()),
  /** Group meetings of those days; the places in them stand among the appointments too. */
  meetings: z.array(
    z.strictObject({
      id: z.uuid(),
      kindLabel: bilingual,
      formLabel: bilingual,
      languageLabel: bilingual,
      subject: z.string(),
      place: z.string(),
      day,
      starts: z.int(),
      minutes: z.int(),
      room: z.int(),
      taken: z.int(),
      state: z.enum(["planned", "held", "cancelled"]),
      version: z.int(),
      changedAt: z.string(),
    }),
  ),
  appointments: z.array(appointment),
});

/** A kind of conversation as the form offers it. */
export const conversationKind = coded.extend({
  forms: z.array(z.string()),
  minutes: z.int(),
  duty: z.boolean(),
  /** For how many at once it is usually held; null with one citizen. */
  group: z.int().nullable(),
  source: z.string(),
  guide: z.array(bilingual),
});

/** A citizen's appointments, the latest first, and what a new one can be. */
export const citizenAppointments = z.strictObject({
  today: day,
  may: z.strictObject({ write: z.boolean() }),
  appointments: z.array(appointment),
  kinds: z.array(conversationKind),
  forms: z.array(coded),
  staff: z.array(z.strictObject({ id: z.string(), name: z.string().nullable() })),
  /** What the citizen needs to be understood today. */
  interpreter,
  /** The caseworker a new appointment is with unless another is chosen. */
  usualStaff: z.string().nullable(),
});
export const settled = z.strictObject({ appointment, next: appointment.nullable() });

/** What came of something asked for many people: for each whether it is done, and if not why, with what to do. */
export const eachDone = z.strictObject({
  done: z.int(),
  people: z.array(
    z.strictObject({
      citizen: z.string(),
      name: z.string().nullable(),
      isProtected: z.boolean(),
      isDone: z.boolean(),
      /** Why not, and what to do. */
      why: bilingual.nullable(),
      /** A meeting that can be had instead. */
      instead: z.uuid().nullable(),
      /** What was made, by its id and version: for taking it back. */
      made: z.strictObject({ id: z.uuid(), version: z.int() }).nullable(),
    }),
  ),
});

export type Booking = z.infer<typeof booking>;
export type BookingAsk = z.infer<typeof bookingAsk>;
export type MoveAsk = z.infer<typeof moveAsk>;
export type SettleAsk = z.infer<typeof settleAsk>;
export type Appointment = z.infer<typeof appointment>;
export type Interpreter = z.infer<typeof interpreter>;
export type Letter = z.infer<typeof letter>;
export type LetterAsk = z.infer<typeof letterAsk>;
export type LettersInHand = z.infer<typeof lettersInHand>;
export type EachDone = z.infer<typeof eachDone>;
export type Calendar = z.infer<typeof calendar>;
export type CitizenAppointments = z.infer<typeof citizenAppointments>;
