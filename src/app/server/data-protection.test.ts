import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CitizenList, CitizenRecord } from "../../citizens/contract.ts";
import type { RowsPage } from "../../plan/contract.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/problem.ts";
import type {
  Deletion,
  LogCheckAnswer,
  LogOverview,
  LooksExport,
  LooksPage,
  PersonFile,
  PrivacyRequest,
  RetentionAnswer,
} from "../../privacy/contract.ts";
import { type DemoDesk, openDemoDesk } from "../testing/demo-desk.ts";
import { type RoleName, type Visitor, visitorAs } from "../testing/visitor.ts";

const ROLES = ["analyst", "manager", "consultant", "committee", "data_protection", "administrator", "nobody"] as const;
const PLAN = "/plans/holbaek-2020-21";

let desk: DemoDesk;
let as: Readonly<Record<RoleName, Visitor>>;
/** Somebody an analyst has looked at. */
let citizen: string;

beforeAll(async () => {
  desk = await openDemoDesk(0.05);
  const visitors = await Promise.all(ROLES.map((role) => visitorAs(desk.url, role)));
  as = Object.fromEntries(ROLES.map((role, i) => [role, visitors[i]])) as typeof as;
  await as.analyst.get(`${PLAN}/goals/G-HO20-07/rows?indicator=0&page=1&sort=&descending=false&part=value`);
  const found = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
    sql<{
      key: string;
    }>`select keys[1] as key from audit.access_log where action = 'plan.rows' and cardinality(keys) > 0 limit 1`.execute(
      tx,
    ),
  );
  citizen = found.rows[0]?.key ?? "";
  expect(citizen).not.toBe("");
});

afterAll(() => desk.close());

it("tells the officer whether the log is whole, and who may not be told (PRI-LOG2, ORG-08)", async () => {
  await desk.operations.sealAccessLog({ municipality: "0316" });
  const { body, status } = await as.data_protection.get<LogOverview>("/log");
  expect(status).toBe(200);
  expect(body.verification).toMatchObject({ ok: true, faults: [] });
  expect(body.verification?.entries).toBeGreaterThan(0);
  const again = await as.administrator.send<LogCheckAnswer>("POST", "/log/verify", {});
  expect(again.body).toMatchObject({ verification: { ok: true }, checking: null });
  for (const role of ["analyst", "manager", "committee", "nobody"] as const) {
    const refused = role === "nobody" ? 401 : 403;
    expect((await as[role].get("/log")).status).toBe(refused);
    expect((await as[role].send("POST", "/log/looks", { citizen })).status).toBe(refused);
    expect((await as[role].send("POST", "/privacy/person", { citizen })).status).toBe(refused);
    expect((await as[role].get("/privacy/retention")).status).toBe(refused);
  }
});

it("shows every look at a citizen with who, when and why; the look at the log is in it next time", async () => {
  const first = await as.data_protection.send<LooksPage>("POST", "/log/looks", { citizen });
  expect(first.body.person.id).toBe(citizen);
  expect(first.body.looks.some(({ who, action }) => who === "demo-analyst" && action === "plan.rows")).toBe(true);
  const second = await as.data_protection.send<LooksPage>("POST", "/log/looks", {
    citizen,
    sort: "who",
    ascending: true,
  });
  expect(second.body.total).toBe(first.body.total + 1);
  expect(second.body.looks.some(({ action }) => action === "log.read")).toBe(true);
  const some = await as.data_protection.send<LooksPage>("POST", "/log/looks", {
    citizen,
    who: "demo-analyst",
    change: false,
  });
  expect(new Set(some.body.looks.map(({ who }) => who))).toEqual(new Set(["demo-analyst"]));
  const unknown = await as.data_protection.send<Problem>("POST", "/log/looks", { citizen: "nobody-at-all" });
  expect(unknown).toMatchObject({ status: 404, body: { code: "unknown_person" } });
});

it("exports the looks for the citizen without an employee's name, and with names for the officer (C-579/21)", async () => {
  const plain = await as.data_protection.send<LooksExport>("POST", "/log/export", { citizen, names: false });
  expect(plain.body.looks.length).toBeGreaterThan(0);
  expect(JSON.stringify(plain.body)).not.toContain("demo-");
  const named = await as.data_protection.send<LooksExport>("POST", "/log/export", { citizen, names: true });
  expect(named.body.looks.every(({ who }) => who !== null)).toBe(true);
  expect((await as.administrator.send("POST", "/log/export", { citizen, names: false })).status).toBe(403);
});

it("runs an access request from registration to the file handed over (GDPR art. 12, 15)", async () => {
  const request = { kind: "access", citizen, received: "2022-01-03", source: "citizen", details: "alt om mig" };
  const key = randomUUID();
  const made = await as.data_protection.send<PrivacyRequest>("POST", "/privacy/requests", request, key);
  expect(made.body).toMatchObject({ state: "open", deadline: "2022-02-03", version: 0 });
  const twice = await as.data_protection.send<PrivacyRequest>("POST", "/privacy/requests", request, key);
  expect(twice.body.id).toBe(made.body.id);
  const file = await as.data_protection.send<PersonFile>("POST", "/privacy/person", { citizen });
  expect(file.body.sections.map(({ fact }) => fact)).toContain("citizens");
  expect(file.body.looks.every(({ who }) => who === null)).toBe(true);
  const step = { kind: "handed_over", note: "sendt med Digital Post", version: 0 };
  const done = await as.data_protection.send<PrivacyRequest>("POST", `/privacy/requests/${made.body.id}/steps`, step);
  expect(done.body).toMatchObject({ state: "done", version: 1 });
  const late = await as.data_protection.send<Problem>("POST", `/privacy/requests/${made.body.id}/steps`, {
    ...step,
    kind: "note",
  });
  expect(late.body.code).toBe("step_taken");
  const all = await as.data_protection.get<{ requests: PrivacyRequest[] }>("/privacy/requests");
  expect(all.body.requests.map(({ id }) => id)).toContain(made.body.id);
});

it("restricts a person and lifts it again (art. 18)", async () => {
  const request = {
    kind: "restriction",
    citizen,
    received: "2022-01-03",
    source: "citizen",
    details: "uenig i adressen",
  };
  const { body } = await as.data_protection.send<PrivacyRequest>("POST", "/privacy/requests", request);
  await as.data_protection.send("POST", `/privacy/requests/${body.id}/steps`, {
    kind: "granted",
    note: "",
    version: 0,
  });
  const looks = await as.data_protection.send<LooksPage>("POST", "/log/looks", { citizen });
  expect(looks.body.person.restricted).toBe(true);
  const standing = await as.data_protection.get<{ restrictions: { citizen: string }[] }>("/privacy/restrictions");
  expect(standing.body.restrictions).toMatchObject([{ citizen }]);
  const record = await as.manager.get<CitizenRecord>(`/citizens/${citizen}`);
  expect(record.body.restricted).toBe(true);
  const values = { name: "Nyt navn", born: "", sex: "", origin: "", education: "", protected: "nej", cpr: "" };
  const change = { part: "person", version: record.body.versions.person, values };
  const refused = await as.manager.send<Problem>("PATCH", `/citizens/${citizen}`, change);
  expect(refused.body.code).toBe("person_restricted");
  const asked = { format: "csv", language: "da" };
  const exported = await as.manager.send<Uint8Array>("POST", "/citizens/export", asked);
  expect(exported.status).toBe(200);
  expect(new TextDecoder().decode(exported.body)).not.toContain(citizen);
  expect((await as.data_protection.send("POST", "/privacy/restrictions/lift", { citizen })).status).toBe(200);
  const whole = await as.manager.send<Uint8Array>("POST", "/citizens/export", asked);
  expect(new TextDecoder().decode(whole.body)).toContain(citizen);
  const gone = await as.data_protection.send<Problem>("POST", "/privacy/restrictions/lift", { citizen });
  expect(gone.body.code).toBe("not_restricted");
});

it("keeps a restricted person out of lists, counts and rows of those who do not handle it, and marks them for those who do", async () => {
  const whole = async (role: RoleName, find = "") =>
    (await as[role].send<CitizenList>("POST", "/citizens/list", { who: "all", find })).body;
  const behind = async () => (await as.analyst.get<RowsPage>(`${PLAN}/goals/G-HO20-07/rows`)).body;
  const [consultant, manager, rows] = [await whole("consultant"), await whole("manager"), await behind()];
  expect([consultant.aside, manager.aside, rows.restricted]).toEqual([0, 0, 0]);
  const { body } = await as.data_protection.send<PrivacyRequest>("POST", "/privacy/requests", {
    kind: "restriction",
    citizen,
    received: "2022-01-04",
    source: "citizen",
    details: "uenig i adressen",
  });
  const step = { kind: "granted", note: "", version: 0 };
  await as.data_protection.send("POST", `/privacy/requests/${body.id}/steps`, step);

  for (const role of ["manager", "data_protection"] as const) {
    const found = await whole(role, citizen);
    expect([role, found.aside, found.rows.map(({ id, restricted }) => [id, restricted])]).toEqual([
      role,
      0,
      [[citizen, true]],
    ]);
  }
  expect(await whole("manager")).toMatchObject({ total: manager.total, aside: 0 });
  const hidden = await whole("consultant");
  expect(hidden).toMatchObject({ total: consultant.total - 1, aside: 1 });
  expect(await whole("consultant", citizen)).toMatchObject({ total: 0, aside: 1, rows: [] });
  const counted = (list: CitizenList): number => list.counts.unit.reduce((sum, { count }) => sum + count, 0);
  expect(counted(hidden)).toBeLessThanOrEqual(counted(consultant));
  const fewer = await behind();
  expect(fewer).toMatchObject({ restricted: 1, total: rows.total - 1, outside: rows.outside });
  expect(fewer.rows.map(({ key }) => key)).not.toContain(citizen);
  expect((await as.data_protection.send("POST", "/privacy/restrictions/lift", { citizen })).status).toBe(200);
  expect(await whole("consultant")).toMatchObject({ total: consultant.total, aside: 0 });
});

it("deletes only confirmed subjects, with four eyes, and the plan still computes (PRI-DEL)", async () => {
  const before = await as.data_protection.get<RetentionAnswer>("/privacy/retention?asOf=2022-01-15");
  expect(before.body.rows.every(({ enforced }) => !enforced)).toBe(true);
  for (const { kle } of before.body.rows) {
    const confirmed = { kle, days: 400, reason: "KLE Online, 15.01.2022" };
    expect((await as.data_protection.send("POST", "/privacy/retention", confirmed)).status).toBe(200);
  }
  const due = await as.data_protection.get<RetentionAnswer>("/privacy/retention?asOf=2022-01-15");
  expect(due.body.citizens).toBeGreaterThan(0);
  const { body: proposed } = await as.data_protection.send<Deletion>("POST", "/privacy/deletions", {
    asOf: "2022-01-15",
  });
  expect(proposed).toMatchObject({ citizens: due.body.citizens, rows: due.body.dueRows, approvedBy: null });
  const path = `/privacy/deletions/${proposed.id}`;
  const own = await as.data_protection.send<Problem>("POST", `${path}/approve`, {});
  expect(own.body.code).toBe("four_eyes");
  expect((await as.administrator.send("POST", `${path}/approve`, {})).status).toBe(200);
  const ran = await as.administrator.send<{ rows: number }>("POST", `${path}/run`, {});
  expect(ran.body.rows).toBeGreaterThanOrEqual(proposed.rows);
  const after = await as.data_protection.get<RetentionAnswer>("/privacy/retention?asOf=2022-01-15");
  expect(after.body).toMatchObject({
    citizens: 0,
    dueRows: 0,
    deletions: [{ id: proposed.id, approvedBy: "demo-administrator" }],
  });
  expect(await desk.operations.verify({ municipality: "0316" })).toEqual([]);
  expect((await as.analyst.get(`${PLAN}/status`)).status).toBe(200);
});
