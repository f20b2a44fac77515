import { z } from "zod";
import { indicatorFields } from "../indicators/public.ts";

/** What somebody writes in a plan is never empty. */
const bilingual = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
/** A text that is the same in both languages may be written once. */
const inBoth = z.union([bilingual, z.string().transform((text) => ({ da: text, en: text }))]);
const isoDay = z.iso.date();
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/, "letters, digits, - and _");

const phase = z.strictObject({ id, title: bilingual, aim: bilingual });
const track = z.strictObject({ id, title: bilingual, aim: bilingual, aims: z.array(bilingual).default([]) });

const goal = z.strictObject({
  id,
  title: bilingual,
  track: id.nullable().default(null),
  kind: z.enum(["outcome", "process", "survey", "budget", "milestone"]),
  /** Stated as measurable in the document (true), or made measurable here (false). */
  explicit: z.boolean(),
  owner: bilingual.optional(),
  phases: z.array(id).default([]),
  /** Page or section of the document. */
  ref: z.string(),
  /** What the document leaves open and how it was decided here. */
  assumption: bilingual.optional(),
  /** Data that would be needed and that no measure can read yet; only for goals without indicators. */
  missing: bilingual.optional(),
  indicators: z.array(indicatorFields).default([]),
});

const intervention = z.strictObject({
  id,
  title: bilingual,
  content: bilingual,
  track: id.nullable().default(null),
  owner: bilingual,
  phases: z.array(id).default([]),
  status: z.enum(["planned", "running", "paused", "ended"]),
  /** Goals it should move. */
  goals: z.array(id).default([]),
});

const strategy = z.strictObject({
  id,
  title: bilingual,
  approved: z.string().nullable().default(null),
  next_revision: z.string().nullable().default(null),
  note: bilingual,
});

const ministerialGoal = z.strictObject({
  id,
  year: z.int(),
  title: bilingual,
  carried_over: z.boolean(),
  answer: bilingual,
  tracks: z.array(id).default([]),
  goals: z.array(id).default([]),
  interventions: z.array(id).default([]),
});

const column = z.strictObject({ year: z.int(), kind: z.enum(["actual", "budget", "expected"]) });

/** The table of full-time persons: what the plan published, and which spells each row is. Totals are computed, never typed. */
const budgetTable = z.strictObject({
  source: z.string(),
  columns: z.array(column).min(1),
  rows: z
    .array(z.strictObject({ id, label: bilingual, where: z.string(), published: z.array(z.number().nullable()) }))
    .min(1),
  /** The totals as the document prints them, to be held against the computed ones. */
  stated_totals: z.array(z.number().nullable()),
  /** Other statements of the document that do not agree with the table or with each other. */
  discrepancies: z
    .array(z.strictObject({ where: bilingual, stated: inBoth, computed: inBoth, explanation: bilingual }))
    .default([]),
});

/** The file of an employment plan. */
export const planFile = z.strictObject({
  id,
  title: bilingual,
  municipality: z.string().regex(/^\d{4}$/, "four digits"),
  committee: bilingual,
  period: z.strictObject({ from: isoDay, to: isoDay }),
  adopted: z.string().nullable().default(null),
  version: z
    .strictObject({ reason: bilingual.nullable().default(null), replaces: bilingual.nullable().default(null) })
    .default({ reason: null, replaces: null }),
  source: z.string(),
  phases: z.array(phase).default([]),
  tracks: z.array(track).default([]),
  /** Political markers: how the work is to be done. */
  markers: z.array(bilingual).default([]),
  goals: z.array(goal).min(1),
  interventions: z.array(intervention).default([]),
  strategies: z.array(strategy).default([]),
  ministerial_goals: z.array(ministerialGoal).default([]),
  budget_table: budgetTable.optional(),
  staffing: z
    .array(
      z.strictObject({ label: bilingual, value: z.number(), unit: z.string(), day: z.string(), source: z.string() }),
    )
    .default([]),
  key_figures: z
    .array(
      z.strictObject({ label: bilingual, value: z.number(), unit: z.string(), period: z.string(), source: z.string() }),
    )
    .default([]),
});

export type PlanFile = z.infer<typeof planFile>;
