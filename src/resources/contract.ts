/** What rules about resources and barriers read of the citizen. */
export type { CaseFile, Course, CourseRecord, Line, Phrase, Prompt } from "../courses/contract.ts";

/** How long something is taken to be fresh, and who says so. */
export type Fresh = { readonly weeks: number; readonly source: string };

/** What the page of resources and barriers turns on: `resources.yaml`. */
export type ResourcesData = { readonly described: Fresh; readonly cv: Fresh };
