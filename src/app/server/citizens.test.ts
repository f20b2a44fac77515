import exceljs from "exceljs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitizenList, CitizenRecord, Revealed } from "../../citizens/contract.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let manager: Visitor;
let leader: Visitor;
let caseworker: Visitor;
let consultant: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  manager = await visitorOf(desk, { role: "manager" });
  leader = await visitorOf(desk, { role: "manager", units: ["u1"] });
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u"] });
  consultant = await visitorOf(desk, { role: "consultant", staff: "m9", units: ["u"] });
}, 180_000);
afterAll(() => desk.close());

const list = async (visitor: Visitor, asked: object = {}): Promise<CitizenList> => {
  const { status, body } = await visitor.send<CitizenList>("POST", "/citizens/list", asked);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const ids = async (visitor: Visitor, asked: object = {}): Promise<string[]> =>
  (await list(visitor, asked)).rows.map(({ id }) => id);
const record = async (visitor: Visitor, id: string): Promise<CitizenRecord> =>
  (await visitor.get<CitizenRecord>(`/citizens/${id}`)).body;
type Logged = { who: string; action: string; purpose: string; keys: string[]; change: boolean };
const lastLogged = async (): Promise<Logged | undefined> => {
  const { rows } = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
    sql<Logged>`select who, action, purpose, keys, change from audit.access_log order by entry desc limit 1`.execute(
      tx,
    ),
  );
  return rows[0];
};

describe("the list of citizens (ASK-35, ASK-37)", () => {
  it("shows everybody in sight and nobody else: the whole house, one team", async () => {
    expect((await list(manager)).total).toBe(20);
    const own = await list(leader);
    expect(own.total).toBe(10);
    expect(own.rows.map(({ unit }) => unit?.name)).toEqual(Array.from({ length: 10 }, () => "Team Et"));
    expect(own.counts.unit).toEqual([{ key: "u1", label: { da: "Team Et", en: "Team Et" }, count: 10 }]);
  });

  it("counts what each filter would leave, and filters to exactly that", async () => {
    const { counts } = await list(manager);
    for (const { key, count } of counts.benefit) expect((await list(manager, { benefit: key })).total).toBe(count);
    for (const { key, count } of counts.targetGroup)
      expect((await list(manager, { targetGroup: key })).total).toBe(count);
    for (const { key, count } of counts.age)
      expect([key, (await list(manager, { age: key })).total]).toEqual([key, count]);
    expect((await list(manager, { protectedOnly: true })).total).toBe(counts.protected);
    const both = await list(manager, { benefit: "kontanthjaelp", unit: "u1" });
    for (const { key, count } of both.counts.unit)
      expect((await list(manager, { benefit: "kontanthjaelp", unit: key })).total).toBe(count);
  });

  it("filters by time on support as the rule counts it (CIT-10)", async () => {
    const { rows } = await list(manager, { sort: "since" });
    const since = rows.map((row) => String(row.since));
    expect(since).toEqual(since.toSorted());
    const long = rows.filter((row) => (row.weeks ?? 0) >= 52).map(({ id }) => id);
    expect(long.length).toBeGreaterThan(5);
    expect((await ids(manager, { time: "weeks_52" })).toSorted()).toEqual(long.toSorted());
  });

  it("sorts names in Danish, Aa as Å, and keeps protected ones out of the order", async () => {
    const names = (await list(manager, { sort: "name" })).rows.map(({ name }) => name?.split(" ")[0] ?? null);
    expect([...new Set(names)]).toEqual(["Anna", "Zenia", "Ærø", "Østen", "Aage", "Åse", null]);
    expect(names.slice(-3)).toEqual([null, null, null]);
    const reversed = (await list(manager, { sort: "name", descending: true })).rows.map(({ name }) => name);
    expect(reversed.slice(-3)).toEqual([null, null, null]);
  });

  it("is logged as one entry with everybody on the page", async () => {
    const shown = await ids(leader);
    expect(await lastLogged()).toMatchObject({ who: "test-manager", action: "citizens.list", keys: shown });
  });

  it("is refused to those who see no citizens", async () => {
    for (const role of ["committee", "analyst", "administrator"] as const) {
      const visitor = await visitorOf(desk, { role });
      expect((await visitor.send("POST", "/citizens/list", {})).status).toBe(403);
      expect((await visitor.get("/citizens/c01")).status).toBe(403);
    }
  });
});

describe("a search", () => {
  it("finds one by CPR number, however it is written, by id, and by the first letters of words of the name", async () => {
    expect(await ids(manager, { find: "610564-0004" })).toEqual(["c05"]);
    expect(await ids(manager, { find: "6105640004" })).toEqual(["c05"]);
    expect(await ids(manager, { find: "c05" })).toEqual(["c05"]);
    expect(await ids(manager, { find: "prø øst" })).toEqual(["c04", "c10", "c16"]);
    expect(await ids(manager, { find: "Aase" })).toEqual(["c01", "c07", "c13"]);
    expect(await ids(manager, { find: "610564-0005" })).toEqual([]);
    expect(await ids(manager, { find: "%" })).toEqual(await ids(manager, { find: "_" }));
    expect((await lastLogged())?.action).toBe("citizens.find");
  });

  it("finds nobody out of scope, not even by their number", async () => {
    expect(await ids(leader, { find: "610562-0001" })).toEqual([]);
    expect(await ids(manager, { find: "610561-0001" })).toEqual(["c02"]);
    expect(await ids(leader, { find: "610561-0001" })).toEqual([]);
  });

  it("matches a protected name only for those who may unfold it, and never shows it", async () => {
    for (const [visitor, found] of [
      [manager, ["p1", "p2", "p3"]],
      [caseworker, ["p2"]],
      [consultant, []],
    ] as const) {
      const { rows } = await list(visitor, { find: "hemmelignavn" });
      expect(rows.map(({ id }) => id).toSorted()).toEqual(found);
      expect(rows.map(({ name }) => name)).toEqual(found.map(() => null));
    }
    expect(await ids(consultant, { find: "711190-0001" })).toEqual(["p1"]);
  });
});

describe("a citizen's record", () => {
  it("shows the number masked, benefits, groups side by side, time, ages, responsible and all that happened (CIT-01, CIT-03, CIT-10, CIT-13, CIT-15, CIT-22 in part)", async () => {
    const c01 = await record(manager, "c01");
    expect(c01).toMatchObject({
      name: "Åse Prøve c01",
      age: 61,
      cpr: { masked: "610560-****", kind: "replacement", warnings: [] },
      contact: { address: "Åbenvej 1" },
      hidden: false,
      benefits: [{ benefit: { code: "kontanthjaelp" }, from: "2015-03-01", to: null, countedAs: null }],
      time: {
        since: "2015-03-01",
        reached: ["weeks_13", "weeks_26", "months_9", "weeks_52", "months_16", "months_18", "years_3"],
        next: null,
      },
      responsible: [{ unit: { name: "Team Et" }, staff: { name: "Sagsbehandler Et" } }],
      qualified: true,
    });
    expect(c01.groupings.map(({ id, group }) => [id, group?.da])).toEqual([
      ["holbaek_4", "Jobklare ledige"],
      ["gladsaxe_7", "Jobklare ledige over 30 år"],
      ["holbaek_segmenter", "På kanten"],
    ]);
    expect(c01.ageRules).toEqual(["from_30", "from_16_to_64", "from_16_to_66"]);
    expect(new Set(c01.timeline.map(({ kind }) => kind))).toEqual(
      new Set(["employment", "cv", "conversation", "offer", "target_group", "benefit"]),
    );
  });

  it("has who stands by the citizen, whether they may act and take part (CIT-18)", async () => {
    const { relatives } = await record(caseworker, "c01");
    expect(relatives).toMatchObject([
      { name: "Synlig Pårørende", relation: { code: "foraelder" }, powerOfAttorney: true, mayTakePart: true },
    ]);
  });

  it("is not there out of scope, and is logged when it is seen", async () => {
    expect((await leader.get("/citizens/c02")).status).toBe(404);
    await record(caseworker, "c02");
    expect(await lastLogged()).toMatchObject({ who: "test-caseworker", action: "citizens.read", keys: ["c02"] });
  });

  it("hides name, contact and relatives of a protected citizen until somebody who may says why", async () => {
    const p1 = await record(manager, "p1");
    expect(p1).toMatchObject({ name: null, contact: null, hidden: true, protected: true, history: [] });
    expect(p1.relatives).toMatchObject([{ name: null, phone: null, relation: { code: "foraelder" } }]);
    const short = await manager.send<Problem>("POST", "/citizens/p1/reveal", { what: "identity", reason: "x" });
    expect(short.status).toBe(400);
    const reason = "indkaldelse til samtale";
    const shown = await manager.send<Revealed>("POST", "/citizens/p1/reveal", { what: "identity", reason });
    expect(shown.body.identity).toMatchObject({ name: "HEMMELIGNAVN p1", contact: { address: "SKJULTVEJ 1" } });
    expect(await lastLogged()).toMatchObject({ action: "citizens.reveal", purpose: reason, keys: ["p1"] });
  });

  it("unfolds a number with a reason, for one's own only where the role says so, and takes no number as reason", async () => {
    const asked = { what: "cpr", reason: "opslag i kommunens fagsystem" };
    expect((await caseworker.send<Revealed>("POST", "/citizens/c01/reveal", asked)).body.cpr).toBe("610560-0000");
    expect((await caseworker.send("POST", "/citizens/c02/reveal", asked)).status).toBe(404);
    expect((await consultant.send("POST", "/citizens/c01/reveal", asked)).status).toBe(403);
    const numbered = await manager.send<Problem>("POST", "/citizens/c01/reveal", {
      what: "cpr",
      reason: "se 010150-8001",
    });
    expect(numbered.status).toBe(400);
    expect(JSON.stringify(numbered.body)).not.toContain("8001");
  });
});

describe("a correction", () => {
  const person = async (id: string, values: object): Promise<object> => {
    const { versions, ...seen } = await record(manager, id);
    const now = { name: seen.name ?? "", born: seen.born ?? "", sex: "kvinde", origin: "dansk", education: "faglaert" };
    return { part: "person", version: versions.person, values: { ...now, protected: "nej", cpr: "", ...values } };
  };

  it("holds from today, keeps what stood before, and is done once however often it is sent", async () => {
    const change = await person("c03", { name: "Anna Nyt-Navn", cpr: "610564-0014" });
    const key = "00000000-0000-4000-8000-000000000003";
    const first = await manager.send<{ version: string }>("PATCH", "/citizens/c03", change, key);
    const again = await manager.send<{ version: string }>("PATCH", "/citizens/c03", change, key);
    expect([first.status, again.body]).toEqual([200, first.body]);
    expect(await lastLogged()).toMatchObject({ action: "citizens.correct", change: true, keys: ["c03"] });
    const now = await record(manager, "c03");
    expect(now).toMatchObject({ name: "Anna Nyt-Navn", cpr: { masked: "610564-****" } });
    const names = now.history
      .filter(({ part }) => part === "person")
      .map(({ values, knownUntil }) => [values.name, knownUntil]);
    expect(names).toContainEqual(["Anna Nyt-Navn", null]);
    expect(names).toContainEqual(["Anna Prøve c03", "2021-12-31"]);
    expect(await ids(manager, { find: "nyt" })).toEqual(["c03"]);
    expect(await ids(manager, { find: "610564-0014" })).toEqual(["c03"]);
  });

  it("that saw an older version is refused with what others wrote, and nothing is overwritten", async () => {
    const stale = await person("c06", { name: "Aage Min Rettelse" });
    await manager.send("PATCH", "/citizens/c06", await person("c06", { name: "Aage Deres Rettelse" }));
    const late = await manager.send<Problem>("PATCH", "/citizens/c06", stale);
    expect([late.status, late.body.code]).toEqual([409, "edit_conflict"]);
    expect(late.body.theirs?.values).toMatchObject({ name: "Aage Deres Rettelse" });
    const over = { ...stale, version: late.body.theirs?.version };
    expect((await manager.send("PATCH", "/citizens/c06", over)).status).toBe(200);
    expect((await record(manager, "c06")).name).toBe("Aage Min Rettelse");
  });

  it("says which field is wrong, and that a number is another citizen's, without telling whose", async () => {
    const wrong = await manager.send<Problem>(
      "PATCH",
      "/citizens/c08",
      await person("c08", { born: "1.5.1990", cpr: "123" }),
    );
    expect(wrong.body.problems?.map(({ pointer }) => pointer)).toEqual(["/body/values/born", "/body/values/cpr"]);
    const taken = await manager.send<Problem>("PATCH", "/citizens/c08", await person("c08", { cpr: "610569-0009" }));
    expect([taken.status, taken.body.problems?.[0]?.pointer]).toEqual([400, "/body/values/cpr"]);
    expect(JSON.stringify(taken.body)).not.toMatch(/c10|0009/);
  });

  it("of contact details begins them when there are none, and is one's own caseworker's", async () => {
    const { versions } = await record(caseworker, "c09");
    const values = { address: "Nyvej 2", postcode: "0000", town: "Nyby", phone: "", mail: "" };
    const change = { part: "contact", version: versions.contact, values };
    expect((await caseworker.send("PATCH", "/citizens/c09", change)).status).toBe(200);
    expect((await record(caseworker, "c09")).contact).toEqual(values);
    expect((await caseworker.send("PATCH", "/citizens/c02", change)).status).toBe(404);
    expect((await consultant.send("PATCH", "/citizens/c09", change)).status).toBe(403);
  });
});

describe("an export", () => {
  it("is a workbook with real dates, protected citizens without name, nothing beyond one's scope, and is logged", async () => {
    const made = await leader.send<Uint8Array<ArrayBuffer>>("POST", "/citizens/export", {
      format: "xlsx",
      sort: "since",
    });
    expect(made.headers.get("content-disposition")).toContain("borgere-2021-12-31.xlsx");
    const book = new exceljs.Workbook();
    await book.xlsx.load(made.body.buffer);
    const sheet = book.worksheets[0];
    expect(sheet?.rowCount).toBe(11);
    expect(sheet?.getCell("I2").value).toEqual(new Date("2015-03-01"));
    const names = Array.from({ length: 10 }, (_, at) => sheet?.getCell(at + 2, 2).value);
    expect(names.filter((name) => name === null)).toHaveLength(1);
    const entry = await lastLogged();
    expect(entry).toMatchObject({ action: "citizens.export" });
    expect(entry?.keys).toHaveLength(10);
  });

  it("is a CSV file of the chosen filters that spreadsheets open with Danish letters", async () => {
    const made = await manager.send<Uint8Array>("POST", "/citizens/export", { format: "csv", protectedOnly: true });
    const lines = Buffer.from(made.body).toString("utf8").split("\r\n");
    expect(lines[0]).toBe(
      "\uFEFFId;Navn;Beskyttet;Alder;Ydelse;Målgruppe;Enhed;Sagsbehandler;På forsørgelse siden;Uger",
    );
    expect(lines.slice(1, -1).map((line) => line.split(";").slice(0, 3))).toEqual(
      PROTECTED.map((id) => [id, "", "ja"]),
    );
    expect((await consultant.send("POST", "/citizens/export", { format: "csv" })).status).toBe(403);
  });
});
