import { z } from "zod";
import { goalStatus } from "../../indicators/contract.ts";

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** The languages a report is written in; Danish unless asked otherwise. */
export const reportLanguage = z.enum(["da", "en"]);

/**
 * One figure or word in the report: the text people read and, behind it, the number or day itself, unrounded, so that a
 * spreadsheet gets the real thing. `text` shows the number to `decimals` decimals.
 */
export const reportCell = z.strictObject({
  text: z.string(),
  number: z.number().nullable(),
  day: isoDay.nullable(),
  decimals: z.number().int(),
});

/** A table that every form of the report (page, PDF, DOCX, XLSX) draws from the same cells. */
export const reportTable = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The first column heads the rows; numbers stand to the right. */
  columns: z.array(z.strictObject({ label: z.string(), align: z.enum(["left", "right"]) })),
  rows: z.array(z.strictObject({ strong: z.boolean(), cells: z.array(reportCell) })),
  notes: z.array(z.string()),
});

/** A label with its text, as on the front page and beneath a figure. */
export const reportLine = z.strictObject({ label: z.string(), text: z.string() });

/** A comment or a decision as the report prints it: without the writer's name. */
export const reportNote = z.strictObject({ when: z.string(), day: isoDay, who: z.string(), text: z.string() });

/** One point behind a chart; a null value is either no data or withheld. */
export const reportPoint = z.strictObject({
  period: z.string(),
  day: isoDay,
  value: z.number().nullable(),
  path: z.number().nullable(),
});

/** One indicator of a goal, in words and figures. */
export const reportIndicator = z.strictObject({
  label: z.string(),
  status: goalStatus,
  statusLabel: z.string(),
  unit: z.string(),
  /** What the value is called: "now" before the deadline, "result" after it. */
  valueLabel: z.string(),
  value: reportCell,
  numerator: reportCell,
  denominator: reportCell,
  /** The target in words; its number is the target's value, its day the deadline. */
  target: reportCell,
  targetOperator: z.string().nullable(),
  targetBasis: z.string().nullable(),
  projection: reportCell,
  projectionLow: reportCell,
  projectionHigh: reportCell,
  /** Projection with its interval, method and points, or why there is none. */
  projectionText: z.string(),
  why: z.string(),
  definition: z.string(),
  assumption: z.string().nullable(),
  missing: z.string().nullable(),
  /** Why the figure is not printed, when it is withheld. */
  withheld: z.string().nullable(),
  comparisons: z.array(reportLine),
  details: z.array(reportLine),
  measuredOn: isoDay,
  freshness: isoDay.nullable(),
  points: z.array(reportPoint),
  /** An SVG picture of the series, null with fewer than two points to draw; `chartText` says the same in words. */
  chart: z.string().nullable(),
  chartText: z.string(),
  /** How the figure was made: measure, window, expression, snapshot, known-at. */
  made: z.array(reportLine),
  expression: z.string(),
});

/** One goal of the plan. */
export const reportGoal = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  explicit: z.boolean(),
  owner: z.string(),
  phases: z.string(),
  ref: z.string(),
  status: goalStatus,
  statusLabel: z.string(),
  needsDecision: z.boolean(),
  missing: z.string().nullable(),
  withheld: z.string().nullable(),
  indicators: z.array(reportIndicator),
  decisions: z.array(reportNote),
  comments: z.array(reportNote),
});

/** A track with its goals; `id` is null for the goals of the plan as a whole. */
export const reportTrack = z.strictObject({
  id: z.string().nullable(),
  title: z.string(),
  aim: z.string(),
  line: z.string(),
  goals: z.array(reportGoal),
});

/** The committee's follow-up report, composed: every form of it is drawn from this value alone. */
export const report = z.strictObject({
  language: reportLanguage,
  title: z.string(),
  plan: z.strictObject({ id: z.string(), title: z.string(), from: isoDay, to: isoDay }),
  municipality: z.strictObject({ code: z.string(), name: z.string() }),
  committee: z.string(),
  asOf: isoDay,
  knownAt: isoDay.nullable(),
  snapshot: z.string().nullable(),
  madeOn: isoDay,
  synthetic: z.boolean(),
  /** What marks synthetic data on every page; null for real data. */
  mark: z.string().nullable(),
  /** The running header: plan, as-of and snapshot. */
  header: z.string(),
  front: z.array(reportLine),
  summary: z.strictObject({
    title: z.string(),
    firstLine: z.string(),
    lines: z.array(z.string()),
    counts: z.array(z.strictObject({ status: goalStatus, label: z.string(), goals: z.number().int() })),
    tracks: reportTable,
  }),
  decisions: z.strictObject({
    title: z.string(),
    lead: z.string(),
    goals: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        track: z.string(),
        status: goalStatus,
        statusLabel: z.string(),
        figures: z.string(),
        why: z.string(),
        /** The latest decision already written down on the goal. */
        latest: z.string().nullable(),
      }),
    ),
  }),
  tracks: z.array(reportTrack),
  fullTime: z.strictObject({ title: z.string(), lead: z.string(), tables: z.array(reportTable) }),
  annex: z.strictObject({
    title: z.string(),
    lead: z.string(),
    tables: z.array(reportTable),
    madeTitle: z.string(),
    madeLead: z.string(),
    reading: z.strictObject({ title: z.string(), lines: z.array(z.string()) }),
  }),
});

export type ReportLanguage = z.infer<typeof reportLanguage>;
export type ReportCell = z.infer<typeof reportCell>;
export type ReportTable = z.infer<typeof reportTable>;
export type ReportLine = z.infer<typeof reportLine>;
export type ReportNote = z.infer<typeof reportNote>;
export type ReportPoint = z.infer<typeof reportPoint>;
export type ReportIndicator = z.infer<typeof reportIndicator>;
export type ReportGoal = z.infer<typeof reportGoal>;
export type ReportTrack = z.infer<typeof reportTrack>;
export type Report = z.infer<typeof report>;
