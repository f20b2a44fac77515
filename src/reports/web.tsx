/** The report's page. */
export { ReportPage } from "./pages/report-page.tsx";
