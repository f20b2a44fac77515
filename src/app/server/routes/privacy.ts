import { z } from "zod";
import { inTenant } from "../../../platform/db/public.ts";
import { contextOf } from "../../../platform/secrets/public.ts";
import {
  citizenId,
  gatherPerson,
  liftRestriction,
  newRequest,
  newStep,
  personFile,
  refusal,
  register,
  request as requestAnswer,
  requestsOf,
  restriction,
  standingRestrictions,
  takeStep,
} from "../../../privacy/public.ts";
import { allFacts } from "../../facts.ts";
import type { App, Desk } from "../desk.ts";
import { once } from "../once.ts";
import { actorOf, logLook, personMeant } from "./privacy-people.ts";

const requestId = z.object({ id: z.uuid() });

/** What citizens ask about their data: access, rectification, restriction (GDPR art. 15, 16, 18). */
export function privacyRoutes(app: App, desk: Desk): void {
  requestRoutes(app, desk);
  restrictionRoutes(app, desk);
  app.post(
    "/privacy/person",
    {
      schema: {
        summary: "Everything there is about a person",
        body: z.strictObject({ citizen: citizenId }),
        response: { 200: personFile },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.handle");
      const { municipality } = session;
      return inTenant(desk.runtime.db, session, async (tx) => {
        const { id } = await personMeant(tx, desk, { text: request.body.citizen, municipality });
        const file = await gatherPerson(tx, id, {
          facts: allFacts,
          today: desk.today(),
          unseal: (place, sealed) =>
            desk.runtime.keyring.decrypt(Buffer.from(sealed), contextOf(place, municipality)).toString(),
        });
        await logLook(tx, session, {
          action: "privacy.access",
          citizen: id,
          data: file.sections.map(({ fact }) => fact),
        });
        return file;
      });
    },
  );
}

function requestRoutes(app: App, desk: Desk): void {
  app.get(
    "/privacy/requests",
    {
      schema: {
        summary: "Requests from citizens about their data",
        response: { 200: z.strictObject({ requests: z.array(requestAnswer) }) },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.handle");
      const requests = await inTenant(desk.runtime.db, session, (tx) => requestsOf(tx, { today: desk.today() }));
      return { requests: [...requests] };
    },
  );

  app.post(
    "/privacy/requests",
    { schema: { summary: "Register a request", body: newRequest, response: { 200: requestAnswer } } },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.handle");
      return once(desk, { request, session }, async (tx) => {
        const { id } = await personMeant(tx, desk, { text: request.body.citizen, municipality: session.municipality });
        await logLook(tx, session, { action: "privacy.request", citizen: id });
        return register(tx, { ...request.body, citizen: id }, { by: actorOf(session), today: desk.today() });
      });
    },
  );

  app.post(
    "/privacy/requests/:id/steps",
    {
      schema: {
        summary: "Take the next step of a request",
        params: requestId,
        body: newStep,
        response: { 200: requestAnswer },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.handle");
      return once(desk, { request, session }, async (tx) => {
        const by = { by: actorOf(session), today: desk.today() };
        const taken = await takeStep(tx, { ...request.body, id: request.params.id }, by);
        await logLook(tx, session, { action: "privacy.request", citizen: taken.citizen });
        return taken;
      });
    },
  );
}

function restrictionRoutes(app: App, desk: Desk): void {
  app.get(
    "/privacy/restrictions",
    {
      schema: {
        summary: "People whose data may only be stored",
        response: { 200: z.strictObject({ restrictions: z.array(restriction) }) },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.handle");
      const found = await inTenant(desk.runtime.db, session, standingRestrictions);
      return { restrictions: found.map((one) => ({ ...one, at: new Date(one.at).toISOString() })) };
    },
  );

  app.post(
    "/privacy/restrictions/lift",
    {
      schema: {
        summary: "Lift a restriction",
        body: z.strictObject({ citizen: citizenId }),
        response: { 200: z.strictObject({ lifted: z.literal(true) }) },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.handle");
      const { citizen } = request.body;
      return once(desk, { request, session }, async (tx) => {
        if (!(await liftRestriction(tx, { citizen, who: session.user }))) throw refusal("not_restricted");
        await logLook(tx, session, { action: "privacy.restriction", citizen });
        return { lifted: true as const };
      });
    },
  );
}
