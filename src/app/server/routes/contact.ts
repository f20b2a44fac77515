import type { FastifyRequest } from "fastify";
import { z } from "zod";
import {
  type Appointment,
  appointment,
  bookAsk,
  calendar,
  calendarAsk,
  citizenAppointments,
  moveAsk,
  reopenAsk,
  settleAsk,
  settled,
} from "../../../contact/contract.ts";
import {
  appointmentCalled,
  type Booked,
  book,
  contactProblems,
  type Keeping,
  move,
  openingHoursOf,
  readAppointments,
  readCalendar,
  reopen,
  type Settled,
  settle,
  timeText,
} from "../../../contact/public.ts";
import { talkBasis } from "../../../duties/public.ts";
import { reachOf } from "../../../organisation/public.ts";
import type { Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import { isoDay } from "../../../platform/kernel/day.ts";
import { refuseRestricted } from "../../../privacy/public.ts";
import type { App, Desk } from "../desk.ts";
import { editConflict, refuse } from "../errors.ts";
import { heldBackFrom } from "../held-back.ts";
import { once } from "../once.ts";

const ofCitizen = z.object({ citizen: z.string().min(1).max(60) });
const one = z.object({ appointment: z.uuid() });

/** Conversations: the calendar, a citizen's appointments, booking, moving, outcomes. */
export function contactRoutes(app: App, desk: Desk): void {
  app.get(
    "/calendar",
    { schema: { summary: "Appointments of some days", querystring: calendarQuery, response: { 200: calendar } } },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.read");
      const { from, days, whose } = request.query;
      const who = keepingAs(desk, session);
      const asked = { from: from ?? isoDay(who.now.day), days, whose };
      return inTenant(desk.runtime.db, session, (tx) => readCalendar(tx, asked, who));
    },
  );

  app.get(
    "/citizens/:citizen/appointments",
    {
      schema: {
        summary: "A citizen's appointments, and what can be booked",
        params: ofCitizen,
        response: { 200: citizenAppointments },
      },
    },
    async (request) => {
      const session = await desk.access.allowed(request, "contact.read");
      const mayWrite = reachOf(session.role, "contact.write") !== "none";
      const look = { who: keepingAs(desk, session), mayWrite };
      const found = await inTenant(desk.runtime.db, session, (tx) =>
        readAppointments(tx, request.params.citizen, look),
      );
      if (!found) throw refuse(404, "not_found");
      return found;
    },
  );
  bookingRoutes(app, desk);
}

const calendarQuery = z.object({
  from: calendarAsk.shape.from.optional(),
  days: z.coerce.number().int().min(1).max(62).default(1),
  whose: calendarAsk.shape.whose.default("mine"),
});

function bookingRoutes(app: App, desk: Desk): void {
  app.post(
    "/citizens/:citizen/appointments",
    { schema: { summary: "Book a conversation", params: ofCitizen, body: bookAsk, response: { 200: appointment } } },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        const { citizen } = request.params;
        const { follows, ...asked } = request.body;
        await refuseRestricted(tx, [citizen]);
        return bookedOrRefused(await book(tx, citizen, { asked, follows, who }));
      }),
  );

  app.patch(
    "/appointments/:appointment",
    {
      schema: { summary: "Move or change an appointment", params: one, body: moveAsk, response: { 200: appointment } },
    },
    (request) =>
      written({ desk, request }, async (tx, who) => {
        await refuseOfRestricted(tx, request.params.appointment);
        return bookedOrRefused(await move(tx, request.params.appointment, { asked: request.body, who }));
      }),
  );

  app.post(
    "/appointments/:appointment/outcome",
    {
      schema: {
        summary: "Tell what became of an appointment, and book the next",
        params: one,
        body: settleAsk,
        response: { 200: settled },
      },
    },
    (request) =>
      written(
        { desk, request, whose: (told: z.infer<typeof settled>) => told.appointment.citizen },
        async (tx, who) => {
          await refuseOfRestricted(tx, request.params.appointment);
          return settledOrRefused(await settle(tx, request.params.appointment, { asked: request.body, who }));
        },
      ),
  );

  app.post(
    "/appointments/:appointment/reopen",
    { schema: { summary: "Take an outcome back", params: one, body: reopenAsk, response: { 200: appointment } } },
    (request) =>
      written({ desk, request, whose: (told: Appointment) => told.citizen }, async (tx, who) => {
        await refuseOfRestricted(tx, request.params.appointment);
        const { version } = request.body;
        return bookedOrRefused(await reopen(tx, request.params.appointment, { version, who }));
      }),
  );
}

/** A deed that is asked for, and of whom its answer changes the duties. */
type Writing<T> = {
  readonly desk: Desk;
  readonly request: FastifyRequest;
  readonly whose?: (answer: T) => string | null;
};

/** Does a deed once, and lets lists, figures and the duties of whom it is about know. */
async function written<T>(
  { desk, request, whose = () => null }: Writing<T>,
  work: (tx: Tx, who: Keeping) => Promise<T>,
): Promise<T> {
  const session = await desk.access.allowed(request, "contact.write");
  const answer = await once(desk, { request, session }, (tx) => work(tx, keepingAs(desk, session)));
  await desk.runtime.recordsChanged(session.municipality);
  const citizen = whose(answer);
  if (citizen !== null)
    // It is stored already: when this fails, the minute's job does it.
    await desk
      .refreshDutiesOf(session.municipality, citizen)
      .catch((error: unknown) => request.log.warn({ err: error }, "duties are not computed yet"));
  return answer;
}

/** Refuses to change an appointment of somebody whose data may only be stored. */
export async function refuseOfRestricted(tx: Tx, id: string): Promise<void> {
  const found = await appointmentCalled(tx, id);
  if (found) await refuseRestricted(tx, [found.citizen]);
}

function bookedOrRefused(done: Booked) {
  return done.ok ? done.appointment : refused(done);
}

function settledOrRefused(done: Settled) {
  return done.ok ? { appointment: done.appointment, next: done.next } : refused(done);
}

function refused(done: (Booked | Settled) & { readonly ok: false }): never {
  if (done.why === "nobody") throw refuse(404, "not_found");
  if (done.why === "faulty") throw refuse(400, "bad_request", contactProblems(done.faults));
  const { version, changedBy, changedAt, kind, form, day, starts, minutes, staff, purpose, note } = done.theirs;
  const values = { kind, form, day, starts: timeText(starts), minutes, staff, purpose, note };
  throw editConflict({ version: String(version), values, who: changedBy, when: changedAt });
}

const COPENHAGEN = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Copenhagen",
  hour: "numeric",
  minute: "numeric",
});

/** Who keeps the calendar in a session. */
export function keepingAs({ today, dutyDay, runtime }: Desk, session: Session): Keeping {
  const [hours = 0, minutes = 0] = COPENHAGEN.format(new Date()).split(":").map(Number);
  return {
    user: { label: session.user, role: session.role },
    staff: session.staff,
    units: session.sees === "all" ? "all" : session.units,
    now: { day: dutyDay(session.municipality), minute: (hours % 24) * 60 + minutes },
    schedule: openingHoursOf(session.municipality),
    known: isoDay(today()),
    post: runtime.post.of(session.municipality),
    basisOf: talkBasis(dutyDay(session.municipality)),
    heldBack: (tx) => heldBackFrom(tx, session),
  };
}
