import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type CaseEntries,
  caseEntries,
  changedEntry,
  changeEntry,
  citizenOfEntry,
  ENTRY_KINDS,
  type EntryKind,
  entryProblems,
  goneEntry,
  type Noted,
  type Noting,
  newEntry,
  noteEntry,
  readEntries,
  takeBackEntry,
} from "../../../citizens/public.ts";
import { reachOf } from "../../../organisation/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import { refuseRestricted } from "../../../privacy/public.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { once } from "../once.ts";

const ofCitizen = z.object({ citizen: z.string().min(1).max(60) });
const one = z.object({ kind: z.enum(ENTRY_KINDS), entry: z.string().min(1).max(100) });

/** What is noted in a citizen's case by hand: steps, circumstances, target groups. */
export function caseEntryRoutes(app: App, desk: Desk): void {
  app.get(
    "/citizens/:citizen/case",
    { schema: { summary: "What is noted in a citizen's case", params: ofCitizen, response: { 200: caseEntries } } },
    async (request) => {
      const session = await desk.access.allowed(request, "citizen.read");
      return inTenant(desk.runtime.db, session, (tx) => answer(tx, request.params.citizen, { desk, session }));
    },
  );

  app.post(
    "/citizens/:citizen/case",
    {
      schema: {
        summary: "Note something in a case",
        params: ofCitizen,
        body: newEntry,
        response: { 200: caseEntries },
      },
    },
    (request) =>
      written({ desk, request, kind: request.body.kind }, async (tx, who) => {
        const { citizen } = request.params;
        await refuseRestricted(tx, [citizen]);
        return noteEntry(tx, citizen, { asked: request.body, who });
      }),
  );

  app.patch(
    "/case/:kind/:entry",
    {
      schema: {
        summary: "Change what is noted in a case",
        params: one,
        body: changedEntry,
        response: { 200: caseEntries },
      },
    },
    (request) =>
      written({ desk, request, kind: request.params.kind }, async (tx, who) => {
        const { kind, entry: id } = request.params;
        await refuseOfRestricted(tx, kind, id);
        return changeEntry(tx, { kind, id }, { asked: request.body, who });
      }),
  );

  app.post(
    "/case/:kind/:entry/gone",
    {
      schema: {
        summary: "Take back what is noted in a case",
        params: one,
        body: goneEntry,
        response: { 200: caseEntries },
      },
    },
    (request) =>
      written({ desk, request, kind: request.params.kind }, async (tx, who) => {
        const { kind, entry: id } = request.params;
        await refuseOfRestricted(tx, kind, id);
        return takeBackEntry(tx, { kind, id }, { version: request.body.version, who });
      }),
  );
}

type Writing = { readonly desk: Desk; readonly request: FastifyRequest; readonly kind: EntryKind };

/** Does a deed once, and lets figures and the citizen's duties know before it answers with the case as it is now. */
async function written(
  { desk, request, kind }: Writing,
  work: (tx: Tx, who: Noting) => Promise<Noted>,
): Promise<CaseEntries> {
  const session = await desk.access.allowed(request, "citizen.write");
  const done = await once(desk, { request, session }, async (tx) => {
    const noted = await work(tx, notingAs(desk, session));
    if (!noted.ok) throw refusalOf(noted, kind);
    return { citizen: noted.citizen, entries: await answer(tx, noted.citizen, { desk, session }) };
  });
  await desk.runtime.recordsChanged(session.municipality);
  // It is stored already: when this fails, the minute's job does it.
  await desk
    .refreshDutiesOf(session.municipality, done.citizen)
    .catch((error: unknown) => request.log.warn({ err: error }, "duties are not computed yet"));
  return done.entries;
}

async function answer(
  tx: Tx,
  citizen: string,
  { desk, session }: { readonly desk: Desk; readonly session: Session },
): Promise<CaseEntries> {
  const mayWrite = reachOf(session.role, "citizen.write") !== "none";
  const found = await readEntries(tx, citizen, { who: notingAs(desk, session), mayWrite });
  if (!found) throw refuse(404, "not_found");
  return found;
}

function refusalOf(noted: Noted & { readonly ok: false }, kind: EntryKind): Error {
  if (noted.why === "nobody") return refuse(404, "not_found");
  if (noted.why === "closed") return refuse(400, "case_closed");
  if (noted.why === "follows") return refuse(400, "entry_follows");
  if ("faults" in noted) return refuse(400, "bad_request", entryProblems(kind, noted.faults));
  const theirs = "theirs" in noted ? noted.theirs : null;
  if (theirs === null) return editConflict(null);
  const { version, code, from, to, reason, known } = theirs;
  return editConflict({ version, values: { code, from, to, reason }, who: null, when: known });
}

async function refuseOfRestricted(tx: Tx, kind: EntryKind, id: string): Promise<void> {
  const citizen = await citizenOfEntry(tx, kind, id);
  if (citizen !== null) await refuseRestricted(tx, [citizen]);
}

/** Who notes something in a case in a session. */
export function notingAs({ today, dutyDay }: Desk, session: Session): Noting {
  return {
    user: { label: session.user, role: session.role },
    on: dutyDay(session.municipality),
    today: today(),
    newId: () => `note-${randomUUID()}`,
  };
}
