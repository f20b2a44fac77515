export { type ReportFormat, type ReportQuery, reportFormat, reportQuery } from "./contract.ts";
export { composeReport, type ReportInput } from "./plan-followup/compose/compose-report.ts";
export { type Report, report, reportLanguage } from "./plan-followup/contract.ts";
export { type RenderedReport, renderReport } from "./render-report.ts";
