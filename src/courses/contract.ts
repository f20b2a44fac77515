import { z } from "zod";
import { freeText } from "../citizens/contract.ts";
import { bilingual } from "../platform/http/contract.ts";
import type { Day } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";

/* What rules about a course read and give: plain values. */

/** A value of a record, as the records keep it: days as ISO text, hours in whole hundredths. */
export type RecordValue = string | number | boolean | null;

/** Something noted of a citizen, as it is believed now. An event holds on its day alone. */
export type CourseRecord = {
  readonly id: string;
  /** Names what a change saw. */
  readonly version: string;
  readonly from: Day;
  /** The first day it no longer holds; `FOREVER` while it runs. */
  readonly until: Day;
  readonly values: Readonly<Record<string, RecordValue>>;
  /** The day it became known, ISO. */
  readonly known: string;
};

/** A conversation, whatever came of it. */
export type Talk = {
  readonly kind: string;
  readonly status: string;
  readonly form: string | null;
  readonly day: Day;
  readonly guided: boolean;
};

/** What lasted: work with its hours a week in hundredths, education with its outcome. */
export type Stretch = {
  readonly kind: string;
  readonly from: Day;
  readonly until: Day;
  readonly hours: number | null;
  readonly outcome: string | null;
};

/** A duty that is owed, late or not, or would come if all goes on as now, by a rule of the law. */
export type DutyAhead = {
  readonly rule: string;
  readonly duty: string | null;
  readonly area: string;
  readonly start: Day;
  readonly due: Day;
};

/** What was so for a time, and what happened on a day: codes of benefits, target groups, circumstances, offers, and of talks and steps. */
export type History = {
  readonly spells: readonly {
    readonly family: "benefit" | "target_group" | "circumstance" | "offer";
    readonly code: string;
    readonly from: Day;
    readonly until: Day;
  }[];
  readonly events: readonly { readonly code: string; readonly day: Day }[];
  /** The highest completed level of education, if known. */
  readonly education?: string | null;
};

/** All that a course is made of for one citizen, as it is believed now. */
export type CaseFile = {
  readonly citizen: string;
  readonly born: Day | null;
  readonly sex: string | null;
  readonly timeline: History;
  readonly talks: readonly Talk[];
  readonly work: readonly Stretch[];
  readonly education: readonly Stretch[];
  /** What is noted, by the name of its fact; the newest first. */
  readonly records: Readonly<Record<string, readonly CourseRecord[]>>;
  /** What is owed, and what would come within half a year, the earliest first. */
  readonly ahead: readonly DutyAhead[];
};

/** A value to show: a day, a number with how many decimals, or words; null is shown as lacking. */
export type Shown =
  | { readonly day: Day }
  | { readonly number: number; readonly decimals?: number; readonly unit?: Bilingual }
  | { readonly text: Bilingual }
  | null;

/** Words with places in them: `{day}`. */
export type Phrase = { readonly text: Bilingual; readonly with?: Readonly<Record<string, Shown>> };

/** One line about how a course stands, with the rule of the law it rests on. */
export type Line = {
  readonly label: Bilingual;
  readonly value: Shown;
  readonly rule?: string;
  readonly tone?: "warning" | "danger";
};

/** Something to do or to look at, with the form that does it and the rule or source behind it. */
export type Prompt = {
  readonly says: Phrase;
  readonly form?: string;
  readonly rule?: string;
  readonly source?: string;
};

/** A step of a value over time: hours a week of a partial return. */
export type CurveStep = { readonly from: Day; readonly until: Day; readonly value: number };

/** How one citizen's course stands on a day. */
export type Course = {
  /** In the group on the day; others have only a past of it. */
  readonly isNow: boolean;
  readonly says: Phrase;
  readonly lines: readonly Line[];
  readonly prompts: readonly Prompt[];
  readonly curve: { readonly label: Bilingual; readonly unit: Bilingual; readonly steps: readonly CurveStep[] } | null;
  /** What the list shows, by column. */
  readonly cells: Readonly<Record<string, Shown>>;
  /** The filters of the list it belongs to. */
  readonly filters: readonly string[];
};

/** Why a record cannot be noted, and the column it is about (`from`, `to` for its days). */
export type RecordFault = { readonly field: string; readonly message: Phrase };

/** What a record means for the case besides itself: a step on a day, or a circumstance for a time. */
export type Implied =
  | { readonly kind: "step"; readonly code: string; readonly from: Day }
  | { readonly kind: "circumstance"; readonly code: string; readonly from: Day; readonly until: Day };

/* What the routes are asked and answer. */

const day = z.iso.date();
/** @public A value as it goes over the wire: hours as hours. */
export const shown = z.union([
  z.strictObject({ day }),
  z.strictObject({ number: z.number(), decimals: z.int(), unit: bilingual.nullable() }),
  z.strictObject({ text: bilingual }),
  z.null(),
]);
const phrase = z.strictObject({ text: bilingual, with: z.record(z.string(), shown) });
const choice = z.strictObject({ code: z.string(), label: bilingual });

const value = z.union([freeText(500), z.number(), z.boolean(), z.null()]);
const values = z.record(z.string().max(60), value);
const version = z.string().regex(/^\d{1,20}$/);

/** What is noted of a citizen's course. `to` is the last day, null while it runs and for what happens on a day. */
export const newRecord = z.strictObject({ from: day, to: day.nullable().default(null), values });
export const changedRecord = newRecord.extend({ version });
export const goneRecord = z.strictObject({ version });

const field = z.strictObject({
  name: z.string(),
  type: z.enum(["code", "day", "hours", "bool", "text", "int"]),
  label: bilingual,
  meaning: bilingual,
  required: z.boolean(),
  choices: z.array(choice),
  /** Shown only while another field has one of these values. */
  when: z.strictObject({ field: z.string(), is: z.array(z.string()) }).nullable(),
});

const record = z.strictObject({
  id: z.string(),
  version,
  from: day,
  to: day.nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  known: day,
  /** What it says, in a line. */
  says: bilingual,
});

const form = z.strictObject({
  fact: z.string(),
  title: bilingual,
  /** What several are called. */
  label: bilingual,
  meaning: bilingual,
  lasts: z.boolean(),
  fields: z.array(field),
  records: z.array(record),
});

const course = z.strictObject({
  kind: z.string(),
  label: bilingual,
  isNow: z.boolean(),
  says: phrase,
  lines: z.array(
    z.strictObject({
      label: bilingual,
      value: shown,
      rule: z.string().nullable(),
      tone: z.enum(["warning", "danger"]).nullable(),
    }),
  ),
  prompts: z.array(
    z.strictObject({
      says: phrase,
      form: z.string().nullable(),
      rule: z.string().nullable(),
      source: z.string().nullable(),
    }),
  ),
  curve: z
    .strictObject({
      label: bilingual,
      unit: bilingual,
      steps: z.array(z.strictObject({ from: day, to: day, value: z.number() })),
    })
    .nullable(),
  /** Duties of its area of the law that are owed, or come within half a year if all goes on as now; null for a kind no area of the law is about, and for a course that is over. */
  ahead: z.array(z.strictObject({ rule: z.string(), what: bilingual, due: day, isLate: z.boolean() })).nullable(),
  forms: z.array(form),
});

/** A citizen's courses: sickness, youth, integration, as many as there are. */
export const citizenCourses = z.strictObject({
  on: day,
  may: z.strictObject({ write: z.boolean() }),
  /** Is somebody responsible today? Nothing is noted on a closed case. */
  isOpen: z.boolean(),
  isAside: z.boolean(),
  courses: z.array(course),
});

/** Which group, whose citizens, which of them, in which order. */
export const courseListAsk = z.object({
  whose: z.enum(["mine", "unit"]).default("mine"),
  filter: z.string().max(60).default("all"),
  sort: z.string().max(60).default(""),
  descending: z.stringbool().default(false),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const row = z.strictObject({
  citizen: z.string(),
  /** Null when it is not known or protected. */
  name: z.string().nullable(),
  isProtected: z.boolean(),
  isRestricted: z.boolean(),
  staff: z.string().nullable(),
  cells: z.record(z.string(), shown),
});

/** A page of the citizens in a group, with how many each filter would leave. */
export const courseList = z.strictObject({
  on: day,
  kind: z.string(),
  label: bilingual,
  about: bilingual,
  /** The groups there are, for going from one to another. */
  kinds: z.array(z.strictObject({ id: z.string(), path: z.string(), label: bilingual })),
  columns: z.array(
    z.strictObject({ id: z.string(), label: bilingual, isNumber: z.boolean(), isDeadline: z.boolean() }),
  ),
  filters: z.array(z.strictObject({ id: z.string(), label: bilingual, help: bilingual.nullable(), count: z.int() })),
  filter: z.string(),
  sort: z.string(),
  descending: z.boolean(),
  /** How many more it would be: people whose data may only be stored. */
  aside: z.int(),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  rows: z.array(row),
});

export type NewRecord = z.infer<typeof newRecord>;
export type ChangedRecord = z.infer<typeof changedRecord>;
export type CitizenCourses = z.infer<typeof citizenCourses>;
export type CourseAnswer = CitizenCourses["courses"][number];
export type FormAnswer = CourseAnswer["forms"][number];
export type FieldAnswer = FormAnswer["fields"][number];
export type RecordAnswer = FormAnswer["records"][number];
export type CourseListAsk = z.infer<typeof courseListAsk>;
export type CourseList = z.infer<typeof courseList>;
export type ShownValue = z.infer<typeof shown>;
export type PhraseAnswer = z.infer<typeof phrase>;
