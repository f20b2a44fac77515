import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitizenReminders, FollowUp, Reminder } from "../../duties/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, SECRETS, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let colleague: Visitor;
let other: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  colleague = await visitorOf(desk, { role: "consultant", staff: "m3", units: ["u1"] });
  other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
}, 180_000);
afterAll(() => desk.close());

const follow = async (as: Visitor, query = ""): Promise<FollowUp> => {
  const { status, body } = await as.get<FollowUp>(`/my-day/follow-up${query}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const query = async (text: string): Promise<readonly Record<string, unknown>[]> =>
  (
    await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql.raw<Record<string, unknown>>(text).execute(tx),
    )
  ).rows;
const NOTE = { text: "Ringer på mandag", day: "2022-01-03", mark: "yellow", isShared: false };
const write = (citizen: string, values: object = {}, as = caseworker) =>
  as.send<Reminder>("POST", `/citizens/${citizen}/reminders`, { ...NOTE, ...values }, randomUUID());
const change = <T = Reminder>(to: Reminder, values: object, as = caseworker) => {
  const { text, day, mark, isShared, isDone, version } = to;
  return as.send<T>("PATCH", `/reminders/${to.id}`, { text, day, mark, isShared, isDone, version, ...values });
};
const of = async (citizen: string, as = caseworker): Promise<CitizenReminders> =>
  (await as.get<CitizenReminders>(`/citizens/${citizen}/reminders`)).body;

describe("who was not talked with for long (ASK-16)", () => {
  it("has one's own citizens whose last held conversation is so many weeks ago, longest first", async () => {
    const { notSeen, on } = await follow(caseworker, "?weeks=6");
    // All were talked with on 1 May 2021, and the day is the last of the year.
    expect(on).toBe("2021-12-31");
    expect(notSeen.total).toBe(10);
    expect(notSeen.lines.every(({ last, weeks }) => last === "2021-05-01" && weeks === 34)).toBe(true);
    expect((await follow(caseworker, "?weeks=35")).notSeen.total).toBe(0);
  });

  it("counts what was held, not what was cancelled or missed, and says what is booked", async () => {
    await query(`insert into contact.conversations (municipality, id, citizen, kind, status, day, known_from)
      values ('0316', 'x1', 'c01', 'jobsamtale', 'holdt', '2021-12-20', '2021-12-31'),
        ('0316', 'x2', 'c03', 'jobsamtale', 'udeblevet', '2021-12-20', '2021-12-31')`);
    const asked = {
      kind: "jobsamtale",
      form: "telefon",
      day: "2022-01-04",
      starts: 540,
      minutes: 30,
      staff: "m1",
      isDuty: true,
    };
    expect((await caseworker.send("POST", "/citizens/c03/appointments", asked)).status).toBe(200);
    const { notSeen } = await follow(caseworker);
    const who = new Map(notSeen.lines.map((line) => [line.citizen, line]));
    expect(who.has("c01")).toBe(false);
    expect(who.get("c03")).toMatchObject({ last: "2021-05-01", booked: "2022-01-04" });
  });

  it("does not let a hand-over make anybody seen, but a new case begins anew", async () => {
    await query(`update citizens.responsibilities set known_until = '2021-12-31' where id in ('ac05', 'ac07')`);
    await query(`insert into citizens.responsibilities (municipality, id, citizen, unit, staff, from_day, until_day, known_from) values
      ('0316', 'h1', 'c05', 'u1', 'm9', '2020-01-01', '2021-12-27', '2021-12-31'), ('0316', 'h2', 'c05', 'u1', 'm1', '2021-12-27', '9999-12-31', '2021-12-31'),
      ('0316', 'h3', 'c07', 'u1', 'm1', '2020-01-01', '2021-06-01', '2021-12-31'), ('0316', 'h4', 'c07', 'u1', 'm1', '2021-12-27', '9999-12-31', '2021-12-31')`);
    const seen = (await follow(caseworker)).notSeen.lines.map(({ citizen }) => citizen);
    expect(seen).toContain("c05");
    expect(seen).not.toContain("c07");
  });
});

describe("what is new since one looked last (ASK-18)", () => {
  it("has what became known of one's own citizens after the last day one looked, in words", async () => {
    await query("insert into duties.looks (municipality, who, day) values ('0316', 'test-caseworker', '2021-12-10')");
    const { news } = await follow(caseworker);
    expect(news.since).toBe("2021-12-10");
    expect(news.lines).toContainEqual(
      expect.objectContaining({
        citizen: "c01",
        kind: "talk",
        known: "2021-12-31",
        from: "2021-12-20",
        to: null,
        what: { da: "jobsamtale", en: "job talk" },
      }),
    );
    expect(news.lines.some(({ citizen }) => citizen === "c02")).toBe(false);
    expect((await follow(other)).news.lines.some(({ citizen }) => citizen === "c01")).toBe(false);
  });

  it("is logged with everybody shown", async () => {
    const { news, notSeen, reminders } = await follow(caseworker);
    const [entry] = await query(
      "select keys from audit.access_log where action = 'duties.follow-up' and who = 'test-caseworker' order by entry desc limit 1",
    );
    const shown = new Set([...news.lines, ...notSeen.lines, ...reminders].map(({ citizen }) => citizen));
    expect(new Set(entry?.keys as string[])).toEqual(shown);
  });
});

describe("one's own notes and reminders (ASK-19)", () => {
  it("are on the citizen and on one's day until they are ticked off, and can be taken up again", async () => {
    const { body: note } = await write("c09");
    expect(note).toMatchObject({ ...NOTE, isMine: true, isDone: false, version: 1 });
    const mine = async () => (await follow(caseworker)).reminders.map(({ id }) => id);
    expect(await mine()).toContain(note.id);
    const { body: ticked } = await change(note, { isDone: true });
    expect(await mine()).not.toContain(note.id);
    await change(ticked, { isDone: false });
    expect(await mine()).toContain(note.id);
  });

  it("are not among what is to be done on a day when they have none", async () => {
    const { body: note } = await write("c09", { day: null });
    expect((await follow(caseworker)).reminders.map(({ id }) => id)).not.toContain(note.id);
    expect((await of("c09")).reminders.map(({ id }) => id)).toContain(note.id);
  });

  it("hold no CPR number, and it is said why without repeating it", async () => {
    const { status, body } = await caseworker.send<Problem>("POST", "/citizens/c09/reminders", {
      ...NOTE,
      text: "Ring om 010190-1234",
    });
    expect([status, body.problems?.[0]?.pointer]).toEqual([400, "/body/text"]);
    expect(body.problems?.[0]?.message.da).toContain("CPR");
    expect(JSON.stringify(body)).not.toContain("1234");
  });

  it("are one's own until they are shared, and then others read them and cannot change them", async () => {
    const { body: note } = await write("c11");
    expect((await of("c11", colleague)).reminders).toEqual([]);
    const { body: shared } = await change(note, { isShared: true });
    expect((await of("c11", colleague)).reminders).toMatchObject([{ id: note.id, isMine: false }]);
    expect((await change<Problem>(shared, { text: "min" }, colleague)).status).toBe(403);
    expect((await of("c11")).reminders[0]?.text).toBe(NOTE.text);
  });

  it("are not overwritten by an older page", async () => {
    const { body: note } = await write("c13");
    await change(note, { text: "nyere" });
    const late = await change<Problem>(note, { text: "ældre" });
    expect([late.status, late.body.code]).toEqual([409, "edit_conflict"]);
    expect((await of("c13")).reminders[0]?.text).toBe("nyere");
  });

  it("are refused in words when they are empty or too long, and about people out of sight they are not found", async () => {
    for (const text of ["  ", "x".repeat(301)]) expect((await write("c15", { text })).status).toBe(400);
    expect((await write("c02")).status).toBe(404);
    expect((await other.get("/citizens/c01/reminders")).status).toBe(404);
  });

  it("name nobody who is protected (PRI-UI)", async () => {
    const { body } = await write("p2");
    expect(body).toMatchObject({ citizen: "p2", name: null, isProtected: true });
    const text = JSON.stringify(await follow(caseworker));
    expect(text).toContain(PROTECTED[1]);
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });
});
