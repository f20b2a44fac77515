import { z } from "zod";
import { eachDone } from "../../../contact/public.ts";
import {
  changedReminder,
  changeOwnReminder,
  citizenOfReminder,
  citizenReminders,
  followAsk,
  followUp,
  newReminder,
  noteForEach,
  noteForMany,
  type Reminder,
  type ReminderDone,
  readFollowUp,
  readReminders,
  remind,
  reminder,
  undoNotes,
  undoNotesOf,
} from "../../../duties/public.ts";
import { reachOf } from "../../../organisation/public.ts";
import { inTenant } from "../../../platform/db/public.ts";
import { refuseRestricted } from "../../../privacy/public.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { once } from "../once.ts";
import { lookingAs } from "./my-day.ts";

const ofCitizen = z.object({ citizen: z.string().min(1).max(60) });
const one = z.object({ reminder: z.uuid() });

/** What follows one's cases, and one's own reminders. */
export function followUpRoutes(app: App, desk: Desk): void {
  app.get(
    "/my-day/follow-up",
    {
      schema: {
        summary: "News, who was not talked with for long, and one's reminders",
        querystring: followAsk,
        response: { 200: followUp },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.read");
      return inTenant(desk.runtime.db, session, (tx) => readFollowUp(tx, request.query, lookingAs(desk, session)));
    },
  );

  app.get(
    "/citizens/:citizen/reminders",
    { schema: { summary: "Reminders about a citizen", params: ofCitizen, response: { 200: citizenReminders } } },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.read");
      const mayWrite = reachOf(session.role, "duties.remind") !== "none";
      const look = { who: lookingAs(desk, session), mayWrite };
      const found = await inTenant(desk.runtime.db, session, (tx) => readReminders(tx, request.params.citizen, look));
      if (!found) throw refuse(404, "not_found");
      return found;
    },
  );

  app.post(
    "/citizens/:citizen/reminders",
    {
      schema: {
        summary: "Note or reminder of one's own",
        params: ofCitizen,
        body: newReminder,
        response: { 200: reminder },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.remind");
      const who = lookingAs(desk, session);
      const { citizen } = request.params;
      return once(desk, { request, session }, async (tx) => {
        await refuseRestricted(tx, [citizen]);
        return doneOrRefused(await remind(tx, citizen, { asked: request.body, who }));
      });
    },
  );

  app.patch(
    "/reminders/:reminder",
    {
      schema: {
        summary: "Change, share or tick off a reminder of one's own",
        params: one,
        body: changedReminder,
        response: { 200: reminder },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.remind");
      const who = lookingAs(desk, session);
      const id = request.params.reminder;
      return once(desk, { request, session }, async (tx) => {
        const citizen = await citizenOfReminder(tx, id, who);
        if (citizen !== null) await refuseRestricted(tx, [citizen]);
        return doneOrRefused(await changeOwnReminder(tx, id, { asked: request.body, who }));
      });
    },
  );
  manyNotes(app, desk);
}

/** The same note about many at once, each on their own. */
function manyNotes(app: App, desk: Desk): void {
  app.post(
    "/my-day/reminders",
    {
      schema: {
        summary: "Note or reminder of one's own about some citizens; each on their own",
        body: noteForMany,
        response: { 200: eachDone },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.remind");
      return once(desk, { request, session }, (tx) => noteForEach(tx, request.body, lookingAs(desk, session)));
    },
  );

  app.post(
    "/my-day/reminders/undo",
    { schema: { summary: "Take notes back that were just written", body: undoNotes, response: { 200: eachDone } } },
    async (request) => {
      const session = await desk.access.allowed(request, "duties.remind");
      return once(desk, { request, session }, (tx) => undoNotesOf(tx, request.body, lookingAs(desk, session)));
    },
  );
}

function doneOrRefused(done: ReminderDone): Reminder {
  if (done.ok) return done.reminder;
  if (done.why === "nobody") throw refuse(404, "not_found");
  if (done.why !== "conflict") throw refuse(403, "not_allowed");
  const { version, owner, changedAt, text, day, mark } = done.theirs;
  throw editConflict({ version: String(version), values: { text, day, mark }, who: owner, when: changedAt });
}
