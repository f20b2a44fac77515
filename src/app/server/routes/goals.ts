import { z } from "zod";
import { citizensInScope, namesOfCitizens } from "../../../citizens/public.ts";
import { companiesKnown } from "../../../companies/public.ts";
import { goalResult, type RowsPage, rowsPage } from "../../../plan/contract.ts";
import { asSeenBy, type RowsBehind, rowsBehind } from "../../../plan/public.ts";
import { logAccess } from "../../../platform/audit/log-access.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant } from "../../../platform/db/public.ts";
import { type Day, day as dayOf } from "../../../platform/kernel/day.ts";
import { everybodyRestricted } from "../../../privacy/public.ts";
import { isDiscreet } from "../access.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { asked, goalParams, ownPlan, viewQuery } from "./asked.ts";

const rowsQuery = viewQuery.extend({
  indicator: z.coerce.number().int().min(0).default(0),
  part: z.enum(["value", "denominator"]).default("value"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  sort: z.string().max(40).default(""),
  descending: z.enum(["true", "false"]).default("false"),
});

/** A goal, and the people and companies behind it. */
export function goalRoutes(app: App, desk: Desk): void {
  app.get(
    "/plans/:plan/goals/:goal",
    {
      schema: {
        summary: "One goal with everything behind it",
        params: goalParams,
        querystring: viewQuery,
        response: { 200: goalResult },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "plan.read");
      const plan = ownPlan(desk, session, request.params.plan);
      const status = asSeenBy(await desk.status({ plan, ...asked(request.query) }), { discreet: isDiscreet(session) });
      const goal = status.goals.find(({ id }) => id === request.params.goal);
      if (!goal) throw refuse(404, "not_found");
      return goal;
    },
  );

  app.get(
    "/plans/:plan/goals/:goal/rows",
    {
      schema: {
        summary: "Who and what stand behind a figure",
        params: goalParams,
        querystring: rowsQuery,
        response: { 200: rowsPage },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "figure.open");
      const { plan, goal } = request.params;
      const { indicator: index, part, page, sort, descending, ...view } = request.query;
      const place = await desk.placeOf({ plan: ownPlan(desk, session, plan), ...asked(view) });
      const indicator = place.plan.goals.find(({ id }) => id === goal)?.indicators[index];
      if (!indicator) throw refuse(404, "not_found");
      const deadline = dayOf(indicator.target?.by ?? place.plan.period.to);
      const measured = Math.min(place.asOf, deadline) as Day;
      const [within, restricted] = await inTenant(desk.runtime.db, session, async (tx) => [
        session.sees === "all" ? null : await citizensInScope(tx),
        await everybodyRestricted(tx),
      ]);
      const order = { page, sort: sort || null, descending: descending === "true" };
      const query = { indicator, measured, part, ...order, within, restricted };
      const found = await rowsBehind(query, await desk.sourceOf(place));
      if (!found) throw refuse(404, "cannot_open");
      return await withNames(desk, found, { session, goal });
    },
  );
}

/** Adds the names to a page of rows and logs the look, in one transaction: no entry, no look. */
function withNames(
  desk: Desk,
  found: RowsBehind,
  by: { readonly session: Session; readonly goal: string },
): Promise<RowsPage> {
  const { citizens, companies, ...page } = found;
  const { session } = by;
  return inTenant(desk.runtime.db, session, async (tx) => {
    const people = await namesOfCitizens(tx, citizens);
    const firms = await companiesKnown(tx, companies);
    if (citizens.length > 0) {
      const user = { label: session.user, role: session.role };
      await logAccess(tx, { user, action: "plan.rows", purpose: `follow-up of ${by.goal}`, keys: citizens });
    }
    const nameOf = (key: unknown): string | null =>
      typeof key !== "string"
        ? null
        : page.of === "citizens"
          ? (people.get(key)?.name ?? null)
          : (firms.get(key)?.name ?? null);
    const protectionOf = (key: unknown): number | null => {
      const said = typeof key === "string" ? firms.get(key)?.advertisingProtected : null;
      return typeof said === "boolean" ? Number(said) : null;
    };
    const rows = page.rows.map((row) => ({
      ...row,
      ...("name" in row && { name: nameOf(row.key) }),
      ...("advertising" in row && { advertising: protectionOf(page.of === "companies" ? row.key : row.company) }),
    }));
    return { ...page, rows };
  });
}
