import { z } from "zod";
import {
  type Letter,
  letter,
  letterAsk,
  letterStepAsk,
  lettersInHand,
  lettersInHandAsk,
} from "../../../contact/contract.ts";
import {
  eachDone,
  type LetterDone,
  readCalendarFile,
  readLetterPdf,
  readLettersInHand,
  receiverOf,
  stepWithLetter,
  undoLetters,
  undoLettersAsk,
  writeLetterTo,
  writeManyAsk,
  writeToMany,
} from "../../../contact/public.ts";
import { inTenant } from "../../../platform/db/public.ts";
import { isoDay } from "../../../platform/kernel/day.ts";
import { refuseRestricted } from "../../../privacy/public.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { once } from "../once.ts";
import { keepingAs, refuseOfRestricted } from "./contact.ts";

const one = z.object({ letter: z.uuid() });
const calendarFileQuery = z.object({
  from: z.iso.date().optional(),
  days: z.coerce.number().int().min(1).max(62).default(62),
  whose: lettersInHandAsk.shape.whose.default("mine"),
  language: z.enum(["da", "en"]).default("da"),
});

/** Letters about appointments, and calendars for other programs. */
export function letterRoutes(app: App, desk: Desk): void {
  app.get(
    "/letters",
    {
      schema: {
        summary: "Letters that failed, and letters to print",
        querystring: z.object({ whose: lettersInHandAsk.shape.whose.default("mine") }),
        response: { 200: lettersInHand },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.read");
      const who = keepingAs(desk, session);
      return inTenant(desk.runtime.db, session, (tx) => readLettersInHand(tx, request.query.whose, who));
    },
  );

  app.get(
    "/letters/:letter/pdf",
    { schema: { summary: "A letter as PDF", params: one, produces: ["application/pdf"], response: { 200: z.any() } } },
    async (request, reply) => {
      const session = await desk.access.allowed(request, "contact.read");
      const who = keepingAs(desk, session);
      const found = await inTenant(desk.runtime.db, session, (tx) => readLetterPdf(tx, request.params.letter, who));
      if (!found) throw refuse(404, "not_found");
      reply.header("content-type", "application/pdf");
      reply.header("content-disposition", `inline; filename="${found.name}"`);
      return reply.send(Buffer.from(found.pdf));
    },
  );

  app.get(
    "/calendar/file",
    {
      schema: {
        summary: "Appointments as iCalendar",
        querystring: calendarFileQuery,
        produces: ["text/calendar"],
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const session = await desk.access.allowed(request, "contact.read");
      const who = keepingAs(desk, session);
      const { from = isoDay(who.now.day), ...rest } = request.query;
      const asked = { ...rest, from, origin: desk.login.origin };
      const file = await inTenant(desk.runtime.db, session, (tx) => readCalendarFile(tx, asked, who));
      reply.header("content-type", "text/calendar; charset=utf-8");
      reply.header("content-disposition", 'attachment; filename="springbraet.ics"');
      return reply.send(file);
    },
  );
  letterDeeds(app, desk);
  manyDeeds(app, desk);
}

function letterDeeds(app: App, desk: Desk): void {
  app.post(
    "/appointments/:appointment/letters",
    {
      schema: {
        summary: "Write to the citizen about an appointment",
        params: z.object({ appointment: z.uuid() }),
        body: letterAsk,
        response: { 200: letter },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.write");
      const who = keepingAs(desk, session);
      const { appointment } = request.params;
      return once(desk, { request, session }, async (tx) => {
        await refuseOfRestricted(tx, appointment);
        return doneOrRefused(await writeLetterTo(tx, appointment, { asked: request.body, who }));
      });
    },
  );

  app.post(
    "/letters/:letter",
    {
      schema: {
        summary: "Take a letter back, try again, print it, or note that it is done",
        params: one,
        body: letterStepAsk,
        response: { 200: letter },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.write");
      const who = keepingAs(desk, session);
      const id = request.params.letter;
      return once(desk, { request, session }, async (tx) => {
        const citizen = await receiverOf(tx, id);
        if (citizen !== null) await refuseRestricted(tx, [citizen]);
        return doneOrRefused(await stepWithLetter(tx, id, { ...request.body, who }));
      });
    },
  );
}

/** Letters to many at once, each on their own. */
function manyDeeds(app: App, desk: Desk): void {
  app.post(
    "/letters",
    {
      schema: {
        summary: "Write to citizens about their next conversation; each on their own",
        body: writeManyAsk,
        response: { 200: eachDone },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.write");
      return once(desk, { request, session }, (tx) => writeToMany(tx, request.body, keepingAs(desk, session)));
    },
  );

  app.post(
    "/letters/undo",
    {
      schema: {
        summary: "Take letters back that have not gone",
        body: undoLettersAsk,
        response: { 200: eachDone },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.write");
      return once(desk, { request, session }, (tx) => undoLetters(tx, request.body, keepingAs(desk, session)));
    },
  );
}

function doneOrRefused(done: LetterDone): Letter {
  if (done.ok) return done.letter;
  if (done.why === "nobody") throw refuse(404, "not_found");
  if (done.why !== "conflict") throw refuse(409, "letter_elsewhere");
  const { version, changedBy, changedAt, state } = done.theirs;
  throw editConflict({ version: String(version), values: { state }, who: changedBy, when: changedAt });
}
