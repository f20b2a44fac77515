import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitizenRecord } from "../../citizens/contract.ts";
import { asOwner, inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/public.ts";
import type { CitizenScreening, ScreeningWatch, ShownScreening } from "../../screening/contract.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, PROTECTED, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let caseworker: Visitor;
let consultant: Visitor;
let other: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m1", units: ["u1"] });
  consultant = await visitorOf(desk, { role: "consultant", staff: "m3", units: ["u1"] });
  other = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
  // The desk's citizens have been on their benefits for years; these begin a new case.
  await asOwner(desk.runtime.db, async (tx) => {
    for (const [citizen, benefit, from] of NEW)
      await sql`update citizens.benefit_spells set from_day = ${from}, benefit = ${benefit} where citizen = ${citizen}`.execute(
        tx,
      );
  });
}, 180_000);
afterAll(() => desk.close());

const NEW = [
  ["c01", "a_dagpenge", "2021-12-01"],
  ["c03", "a_dagpenge", "2021-11-15"],
  ["c05", "sygedagpenge", "2021-12-10"],
  ["c07", "a_dagpenge", "2021-03-01"],
  ["c09", "a_dagpenge", "2021-12-05"],
  ["c11", "a_dagpenge", "2021-12-06"],
  ["c13", "a_dagpenge", "2021-12-07"],
  ["p1", "a_dagpenge", "2021-12-02"],
] as const;

async function query<Row>(text: string): Promise<readonly Row[]> {
  return (await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) => sql.raw<Row>(text).execute(tx))).rows;
}

const of = async (citizen: string, as = caseworker): Promise<CitizenScreening> =>
  (await as.get<CitizenScreening>(`/citizens/${citizen}/screening`)).body;
const named = (found: CitizenScreening, id = "nyledige"): ShownScreening => {
  const one = found.screenings.find((screening) => screening.id === id);
  if (!one) throw new Error(`no ${id} among ${found.screenings.map((each) => each.id).join()}`);
  return one;
};
const states = ({ criteria }: ShownScreening): Readonly<Record<string, string>> =>
  Object.fromEntries(criteria.map(({ id, state }) => [id, state]));
type Said = { readonly question: string; readonly answer: "ja" | "nej" | null; readonly version?: string | null };
type Asked = { readonly as?: Visitor; readonly screening?: string };
const answer = <T = CitizenScreening>(citizen: string, said: readonly Said[], asked: Asked = {}) => {
  const { as = caseworker, screening = "nyledige" } = asked;
  const answers = said.map((one) => ({ version: null, ...one }));
  return as.send<T>("POST", `/citizens/${citizen}/screening/${screening}/answers`, { answers }, randomUUID());
};
const conclude = <T = CitizenScreening>(citizen: string, said: object, as = caseworker) =>
  as.send<T>(
    "POST",
    `/citizens/${citizen}/screening/nyledige/conclusion`,
    { effortFrom: null, version: null, ...said },
    randomUUID(),
  );
const choose = <T = CitizenScreening>(citizen: string, said: object, as = caseworker) =>
  as.send<T>(
    "POST",
    `/citizens/${citizen}/archetype`,
    { archetype: null, distance: null, from: "2021-12-31", version: null, ...said },
    randomUUID(),
  );
const problems = ({ problems: all = [] }: Problem): readonly string[] =>
  all.map(({ pointer, message }) => `${pointer}: ${message.da}`);

describe("a citizen's screening at the API (VIS-02, VIS-03)", () => {
  it("shows each criterion met, not met or unknown, never a missing answer as no, with source and read aloud", async () => {
    const found = named(await of("c01"));
    // Born in 1960 and skilled: a senior with qualifying education. Nobody has answered.
    expect(states(found)).toEqual({
      uden_uddannelse: "not_met",
      senior: "met",
      dimittend: "unknown",
      foraeldet: "unknown",
      svag_tilknytning: "unknown",
      kompetencer: "unknown",
      koen: "off",
      herkomst: "off",
    });
    expect(found).toMatchObject({ said: "uafklaret", from: "2021-12-01", newUntil: "2022-03-01", isLate: false });
    expect(found.criteria.find(({ id }) => id === "senior")).toMatchObject({
      reading: { da: "borgeren er mindst 55 år", en: "the citizen is at least 55 years old" },
      source: "Holbæk 2016, s. 6",
    });
    expect(found.criteria.find(({ id }) => id === "koen")?.off?.da).toContain("En kommune må beslutte det åbent");
  });

  it("is settled by answers; each can be changed and taken back, and what was answered is kept", async () => {
    const { body } = await answer("c01", [
      { question: "foraeldet", answer: "ja" },
      { question: "kompetencer", answer: "nej" },
    ]);
    expect([named(body).said, states(named(body)).kompetencer]).toEqual(["i_risiko", "not_met"]);
    const version = named(body).criteria.find(({ id }) => id === "foraeldet")?.answer?.version ?? null;
    const changed = await answer("c01", [{ question: "foraeldet", answer: "nej", version }]);
    expect(named(changed.body).said).toBe("uafklaret");
    const next = named(changed.body).criteria.find(({ id }) => id === "foraeldet")?.answer?.version ?? null;
    const back = await answer("c01", [{ question: "foraeldet", answer: null, version: next }]);
    expect(states(named(back.body)).foraeldet).toBe("unknown");
    const kept = await query<{ n: number }>(
      "select count(*)::integer as n from screening.screening_answers where citizen = 'c01' and question = 'foraeldet'",
    );
    expect(kept).toEqual([{ n: 2 }]);
  });

  it("has a screening of its own for psychological vulnerability, of questions one may leave open", async () => {
    const found = await of("c05");
    expect(found.screenings.map(({ id }) => id)).toEqual(["nysygemeldte", "psykisk_saarbarhed"]);
    const asked = named(found, "psykisk_saarbarhed");
    expect(asked.criteria.every(({ question }) => question !== null)).toBe(true);
    const { body } = await answer("c05", [{ question: "lang_sygdom", answer: "ja" }], { screening: "nysygemeldte" });
    // One criterion is enough alone by the rule.
    expect(named(body, "nysygemeldte").said).toBe("i_risiko");
    expect(named(body, "psykisk_saarbarhed").said).toBe("uafklaret");
  });

  it("refuses over an answer that changed meanwhile, and names what stands now", async () => {
    await answer("c03", [{ question: "foraeldet", answer: "ja" }]);
    const late = await answer<Problem>("c03", [{ question: "foraeldet", answer: "nej" }]);
    expect(late.status).toBe(409);
    expect(late.body.theirs?.values).toEqual({ foraeldet: "ja" });
  });

  it("refuses in words with the field and the way out", async () => {
    expect(problems((await answer<Problem>("c03", [{ question: "koen", answer: "ja" }])).body)).toEqual([
      "/body/answers/0/question: Screeningen har ikke det spørgsmål. Hent siden igen, og vælg et, der står der.",
    ]);
    expect(problems((await conclude<Problem>("c15", { conclusion: "i_risiko" })).body)).toEqual([
      "/body/conclusion: Borgeren har ingen ny sag at screene i dag. Se, om ydelsen er noteret med de rigtige dage.",
    ]);
    const cpr = await conclude<Problem>("c03", { conclusion: "i_risiko", reason: "Se 010190-1234" });
    expect(cpr.status).toBe(400);
  });
});

describe("the caseworker's conclusion (VIS-02)", () => {
  it("needs a reason when it goes against the rule, stands with what the rule said, and can be taken back", async () => {
    await answer("c09", [
      { question: "dimittend", answer: "nej" },
      { question: "foraeldet", answer: "nej" },
      { question: "svag_tilknytning", answer: "nej" },
      { question: "kompetencer", answer: "nej" },
    ]);
    expect(named(await of("c09")).said).toBe("ikke_i_risiko");
    expect(problems((await conclude<Problem>("c09", { conclusion: "i_risiko" })).body)).toEqual([
      "/body/reason: Konklusionen går mod reglen. Skriv hvorfor.",
    ]);
    const { body } = await conclude("c09", { conclusion: "i_risiko", reason: "Lang transport" });
    const made = named(body).conclusion;
    expect(made).toMatchObject({
      conclusion: "i_risiko",
      ruleSaid: "ikke_i_risiko",
      reason: "Lang transport",
      effortFrom: null,
    });
    const version = made?.version ?? "";
    const again = await conclude<Problem>("c09", { conclusion: "ikke_i_risiko" });
    expect(again.status).toBe(409);
    const effort = { conclusion: "i_risiko", reason: "Lang transport", effortFrom: "2021-12-20", version };
    const begun = await conclude("c09", effort);
    expect(named(begun.body).conclusion).toMatchObject({ id: made?.id, effortFrom: "2021-12-20" });
    const gone = await caseworker.send<CitizenScreening>(
      "POST",
      `/screening-conclusions/${made?.id}/gone`,
      { version: named(begun.body).conclusion?.version },
      randomUUID(),
    );
    expect(named(gone.body).conclusion).toBeNull();
  });

  it("is done once however often it is sent", async () => {
    const key = randomUUID();
    const send = () =>
      caseworker.send<CitizenScreening>(
        "POST",
        "/citizens/c11/screening/nyledige/conclusion",
        { conclusion: "ikke_i_risiko", effortFrom: null, version: null },
        key,
      );
    const [first, second] = [await send(), await send()];
    expect([first.status, second.body]).toEqual([200, first.body]);
  });

  it("is written and read in the log, with the citizen and without what was said", async () => {
    await conclude("c13", { conclusion: "i_risiko" });
    const log = await query<{ action: string; keys: string[]; data: string[] }>(
      "select action, keys, data from audit.access_log where action in ('screening.conclude', 'screening.read') and keys = '{c13}' order by entry",
    );
    expect(log.map(({ action }) => action)).toEqual(["screening.conclude", "screening.read"]);
    expect(log[0]?.data).toEqual(["screening_conclusions"]);
  });
});

describe("what there is to do about screenings (VIS-02)", () => {
  const watch = async (list: string, as = caseworker, whose = "unit"): Promise<ScreeningWatch> =>
    (await as.get<ScreeningWatch>(`/screening-watch?whose=${whose}&list=${list}`)).body;
  const whom = ({ lines }: ScreeningWatch): readonly string[] => lines.map(({ citizen }) => citizen);

  it("are new cases not screened, those past their time, and people at risk without an early effort", async () => {
    const due = await watch("due");
    expect(whom(due)).toEqual(expect.arrayContaining(["c01", "c03", "c05"]));
    expect(whom(due)).not.toContain("c11");
    expect(due.counts.due).toBe(due.total);
    expect(whom(await watch("late"))).toEqual(["c07"]);
    const effort = await watch("effort");
    expect(whom(effort)).toContain("c13");
    expect(effort.lines.every(({ concluded }) => concluded !== null)).toBe(true);
    await conclude("c13", {
      conclusion: "i_risiko",
      effortFrom: "2021-12-31",
      version: named(await of("c13")).conclusion?.version,
    });
    expect(whom(await watch("effort"))).not.toContain("c13");
  });

  it("are one's own or the unit's, and never another unit's", async () => {
    expect((await watch("due", consultant, "mine")).total).toBe(0);
    expect((await watch("due", consultant)).total).toBeGreaterThan(0);
    expect(whom(await watch("due", other)).some((id) => id.startsWith("c0"))).toBe(false);
  });
});

describe("who may (CTRL-01, GDPR art. 18)", () => {
  it("read: the unit's; write: its caseworkers, and nobody another unit's", async () => {
    expect((await other.get("/citizens/c01/screening")).status).toBe(404);
    expect((await consultant.get("/citizens/c01/screening")).status).toBe(200);
    expect((await answer("c01", [{ question: "foraeldet", answer: "ja" }], { as: consultant })).status).toBe(403);
    expect((await of("c01", consultant)).may.write).toBe(false);
    const analyst = await visitorOf(desk, { role: "analyst" });
    expect((await analyst.get("/citizens/c01/screening")).status).toBe(403);
  });

  it("of a protected citizen no name is told", async () => {
    const [id] = PROTECTED;
    const unit = await visitorOf(desk, { role: "manager", units: ["u"] });
    const found = await of(id, unit);
    expect(found).toMatchObject({ name: null, isProtected: true });
    expect(JSON.stringify(found)).not.toContain("HEMMELIGNAVN");
  });
});

describe("archetypes at the API (CIT-05, CIT-06)", () => {
  it("are chosen with their strategy, changed as dated events, and the distance by itself", async () => {
    const found = await of("c08", other);
    expect(found.archetypes?.isFor).toBe("met");
    expect(found.archetypes?.choices).toHaveLength(10);
    const first = await choose("c08", { archetype: "misbrug", distance: "langt_fra", from: "2021-12-01" }, other);
    expect(first.status).toBe(200);
    const running = first.body.archetypes?.lines[0];
    const next = await choose("c08", { archetype: "misbrug", distance: "taet_paa", version: running?.version }, other);
    expect(next.body.archetypes?.lines.map(({ from, to, codes }) => [from, to, codes.distance])).toEqual([
      ["2021-12-31", null, "taet_paa"],
      ["2021-12-01", "2021-12-30", "langt_fra"],
    ]);
    const stale = await choose<Problem>("c08", { archetype: "familie", version: running?.version }, other);
    expect(stale.status).toBe(409);
    const { body: record } = await other.get<CitizenRecord>("/citizens/c08");
    expect(record.timeline.filter(({ kind }) => kind === "archetype").map(({ from, what }) => [from, what.da])).toEqual(
      [
        ["2021-12-31", "misbrug"],
        ["2021-12-01", "misbrug"],
      ],
    );
    const only = await choose("c10", { distance: "langt_fra" }, other);
    expect(only.body.archetypes?.lines[0]?.codes).toEqual({ archetype: null, distance: "langt_fra" });
  });

  it("are for the activity-ready, and the refusal says what to do", async () => {
    expect(problems((await choose<Problem>("c01", { archetype: "misbrug" })).body)).toEqual([
      "/body/archetype: Borgeren er ikke noteret som aktivitetsparat eller i ressourceforløb. Notér målgruppen først.",
    ]);
  });

  it("are words that goals can count", async () => {
    const analyst = await visitorOf(desk, { role: "analyst" });
    const asked = {
      indicator:
        "measure: persons\nof: benefit_spells\nwhere: \"'langt_fra' in citizen.distance\"\ncounted: standing\nwindow: month",
      asOf: "2021-12-31",
    };
    const { status, body } = await analyst.send<{ value: number }>("POST", "/figure", asked);
    expect([status, body.value]).toEqual([200, 1]);
  });
});
