import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";

/** How far a work on rows is. */
export const workProgress = z.strictObject({
  phase: z.string().nullable(),
  done: z.int(),
  total: z.int(),
  cancelling: z.boolean(),
});
export type WorkProgress = z.infer<typeof workProgress>;

const bothSides = { extract: z.int(), records: z.int() };
const sums = z.array(z.strictObject({ kind: z.string().nullable(), of: z.string(), ...bothSides }));

/** A kind of fact in an extract beside the records: people, days per person, days and amounts per month. */
const comparedFact = z.strictObject({
  fact: z.strictObject({ name: z.string(), label: bilingual }),
  /** What the kinds below are called, by their codes. */
  kinds: z.record(z.string(), bilingual),
  /** The days that are compared, `until` not included. */
  window: z.strictObject({ from: z.string(), until: z.string() }).nullable(),
  persons: z
    .strictObject({
      both: z.int(),
      onlyInExtract: z.int(),
      onlyInRecords: z.int(),
      /** The first of those in the extract only, and in the records only. */
      extract: z.array(z.string()),
      records: z.array(z.string()),
    })
    .nullable(),
  /** People whose days differ: how many, and those with the largest differences. */
  days: z
    .strictObject({
      total: z.int(),
      rows: z.array(z.strictObject({ citizen: z.string(), kind: z.string().nullable(), ...bothSides })),
    })
    .nullable(),
  months: sums,
  /** Whole øre. */
  amounts: z.array(z.strictObject({ column: bilingual, sums })),
});
export type ComparedFact = z.infer<typeof comparedFact>;

/** An extract of another system compared with the records. `unread` rows could not be read and are not compared. */
export const reconciliation = z.strictObject({
  facts: z.array(comparedFact),
  unread: z.int(),
  agrees: z.boolean(),
});
export type Reconciliation = z.infer<typeof reconciliation>;

/** A comparison somebody asked for: how far it is, and what it found when it is done. */
export const reconciliationView = z.strictObject({
  state: z.enum(["asked", "done", "failed"]),
  askedBy: z.string(),
  askedAt: z.string(),
  endedAt: z.string().nullable(),
  progress: workProgress,
  failure: bilingual.nullable(),
  found: reconciliation.nullable(),
});
export type ReconciliationView = z.infer<typeof reconciliationView>;
