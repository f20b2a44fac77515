import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  citizenExportAsk,
  citizenList,
  citizenListAsk,
  citizenRecord,
  corrected,
  correction,
  revealAsk,
  revealed,
} from "../../../citizens/contract.ts";
import {
  correct,
  correctionProblems,
  exportCitizens,
  isNumberTaken,
  type Looking,
  listCitizens,
  readCitizen,
  reveal,
} from "../../../citizens/public.ts";
import { type Permission, reachOf } from "../../../organisation/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Sees, type Tx } from "../../../platform/db/public.ts";
import { everybodyRestricted, refuseRestricted, restrictedAmong, withoutRestricted } from "../../../privacy/public.ts";
import { otherTimeline } from "../../other-timelines.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { heldBackFrom } from "../held-back.ts";
import { once } from "../once.ts";

const one = z.object({ citizen: z.string().min(1).max(60) });

/** Citizens: the list, search and export, one record, what is unfolded with a reason, and corrections. */
export function citizenRoutes(app: App, desk: Desk): void {
  app.post(
    "/citizens/list",
    {
      schema: {
        summary: "Citizens in sight, found and filtered",
        body: citizenListAsk,
        response: { 200: citizenList },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "citizen.list");
      const who = lookingAs(desk, session);
      return inTenant(desk.runtime.db, session, (tx) => listCitizens(tx, request.body, who));
    },
  );

  app.post(
    "/citizens/export",
    {
      schema: {
        summary: "The list as a file; protected citizens without name",
        body: citizenExportAsk,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const session = await desk.access.allowed(request, "citizen.export");
      const who = lookingAs(desk, session);
      const made = await exportCitizens((work) => inTenant(desk.runtime.db, session, work), request.body, who);
      reply.header("content-disposition", `attachment; filename="${made.fileName}"`).type(made.mediaType);
      return reply.send(made.content);
    },
  );

  app.get(
    "/citizens/:citizen",
    { schema: { summary: "One citizen's record", params: one, response: { 200: citizenRecord } } },
    async (request) => {
      const session = await desk.access.allowed(request, "citizen.read");
      const look = { who: lookingAs(desk, session), others: othersFor(session), isRestricted };
      const found = await inTenant(desk.runtime.db, session, (tx) => readCitizen(tx, request.params.citizen, look));
      if (!found) throw refuse(404, "not_found");
      return found;
    },
  );
  deedRoutes(app, desk);
}

function deedRoutes(app: App, desk: Desk): void {
  app.post(
    "/citizens/:citizen/reveal",
    {
      schema: {
        summary: "Unfold a CPR number, or a protected name and address, with a reason",
        params: one,
        body: revealAsk,
        response: { 200: revealed },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "citizen.reveal");
      const asked = { ask: request.body, who: lookingAs(desk, session) };
      const found = await inTenant(desk.runtime.db, session, (tx) => reveal(tx, request.params.citizen, asked));
      if (!found) throw refuse(404, "not_found");
      return found;
    },
  );

  app.patch(
    "/citizens/:citizen",
    {
      schema: {
        summary: "Correct a citizen's own data or contact details",
        params: one,
        body: correction,
        response: { 200: corrected },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "citizen.write");
      const asked = { change: request.body, who: lookingAs(desk, session) };
      const version = await once(desk, { request, session }, (tx) => correctOrRefuse(tx, request, asked)).catch(
        (error: unknown) => {
          if (!isNumberTaken(error)) throw error;
          throw refuse(400, "bad_request", correctionProblems([{ field: "cpr", code: "number_taken" }]));
        },
      );
      await desk.runtime.recordsChanged(session.municipality);
      return version;
    },
  );
}

type OneCitizen = FastifyRequest<{ Params: z.infer<typeof one> }>;

async function correctOrRefuse(
  tx: Tx,
  { params }: Pick<OneCitizen, "params">,
  asked: Parameters<typeof correct>[2],
): Promise<{ version: string }> {
  await refuseRestricted(tx, [params.citizen]);
  const done = await correct(tx, params.citizen, asked);
  if (done.ok) return { version: done.version };
  if (done.why === "nobody") throw refuse(404, "not_found");
  if (done.why === "faulty") throw refuse(400, "bad_request", correctionProblems(done.faults));
  throw editConflict(done.theirs && { ...done.theirs, who: null });
}

function lookingAs({ runtime, today, dutyDay }: Desk, session: Session): Looking {
  const { municipality, role } = session;
  /** Of somebody whose units are the whole municipality, `unit` is everybody. */
  const reach = (permission: Permission): Sees => {
    const found = reachOf(role, permission);
    return found === "unit" && session.sees === "all" ? "all" : found;
  };
  return {
    municipality,
    user: { label: session.user, role },
    reveals: reach("citizen.reveal"),
    writes: reach("citizen.write"),
    on: dutyDay(municipality),
    today: today(),
    keyring: runtime.keyring,
    people: runtime.people,
    mayLeave: withoutRestricted,
    restricted: everybodyRestricted,
  };
}

async function isRestricted(tx: Tx, citizen: string): Promise<boolean> {
  return (await restrictedAmong(tx, [citizen])).has(citizen);
}

/** What other words know of a citizen, as a session may see it. */
function othersFor(session: Session) {
  return async (tx: Tx, citizen: string) => otherTimeline(tx, citizen, (await heldBackFrom(tx, session)).aside);
}
