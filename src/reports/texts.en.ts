import type { SameTexts } from "../platform/texts/catalogue.ts";
import type { da } from "./texts.da.ts";

/** What the report's page says, in English. The report's own words come with the report. */
export const en: SameTexts<typeof da> = {
  title: "Report to the committee",
  first: "Follow-up on the plan, ready for the committee.",
  lead: "The report is the same on screen, as PDF, as Word and as a spreadsheet. Choose a snapshot, and it gives the same figures in five years.",
  language: "Language of the report",
  languages: { da: "Dansk", en: "English" },
  download: "Fetch",
  formats: { pdf: "PDF", docx: "Word (DOCX)", xlsx: "Spreadsheet (XLSX)" },
  print: "Print the page",
  preview: "The report",
  unpinned: "The report rests on live data. The figures may change when something is corrected.",
  decision: "Latest decision",
  value: "Now",
  target: "Target",
  projection: "Expected",
  definition: "What is counted",
  assumption: "Assumption",
  decisions: "Decisions",
  comments: "Comments",
  needsDecision: "Needs a decision",
};
