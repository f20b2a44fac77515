import { z } from "zod";
import { looksAt, looksOn } from "../../../platform/audit/public.ts";
import { inTenant } from "../../../platform/db/public.ts";
import { addDays, isoDay } from "../../../platform/kernel/day.ts";
import {
  allLooks,
  askedExport,
  askedLooks,
  type LogCheckAnswer,
  type LogOverview,
  logCheck,
  logOverview,
  looksExport,
  looksPage,
  requestsOf,
  unusual,
} from "../../../privacy/public.ts";
import type { LogCheck } from "../../log-check.ts";
import type { App, Desk } from "../desk.ts";
import { logLook, personMeant } from "./privacy-people.ts";

const PAGE_SIZE = 50;
const PATTERN_DAYS = 30;
/** Where the rules for unusual looks draw their lines; said on the page. */
const LIMITS = { manyPeople: 40, oddHours: 5, noRelation: 10 };

/** Who looked at whom, and whether the log still is what it was (PRI-LOG2, PRI-LOGINSIGHT). */
export function accessLogRoutes(app: App, desk: Desk): void {
  overviewRoutes(app, desk);
  app.post(
    "/log/looks",
    {
      schema: {
        summary: "Who looked at a citizen",
        body: askedLooks,
        response: { 200: looksPage },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "log.read");
      const { citizen, page, ...asked } = request.body;
      return inTenant(desk.runtime.db, session, async (tx) => {
        const person = await personMeant(tx, desk, { text: citizen, municipality: session.municipality });
        await logLook(tx, session, { action: "log.read", citizen: person.id });
        const found = await looksAt(tx, { ...asked, key: person.id, limit: PAGE_SIZE, offset: page * PAGE_SIZE });
        const looks = found.looks.map((look) => ({ ...look, data: [...look.data] }));
        return { person, looks, total: found.total, page, size: PAGE_SIZE };
      });
    },
  );

  app.post(
    "/log/export",
    {
      schema: {
        summary: "All looks at a citizen, for the citizen (without names) or for the officer",
        body: askedExport,
        response: { 200: looksExport },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "log.export");
      const { citizen, names } = request.body;
      return inTenant(desk.runtime.db, session, async (tx) => {
        const person = await personMeant(tx, desk, { text: citizen, municipality: session.municipality });
        await logLook(tx, session, { action: names ? "log.export_names" : "log.export", citizen: person.id });
        return { citizen: person.id, names, looks: await allLooks(tx, person.id, { names }) };
      });
    },
  );
}

function overviewRoutes(app: App, desk: Desk): void {
  app.get(
    "/log",
    { schema: { summary: "How the access log is, and what stands out in it", response: { 200: logOverview } } },
    async (request): Promise<LogOverview> => {
      const session = await desk.access.allowed(request, "log.read");
      const check = await desk.checkAccessLog(session.municipality, { by: session.user, anew: false });
      const today = desk.today();
      const from = isoDay(addDays(today, -PATTERN_DAYS));
      const yesterday = isoDay(addDays(today, -1));
      return inTenant(desk.runtime.db, session, async (tx) => {
        const requests = await requestsOf(tx, { today });
        return {
          ...checkAnswer(check),
          yesterday: { day: yesterday, ...(await looksOn(tx, yesterday)) },
          patterns: [...(await unusual(tx, { from, ...LIMITS }))],
          patternsFrom: from,
          limits: LIMITS,
          openRequests: requests.filter(({ state }) => state === "open").length,
          overdueRequests: requests.filter(({ state }) => state === "overdue").length,
        };
      });
    },
  );

  app.post(
    "/log/verify",
    {
      schema: { summary: "Recompute the whole access log", body: z.strictObject({}), response: { 200: logCheck } },
    },
    async (request) => {
      const { municipality, user } = await desk.access.allowed(request, "log.verify");
      return checkAnswer(await desk.checkAccessLog(municipality, { by: user, anew: true }));
    },
  );
}

function checkAnswer({ checked, checking }: LogCheck): LogCheckAnswer {
  return {
    verification: checked && { ...checked, dropped: [...checked.dropped], faults: [...checked.faults] },
    checking: checking && { done: checking.done, total: checking.total },
  };
}
