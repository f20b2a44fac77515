import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InterpreterNeeds } from "../../citizens/public.ts";
import type { Appointment, Calendar, CitizenAppointments, EachDone } from "../../contact/contract.ts";
import type { Meeting, MeetingPage } from "../../contact/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import { readPdf } from "../../platform/testing/read-pdf.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let other: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
}, 180_000);
afterAll(() => desk.close());

const NEED = { language: "arabisk", way: "telefon", sex: "kvinde", from: "2021-12-01" };
const note = <T = InterpreterNeeds>(citizen: string, values: object = {}, as = caseworker) =>
  as.send<T>("POST", `/citizens/${citizen}/interpreter`, { ...NEED, ...values }, randomUUID());
const of = async (citizen: string): Promise<InterpreterNeeds> =>
  (await caseworker.get<InterpreterNeeds>(`/citizens/${citizen}/interpreter`)).body;
const said = ({ problems = [] }: Problem): readonly string[] =>
  problems.map(({ pointer, message }) => `${pointer}: ${message.da}`);
const query = async (text: string): Promise<readonly Record<string, unknown>[]> =>
  (
    await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql.raw<Record<string, unknown>>(text).execute(tx),
    )
  ).rows;
const letterOf = async (appointment: Appointment | undefined): Promise<string> => {
  const { body } = await caseworker.get<Uint8Array>(`/letters/${appointment?.letters.at(-1)?.id}/pdf`);
  return (await readPdf(body)).pages.join(" ").replaceAll(/\s+/g, " ");
};
let starts = 480;
const book = async (citizen: string, values: object = {}): Promise<Appointment> => {
  starts += 30;
  const asked = {
    kind: "jobsamtale",
    form: "telefon",
    day: "2022-01-04",
    starts,
    minutes: 30,
    staff: "m1",
    isDuty: true,
  };
  const { status, body } = await caseworker.send<Appointment>("POST", `/citizens/${citizen}/appointments`, {
    ...asked,
    letter: "da",
    ...values,
  });
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};

describe("an interpreter need (ASK-27)", () => {
  it("is noted on the citizen, ends the one before it, is changed over the version that was seen, and taken back", async () => {
    expect((await note("c01", { language: "dari", from: "2020-01-01" })).status).toBe(200);
    const { body } = await note("c01");
    expect(body.needs.map(({ language, from, to }) => [language, from, to])).toEqual([
      ["arabisk", "2021-12-01", null],
      ["dari", "2020-01-01", "2021-11-30"],
    ]);
    const [need] = body.needs;
    expect(need).toMatchObject({ languageLabel: { da: "arabisk" }, wayLabel: { en: "interpreter by phone" } });
    const change = (version: string | undefined) =>
      caseworker.send<Problem>("PATCH", `/interpreter/${need?.id}`, { ...NEED, way: "video", version });
    expect((await change(need?.version)).status).toBe(200);
    expect((await change(need?.version)).body).toMatchObject({
      code: "edit_conflict",
      theirs: { values: { way: "video" } },
    });
    const [now] = (await of("c01")).needs;
    const gone = await caseworker.send<InterpreterNeeds>("POST", `/interpreter/${now?.id}/gone`, {
      version: now?.version,
    });
    expect(gone.body.needs.map(({ language }) => language)).toEqual(["dari"]);
    const kept = await query(
      "select known_until = '9999-12-31' as now from citizens.interpreter_needs where citizen = 'c01'",
    );
    expect(kept.filter((row) => !row.now).length).toBeGreaterThan(0);
    const [entry] = await query(
      "select keys, change, data from audit.access_log where action = 'citizens.interpreter.note' order by entry desc limit 1",
    );
    expect(entry).toEqual({ keys: ["c01"], change: true, data: ["interpreter_needs"] });
  });

  it("is refused in words at its field: no such language, days that run into another", async () => {
    const unknown = await note<Problem>("c03", { language: "klingon", way: "røgsignal" });
    expect(said(unknown.body)).toEqual([
      "/body/language: Vælg en værdi fra listen.",
      "/body/way: Vælg en værdi fra listen.",
    ]);
    // Nobody needs an interpreter in Danish.
    expect((await note<Problem>("c03", { language: "dansk" })).status).toBe(400);
    await note("c03", { from: "2022-02-01", to: "2022-03-31" });
    expect(said((await note<Problem>("c03")).body)).toEqual([
      "/body/from: Tolk på arabisk er allerede noteret fra 01.02.2022 31.03.2022. Afslut eller ret det først.",
    ]);
    expect(said((await note<Problem>("c03", { to: "2021-11-01" })).body)).toEqual([
      "/body/to: Sidste dag ligger før første dag. Ret en af dem.",
    ]);
  });

  it("is of one's own unit only, not for those who handle no cases, and stays for somebody whose data may only be stored", async () => {
    expect((await note("c01", {}, other)).status).toBe(404);
    expect((await other.get("/citizens/c01/interpreter")).status).toBe(404);
    const analyst = await visitorOf(desk, { role: "analyst" });
    expect((await analyst.get("/citizens/c01/interpreter")).status).toBe(403);
    const officer = await visitorOf(desk, { role: "data_protection" });
    const asked = { kind: "restriction", citizen: "c17", received: "2021-12-01", source: "citizen", details: "uenig" };
    const { body } = await officer.send<{ id: string }>("POST", "/privacy/requests", asked);
    await officer.send("POST", `/privacy/requests/${body.id}/steps`, { kind: "granted", note: "", version: 0 });
    expect((await note<Problem>("c17")).body.code).toBe("person_restricted");
  });

  it("is shown where a conversation is booked, among the day's meetings, and in the letter in a line of its own", async () => {
    await note("c05");
    const { body } = await caseworker.get<CitizenAppointments>("/citizens/c05/appointments");
    expect(body.interpreter).toMatchObject({ language: "arabisk", sexLabel: { da: "kvindelig tolk" } });
    const booked = await book("c05", { parties: ["tolk"] });
    expect(booked.interpreter).toMatchObject({ language: "arabisk" });
    expect(await letterOf(booked)).toContain("Der er bestilt en tolk på arabisk.");
    const without = await book("c05", { starts: 700 });
    expect(await letterOf(without)).toContain("Vi har noteret, at du har brug for tolk på arabisk.");
    const plain = await book("c07", { parties: ["tolk"] });
    expect(plain.interpreter).toBeNull();
    expect(await letterOf(plain)).toContain("Der er bestilt en tolk.");
    const calendar = (await caseworker.get<Calendar>("/calendar?from=2022-01-04")).body;
    expect(calendar.appointments.find(({ id }) => id === booked.id)?.interpreter?.languageLabel.en).toBe("Arabic");
  });

  it("is shown on a group meeting and in its file, and the letter tells which language the meeting is in", async () => {
    const values = {
      kind: "temamoede",
      form: "fremmoede",
      subject: "Rettigheder",
      minutes: 60,
      staff: "m1",
      isDuty: true,
    };
    const plan = (language: string, hour: number) =>
      caseworker.send<Meeting>("POST", "/meetings", {
        ...values,
        language,
        room: 5,
        day: "2022-01-06",
        starts: hour * 60,
      });
    await note("c09");
    const texts: string[] = [];
    for (const [language, hour] of [
      ["arabisk", 9],
      ["engelsk", 11],
    ] as const) {
      const { body: meeting } = await plan(language, hour);
      const asked = { citizens: ["c09", PROTECTED[1]], letter: "da" };
      expect((await caseworker.send<EachDone>("POST", `/meetings/${meeting.id}/places`, asked)).body.done).toBe(2);
      const { people } = (await caseworker.get<MeetingPage>(`/meetings/${meeting.id}`)).body;
      const person = people.find(({ citizen }) => citizen === "c09");
      expect(person?.interpreter?.language).toBe("arabisk");
      texts.push(await letterOf(person));
      const leader = await visitorOf(desk, { role: "manager", staff: "m9", units: ["u"] });
      const file = new TextDecoder().decode((await leader.get<Uint8Array>(`/meetings/${meeting.id}/file`)).body);
      expect(file).toContain("arabisk, telefontolk, kvindelig tolk");
      // Text instead of a blank where a name is masked.
      expect(file).toContain(`${PROTECTED[1]};skjult (navne- og adressebeskyttelse)`);
    }
    expect(texts[0]).toContain("Mødet holdes på arabisk.");
    expect(texts[0]).not.toContain("tolk");
    expect(texts[1]).toContain("Der er ikke tolk på mødet. Sig til, hvis du har brug for tolk på arabisk.");
  });
});
