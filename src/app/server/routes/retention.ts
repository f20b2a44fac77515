import { z } from "zod";
import { inTenant } from "../../../platform/db/public.ts";
import { day as dayOf } from "../../../platform/kernel/day.ts";
import {
  approve,
  confirmPeriod,
  deletion,
  proposeDeletion,
  retentionAnswer,
  retentionOf,
} from "../../../privacy/public.ts";
import { allFacts } from "../../facts.ts";
import type { App, Desk } from "../desk.ts";
import { once } from "../once.ts";
import { day } from "./asked.ts";
import { actorOf } from "./privacy-people.ts";

const deletionId = z.object({ id: z.uuid() });
const outcome = z.strictObject({ rows: z.int(), snapshots: z.array(z.string()) });

/** How long records are kept, what falls due, and deleting it with four eyes (PRI-DEL). */
export function retentionRoutes(app: App, desk: Desk): void {
  app.get(
    "/privacy/retention",
    {
      schema: {
        summary: "Deletion periods, what falls due, and the deletions so far",
        querystring: z.object({ asOf: day.optional() }),
        response: { 200: retentionAnswer },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.delete");
      const asOf = request.query.asOf ? dayOf(request.query.asOf) : desk.today();
      return inTenant(desk.runtime.db, session, (tx) => retentionOf(tx, { facts: allFacts, asOf }));
    },
  );

  app.post(
    "/privacy/retention",
    {
      schema: {
        summary: "Confirm how long a KLE subject is kept",
        body: z.strictObject({
          kle: z.string().max(20),
          days: z.int().min(1).max(36_600),
          reason: z.string().trim().min(1).max(1000),
        }),
        response: { 200: z.strictObject({ confirmed: z.literal(true) }) },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.handle");
      return once(desk, { request, session }, async (tx) => {
        await confirmPeriod(tx, request.body, actorOf(session));
        return { confirmed: true as const };
      });
    },
  );
  deletionRoutes(app, desk);
}

function deletionRoutes(app: App, desk: Desk): void {
  app.post(
    "/privacy/deletions",
    {
      schema: {
        summary: "Propose to delete what falls due",
        body: z.strictObject({ asOf: day }),
        response: { 200: deletion },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.delete");
      const asked = { facts: allFacts, asOf: dayOf(request.body.asOf), today: desk.today(), by: actorOf(session) };
      return once(desk, { request, session }, (tx) => proposeDeletion(tx, asked));
    },
  );

  app.post(
    "/privacy/deletions/:id/approve",
    {
      schema: {
        summary: "Approve a deletion somebody else proposed",
        params: deletionId,
        body: z.strictObject({}),
        response: { 200: deletion },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "privacy.delete");
      return once(desk, { request, session }, (tx) => approve(tx, request.params.id, actorOf(session)));
    },
  );

  app.post(
    "/privacy/deletions/:id/run",
    {
      schema: {
        summary: "Do an approved deletion, or finish one that was interrupted",
        params: deletionId,
        body: z.strictObject({}),
        response: { 200: outcome },
      },
    },
    async (request) => {
      const { municipality } = await desk.access.allowed(request, "privacy.delete");
      const { rows, snapshots } = await desk.runDeletion({ municipality, id: request.params.id });
      return { rows, snapshots: [...snapshots] };
    },
  );
}
