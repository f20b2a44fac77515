import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitizenRecord } from "../../citizens/contract.ts";
import type { CitizenPlans, Plan, PlanContent, PlanVersions, Watch } from "../../pathways/contract.ts";
import { contentWith, stepWith } from "../../pathways/testing/contents.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let colleague: Visitor;
let other: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  colleague = await visitorOf(desk, { role: "caseworker", staff: "m7", units: ["u1"] });
  other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
}, 180_000);
afterAll(() => desk.close());

const begin = async (citizen: string, kind = "min_plan", said: Partial<PlanContent> = {}): Promise<Plan> => {
  const asked = { kind, content: contentWith(said) };
  const { status, body } = await caseworker.send<Plan>("POST", `/citizens/${citizen}/plans`, asked);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const write = <T = Plan>(plan: Plan, said: Partial<PlanContent>, as = caseworker) =>
  as.send<T>("PATCH", `/citizen-plans/${plan.id}`, {
    version: plan.version,
    reason: "Ny aftale",
    content: contentWith(said),
  });
type Asked = { readonly reason?: string; readonly as?: Visitor };
const deed = <T = Plan>(path: "adopt" | "end" | "take-back", { id, version }: Plan, asked: Asked = {}) => {
  const { reason = "", as = caseworker } = asked;
  return as.send<T>("POST", `/citizen-plans/${id}/${path}`, { version, reason });
};
const of = async (citizen: string, as = caseworker): Promise<CitizenPlans> =>
  (await as.get<CitizenPlans>(`/citizens/${citizen}/plans`)).body;
const said = ({ problems = [] }: Problem): readonly string[] =>
  problems.map(({ pointer, message }) => `${pointer}: ${message.da}`);
const query = async <Row>(text: string): Promise<readonly Row[]> =>
  (await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) => sql.raw<Row>(text).execute(tx))).rows;

describe("a citizen's plans at the API (CPL-01, CPL-19, ASK-23, ASK-25)", () => {
  it("are on one page whatever their kind, changed by a colleague without taking the case over, and logged", async () => {
    const plan = await begin("c01");
    await begin("c01", "helhedsplan");
    const changed = await write(plan, { steps: [stepWith({ due: "2022-02-01" })] }, colleague);
    expect([changed.status, changed.body.version]).toEqual([200, 2]);
    const { plans, kinds, age, name } = await of("c01");
    expect(plans.map(({ kind }) => kind).toSorted()).toEqual(["helhedsplan", "min_plan"]);
    expect([kinds.length, age, name]).toEqual([10, 61, "Åse Prøve c01"]);
    const { body } = await caseworker.get<PlanVersions>(`/citizen-plans/${plan.id}/versions`);
    expect(body.versions.map(({ version, reason, writtenBy }) => [version, reason, writtenBy])).toEqual([
      [2, "Ny aftale", "test-caseworker"],
      [1, "", "test-caseworker"],
    ]);
    const log = await query<{ action: string; keys: string[]; change: boolean }>(
      "select action, keys, change from audit.access_log where action like 'plans.%' and keys = array['c01']",
    );
    const looks = new Map(log.map(({ action, change }) => [action, change]));
    for (const action of ["plans.begin", "plans.write"]) expect(looks.get(action), action).toBe(true);
    for (const action of ["plans.citizen", "plans.versions"]) expect(looks.get(action), action).toBe(false);
  });

  it("are refused in words at the field, and nothing of it is stored", async () => {
    const steps = [stepWith({ text: "" }), stepWith({ id: "b", from: "2022-02-02", due: "2022-02-01" })];
    const asked = { kind: "min_plan", content: contentWith({ steps }) };
    const { status, body } = await caseworker.send<Problem>("POST", "/citizens/c03/plans", asked);
    expect(status).toBe(400);
    expect(said(body)).toEqual([
      "/body/content/steps/0/text: Sig, hvad skridtet er: vælg på listen, eller skriv det.",
      "/body/content/steps/1/due: Sidste dag ligger før første dag.",
    ]);
    expect((await of("c03")).plans).toEqual([]);
  });

  it("hold no CPR number, and it is said at the field", async () => {
    const asked = { kind: "min_plan", content: contentWith({ direction: "Se 010190-1234" }) };
    const { status, body } = await caseworker.send<Problem>("POST", "/citizens/c03/plans", asked);
    expect([status, body.problems?.[0]?.pointer]).toEqual([400, "/body/content/direction"]);
    expect(said(body)[0]).toContain("CPR");
  });

  it("tell the second of two editors that the first wrote, in words only to who reads the plan, and nothing is overwritten", async () => {
    const plan = await begin("c05");
    expect((await write(plan, { direction: "Bageri" })).status).toBe(200);
    const late = await write<Problem>(plan, { direction: "Kantine" }, colleague);
    expect(late.status).toBe(409);
    expect(late.body.theirs).toMatchObject({ version: "2", who: "test-caseworker" });
    expect(late.body.theirs?.values).toEqual({});
    expect((await of("c05")).plans[0]?.content.direction).toBe("Bageri");
  });

  it("are done once when the same request comes twice, also by two at the same moment", async () => {
    const key = randomUUID();
    const asked = { kind: "min_plan", content: contentWith() };
    const send = (each: string) => caseworker.send<Plan>("POST", "/citizens/c07/plans", asked, each);
    const [first, second] = [await send(key), await send(key)];
    expect(second.body.id).toBe(first.body.id);
    const both = await Promise.all(
      [1, 2].map(() => caseworker.send("POST", "/citizens/c09/plans", { kind: "gvu_plan", content: contentWith() })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 400]);
  });

  it("are adopted, ended and taken back by the version that was seen", async () => {
    const plan = await begin("c11", "min_plan", { steps: [stepWith()] });
    const adopted = (await deed("adopt", plan)).body;
    expect(adopted).toMatchObject({ state: "adopted", adoptedOn: "2021-12-31", version: 2 });
    expect((await deed<Problem>("end", plan, { reason: "Slut" })).status).toBe(409);
    expect(said((await deed<Problem>("end", adopted)).body)).toEqual(["/body/reason: Skriv begrundelsen."]);
    const ended = (await deed("end", adopted, { reason: "I job" })).body;
    const { body: record } = await caseworker.get<CitizenRecord>("/citizens/c11");
    expect(record.timeline.filter(({ kind }) => kind === "plan")).toMatchObject([
      { from: "2021-12-31", to: "2021-12-31", what: { da: "Min Plan (jobplan)" } },
    ]);
    expect(ended).toMatchObject({ state: "ended", may: { write: false, takeBack: true } });
    expect((await deed("take-back", ended)).body).toMatchObject({ state: "adopted", version: 4 });
  });

  it("that the law knows stand among the steps of the case at once, until they are taken back", async () => {
    const answers = { kompetencer: "Lager", barrierer: "Ingen" };
    const plan = await begin("c13", "plan_ni_maaneder", { answers, steps: [stepWith()] });
    const steps = () => query("select step, day::text from citizens.steps_now where citizen = 'c13'");
    const adopted = (await deed("adopt", plan)).body;
    expect(await steps()).toEqual([{ step: "afdaekning_afsluttet", day: "2021-12-31" }]);
    expect((await deed("take-back", adopted)).status).toBe(200);
    expect(await steps()).toEqual([]);
  });
});

describe("whose plans one sees", () => {
  it("those of one's own unit: others are not found, and nobody who handles no cases may look", async () => {
    const plan = await begin("c15");
    expect((await other.get("/citizens/c15/plans")).status).toBe(404);
    expect((await other.get(`/citizen-plans/${plan.id}/versions`)).status).toBe(404);
    expect((await write<Problem>(plan, {}, other)).status).toBe(404);
    expect((await deed("end", plan, { reason: "x", as: other })).status).toBe(404);
    expect((await other.send("POST", "/citizens/c15/plans", { kind: "min_plan", content: contentWith() })).status).toBe(
      404,
    );
    const analyst = await visitorOf(desk, { role: "analyst" });
    for (const path of ["/citizens/c15/plans", "/plan-watch", `/citizen-plans/${plan.id}/versions`])
      expect((await analyst.get(path)).status, path).toBe(403);
  });

  it("a protected citizen without name", async () => {
    const ids = await Promise.all(
      PROTECTED.map(async (id) => ((await caseworker.get(`/citizens/${id}/plans`)).status === 200 ? id : null)),
    );
    const id = ids.find((each) => each !== null) ?? "";
    const steps = [stepWith({ due: "2021-12-01" })];
    await begin(id, "min_plan", { steps });
    expect(await of(id)).toMatchObject({ name: null, isProtected: true });
    const { body } = await caseworker.get<Watch>("/plan-watch?whose=unit&list=late");
    expect(body.steps.find(({ citizen }) => citizen === id)).toMatchObject({ name: null, isProtected: true });
  });

  it("somebody whose data may only be stored: no change, a mark for those who handle that, not shown to others (GDPR art. 18)", async () => {
    const plan = await begin("c17", "min_plan", { steps: [stepWith({ due: "2021-12-01" })] });
    const officer = await visitorOf(desk, { role: "data_protection" });
    const asked18 = {
      kind: "restriction",
      citizen: "c17",
      received: "2021-12-01",
      source: "citizen",
      details: "uenig",
    };
    const { body } = await officer.send<{ id: string }>("POST", "/privacy/requests", asked18);
    const step = { kind: "granted", note: "", version: 0 };
    expect((await officer.send("POST", `/privacy/requests/${body.id}/steps`, step)).status).toBe(200);
    const refused = await write<Problem>(plan, { direction: "x" });
    expect([refused.status, refused.body.code]).toEqual([400, "person_restricted"]);
    for (const path of ["adopt", "end", "take-back"] as const)
      expect((await deed<Problem>(path, plan, { reason: "x" })).body.code, path).toBe("person_restricted");
    const anew = { kind: "gvu_plan", content: contentWith() };
    expect((await caseworker.send<Problem>("POST", "/citizens/c17/plans", anew)).body.code).toBe("person_restricted");
    expect(await of("c17")).toMatchObject({
      isAside: false,
      may: { write: false },
      plans: [{ may: { write: false } }],
    });
    const consultant = await visitorOf(desk, { role: "consultant", staff: "m9", units: ["u1"] });
    expect(await of("c17", consultant)).toMatchObject({ isAside: true, plans: [] });
    expect((await consultant.get(`/citizen-plans/${plan.id}/versions`)).status).toBe(404);
    const late = async (as: Visitor) => (await as.get<Watch>("/plan-watch?whose=unit&list=late")).body;
    expect((await late(consultant)).steps.map(({ citizen }) => citizen)).not.toContain("c17");
    expect((await late(consultant)).aside).toBeGreaterThan(0);
    expect((await late(caseworker)).steps.find(({ citizen }) => citizen === "c17")?.isRestricted).toBe(true);
  });
});
