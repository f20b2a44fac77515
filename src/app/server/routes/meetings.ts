import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type Attended,
  attendanceAsk,
  attended,
  callOff,
  callOffAsk,
  changedMeeting,
  changeMeeting,
  contactProblems,
  eachDone,
  exportMeeting,
  type Keeping,
  type MeetingDone,
  type MeetingMade,
  makeMeeting,
  meeting,
  meetingChanged,
  meetingPage,
  meetings,
  meetingsAsk,
  newMeeting,
  noteAttendance,
  readMeeting,
  readMeetings,
  signUp,
  signUpAsk,
  timeText,
  undoSignUp,
  undoSignUpAsk,
} from "../../../contact/public.ts";
import { reachOf } from "../../../organisation/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import { csvFile, workbook } from "../../../platform/files/public.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { once } from "../once.ts";
import { keepingAs } from "./contact.ts";
import { asDownload, fileQuery } from "./download.ts";

const one = z.object({ meeting: z.uuid() });

/** Group meetings: which there are, who is signed up, and the list of those for a table on the wall. */
export function meetingRoutes(app: App, desk: Desk): void {
  app.get(
    "/meetings",
    { schema: { summary: "Group meetings", querystring: meetingsAsk, response: { 200: meetings } } },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.read");
      const look = { who: keepingAs(desk, session), mayWrite: mayWrite(session) };
      return inTenant(desk.runtime.db, session, (tx) => readMeetings(tx, request.query, look));
    },
  );

  app.get(
    "/meetings/:meeting",
    { schema: { summary: "A group meeting and who is signed up", params: one, response: { 200: meetingPage } } },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.read");
      const look = { who: keepingAs(desk, session), mayWrite: mayWrite(session) };
      const found = await inTenant(desk.runtime.db, session, (tx) => readMeeting(tx, request.params.meeting, look));
      if (!found) throw refuse(404, "not_found");
      return found;
    },
  );

  app.get(
    "/meetings/:meeting/file",
    {
      schema: {
        summary: "Who is signed up for a group meeting, as a file",
        params: one,
        querystring: fileQuery,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const session = await desk.access.allowed(request, "citizen.export");
      const { format, language } = request.query;
      const asked = { language, who: keepingAs(desk, session) };
      const found = await inTenant(desk.runtime.db, session, (tx) => exportMeeting(tx, request.params.meeting, asked));
      if (!found) throw refuse(404, "not_found");
      const content = format === "csv" ? csvFile(found.rows) : workbook(found.rows, { name: found.name });
      return asDownload(reply, { name: `${found.name}.${format}`, format }).send(content);
    },
  );
  meetingDeeds(app, desk);
  peopleDeeds(app, desk);
}

function meetingDeeds(app: App, desk: Desk): void {
  app.post(
    "/meetings",
    { schema: { summary: "Plan a group meeting", body: newMeeting, response: { 200: meeting } } },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const made = await makeMeeting(tx, request.body, who);
        return made.ok ? made.meeting : refused(made);
      }),
  );

  app.patch(
    "/meetings/:meeting",
    {
      schema: {
        summary: "Change a group meeting for all who have a place",
        params: one,
        body: changedMeeting,
        response: { 200: meetingChanged },
      },
    },
    (request) =>
      written({ desk, request, ofAll: true }, async (tx, who) => {
        const done = await changeMeeting(tx, request.params.meeting, { asked: request.body, who });
        return done.ok ? done.changed : refused(done);
      }),
  );

  app.post(
    "/meetings/:meeting/call-off",
    {
      schema: {
        summary: "Call a group meeting off, and tell all who have a place",
        params: one,
        body: callOffAsk,
        response: { 200: meetingChanged },
      },
    },
    (request) =>
      written({ desk, request, ofAll: true }, async (tx, who) => {
        const done = await callOff(tx, request.params.meeting, { asked: request.body, who });
        return done.ok ? done.changed : refused(done);
      }),
  );
}

function peopleDeeds(app: App, desk: Desk): void {
  app.post(
    "/meetings/:meeting/places",
    {
      schema: {
        summary: "Sign citizens up for a group meeting; each on their own",
        params: one,
        body: signUpAsk,
        response: { 200: eachDone },
      },
    },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const done = await signUp(tx, request.params.meeting, { asked: request.body, who });
        if (!done) throw refuse(404, "not_found");
        return done;
      }),
  );

  app.post(
    "/meetings/:meeting/places/undo",
    {
      schema: {
        summary: "Take sign-ups back that were just made",
        params: one,
        body: undoSignUpAsk,
        response: { 200: eachDone },
      },
    },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const done = await undoSignUp(tx, request.params.meeting, { asked: request.body, who });
        if (!done) throw refuse(404, "not_found");
        return done;
      }),
  );

  app.post(
    "/meetings/:meeting/attendance",
    {
      schema: {
        summary: "Note who came to a group meeting; each on their own",
        params: one,
        body: attendanceAsk,
        response: { 200: attended },
      },
    },
    async (request) => {
      const noted = await written({ desk, request }, async (tx, who) => {
        const done = await noteAttendance(tx, request.params.meeting, { asked: request.body, who });
        return done.ok ? { meeting: done.meeting, each: done.each } : refused(done);
      });
      const { municipality } = await desk.access.session(request);
      // It is stored already: when this fails, the minute's job does it.
      for (const { citizen, isDone } of noted.each.people)
        if (isDone)
          await desk
            .refreshDutiesOf(municipality, citizen)
            .catch((error: unknown) => request.log.warn({ err: error }, "duties are not computed yet"));
      return noted;
    },
  );
}

type Writing = {
  readonly desk: Desk;
  readonly request: FastifyRequest;
  /** Is it done for all who have a place, those of other units too? Whether it may be done is decided by whose the meeting is. */
  readonly ofAll?: boolean;
};

/** Does a deed once, and lets lists and figures know. */
async function written<T>(
  { desk, request, ofAll = false }: Writing,
  work: (tx: Tx, who: Keeping) => Promise<T>,
): Promise<T> {
  const session = await desk.access.allowed(request, "contact.write");
  const reach = ofAll ? { ...session, sees: "all" as const } : session;
  const answer = await once(desk, { request, session: reach }, (tx) => work(tx, keepingAs(desk, session)));
  await desk.runtime.recordsChanged(session.municipality);
  return answer;
}

function mayWrite({ role }: Session): boolean {
  return reachOf(role, "contact.write") !== "none";
}

function refused(done: (MeetingMade | MeetingDone | Attended) & { readonly ok: false }): never {
  if (done.why === "nobody") throw refuse(404, "not_found");
  if (done.why === "faulty") throw refuse(400, "bad_request", contactProblems(done.faults));
  const { version, changedBy, changedAt, kind, subject, place, day, starts, minutes, staff, room } = done.theirs;
  const values = { kind, subject, place, day, starts: timeText(starts), minutes, staff, room };
  throw editConflict({ version: String(version), values, who: changedBy, when: changedAt });
}
