import { z } from "zod";
import { freeText } from "../citizens/contract.ts";
import { bilingual } from "../platform/http/contract.ts";

const day = z.iso.date();
/** The colours a reminder can have. */
export const MARKS = ["none", "yellow", "green", "blue", "red"] as const;

/** Whose cases, and how many weeks without a conversation are long. */
export const followAsk = z.object({
  whose: z.enum(["mine", "unit"]).default("mine"),
  weeks: z.coerce.number().int().min(1).max(104).default(6),
});

const person = {
  citizen: z.string(),
  /** Null when it is not known or protected. */
  name: z.string().nullable(),
  isProtected: z.boolean(),
};

/** What became known of a citizen. */
const newsLine = z.strictObject({
  ...person,
  known: day,
  kind: z.enum(["benefit", "target_group", "circumstance", "step", "responsible", "talk", "offer"]),
  what: bilingual,
  from: day,
  /** The last day; null while it runs, and for what happens on one day. */
  to: day.nullable(),
});

const notSeenLine = z.strictObject({
  ...person,
  /** The last conversation that was held; null when there was none since the citizen came. */
  last: day.nullable(),
  /** Whole weeks since then, or since the unit became responsible. */
  weeks: z.int(),
  booked: day.nullable(),
});

export const reminder = z.strictObject({
  ...person,
  id: z.uuid(),
  text: z.string(),
  day: day.nullable(),
  mark: z.enum(MARKS),
  isShared: z.boolean(),
  isDone: z.boolean(),
  /** Is it the reader's own? Others' can be read and not changed. */
  isMine: z.boolean(),
  owner: z.string(),
  version: z.int(),
  changedBy: z.string(),
  changedAt: z.string(),
});

/** What follows one's cases: news since one looked last, who was not talked with for long, and what one wants to be reminded of. */
export const followUp = z.strictObject({
  on: day,
  whose: z.enum(["mine", "unit"]),
  weeks: z.int(),
  /** Citizens who are in none of the lists: their data may only be stored. */
  aside: z.int(),
  news: z.strictObject({ since: day, total: z.int(), lines: z.array(newsLine) }),
  notSeen: z.strictObject({ total: z.int(), lines: z.array(notSeenLine) }),
  reminders: z.array(reminder),
});

const reminderValues = z.strictObject({
  text: freeText(300).min(1),
  day: day.nullable(),
  mark: z.enum(MARKS),
  isShared: z.boolean(),
});
export const newReminder = reminderValues;
export const changedReminder = reminderValues.extend({ isDone: z.boolean(), version: z.int().min(1) });
/** The same note about many citizens, and taking notes back that were just written. */
export const noteForMany = reminderValues.extend({ citizens: z.array(z.string().min(1).max(60)).min(1).max(100) });
export const undoNotes = z.strictObject({
  reminders: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().min(1) }))
    .min(1)
    .max(100),
});
export const citizenReminders = z.strictObject({
  may: z.strictObject({ write: z.boolean() }),
  reminders: z.array(reminder),
});

export type FollowAsk = z.infer<typeof followAsk>;
export type FollowUp = z.infer<typeof followUp>;
export type Reminder = z.infer<typeof reminder>;
export type NewReminder = z.infer<typeof newReminder>;
export type NoteForMany = z.infer<typeof noteForMany>;
export type UndoNotes = z.infer<typeof undoNotes>;
export type ChangedReminder = z.infer<typeof changedReminder>;
export type CitizenReminders = z.infer<typeof citizenReminders>;
