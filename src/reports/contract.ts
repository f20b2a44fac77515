import { z } from "zod";
import { reportLanguage } from "./plan-followup/contract.ts";

/** The forms a report is handed out in. */
export const reportFormat = z.enum(["pdf", "docx", "xlsx"]);

/** What a reader may ask of a report: its day, the snapshot it is pinned to and its language. */
export const reportQuery = z.strictObject({
  asOf: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  snapshot: z.string().optional(),
  language: reportLanguage.default("da"),
});

export type ReportFormat = z.infer<typeof reportFormat>;
export type ReportQuery = z.infer<typeof reportQuery>;
