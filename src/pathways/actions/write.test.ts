import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { type Database, inTenant, type Tx } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";
import type { Plan, PlanContent } from "../contract.ts";
import { contentWith, goalWith, stepWith } from "../testing/contents.ts";
import type { Keeping } from "./keeping.ts";
import { readPlans, readVersions } from "./read.ts";
import { readWatch } from "./watch.ts";
import { adoptPlan, beginPlan, endPlan, type PlanDone, takeBackPlan, writePlan } from "./write.ts";

const municipality = "0159";
const TODAY = "2013-06-30";
const nobody = { restricted: new Set<string>(), aside: new Set<string>() };
const who: Keeping = {
  municipality,
  user: { label: "anna", role: "caseworker" },
  staff: "m1",
  on: day(TODAY),
  known: "2013-06-30",
  mayWrite: true,
  heldBack: async () => nobody,
};

describeOnEachEngine("a citizen's plans", (open) => {
  let db: Database;
  const work = <T>(done: (tx: Tx) => Promise<T>): Promise<T> => inTenant(db, { municipality }, done);

  beforeAll(async () => {
    db = await open();
  });

  /** Somebody new whose case is open with a caseworker, unless it ended. */
  async function person(id: string, { born = "1970-01-01", staff = "m1", until = "9999-12-31" } = {}): Promise<string> {
    await work(async (tx) => {
      await sql`insert into citizens.citizens (municipality, id, name, born, known_from)
        values (${municipality}, ${id}, ${`Navn ${id}`}, ${born}, '2012-01-01')`.execute(tx);
      await sql`insert into citizens.responsibilities (municipality, id, from_day, until_day, citizen, unit, staff, known_from)
        values (${municipality}, ${id}, '2012-01-01', ${until}, ${id}, 'u1', ${staff}, '2012-01-01')`.execute(tx);
    });
    return id;
  }

  const ok = (done: PlanDone): Plan => {
    if (!done.ok) throw new Error(JSON.stringify(done));
    return done.plan;
  };
  const faults = (done: PlanDone): readonly string[] =>
    !done.ok && done.why === "faulty" ? done.faults.map(({ at, code }) => `${at}: ${code}`) : [JSON.stringify(done)];
  const begin = (citizen: string, kind: string, content: PlanContent = contentWith()): Promise<PlanDone> =>
    work((tx) => beginPlan(tx, citizen, { asked: { kind, content }, who }));
  const write = (plan: Plan, content: PlanContent, reason = "Ny viden"): Promise<PlanDone> =>
    work((tx) => writePlan(tx, plan.id, { asked: { version: plan.version, reason, content }, who }));
  const deed = (done: typeof adoptPlan, { id, version }: Plan, reason = ""): Promise<PlanDone> =>
    work((tx) => done(tx, id, { version, reason, who }));
  const steps = async (citizen: string): Promise<readonly unknown[]> =>
    (
      await work((tx) =>
        sql`select step, day::text as day from citizens.steps_now where citizen = ${citizen} order by day`.execute(tx),
      )
    ).rows;

  it("are begun as drafts, one of a kind at a time, and with nobody who is not there or whose case is closed (CPL-01)", async () => {
    const citizen = await person("begun");
    const closed = await person("closed", { until: "2013-01-01" });
    const plan = ok(await begin(citizen, "min_plan"));
    expect(plan).toMatchObject({ state: "draft", version: 1, adoptedOn: null, changedBy: "anna" });
    expect(faults(await begin(citizen, "min_plan"))).toEqual(["kind: begun_already"]);
    expect(faults(await begin(citizen, "tryllestav"))).toEqual(["kind: unknown_kind"]);
    expect(faults(await begin(closed, "min_plan"))).toEqual(["kind: case_closed"]);
    expect(await begin("ingen", "min_plan")).toEqual({ ok: false, why: "nobody" });
    ok(await begin(citizen, "fastholdelsesplan"));
    ok(await begin(citizen, "fastholdelsesplan"));
  });

  it("keep every version with its reason, and the second of two who change one is told (CPL-19)", async () => {
    const plan = ok(await begin(await person("versions"), "min_plan"));
    expect(faults(await write(plan, contentWith(), ""))).toEqual(["reason: reason_missing"]);
    const second = ok(await write(plan, contentWith({ steps: [stepWith()] }), "Praktik aftalt"));
    expect(second).toMatchObject({ version: 2, state: "draft" });
    const late = await write(plan, contentWith({ direction: "Noget andet" }));
    expect(late).toMatchObject({ ok: false, why: "conflict", theirs: { version: 2 } });
    const told = await work((tx) => readVersions(tx, plan.id, who));
    expect(told?.versions.map(({ version, reason, deed: done }) => [version, reason, done])).toEqual([
      [2, "Praktik aftalt", "written"],
      [1, "", "written"],
    ]);
    expect(told?.versions[1]?.content.steps).toEqual([]);
  });

  it("are in force when nothing the law of the day demands is lacking, and must stay so (CPL-03, CPL-05, CPL-06)", async () => {
    const citizen = await person("sick");
    const draft = ok(await begin(citizen, "opfoelgningsplan", contentWith({ steps: [stepWith()] })));
    const lacks = faults(await deed(adoptPlan, draft));
    for (const field of [
      "uddannelse_erfaring",
      "vurderinger",
      "tilbud_gives",
      "plan_slags",
      "naeste_dag",
      "naeste_form",
    ])
      expect(lacks).toContain(`content/${field}: lacks`);
    // Not the reasons for offers: nobody has said that any are given.
    expect(lacks).not.toContain("content/tilbud_hvorfor: lacks");
    const answers = {
      uddannelse_erfaring: "Kok, 12 år",
      fravaeret: "Ryggen, siden marts",
      laegelige: "Scanning er bestilt",
      tilbud_gives: "nej",
      intet_tilbud_hvorfor: "Venter på scanning",
      tilbud_hvornaar: "Efter scanningen i august",
      plan_slags: "dato",
      raadig_fra: "2013-09-01",
      naeste_dag: "2013-08-05",
      naeste_form: "telefon",
    };
    const row = { dag: "2013-06-30", uarbejdsdygtighed: "smal", medvirker: "ja" };
    const full = contentWith({ steps: [stepWith()], answers, lists: { vurderinger: [{ id: "v1", values: row }] } });
    const ready = ok(await write(draft, full));
    expect(ready.lacks.filter(({ isDemanded }) => isDemanded)).toEqual([]);
    const adopted = ok(await deed(adoptPlan, ready));
    expect(adopted).toMatchObject({ state: "adopted", adoptedOn: TODAY, version: 3, talk: null });
    expect(faults(await deed(adoptPlan, adopted))).toEqual(["version: not_now"]);
    expect(faults(await write(adopted, { ...full, answers: { ...answers, raadig_fra: "" } }))).toEqual([
      "content/raadig_fra: lacks",
    ]);
    const changed = ok(await write(adopted, { ...full, answers: { ...answers, raadig_fra: "2013-10-01" } }));
    expect(changed.talk).toMatchObject({ since: TODAY, booked: null });
    expect(changed.unassessed).toEqual([]);
    await work((tx) =>
      sql`insert into contact.conversations (municipality, id, day, citizen, kind, status, known_from)
        values (${municipality}, 's1', ${TODAY}, ${citizen}, 'opfoelgning_sygedagpenge', 'holdt', ${TODAY})`.execute(
        tx,
      ),
    );
    const after = await work((tx) => readPlans(tx, citizen, who));
    expect(after?.plans.find(({ id }) => id === changed.id)).toMatchObject({ talk: null, unassessed: [] });
    const without = ok(
      await write(changed, { ...full, lists: { vurderinger: [{ id: "v1", values: { ...row, dag: "" } }] } }),
    );
    expect(without.unassessed).toEqual([TODAY]);
  });

  it("meet the law's step when they are adopted, and take it back when that is taken back (GLX-9M)", async () => {
    const citizen = await person("nine-months");
    const answers = { kompetencer: "Lager og truck", barrierer: "Ingen" };
    const draft = ok(await begin(citizen, "plan_ni_maaneder", contentWith({ steps: [stepWith()], answers })));
    const adopted = ok(await deed(adoptPlan, draft));
    expect(await steps(citizen)).toEqual([{ step: "afdaekning_afsluttet", day: TODAY }]);
    const back = ok(await deed(takeBackPlan, adopted));
    expect(back).toMatchObject({ state: "draft", version: 3, adoptedOn: null });
    expect(await steps(citizen)).toEqual([]);
    const again = ok(await deed(adoptPlan, back));
    const ended = ok(await deed(endPlan, again, "I job"));
    expect(await steps(citizen)).toHaveLength(1);
    const running = ok(await deed(takeBackPlan, ended));
    expect([running.state, running.adoptedOn, (await steps(citizen)).length]).toEqual(["adopted", TODAY, 1]);
  });

  it("go back a version at a time, as a new version, and forth again", async () => {
    const one = ok(await begin(await person("back"), "min_plan", contentWith({ direction: "En" })));
    expect(faults(await deed(takeBackPlan, one))).toEqual(["version: not_now"]);
    const two = ok(await write(one, contentWith({ direction: "To" })));
    const three = ok(await deed(takeBackPlan, two));
    expect([three.version, three.content.direction]).toEqual([3, "En"]);
    expect(ok(await deed(takeBackPlan, three)).content.direction).toBe("To");
  });

  it("end with a reason, and cannot come back beside another of their kind", async () => {
    const citizen = await person("ends");
    const one = ok(await begin(citizen, "helhedsplan"));
    expect(faults(await deed(endPlan, one))).toEqual(["reason: reason_missing"]);
    const ended = ok(await deed(endPlan, one, "Begyndt ved en fejl"));
    expect(ended.may).toEqual({ write: false, adopt: false, end: false, takeBack: true });
    ok(await begin(citizen, "helhedsplan"));
    expect(faults(await deed(takeBackPlan, ended))).toEqual(["version: begun_already"]);
  });

  it("come back into force only when nothing the law of the day demands is lacking (CPL-03)", async () => {
    const draft = ok(
      await begin(await person("law-changed"), "opfoelgningsplan", contentWith({ steps: [stepWith()] })),
    );
    // The demands of the follow-up plan began on 1 March 2012.
    const before = { ...who, on: day("2012-02-29") };
    const { id, version } = draft;
    const adopted = ok(await work((tx) => adoptPlan(tx, id, { version, reason: "", who: before })));
    const ended = ok(await deed(endPlan, adopted, "Ved en fejl"));
    expect(faults(await deed(takeBackPlan, ended))).toContain("content/vurderinger: lacks");
    const undone = { version: ended.version, reason: "", who: before };
    expect(ok(await work((tx) => takeBackPlan(tx, id, undone)))).toMatchObject({ state: "adopted" });
  });

  it("are counted from their adoption until they end, and not while that is taken back (CPL-13)", async () => {
    const id = await person("b13");
    const inForce = async (): Promise<unknown> =>
      (
        await work((tx) =>
          sql`select kind, from_day::text as from, until_day::text as until from pathways.plans_in_force
            where citizen = ${id} and known_until = date '9999-12-31'`.execute(tx),
        )
      ).rows;
    const draft = ok(await begin(id, "udviklingsplan", contentWith({ steps: [stepWith({})], goals: [goalWith({})] })));
    expect(await inForce()).toEqual([]);
    const adopted = ok(await deed(adoptPlan, draft));
    expect(await inForce()).toEqual([{ kind: "udviklingsplan", from: TODAY, until: "9999-12-31" }]);
    const ended = ok(await deed(endPlan, adopted, "Nået"));
    expect(await inForce()).toEqual([{ kind: "udviklingsplan", from: TODAY, until: "2013-07-01" }]);
    const again = ok(await deed(takeBackPlan, ended));
    expect(await inForce()).toEqual([{ kind: "udviklingsplan", from: TODAY, until: "9999-12-31" }]);
    expect(again.state).toBe("adopted");
  });

  it("may be a part of another of the citizen's plans, of nobody else's (CPL-08)", async () => {
    const [citizen, other] = [await person("whole"), await person("another")];
    const partOf = ok(await begin(citizen, "min_plan")).id;
    const part = ok(await begin(citizen, "uddannelsesplan", contentWith({ partOf })));
    expect(part.content.partOf).toBe(partOf);
    expect(faults(await begin(other, "uddannelsesplan", contentWith({ partOf })))).toEqual([
      "content/partOf: part_of_nothing",
    ]);
  });

  it("say which steps are late and which young people have no next step (ASK-24, CPL-15)", async () => {
    const young = await person("young", { born: "1990-01-01", staff: "m9" });
    await person("younger", { born: "1999-05-05", staff: "m8" });
    await person("thirty", { born: "1983-06-30", staff: "m9" });
    const own = { ...who, staff: "m9" };
    const seen = (list: "late" | "soon" | "young", whose: "mine" | "unit" = "mine", as: Keeping = own) =>
      work((tx) => readWatch(tx, { whose, list, page: 1 }, as));
    expect((await seen("young")).young.map(({ citizen, age }) => [citizen, age])).toEqual([[young, 23]]);
    expect((await seen("young", "unit")).young.map(({ citizen }) => citizen)).toEqual(["younger", young]);
    expect(await seen("young", "mine", { ...who, staff: null })).toMatchObject({ total: 0, young: [] });
    const late = stepWith({ id: "l", due: "2013-06-29" });
    const soon = stepWith({ id: "s", kind: "mentor", text: "", due: "2013-07-13" });
    const content = contentWith({ steps: [late, soon], goals: [goalWith()] });
    const draft = ok(await begin(young, "udviklingsplan", content));
    expect((await seen("young")).counts).toMatchObject({ late: 1, soon: 1, young: 1 });
    ok(await deed(adoptPlan, draft));
    const mine = await seen("soon");
    expect(mine.counts.young).toBe(0);
    expect(mine.steps).toMatchObject([{ citizen: young, what: { da: "mentor" }, due: "2013-07-13", isDraft: false }]);
    const aside = { ...own, heldBack: async () => ({ ...nobody, aside: new Set([young]) }) };
    expect(await seen("late", "mine", aside)).toMatchObject({ aside: 1, total: 0, steps: [] });
  });

  it("are shown to nobody in whose sight the citizen is not", async () => {
    const citizen = await person("elsewhere");
    const plan = ok(await begin(citizen, "min_plan"));
    const elsewhere = { municipality, sees: "unit" as const, units: ["u2"] };
    expect(await inTenant(db, elsewhere, (tx) => readPlans(tx, citizen, who))).toBeNull();
    expect(await inTenant(db, elsewhere, (tx) => readVersions(tx, plan.id, who))).toBeNull();
    const tried = inTenant(db, elsewhere, (tx) => endPlan(tx, plan.id, { version: plan.version, reason: "x", who }));
    expect(await tried).toEqual({ ok: false, why: "nobody" });
  });
});
