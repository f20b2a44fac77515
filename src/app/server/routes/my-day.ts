import { z } from "zod";
import {
  citizenDuties,
  type DayLooking,
  dayFileAsk,
  exportDay,
  myDay,
  myDayAsk,
  readCitizenDuties,
  readMyDay,
} from "../../../duties/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant } from "../../../platform/db/public.ts";
import { csvFile, workbook } from "../../../platform/files/public.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { heldBackFrom } from "../held-back.ts";
import { asDownload, fileQuery } from "./download.ts";

const ofCitizen = z.object({ citizen: z.string().min(1).max(60) });

/** My day, and what must be done by when for one citizen. */
export function myDayRoutes(app: App, desk: Desk): void {
  app.get(
    "/my-day",
    {
      schema: {
        summary: "Duties of one's own citizens or one's unit",
        querystring: myDayAsk,
        response: { 200: myDay },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.read");
      const who = lookingAs(desk, session);
      return inTenant(desk.runtime.db, session, (tx) => readMyDay(tx, request.query, who));
    },
  );

  app.get(
    "/my-day/file",
    {
      schema: {
        summary: "The duties of the day as a file",
        querystring: dayFileAsk.extend(fileQuery.shape),
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const session = await desk.access.allowed(request, "citizen.export");
      const { format, ...asked } = request.query;
      const { name, rows } = await inTenant(desk.runtime.db, session, (tx) =>
        exportDay(tx, asked, lookingAs(desk, session)),
      );
      const content = format === "csv" ? csvFile(rows) : workbook(rows, { name });
      return asDownload(reply, { name: `${name}.${format}`, format }).send(content);
    },
  );

  app.get(
    "/citizens/:citizen/duties",
    { schema: { summary: "What must be done for a citizen", params: ofCitizen, response: { 200: citizenDuties } } },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.read");
      const who = lookingAs(desk, session);
      const found = await inTenant(desk.runtime.db, session, (tx) =>
        readCitizenDuties(tx, request.params.citizen, who),
      );
      if (!found) throw refuse(404, "not_found");
      return found;
    },
  );
}

/** Who looks at their day in a session. */
export function lookingAs(desk: Desk, session: Session): DayLooking {
  return {
    municipality: session.municipality,
    user: { label: session.user, role: session.role },
    staff: session.staff,
    on: desk.dutyDay(session.municipality),
    heldBack: (tx) => heldBackFrom(tx, session),
  };
}
