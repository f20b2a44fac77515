import { z } from "zod";
import { freeText } from "../citizens/contract.ts";
import { bilingual } from "../platform/http/contract.ts";
import { appointment, eachDone, letterChoice } from "./contract.ts";
import { MEETING_STATES } from "./rules/meeting.ts";
import { DECISIONS, OUTCOMES } from "./rules/outcome.ts";

const day = z.iso.date();
const code = z.string().min(1).max(60);
const coded = z.strictObject({ code: z.string(), label: bilingual });

/** A group meeting as it is planned. Times are minutes since midnight, Danish time. */
export const newMeeting = z.strictObject({
  kind: code,
  form: code,
  /** What it is about, in words the citizens may read. */
  subject: freeText(200).min(1),
  /** Where it is held; empty for the jobcentre's own address. */
  place: freeText(200).default(""),
  language: code,
  day,
  starts: z.int().min(0).max(1439),
  minutes: z.int().min(5).max(480),
  /** The member of staff who holds it. */
  staff: z.string().min(1).max(60),
  isDuty: z.boolean(),
  /** How many citizens there is room for. */
  room: z.int().min(1).max(500),
});
/** A change, and in which language those who were not written to before are told of it. */
export const changedMeeting = newMeeting.extend({ version: z.int().min(1), letter: letterChoice });

export const meeting = newMeeting.extend({
  id: z.uuid(),
  kindLabel: bilingual,
  formLabel: bilingual,
  languageLabel: bilingual,
  staffName: z.string().nullable(),
  /** Places taken, by citizens of all units. */
  taken: z.int(),
  state: z.enum(MEETING_STATES),
  reason: z.string(),
  /** May the reader change it, note attendance and call it off? */
  isMine: z.boolean(),
  version: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
});

/** What a meeting can be. */
const choices = z.strictObject({
  kinds: z.array(
    coded.extend({
      forms: z.array(z.string()),
      minutes: z.int(),
      duty: z.boolean(),
      group: z.int(),
      source: z.string(),
    }),
  ),
  forms: z.array(coded),
  languages: z.array(coded),
  staff: z.array(z.strictObject({ id: z.string(), name: z.string().nullable() })),
  /** The reader's own id among the staff. */
  own: z.string().nullable(),
});

/** Which group meetings; `missing` are past, and nobody has noted who came. */
export const meetingsAsk = z.object({
  when: z.enum(["coming", "missing", "past"]).default("coming"),
  kind: z.string().max(60).optional(),
  language: z.string().max(60).optional(),
  /** Only those with a free place that are not over. */
  free: z.enum(["yes"]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const meetings = z.strictObject({
  today: day,
  may: z.strictObject({ write: z.boolean() }),
  /** Past meetings of the reader's to handle of which nobody has noted who came. */
  missing: z.int(),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  choices,
  meetings: z.array(meeting),
});

/** A meeting with the people in sight who are signed up. */
export const meetingPage = z.strictObject({
  today: day,
  may: z.strictObject({ write: z.boolean() }),
  choices,
  meeting,
  /** Has it begun, so that attendance can be noted? */
  hasBegun: z.boolean(),
  /** Places taken by citizens who are not shown: out of the reader's sight, or set aside because their data may only be stored. */
  others: z.int(),
  people: z.array(appointment.extend({ isRestricted: z.boolean() })),
});

/** Who is to be signed up, and whether they are written to. */
export const signUpAsk = z.strictObject({
  citizens: z.array(z.string().min(1).max(60)).min(1).max(100),
  letter: letterChoice,
});

/** Sign-ups that are taken back, by the appointments they made. */
export const undoSignUpAsk = z.strictObject({
  places: z
    .array(z.strictObject({ appointment: z.uuid(), version: z.int().min(1) }))
    .min(1)
    .max(100),
});

/** Who is written to about their next conversation, and in which language. */
export const writeManyAsk = z.strictObject({
  citizens: z.array(z.string().min(1).max(60)).min(1).max(100),
  language: z.enum(["da", "en"]),
});
const madeBefore = z.strictObject({ id: z.uuid(), version: z.int().min(1) });
export const undoLettersAsk = z.strictObject({ letters: z.array(madeBefore).min(1).max(100) });

/** Who came: what is told of each person. Somebody with a duty who did not come is decided on later unless it is told now. */
export const attendanceAsk = z.strictObject({
  version: z.int().min(1),
  people: z
    .array(
      z.strictObject({
        appointment: z.uuid(),
        version: z.int().min(1),
        outcome: z.enum(OUTCOMES),
        reason: freeText(2000).default(""),
        decision: z.enum(DECISIONS).nullable().default(null),
      }),
    )
    .max(500),
});
export const attended = z.strictObject({ meeting, each: eachDone });

export const callOffAsk = z.strictObject({
  version: z.int().min(1),
  reason: freeText(500).min(1),
  /** In which language those are told who were not written to before; none for no letters at all. */
  letter: letterChoice,
});
/** A meeting that was changed or called off: how many of all units were told, and of how many nothing could be changed or who have something else then. */
export const meetingChanged = z.strictObject({
  meeting,
  people: z.int(),
  letters: z.int(),
  /** Not changed: their data may only be stored. */
  restricted: z.int(),
  /** Have something else at the new time. */
  clashing: z.int(),
});

export type NewMeeting = z.infer<typeof newMeeting>;
export type ChangedMeeting = z.infer<typeof changedMeeting>;
export type Meeting = z.infer<typeof meeting>;
export type MeetingsAsk = z.infer<typeof meetingsAsk>;
export type Meetings = z.infer<typeof meetings>;
export type MeetingPage = z.infer<typeof meetingPage>;
export type SignUpAsk = z.infer<typeof signUpAsk>;
export type UndoSignUpAsk = z.infer<typeof undoSignUpAsk>;
export type WriteManyAsk = z.infer<typeof writeManyAsk>;
export type UndoLettersAsk = z.infer<typeof undoLettersAsk>;
export type AttendanceAsk = z.infer<typeof attendanceAsk>;
export type CallOffAsk = z.infer<typeof callOffAsk>;
export type MeetingChanged = z.infer<typeof meetingChanged>;
