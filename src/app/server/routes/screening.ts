import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { reachOf } from "../../../organisation/public.ts";
import { FEWEST_PEOPLE } from "../../../plan/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import { isoDay } from "../../../platform/kernel/day.ts";
import { refuseRestricted } from "../../../privacy/public.ts";
import {
  answersAsk,
  archetypeAsk,
  type CitizenScreening,
  citizenScreening,
  conclusionAsk,
  goneAsk,
  review,
  reviewAsk,
  reviewRows,
  reviewRowsAsk,
  screeningWatch,
  screeningWatchAsk,
} from "../../../screening/contract.ts";
import {
  answer,
  chooseArchetype,
  citizenOf,
  conclude,
  type Done,
  type Keeping,
  type Reviewing,
  readReview,
  readReviewRows,
  readScreening,
  readScreeningWatch,
  screeningProblems,
  takeBackArchetype,
  takeBackConclusion,
} from "../../../screening/public.ts";
import { definitions } from "../../screenings.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { heldBackFrom } from "../held-back.ts";
import { once } from "../once.ts";

const ofCitizen = z.object({ citizen: z.string().min(1).max(60) });
const ofScreening = ofCitizen.extend({ screening: z.string().min(1).max(60) });
const one = z.object({ entry: z.string().min(1).max(100) });

/** Screenings for risk and archetypes: a citizen's, what is to be done about them, and the review of fairness. */
export function screeningRoutes(app: App, desk: Desk): void {
  app.get(
    "/citizens/:citizen/screening",
    {
      schema: {
        summary: "A citizen's screenings and archetypes",
        params: ofCitizen,
        response: { 200: citizenScreening },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "screening.read");
      const who = keepingAs(desk, session);
      return found(await inTenant(desk.runtime.db, session, (tx) => readScreening(tx, request.params.citizen, who)));
    },
  );

  app.get(
    "/screening-watch",
    {
      schema: {
        summary: "New cases not screened yet, and people at risk without an early effort",
        querystring: screeningWatchAsk,
        response: { 200: screeningWatch },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "screening.read");
      const who = keepingAs(desk, session);
      return inTenant(desk.runtime.db, session, (tx) => readScreeningWatch(tx, request.query, who));
    },
  );
  reviewRoutes(app, desk);
  writingRoutes(app, desk);
  archetypeRoutes(app, desk);
}

function reviewRoutes(app: App, desk: Desk): void {
  app.get(
    "/screening-review",
    {
      schema: { summary: "A screening reviewed for fairness", querystring: reviewAsk, response: { 200: review } },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "screening.review");
      const reviewing = reviewingAs(desk, session);
      return found(await inTenant(desk.runtime.db, session, (tx) => readReview(tx, request.query, reviewing)));
    },
  );

  app.get(
    "/screening-review/rows",
    {
      schema: {
        summary: "The people behind a number of a screening's review",
        querystring: reviewRowsAsk,
        response: { 200: reviewRows },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "figure.open");
      const reviewing = reviewingAs(desk, session);
      return found(await inTenant(desk.runtime.db, session, (tx) => readReviewRows(tx, request.query, reviewing)));
    },
  );
}

function writingRoutes(app: App, desk: Desk): void {
  const response = { 200: citizenScreening };
  app.post(
    "/citizens/:citizen/screening/:screening/answers",
    { schema: { summary: "Record answers in a screening", params: ofScreening, body: answersAsk, response } },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const { citizen, screening } = request.params;
        await refuseRestricted(tx, [citizen]);
        return answer(tx, citizen, { screening, asked: request.body, who });
      }),
  );

  app.post(
    "/citizens/:citizen/screening/:screening/conclusion",
    { schema: { summary: "Record the conclusion of a screening", params: ofScreening, body: conclusionAsk, response } },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const { citizen, screening } = request.params;
        await refuseRestricted(tx, [citizen]);
        return conclude(tx, citizen, { screening, asked: request.body, who });
      }),
  );

  app.post(
    "/screening-conclusions/:entry/gone",
    { schema: { summary: "Take the conclusion of a screening back", params: one, body: goneAsk, response } },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const { entry } = request.params;
        await refuseOfRestricted(tx, "conclusion", entry);
        return takeBackConclusion(tx, entry, { version: request.body.version, who });
      }),
  );
}

function archetypeRoutes(app: App, desk: Desk): void {
  const response = { 200: citizenScreening };
  app.post(
    "/citizens/:citizen/archetype",
    { schema: { summary: "Choose a citizen's archetype", params: ofCitizen, body: archetypeAsk, response } },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const { citizen } = request.params;
        await refuseRestricted(tx, [citizen]);
        return chooseArchetype(tx, citizen, { asked: request.body, who });
      }),
  );

  app.post(
    "/archetypes/:entry/gone",
    { schema: { summary: "Take a citizen's archetype back", params: one, body: goneAsk, response } },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const { entry } = request.params;
        await refuseOfRestricted(tx, "archetype", entry);
        return takeBackArchetype(tx, entry, { version: request.body.version, who });
      }),
  );
}

/** Does a deed once, and lets lists and figures know before it answers with the screenings as they are now. */
async function written(
  { desk, request }: { readonly desk: Desk; readonly request: FastifyRequest },
  work: (tx: Tx, who: Keeping) => Promise<Done>,
): Promise<CitizenScreening> {
  const session = await desk.access.allowed(request, "screening.write");
  const who = keepingAs(desk, session);
  const done = await once(desk, { request, session }, async (tx) => {
    const citizen = citizenOrRefused(await work(tx, who));
    return found(await readScreening(tx, citizen, who));
  });
  await desk.runtime.recordsChanged(session.municipality);
  return done;
}

async function refuseOfRestricted(tx: Tx, what: "conclusion" | "archetype", id: string): Promise<void> {
  const citizen = await citizenOf(tx, what, id);
  if (citizen !== null) await refuseRestricted(tx, [citizen]);
}

function found<T>(answer: T | null): T {
  if (answer === null) throw refuse(404, "not_found");
  return answer;
}

function citizenOrRefused(done: Done): string {
  if (done.ok) return done.citizen;
  if (done.why === "nobody") throw refuse(404, "not_found");
  if (done.why === "closed") throw refuse(400, "case_closed");
  if (done.why === "faulty") throw refuse(400, "bad_request", screeningProblems(done.faults));
  const theirs = "theirs" in done ? done.theirs : null;
  throw editConflict(theirs && { ...theirs, values: { ...theirs.values }, who: null, when: null });
}

function reviewingAs(desk: Desk, session: Session): Reviewing {
  const isStaff = reachOf(session.role, "figure.small") !== "none";
  return {
    who: keepingAs(desk, session),
    fewest: isStaff ? null : FEWEST_PEOPLE,
    mayOpen: reachOf(session.role, "figure.open") !== "none",
  };
}

function keepingAs({ today, dutyDay }: Desk, session: Session): Keeping {
  return {
    municipality: session.municipality,
    user: { label: session.user, role: session.role },
    staff: session.staff,
    on: dutyDay(session.municipality),
    known: isoDay(today()),
    mayWrite: reachOf(session.role, "screening.write") !== "none",
    definitions,
    newId: () => `scr-${randomUUID()}`,
    heldBack: (tx) => heldBackFrom(tx, session),
  };
}
