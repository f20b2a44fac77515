export { type ReportFormat, reportFormat } from "./contract.ts";
export { composeReport } from "./plan-followup/compose/compose-report.ts";
export { report, reportLanguage } from "./plan-followup/contract.ts";
export { renderReport } from "./render-report.ts";
