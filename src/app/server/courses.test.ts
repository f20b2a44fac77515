import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseEntries } from "../../citizens/public.ts";
import type { CitizenCourses, CourseAnswer, CourseList } from "../../courses/contract.ts";
import type { CitizenDuties } from "../../duties/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { visitorOf } from "../testing/protected-desk.ts";
import { openSickDesk } from "../testing/sick-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let consultant: Visitor;
let other: Visitor;
let officer: Visitor;

beforeAll(async () => {
  desk = await openSickDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  consultant = await visitorOf(desk, { role: "consultant", staff: "m3", units: ["u1"] });
  other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
  officer = await visitorOf(desk, { role: "data_protection" });
}, 180_000);
afterAll(() => desk.close());

type Asked = { from: string; to?: string | null; values: object; as?: Visitor };
const note = <T = CitizenCourses>(citizen: string, fact: string, { as = caseworker, ...asked }: Asked) =>
  as.send<T>("POST", `/citizens/${citizen}/records/${fact}`, asked, randomUUID());
const of = async (citizen: string): Promise<CitizenCourses> =>
  (await caseworker.get<CitizenCourses>(`/citizens/${citizen}/courses`)).body;
const sick = ({ courses }: CitizenCourses): CourseAnswer => {
  const found = courses.find(({ kind }) => kind === "sickness");
  if (!found) throw new Error("no sickness case");
  return found;
};
const records = (courses: CitizenCourses, fact: string) =>
  sick(courses).forms.find((form) => form.fact === fact)?.records ?? [];
const line = (courses: CitizenCourses, label: string) =>
  sick(courses).lines.find((one) => one.label.da === label)?.value ?? null;
const prompted = (courses: CitizenCourses): readonly string[] => sick(courses).prompts.map(({ says }) => says.text.da);
const said = ({ problems = [] }: Problem): readonly string[] =>
  problems.map(({ pointer, message }) => `${pointer}: ${message.da}`);
const circumstances = async (citizen: string) =>
  (await caseworker.get<CaseEntries>(`/citizens/${citizen}/case`)).body.entries
    .filter(({ kind }) => kind === "circumstance")
    .map(({ code, from, to }) => [code, from, to]);
const duties = async (citizen: string): Promise<readonly string[]> =>
  (await caseworker.get<CitizenDuties>(`/citizens/${citizen}/duties`)).body.lines.map(({ why }) => why.rule);

describe("a sickness case (SICK-01, VIS-05, CPL-03)", () => {
  it("is assessed in one step: the category stands in the case, and the duties follow it", async () => {
    expect(prompted(await of("s1"))[0]).toContain("Forløbet er ikke vurderet");
    expect(await duties("s1")).toContain("SDP-8W");
    const values = { category: "sygekategori_1", expected_day: "2022-01-10", clear_course: true, job: "bevaret" };
    const { status, body } = await note("s1", "sickness_assessments", { from: "2021-12-20", values });
    expect(status).toBe(200);
    expect(line(body, "Kategori")).toEqual({ text: { da: "kategori 1", en: "category 1" } });
    expect(line(body, "Vej")).toEqual({ text: { da: "tidligt team", en: "early team" } });
    expect(await circumstances("s1")).toEqual([["sygekategori_1", "2021-12-20", null]]);
    // Category 1 is followed up only on whether the citizen is well.
    expect(await duties("s1")).not.toContain("SDP-8W");
  });

  it("has one category at a time: the next assessment ends the one before, and taking it back brings it back", async () => {
    const values = { category: "sygekategori_2", clear_course: true };
    const { body } = await note("s1", "sickness_assessments", { from: "2021-12-28", values });
    expect(await circumstances("s1")).toEqual([
      ["sygekategori_2", "2021-12-28", null],
      ["sygekategori_1", "2021-12-20", "2021-12-27"],
    ]);
    const [newest] = records(body, "sickness_assessments");
    const gone = { version: newest?.version };
    await caseworker.send("POST", `/records/sickness_assessments/${newest?.id}/gone`, gone);
    expect(await circumstances("s1")).toEqual([["sygekategori_1", "2021-12-20", null]]);
  });

  it("leaves what follows from it to be changed where it was noted", async () => {
    const { body } = await caseworker.get<CaseEntries>("/citizens/s1/case");
    const entry = body.entries.find(({ code }) => code === "sygekategori_1");
    expect(entry?.follows).toBe(true);
    const taken = await caseworker.send<Problem>("POST", `/case/circumstance/${entry?.id}/gone`, {
      version: entry?.version,
    });
    expect([taken.status, taken.body.code]).toEqual([400, "entry_follows"]);
  });

  it("refuses what cannot be so, in words at the field, and stores nothing of it", async () => {
    const before = records(await of("s1"), "sickness_assessments").length;
    const none = await note<Problem>("s1", "sickness_assessments", { from: "2021-12-21", values: {} });
    expect(said(none.body)).toEqual(["/body/values/category: Loven har kategorier den 21.12.2021. Vælg en."]);
    const early = await note<Problem>("s1", "sickness_assessments", {
      from: "2021-11-01",
      values: { category: "sygekategori_2", expected_day: "2021-10-01", under_26_weeks: true },
    });
    expect(said(early.body)).toContain(
      "/body/values/under_26_weeks: Det findes ikke i loven den 01.11.2021. Lad feltet stå tomt, eller vælg noget andet.",
    );
    const wrong = await note<Problem>("s1", "sickness_assessments", {
      from: "2022-03-01",
      values: { category: "sygekategori_9", expected_day: "snart", navn: "x" },
    });
    expect(said(wrong.body)).toEqual([
      "/body/values/navn: Feltet findes ikke.",
      "/body/values/category: Vælg en af mulighederne.",
      "/body/values/expected_day: Skriv en dag, fx 30.06.2026.",
      "/body/from: Det er ikke sket endnu. Notér det, når det er sket.",
    ]);
    const cpr = { category: "sygekategori_2", reason: "se 0101901234" };
    expect((await note("s1", "sickness_assessments", { from: "2021-12-22", values: cpr })).status).toBe(400);
    expect(records(await of("s1"), "sickness_assessments").length).toBe(before);
  });

  it("is noted once by two at once, and a change that came too late shows what stands (ASK-36)", async () => {
    const asked = { from: "2021-12-15", values: { category: "sygekategori_2" } };
    const came = await Promise.all(Array.from({ length: 4 }, () => note("s5", "sickness_assessments", asked)));
    expect(came.map(({ status }) => status).toSorted()).toEqual([200, 400, 400, 400]);
    const [one] = records(await of("s5"), "sickness_assessments");
    const change = { ...asked, values: { category: "sygekategori_3" }, version: one?.version };
    const path = `/records/sickness_assessments/${one?.id}`;
    expect((await caseworker.send("PATCH", path, change)).status).toBe(200);
    const late = await caseworker.send<Problem & { theirs: { values: { category: string } } }>("PATCH", path, change);
    expect([late.status, late.body.theirs.values.category]).toEqual([409, "sygekategori_3"]);
    expect(await circumstances("s5")).toEqual([["sygekategori_3", "2021-12-15", null]]);
  });
});

describe("early talks (SICK-02)", () => {
  it("must be held within two weeks of a request, and the time it took is told", async () => {
    const asked = { from: "2021-12-22", values: { asked_by: "arbejdsgiver" } };
    const { body } = await note("s1", "fast_track_requests", asked);
    const prompt = sick(body).prompts.find(({ rule }) => rule === "SDP-FAST-2W");
    expect(prompt?.says.with).toEqual({ day: { day: "2021-12-22" }, due: { day: "2022-01-05" } });
    expect(await duties("s1")).toContain("SDP-FAST-2W");
    await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql`insert into contact.conversations (municipality, id, day, citizen, kind, form, status, known_from)
        values ('0316', 'tft', '2021-12-29', 's1', 'fast_track', 'fremmoede', 'holdt', '2021-12-29')`.execute(tx),
    );
    expect(line(await of("s1"), "Tidlig samtale holdt efter")).toMatchObject({ number: 7 });
    await desk.operations.refreshDuties("0316");
    expect(await duties("s1")).not.toContain("SDP-FAST-2W");
  });

  it("fall away when the citizen declines", async () => {
    const { body } = await note("s3", "fast_track_requests", {
      from: "2021-12-27",
      values: { asked_by: "borger" },
    });
    expect(await duties("s3")).toContain("SDP-FAST-2W");
    const [request] = records(body, "fast_track_requests");
    const values = { asked_by: "borger", outcome: "afslaaet" };
    const path = `/records/fast_track_requests/${request?.id}`;
    const change = { from: "2021-12-27", values, version: request?.version };
    expect(said((await caseworker.send<Problem>("PATCH", path, change)).body)).toEqual([
      "/body/values/outcome_day: Skriv både udfald og dag, eller ingen af dem.",
    ]);
    const settled = { ...change, values: { ...values, outcome_day: "2021-12-30" } };
    expect((await caseworker.send("PATCH", path, settled)).status).toBe(200);
    expect(await duties("s3")).not.toContain("SDP-FAST-2W");
  });

  it("that are asked for preventively start no clock", async () => {
    await note("s5", "fast_track_requests", { from: "2021-12-20", values: { asked_by: "forebyggende" } });
    expect(await duties("s5")).not.toContain("SDP-FAST-2W");
    expect(prompted(await of("s5")).join()).toContain("forebyggende samtale");
  });
});

describe("a partial return (SICK-03, SICK-04)", () => {
  it("is noted in hours a week; more hours end the earlier ones, and the steps are shown", async () => {
    expect(prompted(await of("s1")).join()).toContain("Delvis raskmelding er det første");
    await note("s1", "partial_returns", { from: "2021-12-10", values: { hours: 10 } });
    const { body } = await note("s1", "partial_returns", { from: "2021-12-24", values: { hours: 18.5 } });
    expect(line(body, "Delvist i arbejde")).toMatchObject({ number: 18.5, decimals: 1 });
    expect(sick(body).curve?.steps).toEqual([
      { from: "2021-12-10", to: "2021-12-23", value: 10 },
      { from: "2021-12-24", to: "2021-12-31", value: 18.5 },
    ]);
    const none = await note<Problem>("s1", "partial_returns", { from: "2021-12-28", values: { hours: 0 } });
    expect(said(none.body)[0]).toContain("/body/values/hours: Skriv, hvor mange timer");
    const over = await note<Problem>("s1", "partial_returns", { from: "2021-12-12", values: { hours: 12 } });
    expect(said(over.body)[0]).toContain("Der løber allerede en fra 24.12.2021");
  });
});

describe("the reassessment at 22 weeks (SDPL §§ 24 and 27)", () => {
  it("is told of before the benefit stops", async () => {
    // 22 weeks and a day from 16 August are passed on 17 January: the benefit stops with that month.
    const course = await of("s3");
    expect(line(course, "Ydelsen stopper uden revurdering")).toEqual({ day: "2022-01-31" });
    expect(sick(course).prompts.find(({ rule }) => rule === "SDP-22W")?.form).toBe("benefit_reassessments");
  });

  it("needs a ground of the day and its reasons, and keeps within a limit that is known to count from it", async () => {
    const from = "2021-12-30";
    const bare = await note<Problem>("s3", "benefit_reassessments", { from, values: { decision: "forlaenget" } });
    expect(said(bare.body)).toEqual([
      "/body/values/ground: En forlængelse har en grund efter § 27. Vælg den.",
      "/body/values/reason: En afgørelse har en begrundelse. Skriv den.",
    ]);
    const values = { decision: "forlaenget", ground: "nr_3", extended_to: "2024-08-01", reason: "Afventer operation" };
    const long = await note<Problem>("s3", "benefit_reassessments", { from, values });
    expect(said(long.body)[0]).toContain("højst 134 uger fra revurderingen, til og med 25.07.2024");
    const { body } = await note("s3", "benefit_reassessments", {
      from,
      values: { ...values, extended_to: "2022-06-30" },
    });
    expect(line(body, "Forlænget til og med")).toEqual({ day: "2022-06-30" });
    expect(await circumstances("s3")).toContainEqual(["forlaenget_27", from, "2022-06-30"]);
    const steps = (await caseworker.get<CaseEntries>("/citizens/s3/case")).body.entries;
    expect(steps.some(({ code, from: day }) => code === "revurdering_sygedagpenge" && day === from)).toBe(true);
  });
});

describe("the end of a sickness case (SICK-01, SICK-05)", () => {
  it("is asked for when the benefit has ended, and noted with what became of it", async () => {
    const before = sick(await of("s4"));
    expect([before.isNow, before.prompts.map(({ form }) => form)]).toEqual([false, ["sickness_ends"]]);
    const { body } = await note("s4", "sickness_ends", { from: "2021-12-16", values: { outcome: "samme_job" } });
    expect(sick(body).prompts).toEqual([]);
    const none = await note<Problem>("s4", "sickness_ends", { from: "2021-01-16", values: { outcome: "samme_job" } });
    expect(said(none.body)[0]).toContain("ikke på sygedagpenge den 16.01.2021");
  });
});

describe("resources and barriers, of everybody with a case (CIT-11, CIT-14)", () => {
  const notes = (courses: CitizenCourses) =>
    courses.courses
      .find(({ kind }) => kind === "resources")
      ?.forms.find(({ fact }) => fact === "resource_notes")
      ?.records.map(({ values, from, to }) => [values.field, values.weight, from, to]);

  it("are described field by field; a new word on a field ends the earlier one, and the others stand", async () => {
    const say = (field: string, weight: string, from: string) =>
      note("c01", "resource_notes", {
        from,
        values: { field, weight, source: "borger", words: "Holder af at være ude" },
      });
    await say("netvaerk", "ressource", "2021-06-01");
    await say("bolig", "barriere", "2021-06-02");
    const { body } = await say("bolig", "ressource", "2021-12-01");
    expect(notes(body)).toEqual([
      ["bolig", "ressource", "2021-12-01", null],
      ["bolig", "barriere", "2021-06-02", "2021-11-30"],
      ["netvaerk", "ressource", "2021-06-01", null],
    ]);
    const { body: record } = await caseworker.get<{ timeline: { kind: string; detail: { da: string } | null }[] }>(
      "/citizens/c01",
    );
    const told = record.timeline.filter(({ kind }) => kind === "course").map(({ detail }) => detail?.da);
    expect(told[0]).toBe("bolig · en ressource · borgeren selv · Holder af at være ude");
  });

  it("are among what a look at the citizen's page is logged to have read (ORG-08)", async () => {
    const data = async (action: string): Promise<readonly string[]> => {
      const log = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
        sql<{
          data: string[];
        }>`select data from audit.access_log where action = ${action} order by entry desc limit 1`.execute(tx),
      );
      return log.rows[0]?.data ?? [];
    };
    await caseworker.get("/citizens/c01");
    const shown = [
      "resource_notes",
      "sickness_assessments",
      "education_orders",
      "danish_teaching",
      "plans",
      "cv_updates",
    ];
    expect(await data("citizens.read")).toEqual(expect.arrayContaining(shown));
    await caseworker.get("/citizens/c01/courses");
    expect(await data("courses.read")).toEqual(
      expect.arrayContaining(["resource_notes", "conversations", "employments"]),
    );
  });

  it("have no list: they are nobody's group", async () => {
    expect((await caseworker.get("/courses/resources")).status).toBe(404);
  });
});

describe("who sees and notes", () => {
  it("whoever works in the unit reads; the consultant notes nothing, and another unit finds nobody", async () => {
    expect((await consultant.get("/citizens/s1/courses")).status).toBe(200);
    const asked = { from: "2021-12-30", values: { outcome: "andet" } };
    expect((await note("s1", "sickness_ends", { ...asked, as: consultant })).status).toBe(403);
    expect((await other.get("/citizens/s1/courses")).status).toBe(404);
    expect((await note("s1", "sickness_ends", { ...asked, as: other })).status).toBe(404);
    expect((await officer.get("/citizens/s1/courses")).status).toBe(403);
    expect((await note("s1", "obligations", asked)).status).toBe(404);
  });

  it("of somebody whose data may only be stored nothing is noted (GDPR art. 18)", async () => {
    const asked = { kind: "restriction", citizen: "s5", received: "2021-12-01", source: "citizen", details: "uenig" };
    const { body } = await officer.send<{ id: string }>("POST", "/privacy/requests", asked);
    const step = { kind: "granted", note: "", version: 0 };
    expect((await officer.send("POST", `/privacy/requests/${body.id}/steps`, step)).status).toBe(200);
    const refused = await note<Problem>("s5", "partial_returns", { from: "2021-12-30", values: { hours: 5 } });
    expect([refused.status, refused.body.code]).toEqual([400, "person_restricted"]);
    expect((await consultant.get<CitizenCourses>("/citizens/s5/courses")).body).toMatchObject({
      isAside: true,
      courses: [],
    });
  });
});

describe("the list of the sick (ASK-14, ASK-20, CIT-16, SICK-09)", () => {
  const list = async (query: string, as = caseworker): Promise<CourseList> =>
    (await as.get<CourseList>(`/courses/sickness?${query}`)).body;
  const counts = ({ filters }: CourseList) => Object.fromEntries(filters.map(({ id, count }) => [id, count]));

  it("counts what each filter would leave, and each count is the length of its list", async () => {
    const all = await list("whose=mine");
    expect(all.rows.map(({ citizen }) => citizen)).toEqual(expect.arrayContaining(["s1", "s2", "s3"]));
    expect(all.rows.map(({ citizen }) => citizen)).not.toContain("s4");
    for (const { id, count } of all.filters) expect([id, (await list(`filter=${id}`)).total]).toEqual([id, count]);
    expect(counts(all)).toMatchObject({ extended: 1, partial: 1 });
  });

  it("is put in order by any column, what lacks a value last", async () => {
    const byWeeks = await list("sort=weeks&descending=true");
    const weeks = byWeeks.rows.map(({ cells }) => (cells.weeks && "number" in cells.weeks ? cells.weeks.number : null));
    expect(weeks).toEqual(weeks.toSorted((a, b) => (b ?? 0) - (a ?? 0)));
    const byHours = await list("sort=hours");
    expect(byHours.rows[0]?.citizen).toBe("s1");
  });

  it("is one's own or the unit's, and every look is logged with those on the page", async () => {
    expect((await list("whose=mine", other)).rows.map(({ citizen }) => citizen)).toContain("s6");
    await list("whose=unit&filter=extended");
    const log = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql`select keys from audit.access_log where action = 'courses.list' order by entry desc limit 1`.execute(tx),
    );
    expect(log.rows).toEqual([{ keys: ["s3"] }]);
  });

  it("leaves as a file for those who may, without those whose data may only be stored", async () => {
    const { body } = await caseworker.get<Uint8Array>("/courses/sickness/file?format=csv&language=da");
    const text = new TextDecoder().decode(body);
    expect(text.split("\n")[0]).toContain("Borger;Navn;Næste frist");
    expect(text).toContain("s1;");
    expect(text).not.toContain("s5;");
  });
});
