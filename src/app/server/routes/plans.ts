import { z } from "zod";
import { indicatorResult } from "../../../indicators/contract.ts";
import { fullTimeTable, planContent, planStatus } from "../../../plan/contract.ts";
import { asSeenBy } from "../../../plan/public.ts";
import { isoDay } from "../../../platform/kernel/day.ts";
import { isDiscreet } from "../access.ts";
import type { App, Desk } from "../desk.ts";
import { mistakes, refuse } from "../errors.ts";
import { asked, day, ownPlan, planParams, viewQuery } from "./asked.ts";

const planList = z.strictObject({
  plans: z.array(planContent.pick({ id: true, title: true, municipality: true, from: true, to: true })),
  today: day,
  defaultAsOf: day,
});

const figureBody = z.strictObject({
  indicator: z.string().max(20_000),
  plan: z.string().optional(),
  asOf: day,
  knownAt: day.optional(),
  snapshot: z.string().optional(),
});

/** The plans, their text, their status and their table of full-time persons; one figure by hand. */
export function planRoutes(app: App, desk: Desk): void {
  app.get("/plans", { schema: { summary: "The plans", response: { 200: planList } } }, async (request) => {
    const { municipality } = await desk.access.allowed(request, "plan.read");
    const plans = desk.plans().filter((plan) => plan.municipality === municipality);
    const [first] = plans;
    const opensOn = first ? (await desk.placeOf({ plan: first.id })).asOf : desk.today();
    return { plans, today: isoDay(desk.today()), defaultAsOf: isoDay(opensOn) };
  });

  app.get(
    "/plans/:plan",
    { schema: { summary: "A plan's text and structure", params: planParams, response: { 200: planContent } } },
    async (request) =>
      desk.content(ownPlan(desk, await desk.access.allowed(request, "plan.read"), request.params.plan)),
  );

  app.get(
    "/plans/:plan/status",
    {
      schema: {
        summary: "Every goal of a plan on a day",
        params: planParams,
        querystring: viewQuery,
        response: { 200: planStatus },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "plan.read");
      const plan = ownPlan(desk, session, request.params.plan);
      return asSeenBy(await desk.status({ plan, ...asked(request.query) }), { discreet: isDiscreet(session) });
    },
  );

  app.get(
    "/plans/:plan/table",
    {
      schema: {
        summary: "The table of full-time persons",
        params: planParams,
        querystring: viewQuery,
        response: { 200: fullTimeTable },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "plan.read");
      const plan = ownPlan(desk, session, request.params.plan);
      const table = await desk.table({ plan, ...asked(request.query), discreet: isDiscreet(session) });
      if (!table) throw refuse(404, "not_found");
      return table;
    },
  );

  app.post(
    "/figure",
    { schema: { summary: "One indicator in the plan's YAML", body: figureBody, response: { 200: indicatorResult } } },
    async (request) => {
      const { municipality } = await desk.access.allowed(request, "figure.ask");
      const { indicator, plan, asOf, ...view } = request.body;
      const own = plan === undefined ? {} : { plan: ownPlan(desk, { municipality }, plan) };
      const found = await desk.figure({ indicator, municipality, asOf, ...own, ...asked(view) });
      if (!found.ok) throw refuse(400, "bad_indicator", mistakes(found.problems));
      return found.result;
    },
  );
}
