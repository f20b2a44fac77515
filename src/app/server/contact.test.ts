import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Appointment, Calendar, CitizenAppointments } from "../../contact/contract.ts";
import type { CitizenDuties, MyDay } from "../../duties/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let other: Visitor;
let analyst: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
  analyst = await visitorOf(desk, { role: "analyst" });
}, 180_000);
afterAll(() => desk.close());

/** The first working day of 2022; the desk's today is the last of 2021. */
const MONDAY = "2022-01-03";
const asked = (values: object = {}): object => ({
  kind: "jobsamtale",
  form: "telefon",
  day: MONDAY,
  starts: 540,
  minutes: 45,
  staff: "m1",
  isDuty: true,
  purpose: "Næste skridt",
  ...values,
});
const book = async (citizen: string, values: object = {}, as = caseworker): Promise<Appointment> => {
  const { status, body } = await as.send<Appointment>("POST", `/citizens/${citizen}/appointments`, asked(values));
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const tell = <T = { appointment: Appointment; next: Appointment | null }>(id: string, outcome: object) =>
  caseworker.send<T>("POST", `/appointments/${id}/outcome`, outcome);
const of = async (citizen: string): Promise<CitizenAppointments> =>
  (await caseworker.get<CitizenAppointments>(`/citizens/${citizen}/appointments`)).body;
const said = ({ problems = [] }: Problem): readonly string[] =>
  problems.map(({ pointer, message }) => `${pointer}: ${message.da}`);
const query = async <Row>(text: string): Promise<readonly Row[]> =>
  (await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) => sql.raw<Row>(text).execute(tx))).rows;

/** Lets a booked day pass, as waiting would. */
const letPass = (id: string) =>
  inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
    sql`update contact.appointments set day = '2021-12-20' where id = ${id}::uuid`.execute(tx),
  );

describe("booking a conversation (CON-01, CON-02, ASK-18)", () => {
  it("puts it in the caseworker's calendar and on the citizen, and logs it", async () => {
    const booked = await book("c01");
    expect(booked).toMatchObject({ state: "booked", version: 1, name: "Åse Prøve c01", staffName: "Sagsbehandler Et" });
    const { body } = await caseworker.get<Calendar>(`/calendar?from=${MONDAY}&days=5`);
    expect(body.appointments.map(({ id }) => id)).toContain(booked.id);
    expect((await of("c01")).appointments.map(({ id }) => id)).toEqual([booked.id]);
    const log = await query<{ action: string; keys: string[] }>(
      "select action, keys from audit.access_log where action = 'contact.book' order by entry desc limit 1",
    );
    expect(log).toEqual([{ action: "contact.book", keys: ["c01"] }]);
  });

  it("is refused in words with the field, the reason and the nearest free time", async () => {
    await book("c03", { starts: 660 });
    const refused = await caseworker.send<Problem>("POST", "/citizens/c05/appointments", asked({ starts: 690 }));
    expect(refused.status).toBe(400);
    expect(said(refused.body)).toEqual([
      "/body/starts: Medarbejderen er optaget 11.00-11.45. Næste ledige tid er 03.01.2022 kl. 11.45.",
    ]);
    const weekend = await caseworker.send<Problem>("POST", "/citizens/c05/appointments", asked({ day: "2022-01-01" }));
    expect(said(weekend.body)).toEqual([
      "/body/day: Jobcentret har lukket den dag. Næste ledige tid er 03.01.2022 kl. 8.00.",
    ]);
    const unknown = asked({ kind: "kaffe", form: "røgsignal", staff: "m77" });
    expect(said((await caseworker.send<Problem>("POST", "/citizens/c05/appointments", unknown)).body)).toHaveLength(3);
    expect((await of("c05")).appointments).toEqual([]);
  });

  it("gives one time to one of two who book it at the same moment", async () => {
    const both = await Promise.all(
      ["c07", "c09"].map((citizen) =>
        caseworker.send("POST", `/citizens/${citizen}/appointments`, asked({ starts: 840, day: "2022-01-04" })),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  it("is done once when the same request comes twice", async () => {
    const key = randomUUID();
    const send = () =>
      caseworker.send<Appointment>("POST", "/citizens/c11/appointments", asked({ day: "2022-01-05" }), key);
    const [first, second] = [await send(), await send()];
    expect(second.body.id).toBe(first.body.id);
    expect((await of("c11")).appointments).toHaveLength(1);
  });

  it("is for the citizens of one's own unit only, and for nobody who handles no cases", async () => {
    const outside = await other.send("POST", "/citizens/c01/appointments", asked({ staff: "m2", starts: 780 }));
    expect(outside.status).toBe(404);
    expect((await other.get("/citizens/c01/appointments")).status).toBe(404);
    expect((await other.get("/citizens/c01/duties")).status).toBe(404);
    expect((await analyst.get("/calendar")).status).toBe(403);
    const { body } = await other.get<Calendar>(`/calendar?from=${MONDAY}&days=5&whose=unit`);
    expect(body.appointments).toEqual([]);
  });

  it("is not made for somebody whose data may only be stored, and stands with a mark, or is counted as left out (GDPR art. 18)", async () => {
    const booked = await book("c05", { day: "2022-01-18" });
    const officer = await visitorOf(desk, { role: "data_protection" });
    const asked18 = {
      kind: "restriction",
      citizen: "c05",
      received: "2021-12-01",
      source: "citizen",
      details: "uenig",
    };
    const { body } = await officer.send<{ id: string }>("POST", "/privacy/requests", asked18);
    const step = { kind: "granted", note: "", version: 0 };
    expect((await officer.send("POST", `/privacy/requests/${body.id}/steps`, step)).status).toBe(200);
    const seenBy = async (visitor: Visitor): Promise<object> => {
      const { aside, restricted, appointments } = (await visitor.get<Calendar>("/calendar?from=2022-01-18&whose=unit"))
        .body;
      return { aside, restricted, shown: appointments.some(({ id }) => id === booked.id) };
    };
    const consultant = await visitorOf(desk, { role: "consultant", staff: "m9", units: ["u1"] });
    expect(await seenBy(consultant)).toEqual({ aside: 1, restricted: [], shown: false });
    expect(await seenBy(caseworker)).toEqual({ aside: 0, restricted: ["c05"], shown: true });
    const day = (visitor: Visitor) => visitor.get<MyDay>("/my-day?whose=unit");
    expect([(await day(consultant)).body.aside, (await day(caseworker)).body.aside]).toEqual([1, 0]);
    const duties = await consultant.get<CitizenDuties>("/citizens/c05/duties");
    expect(duties.body).toMatchObject({ isAside: true, lines: [] });
    const own = await caseworker.get<CitizenDuties>("/citizens/c05/duties");
    expect([own.body.isAside, own.body.lines.length > 0, own.body.lines.every((line) => line.isRestricted)]).toEqual([
      false,
      true,
      true,
    ]);
    const again = await caseworker.send<Problem>("POST", "/citizens/c05/appointments", asked({ day: "2022-01-19" }));
    expect([again.status, again.body.code]).toEqual([400, "person_restricted"]);
    expect((await officer.send("POST", "/privacy/restrictions/lift", { citizen: "c05" })).status).toBe(200);
    expect(await seenBy(consultant)).toEqual({ aside: 0, restricted: [], shown: true });
  });

  it("shows a protected citizen without name", async () => {
    const id = PROTECTED.find((_, at) => at % 2 === 1) ?? "p2";
    const mine = (await caseworker.get<CitizenAppointments>(`/citizens/${id}/appointments`)).body.may.write;
    if (!mine) throw new Error("the protected citizen is in the other team");
    const booked = await book(id, { day: "2022-01-06" });
    expect([booked.name, booked.isProtected]).toEqual([null, true]);
  });
});

describe("moving a conversation (ASK-36)", () => {
  it("keeps what stood before, and gives the second of two editors the choice", async () => {
    const booked = await book("c13", { day: "2022-01-07" });
    const moved = await caseworker.send<Appointment>(
      "PATCH",
      `/appointments/${booked.id}`,
      asked({ day: "2022-01-07", starts: 600, version: 1 }),
    );
    expect(moved.body).toMatchObject({ starts: 600, version: 2 });
    const late = await caseworker.send<Problem>(
      "PATCH",
      `/appointments/${booked.id}`,
      asked({ day: "2022-01-10", version: 1 }),
    );
    expect(late.status).toBe(409);
    expect(late.body.theirs).toMatchObject({ version: "2", values: { starts: "10.00" } });
    const kept = await query<{ was: { starts: number } }>(
      `select was from contact.earlier_appointments where appointment = '${booked.id}'`,
    );
    expect(kept.map(({ was }) => was.starts)).toEqual([540]);
  });
});

describe("what became of a conversation (CON-04, CON-05, CON-06)", () => {
  it("stands among the conversations, and the next one is agreed in the same step", async () => {
    const booked = await book("c15", { day: "2022-01-11" });
    expect((await tell(booked.id, { version: 1, outcome: "held" })).status).toBe(400);
    await letPass(booked.id);
    const next = asked({ day: "2022-02-01" });
    const done = await tell(booked.id, { version: 1, outcome: "held", note: "Søger i køkkener.", next });
    expect(done.body.appointment).toMatchObject({ state: "held", note: "Søger i køkkener." });
    expect(done.body.next).toMatchObject({ day: "2022-02-01", state: "booked" });
    const told = await query(
      `select kind, form, status, day::text from contact.conversations where id like 'aftale-${booked.id}%' and known_until = '9999-12-31'`,
    );
    expect(told).toEqual([{ kind: "jobsamtale", form: "telefon", status: "holdt", day: "2021-12-20" }]);
  });

  it("is not half stored when the next one cannot be had", async () => {
    const booked = await book("c17", { day: "2022-01-12" });
    await letPass(booked.id);
    const refused = await tell<Problem>(booked.id, {
      version: 1,
      outcome: "held",
      next: asked({ day: "2022-01-15" }),
    });
    expect(said(refused.body)).toEqual([
      "/body/next/day: Jobcentret har lukket den dag. Næste ledige tid er 17.01.2022 kl. 8.00.",
    ]);
    expect((await of("c17")).appointments.map(({ state, version }) => [state, version])).toEqual([["booked", 1]]);
  });

  it("asks for a decision when somebody with a duty did not come, and can be taken back", async () => {
    const booked = await book("c01", { day: "2022-01-13" });
    await letPass(booked.id);
    expect(said((await tell<Problem>(booked.id, { version: 1, outcome: "missed" })).body)).toEqual([
      "/body/decision: Vælg, hvad der besluttes. Vælg “Ikke besluttet endnu”, hvis det må vente.",
    ]);
    const missed = await tell(booked.id, { version: 1, outcome: "missed", decision: "hearing", reason: "Ikke oplyst" });
    expect(missed.body.appointment).toMatchObject({ state: "missed", decision: "hearing", version: 2 });
    const back = await caseworker.send<Appointment>("POST", `/appointments/${booked.id}/reopen`, { version: 2 });
    expect(back.body).toMatchObject({ state: "booked", version: 3 });
    const told = await query(
      `select 1 from contact.conversations where id like 'aftale-${booked.id}%' and known_until = '9999-12-31'`,
    );
    expect(told).toEqual([]);
    expect((await tell(booked.id, { version: 3, outcome: "held" })).body.appointment.state).toBe("held");
  });
});
