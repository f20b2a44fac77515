import {
  readTeam,
  readTeamShares,
  readTeamTimeliness,
  sharesAsk,
  type TeamLooking,
  team,
  teamAsk,
  teamShares,
  teamTimeliness,
  timelinessAsk,
} from "../../../duties/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant } from "../../../platform/db/public.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { lookingAs } from "./my-day.ts";

/** The team leader's page: load, what nobody has, timeliness, and the rules that bind a share of a group. */
export function teamRoutes(app: App, desk: Desk): void {
  app.get(
    "/team",
    {
      schema: { summary: "Who has how much to do, and what nobody has", querystring: teamAsk, response: { 200: team } },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "team.read");
      return there(
        await inTenant(desk.runtime.db, session, (tx) => readTeam(tx, request.query, leading(desk, session))),
      );
    },
  );

  app.get(
    "/team/timeliness",
    {
      schema: {
        summary: "Timeliness per rule, unit and week, and how late",
        querystring: timelinessAsk,
        response: { 200: teamTimeliness },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "team.read");
      return there(
        await inTenant(desk.runtime.db, session, (tx) => readTeamTimeliness(tx, request.query, leading(desk, session))),
      );
    },
  );

  app.get(
    "/team/shares",
    {
      schema: {
        summary: "How groups stand under the rules that bind a share of them",
        querystring: sharesAsk,
        response: { 200: teamShares },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "team.read");
      return there(
        await inTenant(desk.runtime.db, session, (tx) => readTeamShares(tx, request.query, leading(desk, session))),
      );
    },
  );
}

function leading(desk: Desk, session: Session): TeamLooking {
  const { sees, units } = session;
  return {
    ...lookingAs(desk, session),
    isWithin: (unit) => sees === "all" || (sees === "unit" && units.includes(unit)),
  };
}

/** A unit out of sight is not there. */
function there<T>(found: T | null): T {
  if (found === null) throw refuse(404, "not_found");
  return found;
}
