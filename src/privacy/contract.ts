import { z } from "zod";

const both = z.strictObject({ da: z.string(), en: z.string() });
const day = z.iso.date();
const text = z.string().trim();

export const requestKind = z.enum(["access", "rectification", "restriction"]);
export type RequestKind = z.infer<typeof requestKind>;

export const requestSource = z.enum(["citizen", "representative", "authority"]);
export type RequestSource = z.infer<typeof requestSource>;

export const stepKind = z.enum(["extended", "granted", "refused", "corrected", "told", "handed_over", "note"]);
export type StepKind = z.infer<typeof stepKind>;

/** A citizen's id as people and files write it. */
export const citizenId = text.min(1).max(100);

/** One look at a person. `who` is null where names are not shown. */
export const look = z.strictObject({
  entry: z.int(),
  at: z.string(),
  who: z.string().nullable(),
  role: z.string(),
  unit: z.string().nullable(),
  action: z.string(),
  purpose: z.string(),
  change: z.boolean(),
  data: z.array(z.string()),
  persons: z.int(),
});
export type Look = z.infer<typeof look>;

export const askedLooks = z.strictObject({
  citizen: citizenId,
  from: day.optional(),
  to: day.optional(),
  change: z.boolean().optional(),
  who: text.max(200).optional(),
  sort: z.enum(["at", "who", "unit", "action"]).optional(),
  ascending: z.boolean().optional(),
  page: z.int().min(0).max(100_000).default(0),
});

export const person = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  protected: z.boolean(),
  restricted: z.boolean(),
});
export type Person = z.infer<typeof person>;

export const looksPage = z.strictObject({ person, looks: z.array(look), total: z.int(), page: z.int(), size: z.int() });
export type LooksPage = z.infer<typeof looksPage>;

export const askedExport = z.strictObject({ citizen: citizenId, names: z.boolean() });
export const looksExport = z.strictObject({ citizen: z.string(), names: z.boolean(), looks: z.array(look) });
export type LooksExport = z.infer<typeof looksExport>;

export const fault = z.strictObject({
  code: z.string(),
  day: day.nullable(),
  number: z.int().nullable(),
  entry: z.int().nullable(),
});

const verification = z.strictObject({
  ok: z.boolean(),
  checkedAt: z.string(),
  days: z.int(),
  firstDay: day.nullable(),
  entries: z.int(),
  sealedEntries: z.int(),
  waiting: z.int(),
  waitingSince: z.string().nullable(),
  sealerSleeps: z.boolean(),
  dropped: z.array(
    z.strictObject({
      number: z.int(),
      day,
      entries: z.int(),
      looksDropped: day.nullable(),
      changesDropped: day.nullable(),
    }),
  ),
  faults: z.array(fault),
  faultCount: z.int(),
});
export type VerificationAnswer = z.infer<typeof verification>;

/** The last verification, and how far one under way is. */
export const logCheck = z.strictObject({
  verification: verification.nullable(),
  checking: z.strictObject({ done: z.int(), total: z.int().nullable() }).nullable(),
});
export type LogCheckAnswer = z.infer<typeof logCheck>;

export const pattern = z.strictObject({
  kind: z.enum(["many_people", "odd_hours", "no_relation"]),
  who: z.string(),
  day: day.nullable(),
  count: z.int(),
});

export const logOverview = z.strictObject({
  ...logCheck.shape,
  yesterday: z.strictObject({ day, staff: z.int(), citizens: z.int(), entries: z.int() }),
  patterns: z.array(pattern),
  patternsFrom: day,
  limits: z.strictObject({ manyPeople: z.int(), oddHours: z.int(), noRelation: z.int() }),
  openRequests: z.int(),
  overdueRequests: z.int(),
});
export type LogOverview = z.infer<typeof logOverview>;

export const step = z.strictObject({
  number: z.int(),
  kind: stepKind,
  note: z.string(),
  until: day.nullable(),
  who: z.string(),
  at: z.string(),
});

export const requestState = z.enum(["open", "overdue", "done", "refused"]);

export const request = z.strictObject({
  id: z.string(),
  kind: requestKind,
  citizen: z.string(),
  received: day,
  source: requestSource,
  details: z.string(),
  who: z.string(),
  at: z.string(),
  deadline: day,
  state: requestState,
  /** The number of the last step: a new step says which it saw. */
  version: z.int(),
  steps: z.array(step),
});
export type PrivacyRequest = z.infer<typeof request>;

export const newRequest = z.strictObject({
  kind: requestKind,
  citizen: citizenId,
  received: day,
  source: requestSource,
  details: text.max(4000),
});
export type NewRequest = z.infer<typeof newRequest>;

export const newStep = z.strictObject({
  kind: stepKind,
  note: text.max(4000),
  until: day.optional(),
  version: z.int().min(0),
});
export type NewStep = z.infer<typeof newStep>;

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One kind of fact about a person, all beliefs included. `others` means: it names other people too and must be looked through. */
export const section = z.strictObject({
  fact: z.string(),
  label: both,
  meaning: both,
  others: z.boolean(),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      label: both,
      /** How a value is written: `thousandths` and `hours` (hundredths) and `amount` (øre) are whole numbers of their parts. */
      type: z.string(),
      /** What the values of a code mean. */
      codes: z.record(z.string(), both),
    }),
  ),
  rows: z.array(z.strictObject({ values: z.array(value), believed: z.boolean() })),
});
export type Section = z.infer<typeof section>;

/** Everything there is about a person (GDPR art. 15). */
export const personFile = z.strictObject({
  citizen: z.string(),
  madeOn: day,
  sections: z.array(section),
  other: z.array(z.strictObject({ table: z.string(), rows: z.array(z.record(z.string(), z.json())) })),
  looks: z.array(look),
  requests: z.array(request),
  restricted: z.boolean(),
});
export type PersonFile = z.infer<typeof personFile>;

export const restriction = z.strictObject({
  id: z.string(),
  citizen: z.string(),
  reason: z.string(),
  who: z.string(),
  at: z.string(),
});

export type RestrictionAnswer = z.infer<typeof restriction>;

export const retentionRow = z.strictObject({
  kle: z.string(),
  title: both,
  keep: z.enum(["B", "K"]),
  days: z.int(),
  confidence: z.enum(["high", "medium", "low"]),
  facts: z.array(z.string()),
  wholePerson: z.boolean(),
  /** The municipality's own decision, when it has made one. */
  confirmed: z.strictObject({ days: z.int(), reason: z.string(), who: z.string(), at: z.string() }).nullable(),
  enforced: z.boolean(),
  /** What falls due by it now. */
  citizens: z.int(),
  rows: z.int(),
});
export type RetentionRow = z.infer<typeof retentionRow>;

export const deletion = z.strictObject({
  id: z.string(),
  asOf: day,
  content: z.array(z.strictObject({ kle: z.string(), citizens: z.int(), rows: z.int() })),
  citizens: z.int(),
  rows: z.int(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  approvedBy: z.string().nullable(),
  approvedAt: z.string().nullable(),
  doneAt: z.string().nullable(),
});
export type Deletion = z.infer<typeof deletion>;

export const retentionAnswer = z.strictObject({
  asOf: day,
  source: z.string(),
  rows: z.array(retentionRow),
  citizens: z.int(),
  dueRows: z.int(),
  restricted: z.int(),
  deletions: z.array(deletion),
});
export type RetentionAnswer = z.infer<typeof retentionAnswer>;
