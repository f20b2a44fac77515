import { z } from "zod";
import { freeText } from "../citizens/contract.ts";
import { bilingual } from "../platform/http/contract.ts";
import { DEEDS, GOAL_STATES, OWNERS, PLAN_STATES, SET_BY, STEP_STATES, TRACKS, WATCHED } from "./codes.ts";

const day = z.iso.date();
const code = z.string().min(1).max(60);

/** A goal in the citizen's plan, and what was last said of it. */
export const goal = z.strictObject({
  id: code,
  text: freeText(1000).min(1),
  setBy: z.enum(SET_BY),
  state: z.enum(GOAL_STATES),
  /** The day it was last talked about. */
  reviewed: day.nullable(),
  review: freeText(2000),
});

/** Something that is to be done: of the lists of the law's words, or in words of its own (ASK-24). */
export const step = z.strictObject({
  id: code,
  kind: code.nullable(),
  text: freeText(1000),
  track: z.enum(TRACKS),
  owner: z.enum(OWNERS),
  from: day.nullable(),
  due: day.nullable(),
  state: z.enum(STEP_STATES),
  /** Why it was dropped. */
  reason: freeText(1000),
});

/** A line of a field that is a list, such as an application: values by column. */
export const listRow = z.strictObject({ id: code, values: z.record(code, freeText(2000)) });

/** All that a plan says. Answers are texts by field: days as ISO texts, choices by their codes. */
export const planContent = z.strictObject({
  direction: freeText(4000),
  /** How the citizen sees it, in his or her own words (CPL-19). */
  citizenView: freeText(8000),
  /** Another plan of the citizen's that this one is a part of (CPL-08). */
  partOf: z.uuid().nullable(),
  answers: z.record(code, freeText(8000)),
  lists: z.record(code, z.array(listRow).max(100)),
  goals: z.array(goal).max(50),
  /** Why there are no goals, when they would only be pressure (CPL-17). */
  goalsLeftOut: freeText(1000),
  steps: z.array(step).max(100),
});

export const beginAsk = z.strictObject({ kind: code, content: planContent });
export const writeAsk = z.strictObject({ version: z.int().min(1), reason: freeText(2000), content: planContent });
export const deedAsk = z.strictObject({ version: z.int().min(1), reason: freeText(2000).default("") });

const option = z.strictObject({ code: z.string(), label: bilingual });
const column = z.strictObject({
  code: z.string(),
  type: z.enum(["text", "day", "choice"]),
  label: bilingual,
  options: z.array(option),
});
/** A field of a section. `shownWhen` names an answer that it goes with; other times it is left out. */
export const planField = column.extend({
  type: z.enum(["text", "day", "choice", "list"]),
  help: bilingual.nullable(),
  shownWhen: z.strictObject({ field: z.string(), is: z.array(z.string()) }).nullable(),
  columns: z.array(column),
});
export const planSection = z.strictObject({
  code: z.string(),
  label: bilingual,
  /** What it must hold. */
  holds: bilingual,
  /** The field for the citizen's own words in it; null when it has none. */
  ownWords: z.string().nullable(),
  fields: z.array(planField),
});
/** A field that must be filled before a plan is adopted, and in which period of law. A low confidence is told, not enforced. */
export const planDemand = z.strictObject({
  field: z.string(),
  from: day,
  to: day.nullable(),
  source: z.string(),
  confidence: z.enum(["high", "medium", "low"]),
});
/** Somewhere and some time in which formal demands do not hold: a trial. */
const demandLift = z.strictObject({
  municipality: z.string(),
  from: day,
  to: day,
  source: z.string(),
});
export const planKind = option.extend({
  about: bilingual,
  source: z.string(),
  /** Ages it is for: under so many years. */
  underAge: z.int().nullable(),
  /** May a citizen have more than one that has not ended? */
  several: z.boolean(),
  /** The step of the law that adopting it is. */
  meets: z.string().nullable(),
  /** The conversation that a change of it calls for (CPL-06). */
  changeCallsFor: z.string().nullable(),
  /** The conversation of which each that was held has a line in a list, and the list's column for its day (CPL-04). */
  afterEach: z.strictObject({ talk: z.string(), list: z.string(), day: z.string() }).nullable(),
  sections: z.array(planSection),
  demands: z.array(planDemand),
  lifts: z.array(demandLift),
});

/** A plan as it stands. */
export const plan = z.strictObject({
  id: z.uuid(),
  citizen: z.string(),
  kind: z.string(),
  state: z.enum(PLAN_STATES),
  content: planContent,
  adoptedOn: day.nullable(),
  version: z.int(),
  changedOn: day,
  changedBy: z.string(),
  changedAt: z.string(),
  /** Fields it lacks before it can be adopted today, and those it should have; empty when it has ended. */
  lacks: z.array(z.strictObject({ field: z.string(), source: z.string(), isDemanded: z.boolean() })),
  /** The conversation that a change of it calls for, since when, and whether one is booked; null when none is. */
  talk: z.strictObject({ kind: bilingual, since: day, booked: day.nullable() }).nullable(),
  /** The days of conversations held since the plan was begun that have no line where each must have one (CPL-04). */
  unassessed: z.array(day),
  /** What may be done with it now. */
  may: z.strictObject({ write: z.boolean(), adopt: z.boolean(), end: z.boolean(), takeBack: z.boolean() }),
});
/** A citizen's plans, the newest first, and what a new one can be. */
export const citizenPlans = z.strictObject({
  citizen: z.string(),
  /** Null when it is not known or protected. */
  name: z.string().nullable(),
  isProtected: z.boolean(),
  age: z.int().nullable(),
  today: day,
  /** The citizen's data may only be stored, and the reader is not among those who handle that: no plans are shown. */
  isAside: z.boolean(),
  may: z.strictObject({ write: z.boolean() }),
  plans: z.array(plan),
  kinds: z.array(planKind),
  /** What a step can be, beside words of its own. */
  stepKinds: z.array(option.extend({ group: z.enum(["offer", "conversation", "other"]) })),
});
export const planVersion = z.strictObject({
  version: z.int(),
  deed: z.enum(DEEDS),
  reason: z.string(),
  state: z.enum(PLAN_STATES),
  content: planContent,
  writtenOn: day,
  writtenBy: z.string(),
  writtenAt: z.string(),
});
/** Every version of a plan, the newest first. */
export const planVersions = z.strictObject({ plan: z.uuid(), versions: z.array(planVersion) });

export const watchAsk = z.object({
  whose: z.enum(["mine", "unit"]).default("mine"),
  /** Without it, only how long the lists are. */
  list: z.enum(WATCHED).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
const watched = z.strictObject({
  citizen: z.string(),
  name: z.string().nullable(),
  isProtected: z.boolean(),
  isRestricted: z.boolean(),
  staff: z.string().nullable(),
});
export const watch = z.strictObject({
  on: day,
  list: z.enum(WATCHED).nullable(),
  counts: z.strictObject({ late: z.int(), soon: z.int(), young: z.int() }),
  /** Citizens who are left out: their data may only be stored. */
  aside: z.int(),
  page: z.int(),
  pageSize: z.int(),
  total: z.int(),
  steps: z.array(
    watched.extend({
      plan: z.uuid(),
      planKind: bilingual,
      what: bilingual,
      owner: z.string(),
      due: day,
      /** A plan that is not adopted yet. */
      isDraft: z.boolean(),
    }),
  ),
  young: z.array(watched.extend({ age: z.int(), booked: day.nullable() })),
});

export type Goal = z.infer<typeof goal>;
export type Step = z.infer<typeof step>;
export type ListRow = z.infer<typeof listRow>;
export type PlanContent = z.infer<typeof planContent>;
export type PlanField = z.infer<typeof planField>;
export type PlanSection = z.infer<typeof planSection>;
export type PlanDemand = z.infer<typeof planDemand>;
export type PlanKind = z.infer<typeof planKind>;
export type PlanState = (typeof PLAN_STATES)[number];
export type Plan = z.infer<typeof plan>;
export type CitizenPlans = z.infer<typeof citizenPlans>;
export type PlanVersion = z.infer<typeof planVersion>;
export type PlanVersions = z.infer<typeof planVersions>;
export type WriteAsk = z.infer<typeof writeAsk>;
export type WatchAsk = z.infer<typeof watchAsk>;
export type Watch = z.infer<typeof watch>;
