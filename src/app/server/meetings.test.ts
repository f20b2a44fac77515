import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Calendar, CitizenAppointments } from "../../contact/contract.ts";
import type { EachDone, Meeting, MeetingChanged, MeetingPage, Meetings } from "../../contact/public.ts";
import type { CitizenDuties } from "../../duties/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import { readPdf } from "../../platform/testing/read-pdf.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, SECRETS, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let other: Visitor;
let leader: Visitor;
let log = "";

beforeAll(async () => {
  desk = await openProtectedDesk({
    onLog: (line) => {
      log += line;
    },
  });
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
  leader = await visitorOf(desk, { role: "manager", staff: "m9", units: ["u"] });
}, 180_000);
afterAll(() => desk.close());

/** The desk's today is the last of 2021; each meeting has an hour of its own. */
const MONDAY = "2022-01-03";
let hour = 7;
let days = 3;
const nextTime = (): { day: string; starts: number } => {
  hour += 1;
  if (hour > 14) [hour, days] = [8, days + 1];
  return { day: `2022-01-${String(days).padStart(2, "0")}`, starts: hour * 60 };
};
const VALUES = {
  kind: "temamoede",
  form: "fremmoede",
  subject: "Job i Sverige",
  place: "Biblioteket, sal 2",
  language: "dansk",
  minutes: 60,
  staff: "m1",
  isDuty: true,
  room: 3,
};
const plan = async (values: object = {}, as = caseworker): Promise<Meeting> => {
  const { status, body } = await as.send<Meeting>("POST", "/meetings", { ...VALUES, ...nextTime(), ...values });
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
type Asking = { readonly letter?: "da" | "en" | "none"; readonly as?: Visitor };
const signUp = async (
  meeting: Meeting,
  citizens: readonly string[],
  { letter = "none", as = caseworker }: Asking = {},
) => {
  const asked = { citizens, letter };
  const { status, body } = await as.send<EachDone>("POST", `/meetings/${meeting.id}/places`, asked, randomUUID());
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const page = async ({ id }: Meeting, as = caseworker): Promise<MeetingPage> =>
  (await as.get<MeetingPage>(`/meetings/${id}`)).body;
const listed = async (query = "", as = caseworker): Promise<Meetings> =>
  (await as.get<Meetings>(`/meetings${query}`)).body;
const of = async (citizen: string, as = caseworker): Promise<CitizenAppointments> =>
  (await as.get<CitizenAppointments>(`/citizens/${citizen}/appointments`)).body;
const whys = ({ people }: EachDone): readonly (string | null)[] => people.map(({ why }) => why?.da ?? null);
const said = ({ problems = [] }: Problem): readonly string[] =>
  problems.map(({ pointer, message }) => `${pointer}: ${message.da}`);
const query = async <Row>(text: string): Promise<readonly Row[]> =>
  (await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) => sql.raw<Row>(text).execute(tx))).rows;
/** Lets a meeting's day pass, as waiting would. */
const letPass = async ({ id }: Meeting): Promise<void> => {
  await query(`update contact.meetings set day = '2021-12-20' where id = '${id}'`);
  await query(`update contact.appointments set day = '2021-12-20' where meeting = '${id}'`);
};

describe("planning a group meeting (CON-01, CON-07, CON-08, CON-11)", () => {
  it("puts it on the list and in the calendar of whoever holds it, as one meeting", async () => {
    const meeting = await plan();
    expect(meeting).toMatchObject({ taken: 0, state: "planned", isMine: true, staffName: "Sagsbehandler Et" });
    expect((await listed()).meetings.map(({ id }) => id)).toContain(meeting.id);
    await signUp(meeting, ["c01", "c03"]);
    const { body } = await caseworker.get<Calendar>(`/calendar?from=${meeting.day}`);
    expect(body.meetings).toMatchObject([{ id: meeting.id, taken: 2, room: 3, subject: "Job i Sverige" }]);
    const file = await caseworker.get<Uint8Array>(`/calendar/file?from=${meeting.day}&days=1`);
    const text = new TextDecoder().decode(file.body);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain(`UID:${meeting.id}`);
  });

  it("is refused in words: a kind for one, a language nobody knows, a closed day, a time that is taken", async () => {
    const bad = { kind: "jobsamtale", language: "klingon", staff: "m77" };
    const refused = await caseworker.send<Problem>("POST", "/meetings", { ...VALUES, ...nextTime(), ...bad });
    expect(refused.status).toBe(400);
    expect(said(refused.body)).toEqual([
      "/body/kind: Den samtaleart holdes med én borger. Vælg en fra listen.",
      "/body/language: Vælg et sprog fra listen.",
      "/body/staff: Medarbejderen arbejder ikke i jobcentret i dag. Vælg en anden.",
    ]);
    const meeting = await plan();
    const taken = { day: meeting.day, starts: meeting.starts + 30 };
    const clash = await caseworker.send<Problem>("POST", "/meetings", { ...VALUES, ...taken });
    expect(said(clash.body)[0]).toMatch(/^\/body\/starts: Medarbejderen er optaget/);
    const booking = { kind: "jobsamtale", form: "telefon", minutes: 30, staff: "m1", isDuty: true, ...taken };
    const talk = await caseworker.send<Problem>("POST", "/citizens/c05/appointments", booking);
    expect(said(talk.body)[0]).toMatch(/^\/body\/starts: Medarbejderen er optaget/);
  });

  it("can be filtered by kind, language and room, and is for those who handle cases (CON-26 in part)", async () => {
    const arabic = await plan({ kind: "informationsmoede", language: "arabisk", room: 1 });
    const here = async (text: string) => (await listed(text)).meetings.some(({ id }) => id === arabic.id);
    expect(await here("?language=arabisk")).toBe(true);
    expect(await here("?language=dansk")).toBe(false);
    expect(await here("?kind=temamoede")).toBe(false);
    expect(await here("?free=yes")).toBe(true);
    await signUp(arabic, ["c01"]);
    expect(await here("?free=yes")).toBe(false);
    const analyst = await visitorOf(desk, { role: "analyst" });
    expect((await analyst.get("/meetings")).status).toBe(403);
    expect((await analyst.get(`/meetings/${arabic.id}`)).status).toBe(403);
    expect((await caseworker.get(`/meetings/${randomUUID()}`)).status).toBe(404);
  });
});

describe("signing citizens up (CON-07, ASK-14)", () => {
  it("gives each an appointment, and stands with the citizen, on the meeting and in the log", async () => {
    const meeting = await plan();
    const done = await signUp(meeting, ["c01", "c03"]);
    expect(done).toMatchObject({ done: 2, people: [{ name: "Åse Prøve c01", isDone: true }, { isDone: true }] });
    const [place] = (await of("c01")).appointments.filter((one) => one.meeting?.id === meeting.id);
    expect(place).toMatchObject({ state: "booked", kind: "temamoede", purpose: "Job i Sverige", isDuty: true });
    const read = await page(meeting);
    expect([read.meeting.taken, read.others, read.people.length]).toEqual([2, 0, 2]);
    const [entry] = await query<{ keys: string[]; change: boolean }>(
      "select keys, change from audit.access_log where action = 'contact.meeting.sign-up' order by entry desc limit 1",
    );
    expect(entry).toEqual({ keys: ["c01", "c03"], change: true });
  });

  it("says for each who could not have a place why, and which meeting has room; nothing of theirs is stored", async () => {
    const full = await plan({ room: 1 });
    const next = await plan({ subject: "Næste" });
    await signUp(full, ["c01"]);
    const { people } = await signUp(full, ["c01", "c05", "c02", "ukendt"]);
    const byId = new Map(people.map((one) => [one.citizen, one]));
    expect(byId.get("c01")?.why?.da).toBe("Borgeren er allerede tilmeldt.");
    expect(byId.get("c05")?.why?.da).toMatch(/^Mødet er fuldt\. Det næste af samme slags med plads er .*\.$/);
    expect(byId.get("c05")?.instead).not.toBeNull();
    // Of another unit, and of no unit at all: the answer does not tell which.
    expect(byId.get("c02")).toMatchObject({ name: null, why: byId.get("ukendt")?.why });
    expect((await of("c05")).appointments).toEqual([]);
    expect((await page(full)).meeting.taken).toBe(1);
    expect((await page(next)).meeting.taken).toBe(0);
  });

  it("is refused for somebody who has something else then", async () => {
    const first = await plan({ staff: "m1" });
    const at = { day: first.day, starts: first.starts };
    const second = await plan({ ...at, staff: "m2" });
    await signUp(first, ["c07"]);
    expect(whys(await signUp(second, ["c07", "c09"]))).toEqual([
      expect.stringMatching(/^Borgeren har en anden aftale \d+\.00-\d+\.00\. Det næste/),
      null,
    ]);
  });

  it("gives the last place to one of two who take it at the same moment", async () => {
    const meeting = await plan({ room: 1 });
    const both = await Promise.all([signUp(meeting, ["c11"]), signUp(meeting, ["c13"])]);
    expect(both.map(({ done }) => done).toSorted()).toEqual([0, 1]);
    expect((await page(meeting)).meeting.taken).toBe(1);
  });

  it("can be undone while nothing has happened: the place is free, and no conversation was cancelled", async () => {
    const meeting = await plan();
    const { people } = await signUp(meeting, ["c15"], { letter: "da" });
    const place = people[0]?.made;
    const places = [{ appointment: place?.id, version: place?.version }];
    await query(`update contact.letters set state = 'printed' where appointment = '${place?.id}'`);
    const undo = () => caseworker.send<EachDone>("POST", `/meetings/${meeting.id}/places/undo`, { places });
    expect(whys((await undo()).body)[0]).toMatch(/^Brevet er allerede sendt/);
    await query(`update contact.letters set state = 'to_print' where appointment = '${place?.id}'`);
    expect((await undo()).body.done).toBe(1);
    expect((await undo()).body.done).toBe(0);
    expect((await page(meeting)).meeting.taken).toBe(0);
    const told = await query(`select from contact.conversations where id like 'aftale-${place?.id}%'`);
    expect(told).toEqual([]);
    expect((await of("c15")).appointments[0]?.letters.map(({ state }) => state)).toEqual(["withdrawn"]);
  });

  it("counts those of other units without naming them, and the protected have no name anywhere", async () => {
    const meeting = await plan({ room: 10 });
    await signUp(meeting, ["c02", "c04"], { as: other });
    await signUp(meeting, ["c01", PROTECTED[1]]);
    const read = await page(meeting);
    expect([read.meeting.taken, read.others]).toEqual([4, 2]);
    expect(read.people.map(({ citizen }) => citizen).toSorted()).toEqual(["c01", PROTECTED[1]]);
    const file = await leader.get<Uint8Array>(`/meetings/${meeting.id}/file?format=csv`);
    const text = new TextDecoder().decode(file.body);
    expect(text).toContain("Åse Prøve c01");
    for (const secret of SECRETS) expect(JSON.stringify(read) + text).not.toContain(secret);
  });

  it("is not for somebody whose data may only be stored, who stands on no list of others (GDPR art. 18)", async () => {
    const meeting = await plan();
    await signUp(meeting, ["c17"]);
    const officer = await visitorOf(desk, { role: "data_protection" });
    const asked = { kind: "restriction", citizen: "c17", received: "2021-12-01", source: "citizen", details: "uenig" };
    const { body } = await officer.send<{ id: string }>("POST", "/privacy/requests", asked);
    await officer.send("POST", `/privacy/requests/${body.id}/steps`, { kind: "granted", note: "", version: 0 });
    const consultant = await visitorOf(desk, { role: "consultant", staff: "m3", units: ["u1"] });
    const read = await page(meeting, consultant);
    expect([read.people, read.others]).toEqual([[], 1]);
    const own = await page(meeting);
    expect(own.people).toMatchObject([{ citizen: "c17", isRestricted: true }]);
    expect(whys(await signUp(await plan(), ["c17"]))[0]).toMatch(/^Borgerens oplysninger må kun opbevares/);
    const { version } = own.meeting;
    const off = { version, reason: "Underviseren er syg", letter: "da" };
    const done = await caseworker.send<MeetingChanged>("POST", `/meetings/${meeting.id}/call-off`, off);
    expect(done.body).toMatchObject({ people: 0, restricted: 1 });
    await officer.send("POST", "/privacy/restrictions/lift", { citizen: "c17" });
  });
});

describe("a change of a meeting (CON-01)", () => {
  it("moves every place, also of citizens of other units, and tells those who were told", async () => {
    const meeting = await plan({ room: 10 });
    await signUp(meeting, ["c01"], { letter: "en" });
    await signUp(meeting, ["c02"], { as: other });
    const to = { ...VALUES, room: 10, ...nextTime(), place: "Rådhuset", version: 1, letter: "da" };
    const changed = await caseworker.send<MeetingChanged>("PATCH", `/meetings/${meeting.id}`, to);
    expect([changed.status, changed.body]).toEqual([200, expect.objectContaining({ people: 2, letters: 2 })]);
    const [mine] = (await of("c01")).appointments.filter((one) => one.meeting?.id === meeting.id);
    expect(mine).toMatchObject({ day: to.day, starts: to.starts, version: 2 });
    // Nothing had gone yet: the first letter is taken back, and the new invitation has the new place.
    expect(mine?.letters.map(({ template, language, state }) => [template, language, state])).toEqual([
      ["invitation", "en", "withdrawn"],
      ["invitation", "en", "waiting"],
    ]);
    const pdf = await caseworker.get<Uint8Array>(`/letters/${mine?.letters[1]?.id}/pdf`);
    const text = (await readPdf(pdf.body)).pages.join(" ").replaceAll(/\s+/g, " ");
    expect(text).toContain("We meet here: Rådhuset.");
    expect(text).toContain("Several people take part");
    const theirs = (await of("c02", other)).appointments.find((one) => one.meeting?.id === meeting.id);
    expect(theirs).toMatchObject({ day: to.day, starts: to.starts, letters: [{ language: "da" }] });
  });

  it("says how many have something else then, keeps their places, and is not made smaller than it is full", async () => {
    const meeting = await plan();
    const elsewhere = await plan({ staff: "m2" });
    await signUp(meeting, ["c01"]);
    await signUp(elsewhere, ["c01"]);
    const to = { ...VALUES, day: elsewhere.day, starts: elsewhere.starts, version: 1, letter: "none" };
    const { body } = await caseworker.send<MeetingChanged>("PATCH", `/meetings/${meeting.id}`, to);
    expect(body).toMatchObject({ people: 1, clashing: 1 });
    await signUp(meeting, ["c03"]);
    const small = await caseworker.send<Problem>("PATCH", `/meetings/${meeting.id}`, { ...to, version: 2, room: 1 });
    expect(said(small.body)).toEqual([
      "/body/room: Der er allerede 2 tilmeldte. Giv plads til mindst så mange, eller aflys nogle pladser først.",
    ]);
  });

  it("names the version it saw, and is for whoever holds it and their unit", async () => {
    const meeting = await plan();
    const to = { ...VALUES, day: meeting.day, starts: meeting.starts, letter: "none" };
    const change = (version: number, as = caseworker) =>
      as.send<Problem>("PATCH", `/meetings/${meeting.id}`, { ...to, subject: "Nyt", version });
    expect(said((await change(1, other)).body)[0]).toMatch(/Mødet hører til en anden enhed/);
    expect((await change(1)).status).toBe(200);
    const late = await change(1);
    expect([late.status, late.body.code]).toEqual([409, "edit_conflict"]);
    const off = { version: 2, reason: "x", letter: "none" };
    expect((await other.send("POST", `/meetings/${meeting.id}/call-off`, off)).status).toBe(400);
    expect((await page(meeting)).meeting).toMatchObject({ state: "planned", version: 2, subject: "Nyt" });
  });

  it("is called off for all, who are told; the times are free again, and the cancellation stands among the conversations", async () => {
    const meeting = await plan({ room: 10 });
    await signUp(meeting, ["c01"], { letter: "da" });
    await query(
      `update contact.letters set state = 'printed' where appointment in (select id from contact.appointments where meeting = '${meeting.id}')`,
    );
    await signUp(meeting, ["c03"]);
    await signUp(meeting, ["c02"], { as: other });
    const lacking = await caseworker.send<Problem>("POST", `/meetings/${meeting.id}/call-off`, {
      version: 1,
      reason: "",
      letter: "en",
    });
    expect([lacking.status, said(lacking.body)[0]?.split(":")[0]]).toEqual([400, "/body/reason"]);
    const off = { version: 1, reason: "Underviseren er syg", letter: "en" };
    const { body } = await caseworker.send<MeetingChanged>("POST", `/meetings/${meeting.id}/call-off`, off);
    expect(body).toMatchObject({ people: 3, letters: 3, restricted: 0, meeting: { state: "cancelled", taken: 0 } });
    const letters = async (citizen: string, as = caseworker) =>
      (await of(citizen, as)).appointments
        .find((one) => one.meeting?.id === meeting.id)
        ?.letters.map(({ template, language }) => `${template} ${language}`);
    expect(await letters("c01")).toEqual(["invitation da", "cancelled da"]);
    expect(await letters("c02", other)).toEqual(["cancelled en"]);
    const told = await query<{ status: string }>(
      `select status from contact.conversations where kind = 'temamoede' and day = '${meeting.day}' and citizen in ('c01', 'c02', 'c03') and known_until = '9999-12-31'`,
    );
    expect(told.map(({ status }) => status)).toEqual(["aflyst", "aflyst", "aflyst"]);
    expect(whys(await signUp(meeting, ["c05"]))[0]).toMatch(/^Mødet er aflyst\./);
    expect((await plan({ day: meeting.day, starts: meeting.starts })).state).toBe("planned");
  });
});

describe("who came (CON-01, CON-06)", () => {
  const attend = <T = { meeting: Meeting; each: EachDone }>(
    meeting: Meeting,
    version: number,
    people: readonly object[],
  ) => caseworker.send<T>("POST", `/meetings/${meeting.id}/attendance`, { version, people });

  it("is noted for all in one step, and stands among each citizen's conversations", async () => {
    const meeting = await plan({ room: 5 });
    await signUp(meeting, ["c01", "c03", "c05"]);
    const { people } = await page(meeting);
    const at = (citizen: string) => {
      const one = people.find((person) => person.citizen === citizen);
      return { appointment: one?.id, version: one?.version };
    };
    const all = [
      { ...at("c01"), outcome: "held" },
      { ...at("c03"), outcome: "missed" },
      { ...at("c05"), outcome: "cancelled" },
    ];
    const early = await attend<Problem>(meeting, 1, all);
    expect(said(early.body)).toEqual(["/body/version: Mødet er ikke begyndt endnu. Vent, eller aflys det."]);
    await letPass(meeting);
    expect((await listed("?when=missing")).meetings.map(({ id }) => id)).toContain(meeting.id);
    const { body } = await attend(meeting, 1, all);
    // Cancelled wants its reason: this one is told why, and the others are noted.
    expect([body.each.done, whys(body.each)]).toEqual([2, [null, null, "Skriv, hvorfor den aflyses."]]);
    expect(body.meeting).toMatchObject({ state: "held", taken: 3 });
    const told = await query<{ citizen: string; status: string }>(
      `select citizen, status from contact.conversations where kind = 'temamoede' and day = '2021-12-20' and known_until = '9999-12-31' order by citizen`,
    );
    expect(told).toEqual([
      { citizen: "c01", status: "holdt" },
      { citizen: "c03", status: "udeblevet" },
    ]);
    const missed = (await of("c03")).appointments.find((one) => one.meeting?.id === meeting.id);
    expect(missed).toMatchObject({ state: "missed", decision: "no_decision_yet" });
    const again = await attend(meeting, 2, [{ ...at("c05"), outcome: "cancelled", reason: "Meldte afbud" }]);
    expect(again.body).toMatchObject({ each: { done: 1 }, meeting: { taken: 2 } });
    expect((await listed("?when=missing")).meetings.map(({ id }) => id)).not.toContain(meeting.id);
    expect((await caseworker.get<CitizenDuties>("/citizens/c01/duties")).status).toBe(200);
  });

  it("is corrected on the citizen: an outcome is taken back, a place is cancelled and taken again while there is room", async () => {
    const meeting = await plan({ room: 1 });
    await signUp(meeting, ["c09"]);
    const [place] = (await page(meeting)).people;
    const told = { outcome: "cancelled", reason: "Syg", version: 1 };
    expect((await caseworker.send("POST", `/appointments/${place?.id}/outcome`, told)).status).toBe(200);
    expect((await page(meeting)).meeting.taken).toBe(0);
    await signUp(meeting, ["c13"]);
    const back = () => caseworker.send<Problem>("POST", `/appointments/${place?.id}/reopen`, { version: 2 });
    expect(said((await back()).body)[0]).toMatch(/^\/body\/version: Pladsen på mødet er givet til en anden/);
    const [now] = (await page(meeting)).people.filter(({ citizen }) => citizen === "c13");
    await caseworker.send("POST", `/appointments/${now?.id}/outcome`, { ...told, version: now?.version });
    expect((await back()).status).toBe(200);
    expect((await page(meeting)).meeting.taken).toBe(1);
    const booking = {
      kind: "temamoede",
      form: "telefon",
      day: MONDAY,
      starts: 480,
      minutes: 30,
      staff: "m1",
      isDuty: true,
    };
    const moved = await caseworker.send<Problem>("PATCH", `/appointments/${place?.id}`, { ...booking, version: 3 });
    expect(said(moved.body)[0]).toMatch(/kan ikke flyttes alene/);
  });

  it("says nothing of people or subjects in the program's log", () => {
    expect(log).not.toMatch(/Prøve c0|Job i Sverige|Underviseren/);
  });
});
