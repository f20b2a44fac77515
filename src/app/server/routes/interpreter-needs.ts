import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  changedNeed,
  changeNeed,
  citizenOfNeed,
  goneNeed,
  type InterpreterNeeds,
  interpreterNeeds,
  type NeedNoted,
  type Noting,
  newNeed,
  noteNeed,
  readNeeds,
  takeBackNeed,
} from "../../../citizens/public.ts";
import { reachOf } from "../../../organisation/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import { refuseRestricted } from "../../../privacy/public.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { once } from "../once.ts";
import { notingAs } from "./case-entries.ts";

const ofCitizen = z.object({ citizen: z.string().min(1).max(60) });
const one = z.object({ need: z.string().min(1).max(100) });

/** What citizens need to be understood. Whoever books with somebody may note it, as they may book. */
export function interpreterNeedRoutes(app: App, desk: Desk): void {
  app.get(
    "/citizens/:citizen/interpreter",
    { schema: { summary: "A citizen's interpreter needs", params: ofCitizen, response: { 200: interpreterNeeds } } },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.read");
      return inTenant(desk.runtime.db, session, (tx) => answer(tx, request.params.citizen, { desk, session }));
    },
  );

  app.post(
    "/citizens/:citizen/interpreter",
    {
      schema: {
        summary: "Note that a citizen needs an interpreter",
        params: ofCitizen,
        body: newNeed,
        response: { 200: interpreterNeeds },
      },
    },
    (request) =>
      written(desk, request, async (tx, who) => {
        const { citizen } = request.params;
        await refuseRestricted(tx, [citizen]);
        return noteNeed(tx, citizen, { asked: request.body, who });
      }),
  );

  app.patch(
    "/interpreter/:need",
    {
      schema: {
        summary: "Change or end an interpreter need",
        params: one,
        body: changedNeed,
        response: { 200: interpreterNeeds },
      },
    },
    (request) =>
      written(desk, request, async (tx, who) => {
        await refuseOfRestricted(tx, request.params.need);
        return changeNeed(tx, request.params.need, { asked: request.body, who });
      }),
  );

  app.post(
    "/interpreter/:need/gone",
    {
      schema: {
        summary: "Take an interpreter need back",
        params: one,
        body: goneNeed,
        response: { 200: interpreterNeeds },
      },
    },
    (request) =>
      written(desk, request, async (tx, who) => {
        await refuseOfRestricted(tx, request.params.need);
        return takeBackNeed(tx, request.params.need, { version: request.body.version, who });
      }),
  );
}

async function written(
  desk: Desk,
  request: FastifyRequest,
  work: (tx: Tx, who: Noting) => Promise<NeedNoted>,
): Promise<InterpreterNeeds> {
  const session = await desk.access.allowed(request, "contact.write");
  return once(desk, { request, session }, async (tx) => {
    const noted = await work(tx, notingAs(desk, session));
    if (noted.ok) return answer(tx, noted.citizen, { desk, session });
    if (noted.why === "nobody") throw refuse(404, "not_found");
    if (noted.why === "faulty") throw refuse(400, "bad_request", noted.problems);
    if (noted.theirs === null) throw editConflict(null);
    const { version, language, way, sex, from, to, known } = noted.theirs;
    throw editConflict({ version, values: { language, way, sex, from, to }, who: null, when: known });
  });
}

async function answer(
  tx: Tx,
  citizen: string,
  { desk, session }: { readonly desk: Desk; readonly session: Session },
): Promise<InterpreterNeeds> {
  const mayWrite = reachOf(session.role, "contact.write") !== "none";
  const found = await readNeeds(tx, citizen, { who: notingAs(desk, session), mayWrite });
  if (!found) throw refuse(404, "not_found");
  return found;
}

async function refuseOfRestricted(tx: Tx, id: string): Promise<void> {
  const citizen = await citizenOfNeed(tx, id);
  if (citizen !== null) await refuseRestricted(tx, [citizen]);
}
