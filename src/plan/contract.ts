import { z } from "zod";
import { goalStatus, indicatorResult } from "../indicators/contract.ts";
import { bilingual } from "../platform/http/contract.ts";

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A computed goal: what `plan status` prints and the pages show. */
export const goalResult = z.strictObject({
  id: z.string(),
  title: bilingual,
  /** Id of the track, `null` for goals of the plan as a whole. */
  track: z.string().nullable(),
  kind: z.enum(["outcome", "process", "survey", "budget", "milestone"]),
  explicit: z.boolean(),
  owner: bilingual,
  phases: z.array(z.string()),
  ref: z.string(),
  status: goalStatus,
  needsDecision: z.boolean(),
  missing: bilingual.nullable(),
  withheld: z.boolean(),
  indicators: z.array(indicatorResult),
});

/** The plan's status on a day, computed from one snapshot or from the records as they are. */
export const planStatus = z.strictObject({
  plan: z.string(),
  asOf: isoDay,
  knownAt: isoDay.nullable(),
  /** Name of the pinned snapshot, null when computed from the live warehouse. */
  snapshot: z.string().nullable(),
  municipality: z.strictObject({ code: z.string(), name: z.string() }),
  synthetic: z.boolean(),
  counts: z.record(goalStatus, z.number().int()),
  needsDecision: z.number().int(),
  goals: z.array(goalResult),
});

/** The plan's own text and structure, as its file has it. */
export const planContent = z.strictObject({
  id: z.string(),
  title: bilingual,
  municipality: z.string(),
  committee: bilingual,
  from: isoDay,
  to: isoDay,
  adopted: z.string().nullable(),
  version: z.strictObject({ reason: bilingual.nullable(), replaces: bilingual.nullable() }),
  source: z.string(),
  phases: z.array(z.strictObject({ id: z.string(), title: bilingual, aim: bilingual })),
  tracks: z.array(z.strictObject({ id: z.string(), title: bilingual, aim: bilingual, aims: z.array(bilingual) })),
  markers: z.array(bilingual),
  interventions: z.array(
    z.strictObject({
      id: z.string(),
      title: bilingual,
      content: bilingual,
      track: z.string().nullable(),
      owner: bilingual,
      phases: z.array(z.string()),
      status: z.enum(["planned", "running", "paused", "ended"]),
      goals: z.array(z.string()),
    }),
  ),
  strategies: z.array(
    z.strictObject({
      id: z.string(),
      title: bilingual,
      approved: z.string().nullable(),
      nextRevision: z.string().nullable(),
      note: bilingual,
    }),
  ),
  ministerialGoals: z.array(
    z.strictObject({
      id: z.string(),
      year: z.number().int(),
      title: bilingual,
      carriedOver: z.boolean(),
      answer: bilingual,
      tracks: z.array(z.string()),
      goals: z.array(z.string()),
      interventions: z.array(z.string()),
    }),
  ),
  staffing: z.array(
    z.strictObject({ label: bilingual, value: z.number(), unit: z.string(), day: z.string(), source: z.string() }),
  ),
  keyFigures: z.array(
    z.strictObject({ label: bilingual, value: z.number(), unit: z.string(), period: z.string(), source: z.string() }),
  ),
});

const tableColumn = z.strictObject({ year: z.number().int(), kind: z.enum(["actual", "budget", "expected"]) });

/** The table of full-time persons: what the plan published beside what the records give. */
export const fullTimeTable = z.strictObject({
  plan: z.string(),
  asOf: isoDay,
  snapshot: z.string().nullable(),
  columns: z.array(tableColumn),
  rows: z.array(
    z.strictObject({
      id: z.string(),
      label: bilingual,
      isTotal: z.boolean(),
      /** Published value per column, in column order; for the total row the sum of the rows above, computed. */
      published: z.array(z.number().nullable()),
      /** What the records give for the column's year; null where there is no data, or the year is not over for "budget". */
      recorded: z.array(z.number().nullable()),
      withheld: z.array(z.boolean()),
    }),
  ),
  /** Computed from the records: full-time persons of each year the records cover up to the asked day, also years with no published column. */
  statedTotals: z.array(z.number().nullable()),
  /** Places where what was published does not add up, said openly. */
  discrepancies: z.array(
    z.strictObject({ where: bilingual, stated: bilingual, computed: bilingual, explanation: bilingual }),
  ),
});

/** A comment or a decision on a goal (PLAN-19). */
export const goalNote = z.strictObject({
  id: z.string(),
  goal: z.string(),
  kind: z.enum(["comment", "decision"]),
  text: z.string(),
  author: z.string(),
  role: z.string(),
  at: z.string(),
  withdrawn: z.boolean(),
  /** Which text it is: a change names the one it saw. */
  version: z.string(),
  editedAt: z.string().nullable(),
  mayEdit: z.boolean(),
  mayWithdraw: z.boolean(),
});

/** A page of what stands behind a figure. */
export const rowsPage = z.strictObject({
  of: z.enum(["citizens", "companies", "rows"]),
  total: z.number().int(),
  /** Rows the figure counts that are about citizens outside the reader's unit: not among the rows. */
  outside: z.number().int(),
  /** Rows the figure counts that are about people whose data may only be stored (GDPR art. 18): not among the rows. */
  restricted: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
  columns: z.array(
    z.strictObject({
      id: z.string(),
      label: bilingual,
      /** `advertising`: 1 for a company that may not be contacted for marketing, 0 for one that may. */
      type: z.enum(["text", "day", "number", "advertising"]),
      sortable: z.boolean(),
    }),
  ),
  rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.null()]))),
});

/** A named, pinned copy of the warehouse. */
export const snapshotInfo = z.strictObject({
  name: z.string(),
  asOf: isoDay,
  knownAt: isoDay.nullable(),
  madeAt: z.string(),
  rows: z.number().int(),
  checksum: z.string(),
});

export type GoalResult = z.infer<typeof goalResult>;
export type PlanStatus = z.infer<typeof planStatus>;
export type PlanContent = z.infer<typeof planContent>;
export type FullTimeTable = z.infer<typeof fullTimeTable>;
export type GoalNote = z.infer<typeof goalNote>;
export type RowsPage = z.infer<typeof rowsPage>;
export type SnapshotInfo = z.infer<typeof snapshotInfo>;
