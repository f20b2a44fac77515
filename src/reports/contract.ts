import { z } from "zod";

/** The forms a report is handed out in. */
export const reportFormat = z.enum(["pdf", "docx", "xlsx"]);

export type ReportFormat = z.infer<typeof reportFormat>;
