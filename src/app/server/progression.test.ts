import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import { addDays, day, isoDay } from "../../platform/kernel/day.ts";
import type { CitizenProgression, DueList, GroupChange, PeopleBehind } from "../../progression/contract.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, SECRETS, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let colleague: Visitor;
let manager: Visitor;
let analyst: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  colleague = await visitorOf(desk, { role: "consultant", staff: "m3", units: ["u1"] });
  manager = await visitorOf(desk, { role: "manager", units: ["u"] });
  analyst = await visitorOf(desk, { role: "analyst" });
}, 180_000);
afterAll(() => desk.close());

type Measuring = CitizenProgression["measurings"][number];
const OWN = "egen_vurdering_1";
const STAFF = "faglig_vurdering_1";
type Asked = { readonly instrument?: string; readonly day?: string; readonly values?: object };
const measure = <T = CitizenProgression>(citizen: string, asked: Asked = {}, as = caseworker) =>
  as.send<T>(
    "POST",
    `/citizens/${citizen}/progression`,
    { instrument: OWN, day: "2021-12-01", values: { motivation: 2, netvaerk: 3 }, ...asked },
    randomUUID(),
  );
const of = async (citizen: string, as = caseworker): Promise<CitizenProgression> =>
  (await as.get<CitizenProgression>(`/citizens/${citizen}/progression`)).body;
const first = ({ measurings }: CitizenProgression): Measuring => measurings[0] as Measuring;
const at = (citizen: string, one: Measuring): string => `/citizens/${citizen}/progression/${one.instrument}/${one.day}`;
const said = ({ problems = [] }: Problem): readonly string[] =>
  problems.map(({ pointer, message }) => `${pointer}: ${message.da}`);
const work = <T>(ask: ReturnType<typeof sql<T>>) =>
  inTenant(desk.runtime.db, { municipality: "0316" }, (tx) => ask.execute(tx));
const lastLook = async (action: string) =>
  (
    await work(
      sql<{ keys: string[] }>`select keys from audit.access_log where action = ${action} order by entry desc limit 1`,
    )
  ).rows[0]?.keys;
/** Somebody's talk, as a file brings it. */
const talk = (citizen: string, on: string) =>
  work(sql`insert into contact.conversations (municipality, id, day, citizen, kind, status, known_from)
    values ('0316', ${`t-${randomUUID()}`}, ${on}::date, ${citizen}, 'jobsamtale', 'holdt', ${on}::date)`);

describe("a citizen's progression (CON-20, CIT-12, CPL-17)", () => {
  it("is measured in one step; what is left out is missing, and figures and the log know of it", async () => {
    expect((await of("c01")).curves).toEqual([]);
    const { status, body } = await measure("c01", { day: "2021-12-23" });
    expect(status).toBe(200);
    expect(first(body)).toMatchObject({ instrument: OWN, day: "2021-12-23", values: { motivation: 2, netvaerk: 3 } });
    expect(body.curves.map(({ dimension, sinceFirst }) => [dimension, sinceFirst])).toEqual([
      ["motivation", null],
      ["netvaerk", null],
    ]);
    expect(await lastLook("progression.measure")).toEqual(["c01"]);
    const rows = await work(
      sql`select dimension, answered_by, value from progression.progression_measurements where citizen = 'c01' order by 1`,
    );
    expect(rows.rows).toEqual([
      { dimension: "motivation", answered_by: "borger", value: 2 },
      { dimension: "netvaerk", answered_by: "borger", value: 3 },
    ]);
    const counted = await analyst.send<{ value: number }>("POST", "/figure", {
      indicator:
        "measure: events\nof: progression_measurements\nwhere: measurement.day == day('2021-12-23')\nwindow: month",
      asOf: "2021-12-31",
    });
    expect([counted.status, counted.body.value]).toEqual([200, 2]);
  });

  it("is a curve per dimension with the change since the first and since the last", async () => {
    for (const [on, motivation] of [
      ["2021-10-01", 1],
      ["2021-11-01", 4],
      ["2021-12-01", 3],
    ] as const)
      await measure("c03", { day: on, values: { motivation } });
    const [curve] = (await of("c03")).curves;
    expect(curve?.points.map(({ value }) => value)).toEqual([1, 4, 3]);
    expect([curve?.sinceFirst, curve?.sinceLast]).toEqual([2, -1]);
  });

  it("is part of a talk when one was held that day", async () => {
    await talk("c05", "2021-12-06");
    expect((await of("c05")).talks).toContainEqual({ day: "2021-12-06", label: { da: "jobsamtale", en: "job talk" } });
    await measure("c05", { day: "2021-12-06" });
    const { body } = await measure("c05", { day: "2021-12-07", instrument: STAFF, values: { moedestabilitet: 4 } });
    expect(body.measurings.map(({ talk: held }) => held?.da ?? null)).toEqual([null, "jobsamtale"]);
  });

  it("is changed over the version that was seen, to another day too, and taken back; the records keep what was believed", async () => {
    const seen = first((await measure("c07")).body);
    const values = { motivation: 5, jobsoegning: 1 };
    const change = { version: seen.version, day: "2021-12-02", values };
    const changed = await caseworker.send<CitizenProgression>("PATCH", at("c07", seen), change);
    expect([changed.status, first(changed.body).day, first(changed.body).values]).toEqual([200, "2021-12-02", values]);
    const late = await caseworker.send<Problem>("PATCH", at("c07", first(changed.body)), change);
    expect([late.status, late.body.code]).toEqual([409, "edit_conflict"]);
    expect(late.body.theirs?.values).toEqual({ ...values, day: "2021-12-02" });
    const now = first(changed.body);
    const gone = await caseworker.send<CitizenProgression>("POST", `${at("c07", now)}/gone`, { version: now.version });
    expect([gone.status, gone.body.measurings]).toEqual([200, []]);
    const kept = await work(
      sql<{ n: number }>`select count(*)::integer as n from progression.progression_measurements where citizen = 'c07'`,
    );
    expect(kept.rows).toEqual([{ n: 4 }]);
    const again = await caseworker.send<Problem>("POST", `${at("c07", now)}/gone`, { version: now.version });
    expect([again.status, again.body.theirs]).toEqual([409, null]);
  });

  it("is refused in words with the field and the way out", async () => {
    const refused = async (asked: Asked) => said((await measure<Problem>("c09", asked)).body);
    expect(await refused({ day: "2022-01-01" })).toEqual([
      "/body/day: Der kan ikke måles frem i tiden. Vælg i dag eller en tidligere dag.",
    ]);
    expect(await refused({ values: { motivation: 6, hemmelig: 2 } })).toEqual([
      "/body/values/motivation: Motivation for forandring: vælg et helt tal fra 1 til 5, eller lad den stå ubesvaret.",
      "/body/values: “Borgerens egen vurdering” måler ikke det. Brug de dimensioner, redskabet har.",
    ]);
    expect(await refused({ values: { moedestabilitet: 3 } })).toHaveLength(1);
    expect(await refused({ values: {} })).toEqual(["/body/values: Besvar mindst én, eller luk uden at gemme."]);
    expect(await refused({ instrument: "momentum" })).toHaveLength(1);
    expect(await refused({ day: "2011-12-31" })).toEqual([
      "/body/day: “Borgerens egen vurdering” kan først bruges fra 01.01.2012. Vælg en senere dag eller et andet redskab.",
    ]);
    await measure("c09");
    expect(await refused({})).toEqual([
      "/body/day: Der er allerede målt med “Borgerens egen vurdering” den dag. Ret den måling i stedet.",
    ]);
    expect((await measure("c09", { values: { motivation: 2.5 } })).status).toBe(400);
  });

  it("is measured once when two measure at the same moment (ASK-36)", async () => {
    const came = await Promise.all(Array.from({ length: 5 }, () => measure("c11")));
    expect(came.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400, 400]);
    expect((await of("c11")).measurings).toHaveLength(1);
  });

  it("is for those who work with the citizen, on open cases, and not of people whose data may only be stored", async () => {
    expect((await measure("c13", {}, colleague)).status).toBe(200);
    expect((await measure("c13", { day: "2021-12-02" }, analyst)).status).toBe(403);
    expect((await analyst.get("/citizens/c13/progression")).status).toBe(403);
    expect((await measure("c02")).status).toBe(404);
    expect((await caseworker.get("/citizens/c02/progression")).status).toBe(404);
    await work(
      sql`update citizens.responsibilities set known_until = '2021-12-31', changed_by = pg_current_xact_id() where citizen = 'c15'`,
    );
    const whole = await visitorOf(desk, { role: "manager" });
    const closed = await measure<Problem>("c15", {}, whole);
    expect([closed.status, closed.body.code]).toEqual([400, "case_closed"]);
    expect((await of("c15", whole)).may).toEqual({ write: false });
  });

  it("of somebody restricted is changed by nobody, and shown and counted for those alone who handle that", async () => {
    const officer = await visitorOf(desk, { role: "data_protection" });
    await measure("c17");
    const request = {
      kind: "restriction",
      citizen: "c17",
      received: "2021-12-01",
      source: "citizen",
      details: "uenig",
    };
    const { body } = await officer.send<{ id: string }>("POST", "/privacy/requests", request);
    const step = { kind: "granted", note: "", version: 0 };
    expect((await officer.send("POST", `/privacy/requests/${body.id}/steps`, step)).status).toBe(200);
    expect((await measure<Problem>("c17", { day: "2021-12-02" })).body.code).toBe("person_restricted");
    expect(await of("c17", colleague)).toMatchObject({ isAside: true, measurings: [], curves: [] });
    expect((await of("c17")).measurings).toHaveLength(1);
    const counted = async (as: Visitor) => (await as.get<GroupChange>(`/progression?instrument=${OWN}`)).body;
    const [seen, not] = [await counted(caseworker), await counted(colleague)];
    expect([seen.aside, not.aside]).toEqual([0, 1]);
    expect(not.groups[0]?.measured).toBe((seen.groups[0]?.measured ?? 0) - 1);
    const behind = await colleague.get<PeopleBehind>(`/progression/people?instrument=${OWN}&counted=measured`);
    expect([behind.body.aside, behind.body.people.some(({ citizen }) => citizen === "c17")]).toEqual([1, false]);
    expect((await officer.send("POST", "/privacy/restrictions/lift", { citizen: "c17" })).status).toBe(200);
  });
});

describe("what must not be seen or counted", () => {
  it("names nobody who is protected, in no list and no file", async () => {
    for (const citizen of PROTECTED) {
      await talk(citizen, "2021-11-15");
      await measure(citizen, { day: "2021-11-14" }, manager);
      await measure(citizen, { day: "2021-11-15" }, manager);
    }
    const period = `instrument=${OWN}&from=2021-11-14&to=2021-11-15`;
    const paths = [`/people?${period}&counted=twice`, "/people?counted=talks", `?${period}&by=unit`, "/due?whose=unit"];
    const told = await Promise.all(paths.map(async (path) => (await manager.get(`/progression${path}`)).body));
    const file = await manager.get<Uint8Array>(`/progression/file?${period}&format=csv`);
    const all = JSON.stringify(told) + new TextDecoder().decode(file.body);
    expect(all).toContain('"isProtected":true');
    for (const secret of SECRETS) expect(all).not.toContain(secret);
  });

  it("leaves out a value from a file that does not belong to its instrument, and says so", async () => {
    for (const [id, dimension, value] of [
      ["stray-1", "moedestabilitet", 3],
      ["stray-2", "netvaerk", 0],
      ["stray-3", "netvaerk", 2],
    ] as const)
      await work(sql`insert into progression.progression_measurements
        (municipality, id, day, citizen, instrument, dimension, answered_by, value, known_from)
        values ('0316', ${id}, '2020-02-03', 'c16', ${OWN}, ${dimension}, 'borger', ${value}, '2020-02-03')`);
    const { strays, curves } = await of("c16", manager);
    expect([strays, curves.map(({ dimension, points }) => [dimension, points.length])]).toEqual([2, [["netvaerk", 1]]]);
    const { body } = await manager.get<GroupChange>(`/progression?instrument=${OWN}&from=2020-02-01&to=2020-02-29`);
    expect(body.groups[0]?.measured).toBe(1);
  });
});

describe("re-visitations (VIS-16)", () => {
  const own = "c05";
  beforeAll(async () => {
    for (const [code, from] of [
      ["aktivitetsparat", "2021-03-01"],
      ["jobparat", "2021-09-01"],
      ["fleksjobvisiteret", "2021-11-01"],
    ] as const)
      await caseworker.send("POST", `/citizens/${own}/case`, { kind: "target_group", code, from }, randomUUID());
  });

  it("are dated, with up and down where the order is known", async () => {
    const { moves } = await of(own);
    expect(moves.map(({ day: on, from, to, direction }) => [on, from.en, to.en, direction])).toEqual([
      ["2021-11-01", "job-ready", "assessed for flexjob", "other"],
      ["2021-09-01", "activity-ready", "job-ready", "up"],
      ["2021-03-01", "job-ready", "activity-ready", "down"],
    ]);
  });

  it("are counted in a period, and each count opens to its people, logged", async () => {
    const { body } = await manager.get<GroupChange>("/progression?from=2021-09-01&to=2021-12-31");
    expect(body.moves).toEqual({ people: 1, up: 1, down: 0, other: 1 });
    const up = await manager.get<PeopleBehind>("/progression/people?from=2021-09-01&to=2021-12-31&counted=moves_up");
    expect(up.body.people).toMatchObject([{ citizen: "c05", move: { direction: "up", day: "2021-09-01" } }]);
    expect(await lastLook("progression.people")).toEqual(["c05"]);
  });
});

describe("change per group (CON-20, CIT-12)", () => {
  const PERIOD = "from=2021-05-01&to=2021-06-30";
  const ask = async (query = "", as = manager) =>
    (await as.get<GroupChange>(`/progression?instrument=${OWN}&${PERIOD}${query}`)).body;
  beforeAll(async () => {
    // Twelve people in the open, half of them in each team: seven one step up, three as before, two back.
    const lasts = [4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 1, 1];
    const rows = lasts.flatMap((last, n) => {
      const citizen = `c${String(n + 1).padStart(2, "0")}`;
      return [
        { citizen, on: "2021-05-03", value: 3 },
        { citizen, on: "2021-06-03", value: last },
      ];
    });
    for (const { citizen, on, value } of rows)
      await work(sql`insert into progression.progression_measurements
        (municipality, id, day, citizen, instrument, dimension, answered_by, value, known_from)
        values ('0316', ${`x-${citizen}-${on}`}, ${on}::date, ${citizen}, ${OWN}, 'tro_paa_egne_evner', 'borger', ${value}, ${on}::date)`);
  });
  const change = ({ groups }: GroupChange, key = "") =>
    groups.find((group) => group.key === key)?.changes.find(({ dimension }) => dimension === "tro_paa_egne_evner");

  it("tells denominator, mean change and who moved, with everybody first", async () => {
    const body = await ask("&by=unit");
    expect([body.from, body.to, body.groups[0]?.measured, body.groups[0]?.twice]).toEqual([
      "2021-05-01",
      "2021-06-30",
      12,
      12,
    ]);
    expect(change(body)).toEqual({
      dimension: "tro_paa_egne_evner",
      people: 12,
      mean: (7 - 4) / 12,
      up: 7,
      same: 3,
      down: 2,
    });
    expect(body.groups.map(({ label }) => label?.da ?? null).toSorted()).toEqual(
      [null, "Team Et", "Team To"].toSorted(),
    );
    expect(change(body, "u1")?.people).toBe(6);
  });

  it.each(["target_group", "age", "benefit"])("is told per %s as it is on the last day", async (by) => {
    const body = await ask(`&by=${by}`);
    const people = body.groups.slice(1).map(({ twice }) => twice);
    expect(people.reduce((sum, n) => sum + n, 0)).toBe(12);
    for (const { twice, isFew } of body.groups) expect(isFew).toBe(twice > 0 && twice < 5);
  });

  it("counts no further than the reader sees (ASK-37)", async () => {
    const own = await ask("&by=unit", caseworker);
    expect([change(own)?.people, own.groups.map(({ key }) => key)]).toEqual([6, ["", "u1"]]);
    const committee = await visitorOf(desk, { role: "committee" });
    expect((await committee.get("/progression")).status).toBe(403);
  });

  it("opens each number to the people behind, through the fence and logged (ASK-12)", async () => {
    const behind = async (query: string, as = manager) =>
      (await as.get<PeopleBehind>(`/progression/people?instrument=${OWN}&${PERIOD}&${query}`)).body;
    const down = await behind("dimension=tro_paa_egne_evner&counted=down");
    expect(down.people.map(({ citizen, first: from, last }) => [citizen, from, last])).toEqual([
      ["c11", 3, 1],
      ["c12", 3, 1],
    ]);
    expect(await lastLook("progression.people")).toEqual(["c11", "c12"]);
    expect((await behind("by=unit&group=u1&counted=twice")).total).toBe(6);
    expect((await behind("counted=twice", caseworker)).total).toBe(6);
    expect((await behind("counted=twice", analyst)).total).toBe(12);
  });

  it("goes into a file without figures on fewer than five people, nor what they could be worked out from", async () => {
    const read = async (by: string) => {
      const file = await manager.get<Uint8Array>(
        `/progression/file?instrument=${OWN}&${PERIOD}&by=${by}&format=csv&language=en`,
      );
      expect(file.headers.get("content-disposition")).toContain("progression-2021-06-30.csv");
      const lines = new TextDecoder().decode(file.body).trim().split(/\r?\n/);
      return lines.filter((line) => line.includes("Belief in own ability")).map((line) => line.split(";").slice(3));
    };
    // Three stayed and two went back: the mean is told, the parts are not.
    expect(await read("all")).toEqual([
      ["Everybody", "Belief in own ability", "12", expect.stringMatching(/^0,25/), "", "", ""],
    ]);
    const ages = await read("age");
    expect(ages.filter(([, , people]) => people === "fewer than five").length).toBeGreaterThan(1);
    const workbook = await manager.get<Uint8Array>(`/progression/file?instrument=${OWN}&${PERIOD}&format=xlsx`);
    expect([workbook.status, String.fromCharCode(...workbook.body.slice(0, 2))]).toEqual([200, "PK"]);
  });

  it("says what cannot be asked for, with the way out", async () => {
    const backwards = await manager.get<Problem>("/progression?from=2021-06-01&to=2021-05-01");
    expect([backwards.status, ...said(backwards.body)]).toEqual([
      400,
      "/querystring/to: Sidste dag ligger før første dag. Vælg en senere sidste dag.",
    ]);
    expect((await manager.get<Problem>("/progression?instrument=momentum")).status).toBe(400);
  });

  it("tells in how many talks with the activity-ready there was a measurement, of how many (CON-20)", async () => {
    const before = (await manager.get<GroupChange>("/progression?from=2021-07-01&to=2021-07-31")).body.talks;
    expect(before).toMatchObject({ held: 0, measured: 0, percent: null });
    // c04 and c06 are activity-ready, c01 is job-ready.
    for (const citizen of ["c04", "c06", "c01"]) await talk(citizen, "2021-07-05");
    await measure("c04", { day: "2021-07-05" }, manager);
    const { talks } = (await manager.get<GroupChange>("/progression?from=2021-07-01&to=2021-07-31")).body;
    expect([talks.held, talks.measured, talks.percent]).toEqual([2, 1, 50]);
    const behind = async (counted: string) =>
      (await manager.get<PeopleBehind>(`/progression/people?from=2021-07-01&to=2021-07-31&counted=${counted}`)).body;
    expect((await behind("talks")).people.map(({ citizen }) => citizen)).toEqual(["c04", "c06"]);
    expect((await behind("talks_measured")).people.map(({ citizen }) => citizen)).toEqual(["c04"]);
  });
});

describe("due for a measurement (CON-20)", () => {
  it("are the activity-ready who were talked with in the weeks and not measured in them, of how many, and it is logged", async () => {
    const other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
    const due = async (query = "") => (await other.get<DueList>(`/progression/due${query}`)).body;
    const before = await due();
    expect([before.on, before.weeks, before.total]).toEqual(["2021-12-31", 13, 0]);
    const edge = isoDay(addDays(day("2021-12-31"), -91));
    for (const [citizen, on] of [
      ["c08", "2021-12-13"],
      ["c10", "2021-12-13"],
      ["c14", edge],
    ] as const)
      await talk(citizen, on);
    await measure("c10", { day: "2021-12-13" }, other);
    const { people, inTalk, total } = await due();
    expect([inTalk - before.inTalk, total]).toEqual([2, 1]);
    expect(people).toMatchObject([{ citizen: "c08", measured: "2021-06-03", weeksSince: 30, talk: "2021-12-13" }]);
    expect(await lastLook("progression.due")).toEqual(["c08"]);
    expect((await of("c08", other)).due).toEqual({ weeks: 13, since: "2021-06-03" });
    expect((await of("c10", other)).due).toBe(null);
    expect((await caseworker.get<DueList>("/progression/due?whose=unit")).body.total).toBe(0);
  });
});
