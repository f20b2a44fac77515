import { z } from "zod";
import { renderReport, report, reportFormat, reportLanguage } from "../../../reports/public.ts";
import { reportOf } from "../../local-operations.ts";
import type { App, Desk } from "../desk.ts";
import { asked, ownPlan, planParams, viewQuery } from "./asked.ts";

const reportQuery = viewQuery.omit({ knownAt: true }).extend({ language: reportLanguage.default("da") });

/** The committee's follow-up report: its content, and as a file. Small numbers are withheld for every reader: it is made to be sent on. */
export function reportRoutes(app: App, desk: Desk): void {
  app.get(
    "/plans/:plan/report",
    {
      schema: {
        summary: "The report's content",
        params: planParams,
        querystring: reportQuery,
        response: { 200: report },
      },
    },
    async (request) => {
      const plan = ownPlan(desk, await desk.access.allowed(request, "plan.read"), request.params.plan);
      const { language } = request.query;
      return reportOf(desk, { plan, language, ...asked(request.query), discreet: true });
    },
  );

  app.get(
    "/plans/:plan/report.:format",
    {
      schema: {
        summary: "The report as PDF, DOCX or XLSX",
        params: planParams.extend({ format: reportFormat }),
        querystring: reportQuery,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const plan = ownPlan(desk, await desk.access.allowed(request, "plan.read"), request.params.plan);
      const { language } = request.query;
      const content = await reportOf(desk, { plan, language, ...asked(request.query), discreet: true });
      const made = await renderReport(content, request.params.format);
      reply.header("content-disposition", `attachment; filename="${made.fileName}"`).type(made.mediaType);
      return reply.serializer((bytes: unknown) => bytes as string).send(Buffer.from(made.bytes));
    },
  );
}
