import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type CitizenCourses,
  changedRecord,
  citizenCourses,
  courseList,
  courseListAsk,
  goneRecord,
  newRecord,
} from "../../../courses/contract.ts";
import {
  changeRecord,
  citizenOfRecord,
  exportCourseList,
  formOf,
  type Group,
  isGroup,
  type Keeping,
  type Noted,
  noteRecord,
  type RecordForm,
  readCourseList,
  readCourses,
  recordProblems,
  takeBackRecord,
  wiredValues,
} from "../../../courses/public.ts";
import { reachOf } from "../../../organisation/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import { csvFile, workbook } from "../../../platform/files/public.ts";
import { refuseRestricted } from "../../../privacy/public.ts";
import { courseKinds } from "../../courses.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { heldBackFrom } from "../held-back.ts";
import { once } from "../once.ts";
import { asDownload, fileQuery } from "./download.ts";

const ofCitizen = z.object({ citizen: z.string().min(1).max(60) });
const ofFact = z.object({ fact: z.string().min(1).max(60) });
const one = ofFact.extend({ record: z.string().min(1).max(100) });
const ofKind = z.object({ course: z.string().min(1).max(60) });

/** The courses of the sick, of young people and of those under the Integration Act: lists, one citizen's, and what is noted. */
export function courseRoutes(app: App, desk: Desk): void {
  app.get(
    "/courses/:course",
    {
      schema: {
        summary: "The citizens of a group, with how many each filter leaves",
        params: ofKind,
        querystring: courseListAsk,
        response: { 200: courseList },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "courses.read");
      const asked = { asked: request.query, who: keepingAs(desk, session) };
      const kind = groupOf(request.params.course);
      return inTenant(desk.runtime.db, session, (tx) => readCourseList(tx, kind, asked));
    },
  );

  app.get(
    "/courses/:course/file",
    {
      schema: {
        summary: "The citizens of a group as a file",
        params: ofKind,
        querystring: courseListAsk.omit({ page: true }).extend(fileQuery.shape),
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const session = await desk.access.allowed(request, "citizen.export");
      const { format, ...asked } = request.query;
      const kind = groupOf(request.params.course);
      const who = keepingAs(desk, session);
      const { name, rows } = await inTenant(desk.runtime.db, session, (tx) =>
        exportCourseList(tx, kind, { asked, who }),
      );
      const content = format === "csv" ? csvFile(rows) : workbook(rows, { name });
      return asDownload(reply, { name: `${name}.${format}`, format }).send(content);
    },
  );

  app.get(
    "/citizens/:citizen/courses",
    { schema: { summary: "A citizen's courses", params: ofCitizen, response: { 200: citizenCourses } } },
    async (request) => {
      const session = await desk.access.allowed(request, "courses.read");
      return inTenant(desk.runtime.db, session, (tx) => answer(tx, request.params.citizen, { desk, session }));
    },
  );
  writingRoutes(app, desk);
}

function writingRoutes(app: App, desk: Desk): void {
  app.post(
    "/citizens/:citizen/records/:fact",
    {
      schema: {
        summary: "Note something of a citizen's course",
        params: ofCitizen.extend(ofFact.shape),
        body: newRecord,
        response: { 200: citizenCourses },
      },
    },
    (request) =>
      written({ desk, request, fact: request.params.fact }, async (tx, { form, who }) => {
        const { citizen } = request.params;
        await refuseRestricted(tx, [citizen]);
        return noteRecord(tx, citizen, { form, asked: request.body, who });
      }),
  );

  app.patch(
    "/records/:fact/:record",
    {
      schema: {
        summary: "Change what is noted of a course",
        params: one,
        body: changedRecord,
        response: { 200: citizenCourses },
      },
    },
    (request) =>
      written({ desk, request, fact: request.params.fact }, async (tx, { form, who }) => {
        await refuseOfRestricted(tx, form, request.params.record);
        return changeRecord(tx, request.params.record, { form, asked: request.body, who });
      }),
  );

  app.post(
    "/records/:fact/:record/gone",
    {
      schema: {
        summary: "Take back what is noted of a course",
        params: one,
        body: goneRecord,
        response: { 200: citizenCourses },
      },
    },
    (request) =>
      written({ desk, request, fact: request.params.fact }, async (tx, { form, who }) => {
        await refuseOfRestricted(tx, form, request.params.record);
        return takeBackRecord(tx, request.params.record, { form, version: request.body.version, who });
      }),
  );
}

type Writing = { readonly desk: Desk; readonly request: FastifyRequest; readonly fact: string };
type Doing = { readonly form: RecordForm; readonly who: Keeping };

/** Does a deed once, and lets figures and the citizen's duties know before it answers with the courses as they are now. */
async function written(
  { desk, request, fact }: Writing,
  work: (tx: Tx, doing: Doing) => Promise<Noted>,
): Promise<CitizenCourses> {
  const session = await desk.access.allowed(request, "courses.write");
  const form = formOf(courseKinds, fact);
  if (!form) throw refuse(404, "not_found");
  const citizen = await once(desk, { request, session }, async (tx) => {
    const noted = await work(tx, { form, who: keepingAs(desk, session) });
    if (!noted.ok) throw refusalOf(noted, form);
    return noted.citizen;
  });
  await desk.runtime.recordsChanged(session.municipality);
  // It is stored already: when this fails, the minute's job does it.
  await desk
    .refreshDutiesOf(session.municipality, citizen)
    .catch((error: unknown) => request.log.warn({ err: error }, "duties are not computed yet"));
  return inTenant(desk.runtime.db, session, (tx) => answer(tx, citizen, { desk, session }));
}

async function answer(
  tx: Tx,
  citizen: string,
  { desk, session }: { readonly desk: Desk; readonly session: Session },
): Promise<CitizenCourses> {
  const found = await readCourses(tx, citizen, keepingAs(desk, session));
  if (!found) throw refuse(404, "not_found");
  return found;
}

function groupOf(id: string): Group {
  const found = courseKinds.filter(isGroup).find((kind) => kind.id === id);
  if (!found) throw refuse(404, "not_found");
  return found;
}

function refusalOf(noted: Noted & { readonly ok: false }, { fact }: RecordForm): Error {
  if (noted.why === "nobody") return refuse(404, "not_found");
  if (noted.why === "closed") return refuse(400, "case_closed");
  if ("faults" in noted) return refuse(400, "bad_request", recordProblems(noted.faults));
  const theirs = "theirs" in noted ? noted.theirs : null;
  if (theirs === null) return editConflict(null);
  const { version, known } = theirs;
  return editConflict({ version, values: wiredValues(fact, theirs), who: null, when: known });
}

async function refuseOfRestricted(tx: Tx, { fact }: RecordForm, id: string): Promise<void> {
  const citizen = await citizenOfRecord(tx, fact, id);
  if (citizen !== null) await refuseRestricted(tx, [citizen]);
}

function keepingAs({ today, dutyDay }: Desk, session: Session): Keeping {
  return {
    kinds: courseKinds,
    municipality: session.municipality,
    user: { label: session.user, role: session.role },
    staff: session.staff,
    on: dutyDay(session.municipality),
    today: today(),
    mayWrite: reachOf(session.role, "courses.write") !== "none",
    newId: () => `note-${randomUUID()}`,
    heldBack: (tx) => heldBackFrom(tx, session),
  };
}
