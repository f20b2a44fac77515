import { myDay, myDayAsk, readMyDay } from "../../../duties/public.ts";
import { inTenant } from "../../../platform/db/public.ts";
import { withoutRestricted } from "../../../privacy/public.ts";
import type { App, Desk } from "../desk.ts";

/** My day: what must be done by when. */
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
      const who = {
        municipality: session.municipality,
        user: { label: session.user, role: session.role },
        staff: session.staff,
        on: desk.dutyDay(session.municipality),
        mayShow: withoutRestricted,
      };
      return inTenant(desk.runtime.db, session, (tx) => readMyDay(tx, request.query, who));
    },
  );
}
