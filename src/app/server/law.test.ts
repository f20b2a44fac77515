import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LawDifference, LawOnDay, RuleHistory } from "../../law/public.ts";
import { createSession, ROLES, type Role } from "../../platform/auth/public.ts";
import { type DemoDesk, openDemoDesk } from "../testing/demo-desk.ts";
import { type Visitor, visitorAs, visitorWith } from "../testing/visitor.ts";

const [GLADSAXE, HOLBAEK, HEDENSTED] = ["0159", "0316", "0766"] as const;

let desk: DemoDesk;

beforeAll(async () => {
  desk = await openDemoDesk(0.05);
}, 240_000);
afterAll(() => desk.close());

/** Somebody in a municipality, whether or not it has records here. */
async function from(municipality: string, role: Role = "caseworker"): Promise<Visitor> {
  const identity = { municipality, role, user: `test-${role}`, staff: null, units: ["*"] };
  const limits = { idleMinutes: 60, absoluteMinutes: 600 };
  const begun = await createSession(desk.runtime.db, identity, { now: new Date(), limits });
  return visitorWith(desk.url, `springbraet=${begun?.token ?? ""}`);
}

async function lawOf(municipality: string, on: string): Promise<LawOnDay> {
  const { status, body } = await (await from(municipality)).get<LawOnDay>(`/law?on=${on}`);
  expect(status).toBe(200);
  return body;
}

async function between(municipality: string, before: string, after: string): Promise<LawDifference> {
  const visitor = await from(municipality);
  return (await visitor.get<LawDifference>(`/law/difference?on=${after}&against=${before}`)).body;
}

const idsIn = ({ rules }: LawOnDay): string[] => rules.map(({ id }) => id);
const changesIn = ({ came, went, changed }: LawDifference): { came: string[]; went: string[]; changed: string[] } => ({
  came: came.map(({ rule }) => rule.id),
  went: went.map(({ rule }) => rule.id),
  changed: changed.map(({ before, after }) => `${before.id} > ${after.id}`),
});

describe("the rules in force on a day (RULE-01, RULE-03)", () => {
  it("are for everyone who can log in, and for nobody else", async () => {
    for (const role of ROLES) {
      const { status } = await (await visitorAs(desk.url, role)).get("/law");
      expect([role, status]).toEqual([role, 200]);
    }
    expect((await (await visitorAs(desk.url, "nobody")).get("/law")).status).toBe(401);
  });

  it("are those of the municipality's own day when no day is asked for", async () => {
    const { body } = await (await visitorAs(desk.url, "committee")).get<LawOnDay>("/law");
    expect(body.on).toBe("2021-06-30");
    expect(body.municipality).toEqual({ code: HOLBAEK, name: "Holbæk" });
  });

  it("say in both languages what must be done by when, by whom, what meets it, what lets it rest, and where it stands", async () => {
    const { rules } = await lawOf(HOLBAEK, "2021-06-30");
    const line = rules.find(({ id }) => id === "LAB-1WK");
    const said = Object.fromEntries((line?.fields ?? []).map(({ name, text }) => [name, text]));
    expect(said).toMatchObject({
      paragraph: { da: "LAB § 31 stk. 5" },
      deadline: { da: "Senest 1 uge efter den første dag, reglen gælder for borgeren." },
      who: { da: expect.stringContaining("jobparate"), en: expect.stringContaining("job-ready people") },
      actor: { da: "Kommunen", en: "The municipality" },
      meets: { da: "jobsamtale", en: "job talk" },
      rests: { da: expect.stringContaining("inden 6 uger") },
      inForce: { da: expect.stringContaining("Den første dag er ikke bekræftet i en kilde.") },
      confidence: { da: expect.stringMatching(/^Høj/) },
      sources: { da: expect.stringContaining("elov.dk") },
    });
    expect(line?.fields.find(({ name }) => name === "rests")?.rules).toEqual(["LAB-EXEMPT"]);
    const meets = rules.find(({ id }) => id === "OFF-6M")?.fields.find(({ name }) => name === "meets");
    expect(meets?.text.da).toBe(
      "virksomhedspraktik, nytteindsats, job med løntilskud, ordinær uddannelse (mindst 2 uger)",
    );
  });

  it("mark what is not verified and not enforced, and leave it in the list", async () => {
    const { rules } = await lawOf(HOLBAEK, "2018-01-01");
    expect(rules.find(({ id }) => id === "INT-MONTHLY")).toMatchObject({
      isEnforced: false,
      unverified: expect.arrayContaining(["rule"]),
    });
    expect((await lawOf(HOLBAEK, "2027-02-01")).rules.find(({ id }) => id === "REF-P2")).toMatchObject({
      isEnforced: false,
      unverified: expect.arrayContaining(["adoption"]),
    });
  });
});

describe("what is different between two days (RULE-01)", () => {
  it("is told across the days of the great reforms, with what took the place of what", async () => {
    expect(changesIn(await between(HOLBAEK, "2019-12-31", "2020-01-01"))).toMatchObject({
      changed: expect.arrayContaining(["LAB-MONTH-2015 > LAB-K6-2020", "OFF-DP-6M-2015 > OFF-6M"]),
      went: expect.arrayContaining(["SDP-4W"]),
      came: expect.arrayContaining(["HOL-TVI"]),
    });
    expect(changesIn(await between(HOLBAEK, "2023-12-31", "2024-01-01")).came).toContain("LAB-AK3-2024");
    expect(changesIn(await between(HOLBAEK, "2025-06-30", "2025-07-01"))).toMatchObject({
      came: expect.arrayContaining(["KTH-ONE", "KTH-MIN"]),
      went: [],
      changed: [],
    });
    expect(changesIn(await between(HOLBAEK, "2026-06-30", "2026-07-01")).changed).toContain("OFF-6M > OFF-75-2026");
  });

  it("is for one target group when that is asked for: what took the place of what for them", async () => {
    const visitor = await from(HOLBAEK);
    const of = async (group: string) =>
      changesIn(
        (await visitor.get<LawDifference>(`/law/difference?on=2020-01-01&against=2019-12-31&group=${group}`)).body,
      );
    const jobReady = await of("jobparat");
    expect(jobReady.changed).toEqual(expect.arrayContaining(["OFF-JP-3M > OFF-6M", "LAB-JPARAT-2014 > LAB-1WK"]));
    expect(jobReady.changed.join()).not.toMatch(/LAB-MONTH|OFF-AP-6M/);
    expect((await of("fleksjob")).changed).toEqual([]);
  });

  it("is marked field by field, and the same whichever day is named first", async () => {
    const found = await between(HOLBAEK, "2026-06-30", "2026-07-01");
    expect(await between(HOLBAEK, "2026-07-01", "2026-06-30")).toEqual(found);
    const pair = found.changed.find(({ after }) => after.id === "OFF-75-2026");
    expect(pair?.differing).toEqual(expect.arrayContaining(["says", "deadline", "share"]));
    expect(pair?.differing).not.toContain("actor");
    const rate = (await between(HOLBAEK, "2022-12-31", "2023-01-01")).changed.find(
      ({ after }) => after.id === "SATS-DAGPENGE",
    );
    expect(rate?.differing).toEqual(["amount", "inForce", "sources"]);
  });

  it("has its days from the rows: each day that is offered has exactly as many changes as it says", async () => {
    const { changeDays } = await lawOf(HOLBAEK, "2021-06-30");
    const days = changeDays.map(({ day }) => day);
    expect(days).toEqual(expect.arrayContaining(["2020-01-01", "2024-01-01", "2025-07-01", "2026-07-01"]));
    for (const { day, changes } of changeDays.slice(0, 6)) {
      const before = new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
      const { came, went, changed } = await between(HOLBAEK, before, day);
      expect([day, came.length + went.length + changed.length]).toEqual([day, changes]);
    }
  });
});

describe("municipalities with rules of their own (RULE-02)", () => {
  it("have them on top by data alone: the same day differs between the three", async () => {
    const [gladsaxe, holbaek, hedensted] = await Promise.all([
      lawOf(GLADSAXE, "2014-06-01"),
      lawOf(HOLBAEK, "2020-06-01"),
      lawOf(HEDENSTED, "2017-06-01"),
    ]);
    const own = ({ rules }: LawOnDay): string[] => rules.filter(({ isOwn }) => isOwn).map(({ id }) => id);
    expect(own(gladsaxe)).toContain("GLX-FIRST");
    expect(own(holbaek)).toEqual(["HOL-INT-4W", "HOL-TVI"]);
    expect(own(hedensted)).toEqual(["HED-INTRO-96", "HED-TIMELY", "HED-KEEP"]);
    expect(own(await lawOf(HOLBAEK, "2014-06-01"))).toEqual([]);
    expect((await lawOf("0370", "2020-06-01")).overlay).toBeNull();
    expect(hedensted.overlay).toMatchObject({ first: "2017-01-01", last: "2017-12-31" });
  });

  it("see which of the law's duties a trial sets aside, for how long and by what", async () => {
    const here = await lawOf(GLADSAXE, "2014-06-01");
    const [aside] = here.setAside;
    expect(aside).toMatchObject({
      paragraph: "BEK 215/2012 og BEK 328/2012",
      first: "2012-03-01",
      last: "2015-12-31",
      sources: { da: expect.stringContaining("s. 5") },
    });
    expect(aside?.rules.map(({ id }) => id)).toContain("LAB-APARAT-2014");
    expect(idsIn(here)).not.toContain("LAB-APARAT-2014");
    expect((await lawOf(HOLBAEK, "2014-06-01")).setAside).toEqual([]);
    const { came } = await between(GLADSAXE, "2015-12-31", "2016-01-01");
    expect(came.find(({ rule }) => rule.id === "LAB-APARAT-2014")?.because).toBe("trial");
  });

  it("do not see another's", async () => {
    const found = async (municipality: string): Promise<number> =>
      (await (await from(municipality)).get("/law/rules/GLX-FIRST")).status;
    expect([await found(GLADSAXE), await found(HOLBAEK)]).toEqual([200, 404]);
  });
});

describe("one rule and its history (ASK-17)", () => {
  const historyOf = async (rule: string, on: string, municipality: string = HOLBAEK): Promise<RuleHistory> =>
    (await (await from(municipality)).get<RuleHistory>(`/law/rules/${encodeURIComponent(rule)}?on=${on}`)).body;

  it("has all its rows, the newest first, with what each says differently from the one before", async () => {
    const { rows } = await historyOf("SATS-DAGPENGE", "2022-06-30");
    expect(rows.map(({ line }) => line.first)).toEqual([
      "2023-01-01",
      "2022-01-01",
      "2017-01-01",
      "2015-01-01",
      "2014-01-01",
    ]);
    expect(rows.map(({ isInForce }) => isInForce)).toEqual([false, true, false, false, false]);
    expect(rows.at(0)?.differing).toContain("amount");
    expect(rows.at(-1)?.differing).toEqual([]);
  });

  it("names the rules that ask the same of the same people, and is found whatever signs its name has", async () => {
    const { rows, alike } = await historyOf("LAB-DP-2+2", "2026-07-01");
    expect(rows).toHaveLength(1);
    expect(alike.map(({ id }) => id)).toEqual(["LAB-AK3-2024"]);
    expect((await historyOf("LED-SATS80/60", "2021-06-30")).id).toBe("LED-SATS80/60");
  });

  it("says that a trial sets it aside here", async () => {
    const { rows, setAside } = await historyOf("LAB-APARAT-2014", "2014-06-01", GLADSAXE);
    expect(rows.map(({ isInForce }) => isInForce)).toEqual([false]);
    expect(setAside).toMatchObject([{ first: "2012-03-01", last: "2015-12-31" }]);
  });
});

describe("the list as a file", () => {
  const file = async (query: string): Promise<readonly string[]> => {
    const { status, body } = await (await from(HOLBAEK)).get<Uint8Array>(`/law/file?${query}`);
    expect(status).toBe(200);
    return new TextDecoder().decode(body).trim().split("\r\n");
  };

  it("has the rules that are shown: of the day, the group, the area and the words", async () => {
    const { rules } = await lawOf(HOLBAEK, "2021-06-30");
    const all = await file("on=2021-06-30");
    expect(all).toHaveLength(rules.length + 1);
    expect(all[0]).toMatch(/^.?Regel;Emne;Niveau;Håndhæves;Første dag;Sidste dag;/);
    const few = await file(`on=2021-06-30&group=jobparat&area=contact&text=${encodeURIComponent("UGE henvendelse")}`);
    expect(few.slice(1).map((line) => line.split(";")[0])).toEqual(["LAB-1WK"]);
  });

  it("has the difference when two days are compared, in the language asked for", async () => {
    const lines = await file("on=2026-07-01&against=2026-06-30&language=en");
    expect(lines.some((line) => line.startsWith("before;") && line.includes("OFF-6M"))).toBe(true);
    expect(lines.some((line) => line.startsWith("came;;LAB-75-TALK;"))).toBe(true);
  });

  it("is a workbook when that is asked for", async () => {
    const { status, headers } = await (await from(HOLBAEK)).get("/law/file?on=2021-06-30&format=xlsx");
    expect([status, headers.get("content-disposition")]).toEqual([200, 'attachment; filename="loven-2021-06-30.xlsx"']);
  });

  it("is refused for a day that is none", async () => {
    expect((await (await from(HOLBAEK)).get("/law/file?on=2021-02-30")).status).toBe(400);
  });
});
