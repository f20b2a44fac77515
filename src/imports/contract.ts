import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { mapping } from "./mapping.ts";
import { workProgress } from "./reconciliation-contract.ts";

export {
  type MappedColumn,
  type Mapping,
  mapping,
  type Only,
  type ReadAs,
  type Reading,
  reading,
} from "./mapping.ts";

export {
  type ComparedFact,
  type Reconciliation,
  type ReconciliationView,
  reconciliationView,
  type WorkProgress,
} from "./reconciliation-contract.ts";

/** Where a batch stands. */
export const batchState = z.enum([
  "receiving",
  "received",
  "mapped",
  "checking",
  "checked",
  "running",
  "done",
  "undoing",
  "failed",
  "undone",
  "given_up",
]);
export type BatchState = z.infer<typeof batchState>;

/** What a check says about a row. */
export const rowVerdict = z.enum(["new", "changed", "unchanged", "rejected", "set_aside"]);
export type RowVerdict = z.infer<typeof rowVerdict>;

/** What helps against a problem: mend the cell, say what the value means for all rows, or take it with a reason. */
export const wayOut = z.enum(["fix", "map", "accept"]);
export type WayOut = z.infer<typeof wayOut>;

export const fileCounts = z.strictObject({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  setAside: z.int(),
  /** Rows the mapping leaves out: lines that sum up the others, or of another kind. */
  skipped: z.int(),
});
export type FileCounts = z.infer<typeof fileCounts>;

/** A file of a batch. `counts` is null until it was checked. */
export const batchFile = z.strictObject({
  file: z.int(),
  name: z.string(),
  sheet: z.string().nullable(),
  size: z.int(),
  form: z.string().nullable(),
  header: z.array(z.string()),
  fact: z.strictObject({ name: z.string(), label: bilingual }).nullable(),
  mapping: mapping.nullable(),
  mappedBy: z.string().nullable(),
  trouble: bilingual.nullable(),
  leftOut: z.boolean(),
  counts: fileCounts.nullable(),
});
export type BatchFile = z.infer<typeof batchFile>;

/** A figure of a goal of a plan, as it is. */
export type Figure = {
  readonly plan: string;
  readonly goal: string;
  readonly title: Bilingual;
  readonly unit: string;
  readonly value: number | null;
};

/** A figure of a plan that moved with the import. */
export const movedFigure = z.strictObject({
  plan: z.string(),
  goal: z.string(),
  title: bilingual,
  unit: z.string(),
  before: z.number().nullable(),
  after: z.number().nullable(),
});
export type MovedFigure = z.infer<typeof movedFigure>;

export const batchLine = z.strictObject({
  id: z.string(),
  state: batchState,
  madeBy: z.string(),
  madeAt: z.string(),
  files: z.int(),
  names: z.array(z.string()),
  counts: fileCounts.nullable(),
});
export type BatchLine = z.infer<typeof batchLine>;

/** A batch with its files. `version` changes whenever the batch does; a deed names the one it saw. */
export const batchView = z.strictObject({
  id: z.string(),
  state: batchState,
  version: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
  deeds: z.array(z.string()),
  progress: workProgress,
  failure: bilingual.nullable(),
  files: z.array(batchFile),
  ranBy: z.string().nullable(),
  ranAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  bytesGone: z.boolean(),
  /** Null until they were compared after the import. */
  moved: z.array(movedFigure).nullable(),
});
export type BatchView = z.infer<typeof batchView>;

/** Problems alike: one rule, one column, one value. */
export const finding = z.strictObject({
  file: z.int(),
  code: z.string(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  problems: z.int(),
  firstLine: z.int(),
  message: bilingual,
  wayOut,
});
export type Finding = z.infer<typeof finding>;

/** Something to know about rows that are taken all the same: one rule, one column, how many cells and the first lines. */
export const batchRemark = z.strictObject({
  file: z.int(),
  code: z.string(),
  column: z.string().nullable(),
  cells: z.int(),
  lines: z.array(z.int()),
  message: bilingual,
});
export type BatchRemark = z.infer<typeof batchRemark>;

const rowProblem = z.strictObject({ column: z.string().nullable(), code: z.string(), message: bilingual, wayOut });
export type RowProblem = z.infer<typeof rowProblem>;

const rowRemark = z.strictObject({ column: z.string().nullable(), code: z.string(), message: bilingual });
export type RowRemark = z.infer<typeof rowRemark>;

const change = z.strictObject({ field: z.string(), label: bilingual, old: z.string(), new: z.string() });
export type Change = z.infer<typeof change>;

/** A row of a file with what the check said. `corrected` are the places of cells that were corrected here. */
export const batchRow = z.strictObject({
  file: z.int(),
  line: z.int(),
  verdict: rowVerdict,
  cells: z.array(z.string()),
  corrected: z.array(z.int()),
  problems: z.array(rowProblem),
  /** What to know about the row, though nothing is wrong with it. */
  remarks: z.array(rowRemark),
  changes: z.array(change),
  reason: z.string().nullable(),
});
export type BatchRow = z.infer<typeof batchRow>;

/** A page of rows. `total` counts all there are, `listed` those that can be paged through. */
export const rowsPage = z.strictObject({
  total: z.int(),
  listed: z.int(),
  page: z.int(),
  pageSize: z.int(),
  rows: z.array(batchRow),
});
export type ImportRowsPage = z.infer<typeof rowsPage>;

/** A row that was set aside or taken all the same; listed for ever. */
export const setAsideRow = z.strictObject({
  file: z.int(),
  fileName: z.string(),
  line: z.int(),
  kind: z.enum(["set_aside", "accepted"]),
  rules: z.array(z.string()),
  reason: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
});
export type SetAsideRow = z.infer<typeof setAsideRow>;

/** A kind of fact as the mapping editor shows it. */
export const factLayout = z.strictObject({
  name: z.string(),
  label: bilingual,
  meaning: bilingual,
  fields: z.array(
    z.strictObject({
      name: z.string(),
      label: bilingual,
      meaning: bilingual,
      required: z.boolean(),
      type: z.string(),
      codes: z.array(z.strictObject({ code: z.string(), label: bilingual })),
    }),
  ),
});
export type FactLayout = z.infer<typeof factLayout>;

/** The first rows of a file as a mapping reads them. */
export const previewRow = z.strictObject({
  line: z.int(),
  cells: z.array(z.string()),
  problems: z.array(rowProblem),
});
export const preview = z.strictObject({
  rows: z.array(previewRow),
  /** The different values of mapped code columns that mean nothing yet, by our field. */
  unknownCodes: z.record(z.string(), z.array(z.string())),
});
export type Preview = z.infer<typeof preview>;

/** A mapping that is remembered. */
export const rememberedMapping = z.strictObject({
  id: z.string(),
  name: z.string(),
  fact: z.strictObject({ name: z.string(), label: bilingual }),
  madeBy: z.string(),
  madeAt: z.string(),
});
export type RememberedMapping = z.infer<typeof rememberedMapping>;
