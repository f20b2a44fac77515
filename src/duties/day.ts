import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";
import { COLUMNS_TEXT } from "./columns.ts";
import { DAY_FILTERS } from "./rules/day-list.ts";

const day = z.iso.date();

/** Whose duties, which of them, and which page. */
export const myDayAsk = z.object({
  whose: z.enum(["mine", "unit"]).default("mine"),
  filter: z.enum(DAY_FILTERS).default("all"),
  rule: z.string().max(100).optional(),
  /** Only what is about this area of the law. */
  area: z.string().max(100).optional(),
  /** Of the whole unit: only what is on the list of this member of staff, or of nobody. */
  staff: z.string().max(100).optional(),
  /** Of the whole unit: only what is in this unit or one below it. */
  unit: z.string().max(100).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** The same for a file: of the columns that are named, with commas between; all when none is. */
export const dayFileAsk = myDayAsk.omit({ page: true }).extend({ columns: z.string().regex(COLUMNS_TEXT).optional() });

/** A duty as a line of the list, with why it is one. */
export const dutyLine = z.strictObject({
  id: z.string(),
  citizen: z.string(),
  /** Null when it is not known or protected. */
  name: z.string().nullable(),
  isProtected: z.boolean(),
  /** May the data only be stored for the time being (GDPR art. 18)? */
  isRestricted: z.boolean(),
  what: bilingual,
  status: z.enum(["open", "due_soon", "due", "overdue", "exempt"]),
  due: day.nullable(),
  lateSince: day.nullable(),
  counted: z.int(),
  needed: z.int(),
  /** The first day of a conversation that is booked and would count. */
  booked: day.nullable(),
  unit: z.string().nullable(),
  unitName: z.string().nullable(),
  staff: z.string().nullable(),
  staffName: z.string().nullable(),
  why: z.strictObject({
    rule: z.string(),
    paragraph: z.string(),
    says: bilingual,
    startedBy: z.enum(["who", "event", "offer", "received", "previous"]),
    started: day,
    meets: z.array(bilingual),
    rests: z.array(bilingual),
    more: z.array(bilingual),
    consequence: bilingual.nullable(),
    sources: z.array(z.strictObject({ title: z.string(), place: z.string() })),
    /** Does something of the rule rest on a source that nobody has verified? */
    isUnverified: z.boolean(),
  }),
});

/** A page of the duties of the day, with how many each filter would leave. */
export const myDay = z.strictObject({
  on: day,
  /** The day the duties stand as on; null while they were never computed. */
  computedOn: day.nullable(),
  whose: z.enum(["mine", "unit"]),
  /** What the duties of somebody, or of a unit, are limited to, by name; null when that is not asked for. */
  only: z.strictObject({ staff: z.string().nullable(), unit: z.string().nullable() }),
  /** Citizens somebody in sight is responsible for and has something to do for. */
  citizens: z.int(),
  /** Citizens with something to do who are not among them: their data may only be stored, and the reader does not handle that. */
  aside: z.int(),
  counts: z.record(z.enum(DAY_FILTERS), z.int()),
  /** How many of each area of the law the filter leaves, whichever area is chosen. */
  areas: z.array(z.strictObject({ area: z.string(), what: bilingual, count: z.int() })),
  /** How many of each rule the filter leaves. */
  rules: z.array(z.strictObject({ rule: z.string(), what: bilingual, count: z.int() })),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  lines: z.array(dutyLine),
});

/** What must be done by when for one citizen. */
export const citizenDuties = z.strictObject({ on: day, isAside: z.boolean(), lines: z.array(dutyLine) });

export type DayFileAsk = z.infer<typeof dayFileAsk>;
export type CitizenDuties = z.infer<typeof citizenDuties>;
export type MyDayAsk = z.infer<typeof myDayAsk>;
export type MyDay = z.infer<typeof myDay>;
export type DutyLine = z.infer<typeof dutyLine>;
