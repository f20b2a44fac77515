import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  differenceAsk,
  law,
  lawAsk,
  lawDifference,
  lawDifferenceAnswer,
  lawFile,
  lawFileAsk,
  lawOnDay,
  lawOnDayAnswer,
  type Reading,
  ruleHistory,
  ruleHistoryAnswer,
} from "../../../law/public.ts";
import { municipalityCalled } from "../../../organisation/public.ts";
import { type Day, day } from "../../../platform/kernel/day.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { asDownload } from "./download.ts";

const one = z.object({ rule: z.string().min(1).max(60) });

/** The law as the reader's municipality has it: on a day, between two days, one rule's history, and as a file. */
export function lawRoutes(app: App, desk: Desk): void {
  app.get(
    "/law",
    {
      schema: {
        summary: "The rules in force on a day, the municipality's own on top",
        querystring: lawAsk,
        response: { 200: lawOnDayAnswer },
      },
    },
    async (request) => {
      const reading = await readingOf(desk, request);
      return lawOnDay(reading, dayOr(desk, request.query.on, reading));
    },
  );

  app.get(
    "/law/difference",
    {
      schema: {
        summary: "What came, went and changed in the law between two days",
        querystring: differenceAsk,
        response: { 200: lawDifferenceAnswer },
      },
    },
    async (request) => {
      const { on, against, group } = request.query;
      return lawDifference(await readingOf(desk, request), [day(on), day(against)], group);
    },
  );

  app.get(
    "/law/rules/:rule",
    {
      schema: {
        summary: "One rule with all its rows",
        params: one,
        querystring: lawAsk,
        response: { 200: ruleHistoryAnswer },
      },
    },
    async (request) => {
      const reading = await readingOf(desk, request);
      const found = ruleHistory(reading, request.params.rule, dayOr(desk, request.query.on, reading));
      if (!found) throw refuse(404, "not_found");
      return found;
    },
  );

  app.get(
    "/law/file",
    {
      schema: {
        summary: "The rules shown, or the difference shown, as a file",
        querystring: lawFileAsk,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const reading = await readingOf(desk, request);
      const { on, against, ...asked } = request.query;
      const made = lawFile(reading, {
        ...asked,
        on: dayOr(desk, on, reading),
        against: against === undefined ? null : day(against),
      });
      return asDownload(reply, { name: made.fileName, format: asked.format }).send(made.content);
    },
  );
}

async function readingOf(desk: Desk, request: FastifyRequest): Promise<Reading> {
  const { municipality } = await desk.access.allowed(request, "law.read");
  const { code, name } = municipalityCalled(municipality);
  return { law, municipality: { code, name } };
}

function dayOr(desk: Desk, on: string | undefined, { municipality }: Reading): Day {
  return on === undefined ? desk.dutyDay(municipality.code) : day(on);
}
