import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { facts as citizensFacts } from "../../citizens/facts.ts";
import type { CourseList } from "../../courses/contract.ts";
import type { Problem } from "../../platform/http/public.ts";
import { aroundWords, youthData } from "../../youth/public.ts";
import { courseCalls, faultsOf, lineOf, promptsOf } from "../testing/course-calls.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openFilledDesk, peopleFiles } from "../testing/filled-desk.ts";
import { visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let consultant: Visitor;
const { of, courseIn, kindsOf, note, list } = courseCalls("youth", () => caseworker);

// u1 idle and education-ready; u2 activity-ready in practice, and stays away; u3 soon 30; u4 turned 30 with an order running; u5 new and skilled;
// u6 another's; u7 too old; u8 without a birthday; u9 has an order that runs out.
const FILES = {
  ...peopleFiles([
    "u1,2000-03-01,kvinde,ufaglaert,u1,m1",
    "u2,1999-05-01,mand,ufaglaert,u1,m1",
    "u3,1992-01-10,kvinde,ufaglaert,u1,m1",
    "u4,1991-06-01,mand,ufaglaert,u1,m1",
    "u5,1997-05-01,kvinde,faglaert,u1,m1",
    "u6,2001-05-01,mand,ufaglaert,u2,m2",
    "u7,1980-05-01,mand,ufaglaert,u1,m1",
    "u8,,mand,ufaglaert,u1,m1",
    "u9,2001-05-01,kvinde,ufaglaert,u1,m1",
  ]),
  "benefit_spells.csv": `id,first_day,last_day,citizen,benefit
yu1,2021-09-01,,u1,uddannelseshjaelp
yu2,2021-03-01,,u2,uddannelseshjaelp
yu3,2021-06-01,,u3,uddannelseshjaelp
yu4,2021-01-01,,u4,uddannelseshjaelp
yu5,2021-12-27,,u5,a_dagpenge
yu6,2021-06-01,,u6,uddannelseshjaelp
yu7,2021-06-01,,u7,kontanthjaelp
yu8,2021-06-01,,u8,uddannelseshjaelp
yu9,2021-06-01,,u9,uddannelseshjaelp`,
  "target_group_spells.csv": `id,first_day,last_day,citizen,target_group
mu1,2021-09-01,,u1,uddannelsesparat
mu2,2021-03-01,,u2,aktivitetsparat
mu9,2021-06-01,,u9,uddannelsesparat`,
  "companies.csv": "id,first_day,last_day,name,cvr,municipality_code\nvu,2015-01-01,,Praktikstedet,,0316",
  "offers.csv": `id,first_day,last_day,citizen,kind,company
tu1,2021-09-20,2021-11-15,u1,virksomhedspraktik,vu
tu2,2021-11-01,,u2,virksomhedspraktik,vu`,
  "conversations.csv": `id,day,citizen,kind,form,status
su2a,2021-12-06,u2,jobsamtale,,udeblevet
su2b,2021-12-20,u2,jobsamtale,,udeblevet`,
  "education_orders.csv": `id,day,citizen,demand,deadline
pu4,2021-03-01,u4,soeg,2021-05-15
pu9,2021-12-01,u9,soeg,2022-01-07`,
};

beforeAll(async () => {
  desk = await openFilledDesk(FILES);
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  consultant = await visitorOf(desk, { role: "consultant", staff: "m3", units: ["u1"] });
}, 180_000);
afterAll(() => desk.close());

describe("who is young (YOU-01)", () => {
  it("those under 30 on a benefit of the effort; who turned 30 is shown as long as something is open", async () => {
    expect(await kindsOf("u1")).toEqual(["youth", "resources"]);
    expect(await kindsOf("u7")).toEqual(["resources"]);
    expect(await kindsOf("u8")).toEqual(["resources"]);
    const old = await of("u4");
    expect(old.isNow).toBe(false);
    // No order after 30: the one that runs is to be lifted, and guidance given instead (CPL-09).
    expect(promptsOf(old)).toContain("Ophæv det, og vejled i stedet");
  });

  it("names every code of the citizens' records that a page can show", () => {
    const codes = (fact: string, column: string): readonly string[] =>
      Object.keys(
        citizensFacts.find(({ name }) => name === fact)?.columns.find(({ name }) => name === column)?.codes ?? {},
      );
    expect(Object.keys(aroundWords.level)).toEqual(codes("citizens", "education"));
    expect(Object.keys(aroundWords.work)).toEqual(codes("employments", "kind"));
    expect(Object.keys(aroundWords.education)).toEqual(codes("education_spells", "kind"));
    expect(codes("citizens", "education")).toEqual(expect.arrayContaining([...youthData.direction.educated]));
  });
});

describe("no young person does nothing (YOU-01)", () => {
  it("a gap is told of with its first day, its length and where it comes from; something running ends it", async () => {
    const idle = await of("u1");
    expect(lineOf(idle, "Intet i gang siden")).toEqual({ day: "2021-11-16" });
    const gap = idle.prompts.find(({ says }) => says.text.da.startsWith("Intet har været i gang"));
    expect(gap?.says.with).toMatchObject({ day: { day: "2021-11-16" }, days: { number: 45 } });
    expect([gap?.rule, gap?.source]).toEqual([
      "OFF-UDD-CONT",
      "Gladsaxe, beskæftigelsesstrategi 2012, s. 2 og 7 (dagene er vores egne)",
    ]);
    const busy = await of("u2");
    expect(lineOf(busy, "I gang med")).toEqual({ text: { da: "virksomhedspraktik", en: "company practice" } });
    expect(promptsOf(busy)).not.toContain("Intet har været i gang");
  });

  it("who is new is told of by the tenth day (CON-11)", async () => {
    const prompt = (await of("u5")).prompts.find(({ says }) => says.text.da.startsWith("Ny, og intet"));
    expect(prompt?.says.with).toEqual({ day: { day: "2022-01-06" } });
  });

  it("what was tried stands in the course (YOU-07), and who stays away from a placement is followed closely (YOU-08)", async () => {
    expect(lineOf(await of("u1"), "Afprøvet indtil nu")).toEqual({
      text: { da: "virksomhedspraktik", en: "company practice" },
    });
    const away = await of("u2");
    expect(lineOf(away, "Udeblevet de sidste 90 dage")).toMatchObject({ number: 2 });
    expect(promptsOf(away)).toContain("under et forløb i en virksomhed");
  });
});

describe("the direction (YOU-02, VIS-08)", () => {
  it("is asked for, then stands; education without an order, and reading that was not screened, are told of", async () => {
    expect(promptsOf(await of("u1"))).toContain("Der er ikke valgt retning");
    const { body, status } = await note("u1", "youth_assessments", {
      from: "2021-12-01",
      values: { direction: "uddannelse", other_problems: true },
    });
    expect(status).toBe(200);
    const course = courseIn(body);
    expect(lineOf(course, "Retning")).toEqual({ text: { da: "uddannelse", en: "education" } });
    expect(lineOf(course, "Problemer ud over ledighed")).toEqual({ text: { da: "ja", en: "yes" } });
    expect(promptsOf(course)).toContain("hverken pålæg, vejledning eller ansøgning");
    expect(promptsOf(course)).toContain("Læsning og skrivning er ikke afklaret");
  });

  it("is noted of a day with a case, without a CPR number", async () => {
    const early = await note<Problem>("u1", "youth_assessments", { from: "2020-05-01", values: { direction: "job" } });
    expect(faultsOf(early.body)[0]).toContain("ikke på en ydelse i ungeindsatsen den 01.05.2020");
    const values = { direction: "job", reason: "se 0101901234" };
    expect((await note("u1", "youth_assessments", { from: "2021-12-02", values })).status).toBe(400);
    const none = await note<Problem>("u1", "youth_assessments", { from: "2021-12-02", values: {} });
    expect(faultsOf(none.body)).toEqual(["/body/values/direction: Skal udfyldes."]);
  });
});

describe("the education order (CPL-09)", () => {
  it("has a deadline and runs until its outcome; what it asks for is seen in the records", async () => {
    const from = "2021-12-05";
    const bare = await note<Problem>("u1", "education_orders", { from, values: { demand: "soeg" } });
    expect(faultsOf(bare.body)).toEqual(["/body/values/deadline: Et pålæg har en frist. Skriv den."]);
    const values = { demand: "soeg", deadline: "2021-12-20" };
    const { body } = await note("u1", "education_orders", { from, values });
    expect(lineOf(courseIn(body), "Pålæggets frist")).toEqual({ day: "2021-12-20" });
    expect(promptsOf(courseIn(body))).toContain("Pålæggets frist var {day}. Notér udfaldet.");
    expect((await list("filter=order_passed")).rows.map(({ citizen }) => citizen)).toEqual(["u1"]);
    const again = await note<Problem>("u1", "education_orders", {
      from: "2021-12-10",
      values: { demand: "soeg", deadline: "2022-02-01" },
    });
    expect(faultsOf(again.body)[0]).toContain("Der løber allerede et sådant pålæg fra 05.12.2021");
    await note("u1", "education_applications", { from: "2021-12-18", values: { kind: "fgu" } });
    const met = (await of("u1")).prompts.find(({ says }) => says.text.da.includes("ser opfyldt ud"));
    expect(met?.says.with).toMatchObject({ day: { day: "2021-12-18" } });
  });

  it("is settled with a day, and then the next step is told of", async () => {
    const order = (await of("u1")).forms.find(({ fact }) => fact === "education_orders")?.records[0];
    const change = (values: object) =>
      caseworker.send<Problem>("PATCH", `/records/education_orders/${order?.id}`, {
        from: order?.from,
        values,
        version: order?.version,
      });
    const settled = { demand: "soeg", deadline: "2021-12-20", outcome: "opfyldt" };
    expect(faultsOf((await change(settled)).body)).toEqual([
      "/body/values/outcome_day: Skriv både udfald og dag, eller ingen af dem.",
    ]);
    expect((await change({ ...settled, outcome_day: "2021-12-18" })).status).toBe(200);
    expect((await list("filter=order_passed")).total).toBe(0);
  });

  it("gives way to guidance with what rules it out, and nobody of 30 gets one", async () => {
    const from = "2021-12-15";
    const none = await note<Problem>("u3", "education_orders", { from, values: { demand: "vejledning" } });
    expect(faultsOf(none.body)).toEqual([
      "/body/values/ruled_out_by: Skriv, hvorfor der vejledes i stedet for et pålæg.",
    ]);
    const both = { demand: "vejledning", ruled_out_by: "andet", deadline: "2022-01-05" };
    expect(faultsOf((await note<Problem>("u3", "education_orders", { from, values: both })).body)).toEqual([
      "/body/values/reason: Skriv i begrundelsen, hvad der udelukker et pålæg.",
      "/body/values/deadline: Det hører til et pålæg. Lad feltet stå tomt, eller vælg et pålæg.",
    ]);
    const values = { demand: "vejledning", ruled_out_by: "forsoerger" };
    const { body } = await note("u3", "education_orders", { from, values });
    expect(lineOf(courseIn(body), "Vejledning i stedet for pålæg")).toEqual({ day: from });
    const old = await note<Problem>("u4", "education_orders", {
      from: "2021-12-01",
      values: { demand: "begynd", deadline: "2022-02-01" },
    });
    expect(faultsOf(old.body)[0]).toContain("var fyldt 30 den 01.12.2021 og kan ikke få et pålæg");
  });
});

describe("from application to start (YOU-03)", () => {
  it("who is admitted has something to do until the studies begin", async () => {
    const from = "2021-12-10";
    const wrong = await note<Problem>("u9", "education_applications", {
      from,
      values: { kind: "erhvervsuddannelse", answer: "afvist", begins: "2022-08-01" },
    });
    expect(faultsOf(wrong.body)[0]).toContain("Kun den, der er optaget, begynder");
    const values = { kind: "erhvervsuddannelse", answer: "optaget", begins: "2022-02-01" };
    const course = courseIn((await note("u9", "education_applications", { from, values })).body);
    expect(lineOf(course, "Studiestart")).toEqual({ day: "2022-02-01" });
    const wait = course.prompts.find(({ says }) => says.text.da.startsWith("Optaget, begynder"));
    expect(wait?.source).toBe("Gladsaxe, beskæftigelsesstrategi 2012, s. 9");
    expect((await list("filter=waiting")).rows.map(({ citizen }) => citizen)).toEqual(["u9"]);
  });
});

describe("the list of the young (CPL-15, VIS-08)", () => {
  const counts = ({ filters }: CourseList) => Object.fromEntries(filters.map(({ id, count }) => [id, count]));

  it("counts what each filter leaves, and each count is the length of its list", async () => {
    const all = await list("whose=mine");
    expect(all.rows.map(({ citizen }) => citizen).toSorted()).toEqual(
      expect.arrayContaining(["u1", "u2", "u3", "u5", "u9"]),
    );
    expect(all.rows.map(({ citizen }) => citizen)).not.toEqual(expect.arrayContaining(["u4"]));
    for (const { id, count } of all.filters) expect([id, (await list(`filter=${id}`)).total]).toEqual([id, count]);
    expect(counts(all)).toMatchObject({ order_soon: 1, ready: 2, activity: 1, absent: 1, new: 1 });
    expect((await list("filter=idle")).rows.map(({ citizen }) => citizen)).toEqual(
      expect.arrayContaining(["u1", "u3"]),
    );
    expect(all.kinds.map(({ path }) => path)).toEqual(["sygedagpenge", "unge", "integration"]);
  });

  it("is the unit's for those who work there, who read and note nothing (consultants), and leaves as a file", async () => {
    const own = await list("whose=unit", consultant);
    expect(own.rows.map(({ citizen }) => citizen)).toEqual(expect.arrayContaining(["u1"]));
    expect(own.rows.map(({ citizen }) => citizen)).not.toContain("u6");
    const asked = { from: "2021-12-30", values: { direction: "job" }, as: consultant };
    expect((await note("u1", "youth_assessments", asked)).status).toBe(403);
    const { body } = await caseworker.get<Uint8Array>("/courses/youth/file?format=csv&language=da&sort=idle");
    expect(new TextDecoder().decode(body).split("\n")[0]).toContain("Dage uden noget");
  });
});
