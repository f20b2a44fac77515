import { z } from "zod";
import { freeText } from "../citizens/contract.ts";
import { bilingual } from "../platform/http/contract.ts";
import { WATCHED } from "./codes.ts";
import { DIMENSIONS, PARTS } from "./rules/fairness.ts";

const day = z.iso.date();
const code = z.string().min(1).max(60);
const version = z.string().regex(/^\d{1,20}$/);
const truth = z.enum(["met", "not_met", "unknown", "off"]);
const concluded = z.enum(["i_risiko", "ikke_i_risiko"]);
const ruleSaid = z.enum(["i_risiko", "ikke_i_risiko", "uafklaret"]);

/** An answer with what the answerer saw: the version of the answer there was, null when there was none. Null takes it back. */
const askedAnswer = z.strictObject({
  question: code,
  answer: z.enum(["ja", "nej"]).nullable(),
  version: version.nullable(),
});
export const answersAsk = z.strictObject({ answers: z.array(askedAnswer).min(1).max(50) });
export const conclusionAsk = z.strictObject({
  conclusion: concluded,
  reason: freeText(1000).default(""),
  /** First day of the early effort; null while none has begun. */
  effortFrom: day.nullable(),
  version: version.nullable(),
});
export const archetypeAsk = z.strictObject({
  archetype: code.nullable(),
  distance: code.nullable(),
  from: day,
  version: version.nullable(),
});
export const goneAsk = z.strictObject({ version });

/** A criterion as it stands for a citizen. */
export const criterion = z.strictObject({
  id: z.string(),
  label: bilingual,
  /** In words for the citizen. */
  says: bilingual,
  state: truth,
  /** The condition read aloud; null for a question. */
  reading: bilingual.nullable(),
  question: z
    .strictObject({ text: bilingual, by: z.enum(["borger", "sagsbehandler"]), counts: z.enum(["ja", "nej"]) })
    .nullable(),
  answer: z.strictObject({ answer: z.enum(["ja", "nej"]), day, version }).nullable(),
  source: z.string(),
  /** Is it ours rather than a source's? */
  isOwn: z.boolean(),
  assumption: bilingual.nullable(),
  /** Why it is not used; null when it is. */
  off: bilingual.nullable(),
  /** Where the municipality decided to use what is off elsewhere. */
  decision: z.string().nullable(),
});

export const conclusion = z.strictObject({
  id: z.string(),
  version,
  day,
  conclusion: concluded,
  ruleSaid: ruleSaid.nullable(),
  reason: z.string(),
  effortFrom: day.nullable(),
  known: day,
});

/** A screening as it stands for a citizen. */
export const screeningOfCitizen = z.strictObject({
  id: z.string(),
  label: bilingual,
  says: bilingual,
  source: z.string(),
  assumption: bilingual.nullable(),
  /** First day of the version of the screening that is used. */
  version: day,
  /** The case: its first day, and the last on which it is new. */
  from: day,
  newUntil: day,
  isLate: z.boolean(),
  /** Does the condition hold that says who is screened? */
  isFor: z.enum(["met", "unknown"]),
  who: bilingual.nullable(),
  rule: z.strictObject({ atLeast: z.int().nullable(), any: z.array(bilingual) }),
  said: ruleSaid,
  criteria: z.array(criterion),
  leadsTo: z.array(bilingual),
  conclusion: conclusion.nullable(),
});

const strategy = z.strictObject({ who: bilingual, isFirst: z.boolean(), text: bilingual });
/** An archetype with its strategy. */
export const archetypeChoice = z.strictObject({
  id: z.string(),
  label: bilingual,
  about: bilingual,
  steps: z.array(strategy),
});
export const distanceChoice = z.strictObject({
  id: z.string(),
  label: bilingual,
  leadsTo: bilingual,
  source: z.string(),
});
export const archetypeLine = z.strictObject({
  id: z.string(),
  version,
  archetype: bilingual.nullable(),
  distance: bilingual.nullable(),
  codes: z.strictObject({ archetype: z.string().nullable(), distance: z.string().nullable() }),
  from: day,
  to: day.nullable(),
});

/** A citizen's screenings and archetypes. */
export const citizenScreening = z.strictObject({
  on: day,
  citizen: z.string(),
  name: z.string().nullable(),
  isProtected: z.boolean(),
  /** May the data only be stored (GDPR art. 18) and does the reader not handle that? Then nothing is shown. */
  isAside: z.boolean(),
  /** Is somebody responsible today? */
  isOpen: z.boolean(),
  may: z.strictObject({ write: z.boolean() }),
  screenings: z.array(screeningOfCitizen),
  /** Conclusions of cases that have ended, or of screenings that no longer are for the citizen. */
  earlier: z.array(conclusion.extend({ label: bilingual })),
  archetypes: z
    .strictObject({
      label: bilingual,
      source: z.string(),
      /** An example of ours, not the municipality's own? */
      isOwn: z.boolean(),
      who: bilingual,
      isFor: truth,
      choices: z.array(archetypeChoice),
      distances: z.array(distanceChoice),
      lines: z.array(archetypeLine),
    })
    .nullable(),
});

export const screeningWatchAsk = z.strictObject({
  whose: z.enum(["mine", "unit"]).default("mine"),
  list: z.enum(WATCHED).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
const line = z.strictObject({
  citizen: z.string(),
  name: z.string().nullable(),
  isProtected: z.boolean(),
  isRestricted: z.boolean(),
  staff: z.string().nullable(),
  screening: bilingual,
  /** First day of the case, and the last on which it is new. */
  from: day,
  newUntil: day,
  /** The day it was concluded; null in the lists of those who are not screened. */
  concluded: day.nullable(),
});
export const screeningWatch = z.strictObject({
  on: day,
  list: z.enum(WATCHED).nullable(),
  counts: z.strictObject({ due: z.int(), late: z.int(), effort: z.int() }),
  aside: z.int(),
  page: z.int(),
  pageSize: z.int(),
  total: z.int(),
  lines: z.array(line),
});

const year = z.coerce.number().int().min(2000).max(2100);
export const reviewAsk = z.strictObject({ screening: code.optional(), year: year.optional() });
export const reviewRowsAsk = z.strictObject({
  screening: code,
  year,
  part: z.enum(PARTS),
  by: z.enum(DIMENSIONS).optional(),
  key: code.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
const hit = z.strictObject({ of: z.int().nullable(), on: z.int().nullable() });
const hits = z.strictObject({ marked: hit, others: hit });
/** Null is withheld: it would tell of fewer people than may be shown. */
export const reviewLine = z.strictObject({
  key: z.string(),
  label: bilingual,
  people: z.int().nullable(),
  screened: z.int().nullable(),
  marked: z.int().nullable(),
  after26: hits,
  after52: hits,
});
/** A screening reviewed for fairness: people whose first case of the year began in it, each counted once. */
export const review = z.strictObject({
  on: day,
  screenings: z.array(z.strictObject({ id: z.string(), label: bilingual })),
  years: z.array(z.int()),
  screening: z.string(),
  year: z.int(),
  from: day,
  to: day,
  source: z.string(),
  withinWeeks: z.int(),
  /** Criteria that are off, and those a municipality decided to use. */
  offs: z.array(z.strictObject({ label: bilingual, off: bilingual, decision: z.string().nullable() })),
  /** People left out because their data may only be stored. */
  aside: z.int(),
  mayOpen: z.boolean(),
  total: reviewLine,
  tables: z.array(z.strictObject({ by: z.enum(DIMENSIONS), lines: z.array(reviewLine) })),
});
export const reviewRows = z.strictObject({
  page: z.int(),
  pageSize: z.int(),
  total: z.int(),
  rows: z.array(
    z.strictObject({
      citizen: z.string(),
      name: z.string().nullable(),
      isProtected: z.boolean(),
      from: day,
      conclusion: concluded.nullable(),
      after26: z.boolean().nullable(),
      after52: z.boolean().nullable(),
    }),
  ),
});

export type AnswersAsk = z.infer<typeof answersAsk>;
export type ConclusionAsk = z.infer<typeof conclusionAsk>;
export type ArchetypeAsk = z.infer<typeof archetypeAsk>;
export type ShownCriterion = z.infer<typeof criterion>;
export type ShownConclusion = z.infer<typeof conclusion>;
export type ShownScreening = z.infer<typeof screeningOfCitizen>;
export type ArchetypeLine = z.infer<typeof archetypeLine>;
export type CitizenScreening = z.infer<typeof citizenScreening>;
export type ScreeningWatchAsk = z.infer<typeof screeningWatchAsk>;
export type ScreeningWatch = z.infer<typeof screeningWatch>;
export type ReviewAsk = z.infer<typeof reviewAsk>;
export type ReviewRowsAsk = z.infer<typeof reviewRowsAsk>;
export type ReviewLineShown = z.infer<typeof reviewLine>;
export type Review = z.infer<typeof review>;
export type ReviewRows = z.infer<typeof reviewRows>;
