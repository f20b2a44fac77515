import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseEntries, CaseEntry } from "../../citizens/public.ts";
import type { CitizenDuties } from "../../duties/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let colleague: Visitor;
let officer: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  colleague = await visitorOf(desk, { role: "consultant", staff: "m3", units: ["u1"] });
  officer = await visitorOf(desk, { role: "data_protection" });
}, 180_000);
afterAll(() => desk.close());

const STEP = { kind: "step", code: "attest_anmodning", from: "2021-12-20" };
const note = <T = CaseEntries>(citizen: string, values: object, as = caseworker) =>
  as.send<T>("POST", `/citizens/${citizen}/case`, values, randomUUID());
const of = async (citizen: string): Promise<CaseEntries> =>
  (await caseworker.get<CaseEntries>(`/citizens/${citizen}/case`)).body;
const only = (entries: CaseEntries, code: string): CaseEntry => {
  const found = entries.entries.filter((entry) => entry.code === code);
  expect(found).toHaveLength(1);
  return found[0] as CaseEntry;
};
const said = ({ problems = [] }: Problem): readonly string[] =>
  problems.map(({ pointer, message }) => `${pointer}: ${message.da}`);
const dutiesOf = async (citizen: string): Promise<CitizenDuties> =>
  (await caseworker.get<CitizenDuties>(`/citizens/${citizen}/duties`)).body;

describe("what is noted in a case by hand (CIT-04, SICK-06, SICK-10, VIS-16)", () => {
  it("stands in the case, on the timeline and in the log, and duties follow at once", async () => {
    await desk.operations.refreshDuties("0316");
    // A request for a medical certificate starts a clock; the certificate meets it.
    const before = await dutiesOf("c03");
    const { status, body } = await note("c03", STEP);
    expect(status).toBe(200);
    expect(only(body, STEP.code)).toMatchObject({
      kind: "step",
      from: "2021-12-20",
      label: { da: "anmodning om lægeattest" },
    });
    const asked = (await dutiesOf("c03")).lines.filter(({ id }) => !before.lines.some((line) => line.id === id));
    const certificate = asked.find(({ what }) => what.da === "lægeattest");
    expect(certificate?.why).toMatchObject({ started: "2021-12-20" });
    await note("c03", { ...STEP, code: "attest_modtaget", from: "2021-12-28" });
    expect((await dutiesOf("c03")).lines.some(({ id }) => id === certificate?.id)).toBe(false);
    const { body: record } = await caseworker.get<{ timeline: { what: { da: string } }[] }>("/citizens/c03");
    expect(record.timeline.map(({ what }) => what.da)).toContain("lægeattest modtaget");
    const log = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql`select action, keys, data from audit.access_log where action = 'citizens.case.note' order by entry desc limit 1`.execute(
        tx,
      ),
    );
    expect(log.rows).toEqual([{ action: "citizens.case.note", keys: ["c03"], data: ["case_steps"] }]);
  });

  it("starts the clocks of the rules that turn on it, and stops them when it is ended (SICK-01)", async () => {
    const before = new Set((await dutiesOf("c09")).lines.map(({ id }) => id));
    const asked = { kind: "circumstance", code: "sygekategori_3", from: "2021-12-01", reason: "Uafklaret" };
    const { body } = await note("c09", asked);
    const begun = async () => (await dutiesOf("c09")).lines.filter(({ id }) => !before.has(id));
    expect((await begun()).length).toBeGreaterThan(0);
    expect((await begun()).every(({ why }) => why.started >= "2021-12-01")).toBe(true);
    const { id, version, code, from, reason } = only(body, "sygekategori_3");
    expect(reason).toBe("Uafklaret");
    const change = { code, from, to: "2021-12-20", reason, version };
    const ended = await caseworker.send<CaseEntries>("PATCH", `/case/circumstance/${id}`, change);
    expect(only(ended.body, "sygekategori_3").to).toBe("2021-12-20");
    expect(await begun()).toEqual([]);
  });

  it("ends the running target group the day a new one begins, in the same step", async () => {
    const [before] = (await of("c05")).entries.filter(({ kind }) => kind === "target_group");
    const code = before?.code === "jobparat" ? "aktivitetsparat" : "jobparat";
    const { body } = await note("c05", { kind: "target_group", code, from: "2021-12-15" });
    expect(
      body.entries.filter(({ kind }) => kind === "target_group").map(({ code: one, from, to }) => [one, from, to]),
    ).toEqual([
      [code, "2021-12-15", null],
      [before?.code, "2020-01-01", "2021-12-14"],
    ]);
  });

  it("is taken back as if it never was, and the records still know that it was believed", async () => {
    const { body } = await note("c07", STEP);
    const { id, version } = only(body, STEP.code);
    const gone = await caseworker.send<CaseEntries>("POST", `/case/step/${id}/gone`, { version });
    expect(gone.body.entries.some((entry) => entry.id === id)).toBe(false);
    const kept = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql`select count(*)::integer as n from citizens.case_steps where id = ${id}`.execute(tx),
    );
    expect(kept.rows).toEqual([{ n: 1 }]);
  });

  it("is refused in words with the field, the reason and the way out", async () => {
    await note("c09", STEP);
    expect(said((await note<Problem>("c09", STEP)).body)).toEqual([
      "/body/from: “anmodning om lægeattest” er allerede noteret 20.12.2021. Ret den, der står der, hvis dagen er forkert.",
    ]);
    expect(said((await note<Problem>("c09", { ...STEP, from: "2022-02-01" })).body)).toEqual([
      "/body/from: Det er ikke sket endnu. Notér det, når det er sket; en aftale bookes under Samtaler.",
    ]);
    const spell = { kind: "circumstance", code: "ansat", from: "2021-12-01", to: "2021-11-01" };
    expect(said((await note<Problem>("c09", spell)).body)[0]).toContain("/body/to: Sidste dag ligger før første dag");
    expect((await note<Problem>("c09", { ...spell, to: null, reason: "cpr 0101901234" })).status).toBe(400);
  });

  it("is noted once when two note the same at the same moment (ASK-36)", async () => {
    const asked = { ...STEP, code: "matchvurdering" };
    const came = await Promise.all(Array.from({ length: 6 }, () => note("c13", asked)));
    expect(came.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400]);
    only(await of("c13"), asked.code);
  });

  it("is not overwritten by an older page", async () => {
    const { body } = await note("c11", { kind: "circumstance", code: "ansat", from: "2021-12-01" });
    const { id, version, code, from } = only(body, "ansat");
    const asked = { code, from, reason: "", version };
    expect((await caseworker.send("PATCH", `/case/circumstance/${id}`, { ...asked, to: "2021-12-10" })).status).toBe(
      200,
    );
    const late = await caseworker.send<Problem>("PATCH", `/case/circumstance/${id}`, { ...asked, to: "2021-12-24" });
    expect([late.status, late.body.code]).toEqual([409, "edit_conflict"]);
    expect(only(await of("c11"), "ansat").to).toBe("2021-12-10");
  });

  it("is for those who may write, of citizens in sight, on open cases", async () => {
    expect((await note("c13", STEP, colleague)).status).toBe(403);
    expect((await note("c02", STEP)).status).toBe(404);
    expect((await officer.get<CaseEntries>("/citizens/c13/case")).body.may).toEqual({ write: false });
    await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql`update citizens.responsibilities set known_until = '2021-12-31', changed_by = pg_current_xact_id() where citizen = 'c15'`.execute(
        tx,
      ),
    );
    const manager = await visitorOf(desk, { role: "manager" });
    const closed = await note<Problem>("c15", STEP, manager);
    expect([closed.status, closed.body.code]).toEqual([400, "case_closed"]);
  });
});
