import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { facts as citizensFacts } from "../../citizens/facts.ts";
import type { CaseEntries } from "../../citizens/public.ts";
import type { CitizenDuties } from "../../duties/public.ts";
import { integrationData } from "../../integration/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import { courseCalls, faultsOf, lineOf, promptsOf } from "../testing/course-calls.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openFilledDesk, peopleFiles } from "../testing/filled-desk.ts";
import { visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let other: Visitor;
const { of, courseIn, kindsOf, note, list } = courseCalls("integration", () => caseworker);

// i1 new, nothing yet; i2 long, from practice to a job, with Danish; i3 under 30 in IGU; i4 only on the benefit, never guided; i5 another's; i6 over.
const FILES = {
  ...peopleFiles([
    "i1,1985-03-01,kvinde,ufaglaert,u1,m1",
    "i2,1980-05-01,mand,ufaglaert,u1,m1",
    "i3,1998-01-10,kvinde,ufaglaert,u1,m1",
    "i4,1999-06-01,mand,ufaglaert,u1,m1",
    "i5,1990-05-01,kvinde,ufaglaert,u2,m2",
    "i6,1990-05-01,kvinde,ufaglaert,u1,m1",
  ]),
  "benefit_spells.csv": `id,first_day,last_day,citizen,benefit
yi1,2021-12-10,,i1,selvforsoergelses_og_hjemrejseydelse
yi2,2020-06-01,,i2,selvforsoergelses_og_hjemrejseydelse
yi3,2021-02-01,,i3,selvforsoergelses_og_hjemrejseydelse
yi4,2021-06-01,,i4,overgangsydelse
yi5,2021-06-01,,i5,overgangsydelse
yi6,2020-06-01,2021-06-30,i6,overgangsydelse`,
  "target_group_spells.csv": `id,first_day,last_day,citizen,target_group
mi1,2021-12-10,,i1,integrationsprogram
mi2,2020-06-01,,i2,integrationsprogram
mi3,2021-02-01,,i3,integrationsprogram`,
  "case_steps.csv": `id,day,citizen,step
ki2,2020-06-20,i2,integrationskontrakt
ki2b,2020-06-03,i2,introduktion_begyndt`,
  "companies.csv": "id,first_day,last_day,name,cvr,municipality_code\nvi,2015-01-01,,Arbejdspladsen,,0316",
  "offers.csv": "id,first_day,last_day,citizen,kind,company\nti2,2021-03-01,2021-06-30,i2,virksomhedspraktik,vi",
  "employments.csv": "id,first_day,last_day,citizen,kind,company,hours\nei2,2021-08-01,,i2,ordinaert,vi,15",
  "education_spells.csv": "id,first_day,last_day,citizen,kind,outcome\nui3,2021-05-01,,i3,igu,",
  "conversations.csv": `id,day,citizen,kind,form,status,repatriation_guidance
ci2a,2020-06-15,i2,integrationssamtale,fremmoede,holdt,ja
ci2b,2021-11-15,i2,integrationssamtale,fremmoede,holdt,nej
ci4,2021-06-20,i4,jobsamtale,telefon,holdt,
ci4b,2021-09-20,i4,integrationssamtale,telefon,holdt,`,
};

beforeAll(async () => {
  desk = await openFilledDesk(FILES);
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
}, 180_000);
afterAll(() => desk.close());

const duties = async (citizen: string): Promise<readonly string[]> =>
  (await caseworker.get<CitizenDuties>(`/citizens/${citizen}/duties`)).body.lines.map(({ why }) => why.rule);
const stepsOf = async (citizen: string): Promise<readonly (readonly [string, string])[]> =>
  (await caseworker.get<CaseEntries>(`/citizens/${citizen}/case`)).body.entries
    .filter(({ kind }) => kind === "step")
    .map(({ code, from }) => [code, from] as const);

describe("status and the rights that follow (CIT-19, INT-03)", () => {
  it("is asked for, and then says the programme, the rights and how long the responsibility has run", async () => {
    expect(promptsOf(await of("i1"))).toContain("Status efter integrationsloven er ikke noteret");
    const values = { status: "flygtning", arrived: "2021-12-08" };
    const course = courseIn((await note("i1", "integration_statuses", { from: "2021-12-01", values })).body);
    expect(lineOf(course, "Ret til")).toMatchObject({
      text: { da: "fuldt program (Gladsaxe, beskæftigelsesstrategi 2012, s. 21)" },
    });
    expect(course.lines.find(({ label }) => label.da === "Program")).toMatchObject({
      value: { text: { da: "selvforsørgelses- og hjemrejseprogrammet" } },
      rule: "INT-NAME",
    });
    expect(lineOf(course, "Ansvar siden")).toEqual({ day: "2021-12-01" });
    expect(lineOf(course, "Kom til kommunen")).toEqual({ day: "2021-12-08" });
    expect(lineOf(course, "Planlagt til")).toEqual({ day: "2022-12-01" });
  });

  it("is one at a time: the next ends the one before", async () => {
    const values = { status: "familie_til_flygtning" };
    const { body } = await note("i1", "integration_statuses", { from: "2021-12-20", values });
    const records = courseIn(body).forms.find(({ fact }) => fact === "integration_statuses")?.records ?? [];
    expect(records.map(({ from, to }) => [from, to])).toEqual([
      ["2021-12-20", null],
      ["2021-12-01", "2021-12-19"],
    ]);
    const late = { status: "flygtning", arrived: "2021-11-10" };
    const wrong = await note<Problem>("i1", "integration_statuses", {
      from: "2021-10-01",
      to: "2021-10-31",
      values: late,
    });
    expect(faultsOf(wrong.body)[0]).toContain("Borgeren kom efter den sidste dag");
  });
});

describe("the contract (INL § 19)", () => {
  it("is owed by a day of the law; unsigned it meets nothing, signed it is the step that does", async () => {
    const due = (await of("i4")).prompts;
    expect(due.map(({ rule }) => rule)).toContain("INT-CONTRACT");
    expect(await duties("i1")).toContain("INT-CONTRACT");
    const unsigned = { aim: "job", signed_by_citizen: false };
    const { body } = await note("i1", "integration_contracts", { from: "2021-12-21", values: unsigned });
    expect(promptsOf(courseIn(body))).toContain("ikke underskrevet af borgeren");
    expect(await stepsOf("i1")).toEqual([]);
    expect(await duties("i1")).toContain("INT-CONTRACT");
    // Nothing said of the signature: the record tells of a day on which the contract was signed.
    const signed = courseIn(
      (await note("i1", "integration_contracts", { from: "2021-12-28", values: { aim: "job" } })).body,
    );
    expect(lineOf(signed, "Kontrakt underskrevet")).toEqual({ day: "2021-12-28" });
    expect(await stepsOf("i1")).toEqual([["integrationskontrakt", "2021-12-28"]]);
    expect(await duties("i1")).not.toContain("INT-CONTRACT");
  });

  it("that a file brought as a step counts too, and one outside the programme is refused", async () => {
    expect(lineOf(await of("i2"), "Kontrakt underskrevet")).toEqual({ day: "2020-06-20" });
    expect(lineOf(await of("i2"), "Introduktion begyndt")).toEqual({ day: "2020-06-03" });
    const early = await note<Problem>("i2", "integration_contracts", { from: "2019-01-01", values: { aim: "job" } });
    expect(faultsOf(early.body)[0]).toContain("ikke i programmet den 01.01.2019");
  });
});

describe("the employment ladder (INT-01)", () => {
  it("is computed from work and offers, with the last move", async () => {
    const course = await of("i2");
    expect(lineOf(course, "Trin på beskæftigelsestrappen")).toMatchObject({ text: { da: "ordinært arbejde" } });
    expect(lineOf(course, "På trinnet siden")).toEqual({ day: "2021-08-01" });
    expect(lineOf(course, "Seneste skift op")).toMatchObject({ text: { da: "fra intet trin til ordinært arbejde" } });
    expect(promptsOf(await of("i4"))).toContain("Ikke på beskæftigelsestrappen");
  });

  it("leaves whoever is in IGU in peace, and shows since when (INT-05)", async () => {
    const course = await of("i3");
    expect(course.lines.find(({ label }) => label.da === "I IGU siden")).toMatchObject({
      value: { day: "2021-05-01" },
      rule: "INT-IGU",
    });
    expect(promptsOf(course)).not.toContain("Ikke på beskæftigelsestrappen");
    expect(promptsOf(course)).not.toContain("uddannelse først");
    expect(promptsOf(await of("i4"))).toContain("Under {age} uden uddannelse");
  });

  it("knows the kinds of work and education there are", () => {
    const codes = (fact: string): readonly string[] =>
      Object.keys(
        citizensFacts.find(({ name }) => name === fact)?.columns.find(({ name }) => name === "kind")?.codes ?? {},
      );
    const named = integrationData.ladder.rungs;
    expect(codes("employments")).toEqual(expect.arrayContaining(named.flatMap(({ work }) => work)));
    const educations = [...named, integrationData.danish, integrationData.young, integrationData.igu];
    expect(codes("education_spells")).toEqual(expect.arrayContaining(educations.flatMap(({ education }) => education)));
  });
});

describe("Danish beside work (INT-02)", () => {
  it("is asked for beside the job, and shown with hours and place beside it", async () => {
    const before = await of("i2");
    expect(promptsOf(before)).toContain("uden danskundervisning ved siden af");
    const values = { level: "du2", hours: 7.5, placed: "aften" };
    const course = courseIn((await note("i2", "danish_teaching", { from: "2021-09-01", values })).body);
    expect(lineOf(course, "Danskundervisning")).toEqual({
      number: 7.5,
      decimals: 1,
      unit: { da: "timer om ugen, DU 2, om aftenen", en: "hours a week, DU 2, in the evening" },
    });
    expect(lineOf(course, "Trin på beskæftigelsestrappen")).toMatchObject({ text: { en: "ordinary work" } });
    expect(promptsOf(course)).not.toContain("danskundervisning");
    const wrong = await note<Problem>("i2", "danish_teaching", {
      from: "2021-12-01",
      values: { level: "du2", hours: 0, test_passed: true },
    });
    expect(faultsOf(wrong.body).map((fault) => fault.split(":")[0])).toEqual(["/body/values/hours", "/body/to"]);
  });
});

describe("guidance on returning home (INT-08)", () => {
  it("is asked for after the first meeting and after each later one", async () => {
    const prompt = async (citizen: string) =>
      (await of(citizen)).prompts.find(({ source }) => source === "Holbæk, beskæftigelsesplan 2020-21, s. 19")?.says;
    expect(await prompt("i4")).toMatchObject({ with: { day: { day: "2021-06-20" } } });
    expect(await prompt("i2")).toMatchObject({ with: { day: { day: "2021-11-15" }, guided: { day: "2020-06-15" } } });
    expect(lineOf(await of("i2"), "Møder siden uden vejledning")).toMatchObject({ number: 1 });
  });

  it("comes before a decision that rests on it", async () => {
    const from = "2021-12-20";
    const none = await note<Problem>("i4", "repatriation_decisions", { from, values: { after_guidance: true } });
    expect(faultsOf(none.body)[0]).toContain("/body/values/after_guidance: Der er ikke noteret vejledning");
    const { body } = await note("i2", "repatriation_decisions", { from, values: { after_guidance: true } });
    expect(lineOf(courseIn(body), "Besluttet at vende hjem")).toEqual({ day: from });
  });
});

describe("the list (INT-06, CON-12)", () => {
  it("counts what each filter leaves, women and men beside each other", async () => {
    const all = await list("whose=mine");
    expect(all.rows.map(({ citizen }) => citizen).toSorted()).toEqual(["i1", "i2", "i3", "i4"]);
    for (const { id, count } of all.filters) expect([id, (await list(`filter=${id}`)).total]).toEqual([id, count]);
    const counts = Object.fromEntries(all.filters.map(({ id, count }) => [id, count]));
    expect(counts).toMatchObject({ women: 2, women_placed: 1, men: 2, men_placed: 0, working: 1, igu: 1, young: 2 });
    expect(counts).toMatchObject({ over_year: 1, never_guided: 1, no_rung: 2 });
    expect((await list("whose=mine", other)).rows.map(({ citizen }) => citizen)).toEqual(["i5"]);
    expect(await kindsOf("i6")).toEqual(["resources"]);
  });

  it("holds the talk every fourth week of Holbæk's own level among the deadlines, though it ends with the year (CON-12)", async () => {
    expect(await duties("i2")).toContain("HOL-INT-4W");
    const { ahead } = await of("i2");
    expect(ahead?.find(({ rule }) => rule === "HOL-INT-4W")).toMatchObject({ due: "2021-12-13", isLate: true });
    expect(ahead?.filter(({ rule }) => rule === "HOL-INT-4W").length).toBe(1);
    expect((await list("filter=late")).rows.map(({ citizen }) => citizen)).toContain("i2");
  });
});
