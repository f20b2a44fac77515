import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { reachOf } from "../../../organisation/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import { csvFile, workbook } from "../../../platform/files/public.ts";
import { isoDay } from "../../../platform/kernel/day.ts";
import { refuseRestricted } from "../../../privacy/public.ts";
import {
  behindAsk,
  type ChangeAsk,
  type CitizenProgression,
  changeAsk,
  citizenProgression,
  dueAsk,
  dueList,
  groupChange,
  measureAsk,
  peopleBehind,
  remeasureAsk,
  unmeasureAsk,
} from "../../../progression/contract.ts";
import {
  askProblems,
  exportChange,
  type Keeping,
  type MeasuringDone,
  measure,
  measuringProblems,
  readDue,
  readGroupChange,
  readPeopleBehind,
  readProgression,
  remeasure,
  unmeasure,
} from "../../../progression/public.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { heldBackFrom } from "../held-back.ts";
import { once } from "../once.ts";
import { asDownload, fileQuery } from "./download.ts";

const ofCitizen = z.object({ citizen: z.string().min(1).max(60) });
const one = ofCitizen.extend({ instrument: z.string().min(1).max(60), day: z.iso.date() });

/** Progression: what a citizen was measured to, how groups changed with the people behind, and who is due for a measurement. */
export function progressionRoutes(app: App, desk: Desk): void {
  app.get(
    "/citizens/:citizen/progression",
    {
      schema: { summary: "A citizen's progression", params: ofCitizen, response: { 200: citizenProgression } },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "progression.read");
      return inTenant(desk.runtime.db, session, (tx) => answer(tx, request.params.citizen, keepingAs(desk, session)));
    },
  );

  app.get(
    "/progression/due",
    {
      schema: {
        summary: "Citizens whose progression was not measured in their talks",
        querystring: dueAsk,
        response: { 200: dueList },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "progression.read");
      return inTenant(desk.runtime.db, session, (tx) => readDue(tx, request.query, keepingAs(desk, session)));
    },
  );
  figureRoutes(app, desk);
  deedRoutes(app, desk);
}

function figureRoutes(app: App, desk: Desk): void {
  app.get(
    "/progression",
    { schema: { summary: "How groups changed in a period", querystring: changeAsk, response: { 200: groupChange } } },
    async (request) => {
      const session = await desk.access.allowed(request, "progression.figures");
      const who = keepingAs(desk, session);
      return asked(
        request.query,
        await inTenant(desk.runtime.db, session, (tx) => readGroupChange(tx, request.query, who)),
      );
    },
  );

  app.get(
    "/progression/people",
    { schema: { summary: "The people behind a number", querystring: behindAsk, response: { 200: peopleBehind } } },
    async (request) => {
      const session = await desk.access.allowed(request, "progression.figures");
      const who = keepingAs(desk, session);
      return asked(
        request.query,
        await inTenant(desk.runtime.db, session, (tx) => readPeopleBehind(tx, request.query, who)),
      );
    },
  );

  app.get(
    "/progression/file",
    {
      schema: {
        summary: "How groups changed, as a file",
        querystring: changeAsk.extend(fileQuery.shape),
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const session = await desk.access.allowed(request, "progression.figures");
      const who = keepingAs(desk, session);
      const { format, ...wanted } = request.query;
      const made = await inTenant(desk.runtime.db, session, (tx) => exportChange(tx, wanted, who));
      const { name, rows } = asked(wanted, made);
      const content = format === "csv" ? csvFile(rows) : workbook(rows, { name });
      return asDownload(reply, { name: `${name}.${format}`, format }).send(content);
    },
  );
}

function deedRoutes(app: App, desk: Desk): void {
  const response = { 200: citizenProgression };
  app.post(
    "/citizens/:citizen/progression",
    { schema: { summary: "Note a measurement of progression", params: ofCitizen, body: measureAsk, response } },
    (request) =>
      written({ desk, request, citizen: request.params.citizen }, (tx, who) =>
        measure(tx, request.params.citizen, { asked: request.body, who }),
      ),
  );
  app.patch(
    "/citizens/:citizen/progression/:instrument/:day",
    { schema: { summary: "Change a measurement of progression", params: one, body: remeasureAsk, response } },
    (request) =>
      written({ desk, request, citizen: request.params.citizen }, (tx, who) =>
        remeasure(tx, request.params, { asked: request.body, who }),
      ),
  );
  app.post(
    "/citizens/:citizen/progression/:instrument/:day/gone",
    { schema: { summary: "Take a measurement of progression back", params: one, body: unmeasureAsk, response } },
    (request) =>
      written({ desk, request, citizen: request.params.citizen }, (tx, who) =>
        unmeasure(tx, request.params, { version: request.body.version, who }),
      ),
  );
}

type Writing = { readonly desk: Desk; readonly request: FastifyRequest; readonly citizen: string };

/** Does a deed once, and lets the figures know before it answers with the citizen's progression as it is now. */
async function written(
  { desk, request, citizen }: Writing,
  work: (tx: Tx, who: Keeping) => Promise<MeasuringDone>,
): Promise<CitizenProgression> {
  const session = await desk.access.allowed(request, "progression.write");
  const who = keepingAs(desk, session);
  const done = await once(desk, { request, session }, async (tx) => {
    await refuseRestricted(tx, [citizen]);
    const result = await work(tx, who);
    if (!result.ok) throw refusalOf(result);
    return answer(tx, citizen, who);
  });
  await desk.runtime.recordsChanged(session.municipality);
  return done;
}

async function answer(tx: Tx, citizen: string, who: Keeping): Promise<CitizenProgression> {
  const found = await readProgression(tx, citizen, who);
  if (!found) throw refuse(404, "not_found");
  return found;
}

function refusalOf(done: MeasuringDone & { readonly ok: false }): Error {
  if (done.why === "faulty") return refuse(400, "bad_request", measuringProblems(done.faults, done.instrument));
  if (done.why !== "conflict") return done.why === "nobody" ? refuse(404, "not_found") : refuse(400, "case_closed");
  if (done.theirs === null) return editConflict(null);
  const { version, day, values } = done.theirs;
  return editConflict({ version, values: { ...values, day }, who: null, when: null });
}

/** What was asked for, or why it cannot be had. */
function asked<T>(query: Pick<ChangeAsk, "from" | "to">, found: T | null): T {
  if (found === null) throw refuse(400, "bad_request", askProblems(query));
  return found;
}

function keepingAs({ today, dutyDay }: Desk, session: Session): Keeping {
  return {
    user: { label: session.user, role: session.role },
    staff: session.staff,
    on: dutyDay(session.municipality),
    known: isoDay(today()),
    mayWrite: reachOf(session.role, "progression.write") !== "none",
    newId: () => `pm-${randomUUID()}`,
    heldBack: (tx) => heldBackFrom(tx, session),
  };
}
