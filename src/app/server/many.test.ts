import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitizenAppointments, EachDone } from "../../contact/contract.ts";
import type { CitizenReminders } from "../../duties/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, SECRETS, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
}, 180_000);
afterAll(() => desk.close());

const ask = async (path: string, body: object, as = caseworker): Promise<EachDone> => {
  const answer = await as.send<EachDone>("POST", path, body);
  expect([answer.status, answer.body]).toEqual([200, expect.anything()]);
  return answer.body;
};
const whys = ({ people }: EachDone): Readonly<Record<string, string | null>> =>
  Object.fromEntries(people.map(({ citizen, why }) => [citizen, why?.da ?? null]));
const made = ({ people }: EachDone) => people.flatMap((one) => one.made ?? []);
const query = async (text: string): Promise<readonly Record<string, unknown>[]> =>
  (
    await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql.raw<Record<string, unknown>>(text).execute(tx),
    )
  ).rows;
const notes = async (citizen: string): Promise<CitizenReminders["reminders"]> =>
  (await caseworker.get<CitizenReminders>(`/citizens/${citizen}/reminders`)).body.reminders;
const NOTE = { text: "Spørg til CV", day: "2022-01-10", mark: "blue", isShared: false };
const NOBODY = "Borgeren findes ikke her, eller hører til en anden enhed.";

describe("a note about many at once (ASK-14, ASK-19)", () => {
  it("is written for each, said for each who is not found, logged as one deed, and taken back", async () => {
    const citizens = ["c01", "c03", "c02", "ukendt", "c01"];
    const done = await ask("/my-day/reminders", { ...NOTE, citizens });
    expect([done.done, whys(done)]).toEqual([2, { c01: null, c03: null, c02: NOBODY, ukendt: NOBODY }]);
    expect(await notes("c01")).toMatchObject([{ ...NOTE, isDone: false }]);
    const [entry] = await query(
      "select keys, change from audit.access_log where action = 'duties.remind.many' order by entry desc limit 1",
    );
    expect(entry).toEqual({ keys: ["c01", "c03"], change: true });
    const [first] = await notes("c03");
    await caseworker.send("PATCH", `/reminders/${first?.id}`, { ...NOTE, text: "Ændret", isDone: false, version: 1 });
    const undone = await ask("/my-day/reminders/undo", { reminders: made(done) });
    // What was changed since stays; the other stands as done.
    expect([undone.done, whys(undone)]).toEqual([
      1,
      { c01: null, c03: "Andre har ændret noget her siden. Se efter på borgerens side." },
    ]);
    expect((await notes("c01"))[0]).toMatchObject({ isDone: true });
    expect((await notes("c03"))[0]).toMatchObject({ isDone: false, text: "Ændret" });
  });

  it("is refused whole when it holds a CPR number or is about too many, naming the field", async () => {
    const cpr = await caseworker.send<Problem>("POST", "/my-day/reminders", {
      ...NOTE,
      text: "Ring til 610560-0000",
      citizens: ["c05"],
    });
    expect([cpr.status, cpr.body.problems?.map(({ pointer }) => pointer)]).toEqual([400, ["/body/text"]]);
    const many = Array.from({ length: 101 }, (_, at) => `c${at}`);
    const all = await caseworker.send<Problem>("POST", "/my-day/reminders", { ...NOTE, citizens: many });
    expect([all.status, all.body.problems?.map(({ pointer }) => pointer)]).toEqual([400, ["/body/citizens"]]);
    expect(await notes("c05")).toEqual([]);
  });
});

describe("a letter to many at once (ASK-14)", () => {
  const book = (citizen: string, starts: number, letter = "none") =>
    caseworker.send("POST", `/citizens/${citizen}/appointments`, {
      kind: "jobsamtale",
      form: "telefon",
      day: "2022-01-04",
      starts,
      minutes: 30,
      staff: "m1",
      isDuty: true,
      letter,
    });
  const letters = async (citizen: string) =>
    (await caseworker.get<CitizenAppointments>(`/citizens/${citizen}/appointments`)).body.appointments[0]?.letters;

  it("invites those who were not written to, reminds the others, and says who has nothing booked", async () => {
    await book("c05", 540);
    await book("c07", 600, "en");
    const done = await ask("/letters", { citizens: ["c05", "c07", "c09"], language: "da" });
    expect(whys(done)).toEqual({
      c05: null,
      c07: null,
      c09: "Ingen samtale er booket. Book én på borgerens side først.",
    });
    expect((await letters("c05"))?.map(({ template }) => template)).toEqual(["invitation"]);
    expect((await letters("c07"))?.map(({ template }) => template)).toEqual(["invitation", "reminder"]);
    const again = await ask("/letters", { citizens: ["c07"], language: "da" });
    expect(whys(again).c07).toBe("Borgeren er allerede mindet om den næste samtale.");
    const undone = await ask("/letters/undo", { letters: made(done) });
    expect(undone.done).toBe(2);
    expect((await letters("c05"))?.map(({ state }) => state)).toEqual(["withdrawn"]);
    expect((await ask("/letters/undo", { letters: made(done) })).done).toBe(0);
  });

  it("does nothing for somebody whose data may only be stored, and names nobody who is protected", async () => {
    const officer = await visitorOf(desk, { role: "data_protection" });
    const asked = { kind: "restriction", citizen: "c11", received: "2021-12-01", source: "citizen", details: "uenig" };
    const { body } = await officer.send<{ id: string }>("POST", "/privacy/requests", asked);
    await officer.send("POST", `/privacy/requests/${body.id}/steps`, { kind: "granted", note: "", version: 0 });
    const citizens = ["c11", PROTECTED[1]];
    const done = await ask("/my-day/reminders", { ...NOTE, citizens });
    expect(whys(done).c11).toMatch(/^Borgerens oplysninger må kun opbevares/);
    expect(done.people.find(({ citizen }) => citizen === PROTECTED[1])).toMatchObject({
      name: null,
      isProtected: true,
    });
    const consultant = await visitorOf(desk, { role: "consultant", staff: "m3", units: ["u1"] });
    const theirs = await ask("/letters", { citizens, language: "da" }, consultant);
    expect(theirs.people.find(({ citizen }) => citizen === "c11")).toMatchObject({ name: null, isDone: false });
    for (const secret of SECRETS) expect(JSON.stringify([done, theirs])).not.toContain(secret);
    const analyst = await visitorOf(desk, { role: "analyst" });
    expect((await analyst.send("POST", "/letters", { citizens, language: "da" })).status).toBe(403);
    expect((await analyst.send("POST", "/my-day/reminders", { ...NOTE, citizens })).status).toBe(403);
  });
});
