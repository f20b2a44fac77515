import type { ReportFormat } from "./contract.ts";
import type { Report } from "./plan-followup/contract.ts";

/** A report as a file to hand out. */
export type RenderedReport = {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Plan, day and language, in characters any file system takes: `opfoelgning-holbaek-2020-21-2021-06-30-da.pdf`. */
  readonly fileName: string;
};

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Draws a composed report in one of its forms. The libraries are read when the first report is asked for, not at start. */
export async function renderReport(report: Report, format: ReportFormat): Promise<RenderedReport> {
  const { asOf, language, plan } = report;
  const name = plan.id.toLowerCase().replaceAll(/[^a-z0-9-]+/g, "-");
  const word = language === "da" ? "opfoelgning" : "follow-up";
  return {
    bytes: await draw(report, format),
    mediaType: MEDIA_TYPES[format],
    fileName: `${word}-${name}-${asOf}-${language}.${format}`,
  };
}

async function draw(report: Report, format: ReportFormat): Promise<Uint8Array> {
  if (format === "pdf") return (await import("./plan-followup/render/pdf.ts")).renderPdf(report);
  if (format === "docx") return (await import("./plan-followup/render/docx.ts")).renderDocx(report);
  return (await import("./plan-followup/render/xlsx.ts")).renderXlsx(report);
}
