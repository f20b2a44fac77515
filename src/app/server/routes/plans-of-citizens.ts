import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { reachOf } from "../../../organisation/public.ts";
import {
  beginAsk,
  citizenPlans,
  deedAsk,
  type Plan,
  plan,
  planVersions,
  watch,
  watchAsk,
  writeAsk,
} from "../../../pathways/contract.ts";
import {
  adoptPlan,
  beginPlan,
  endPlan,
  type Keeping,
  type PlanDone,
  planCalled,
  planProblems,
  readPlans,
  readVersions,
  readWatch,
  takeBackPlan,
  writePlan,
} from "../../../pathways/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import { isoDay } from "../../../platform/kernel/day.ts";
import { refuseRestricted } from "../../../privacy/public.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { heldBackFrom } from "../held-back.ts";
import { once } from "../once.ts";

const ofCitizen = z.object({ citizen: z.string().min(1).max(60) });
const one = z.object({ citizenPlan: z.uuid() });

/** The citizens' plans: read, begun, changed, adopted, ended, taken back; and what is watched about them. */
export function citizenPlanRoutes(app: App, desk: Desk): void {
  app.get(
    "/citizens/:citizen/plans",
    {
      schema: {
        summary: "A citizen's plans, and what a new one can be",
        params: ofCitizen,
        response: { 200: citizenPlans },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "plans.read");
      const who = keepingAs(desk, session);
      return found(await inTenant(desk.runtime.db, session, (tx) => readPlans(tx, request.params.citizen, who)));
    },
  );

  app.get(
    "/citizen-plans/:citizenPlan/versions",
    { schema: { summary: "Every version of a citizen's plan", params: one, response: { 200: planVersions } } },
    async (request) => {
      const session = await desk.access.allowed(request, "plans.read");
      const who = keepingAs(desk, session);
      return found(await inTenant(desk.runtime.db, session, (tx) => readVersions(tx, request.params.citizenPlan, who)));
    },
  );

  app.get(
    "/plan-watch",
    {
      schema: {
        summary: "Steps of plans that fall due, and young citizens without a next step",
        querystring: watchAsk,
        response: { 200: watch },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "plans.read");
      const who = keepingAs(desk, session);
      return inTenant(desk.runtime.db, session, (tx) => readWatch(tx, request.query, who));
    },
  );
  writingRoutes(app, desk);
  deedRoutes(app, desk);
}

function writingRoutes(app: App, desk: Desk): void {
  app.post(
    "/citizens/:citizen/plans",
    { schema: { summary: "Begin a plan with a citizen", params: ofCitizen, body: beginAsk, response: { 200: plan } } },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const { citizen } = request.params;
        await refuseRestricted(tx, [citizen]);
        return beginPlan(tx, citizen, { asked: request.body, who });
      }),
  );

  app.patch(
    "/citizen-plans/:citizenPlan",
    { schema: { summary: "Change a citizen's plan", params: one, body: writeAsk, response: { 200: plan } } },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        await refuseOfRestricted(tx, request.params.citizenPlan);
        return writePlan(tx, request.params.citizenPlan, { asked: request.body, who });
      }),
  );
}

function deedRoutes(app: App, desk: Desk): void {
  const schema = { params: one, body: deedAsk, response: { 200: plan } };
  type Request = FastifyRequest & {
    readonly params: z.infer<typeof one>;
    readonly body: z.infer<typeof deedAsk>;
  };
  const doing = (work: typeof adoptPlan) => (request: Request) =>
    written({ desk, request }, async (tx, who) => {
      await refuseOfRestricted(tx, request.params.citizenPlan);
      return work(tx, request.params.citizenPlan, { ...request.body, who });
    });
  app.post(
    "/citizen-plans/:citizenPlan/adopt",
    { schema: { ...schema, summary: "Adopt a citizen's plan" } },
    doing(adoptPlan),
  );
  app.post(
    "/citizen-plans/:citizenPlan/end",
    { schema: { ...schema, summary: "End a citizen's plan" } },
    doing(endPlan),
  );
  app.post(
    "/citizen-plans/:citizenPlan/take-back",
    { schema: { ...schema, summary: "Take the newest version of a citizen's plan back" } },
    doing(takeBackPlan),
  );
}

/** Does a deed once, and lets lists, figures and the citizen's duties know. */
async function written(
  { desk, request }: { readonly desk: Desk; readonly request: FastifyRequest },
  work: (tx: Tx, who: Keeping) => Promise<PlanDone>,
): Promise<Plan> {
  const session = await desk.access.allowed(request, "plans.write");
  const answer = await once(desk, { request, session }, async (tx) =>
    planOrRefused(await work(tx, keepingAs(desk, session))),
  );
  await desk.runtime.recordsChanged(session.municipality);
  // It is stored already: when this fails, the minute's job does it.
  await desk
    .refreshDutiesOf(session.municipality, answer.citizen)
    .catch((error: unknown) => request.log.warn({ err: error }, "duties are not computed yet"));
  return answer;
}

async function refuseOfRestricted(tx: Tx, id: string): Promise<void> {
  const row = await planCalled(tx, id);
  if (row) await refuseRestricted(tx, [row.citizen]);
}

function found<T>(answer: T | null): T {
  if (answer === null) throw refuse(404, "not_found");
  return answer;
}

function planOrRefused(done: PlanDone): Plan {
  if (done.ok) return done.plan;
  if (done.why === "nobody") throw refuse(404, "not_found");
  if (done.why === "faulty") throw refuse(400, "bad_request", planProblems(done.faults));
  // What they wrote is read by the page itself, as every look at a plan is, and logged there.
  const { version, changed_by: who, changed_at: when } = done.theirs;
  throw editConflict({ version: String(version), values: {}, who, when: when.toISOString() });
}

function keepingAs({ today, dutyDay }: Desk, session: Session): Keeping {
  return {
    municipality: session.municipality,
    user: { label: session.user, role: session.role },
    staff: session.staff,
    on: dutyDay(session.municipality),
    known: isoDay(today()),
    mayWrite: reachOf(session.role, "plans.write") !== "none",
    heldBack: (tx) => heldBackFrom(tx, session),
  };
}
