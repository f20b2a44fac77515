import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { GoalNote, GoalResult, PlanStatus, RowsPage } from "../../plan/contract.ts";
import { inTenant } from "../../platform/db/public.ts";
import { type Problem, problemSchema } from "../../platform/http/problem.ts";
import { type DemoDesk, openDemoDesk } from "../testing/demo-desk.ts";
import { type RoleName, type Visitor, visitorAs } from "../testing/visitor.ts";

const DOCUMENT = fileURLToPath(new URL("../../../docs/openapi.json", import.meta.url));
const ROLES = ["analyst", "manager", "committee", "nobody"] as const;
const PLAN = "/plans/holbaek-2020-21";
const GOAL = `${PLAN}/goals/G-HO20-01`;
const FIGURE = { indicator: "measure: persons\nof: offers\nwindow: month\n", asOf: "2021-06-30" };

type Methods = Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>;
type OpenApi = { readonly openapi: string; readonly paths: Readonly<Record<string, Methods>> };

let desk: DemoDesk;
let as: Readonly<Record<RoleName, Visitor>>;

beforeAll(async () => {
  desk = await openDemoDesk();
  const visitors = await Promise.all(ROLES.map((role) => visitorAs(desk.url, role)));
  as = Object.fromEntries(ROLES.map((role, i) => [role, visitors[i]])) as typeof as;
}, 240_000);

afterAll(() => desk.close());

async function openApi(): Promise<OpenApi> {
  return (await as.nobody.get<OpenApi>("/openapi.json")).body;
}

/** `GET /plans/{plan}` of every route in the document. */
async function documented(): Promise<readonly string[]> {
  const { paths } = await openApi();
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`),
    )
    .sort();
}

describe("the API's document", () => {
  it("is OpenAPI 3.1 and the one in docs/openapi.json (UPDATE_OPENAPI=1 writes it anew)", async () => {
    const document = await openApi();
    expect(document.openapi).toMatch(/^3\.1\./);
    const text = `${JSON.stringify(document, null, 2)}\n`;
    if (process.env.UPDATE_OPENAPI === "1") writeFileSync(DOCUMENT, text);
    expect(text).toBe(readFileSync(DOCUMENT, "utf8"));
  });

  it("holds every route there is but the command line's own", async () => {
    const folder = new URL("routes/", import.meta.url);
    const routes = readdirSync(folder)
      .filter((file) => file !== "local.ts")
      .flatMap((file) => [
        ...readFileSync(new URL(file, folder), "utf8").matchAll(/app\.(get|post|delete|put|patch)\(\s*"([^"]+)"/g),
      ])
      .map(([, method = "", path = ""]) => `${method.toUpperCase()} ${path.replaceAll(/:(\w+)/g, "{$1}")}`)
      .sort();
    expect(routes.length).toBeGreaterThan(15);
    expect(await documented()).toEqual(routes);
  });

  it("says of every route what it answers and how it refuses", async () => {
    for (const [path, methods] of Object.entries((await openApi()).paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const codes = Object.keys(responses).map((code) => code.toLowerCase());
        expect(codes, `${method} ${path}`).toEqual(expect.arrayContaining(["200", "4xx", "5xx"]));
      }
    }
  });
});

describe("sessions and deeds", () => {
  it("the session ends when one leaves", async () => {
    const leaving = await visitorAs(desk.url, "analyst");
    expect((await leaving.get(PLAN)).status).toBe(200);
    expect((await leaving.send("POST", "/logout")).body).toEqual({ leave: "/" });
    expect((await leaving.get(PLAN)).status).toBe(401);
  });

  it("the command line's way in needs the secret of the data folder's lock", async () => {
    for (const role of ROLES)
      expect((await as[role].send("POST", "/local/status", { plan: "holbaek-2020-21" })).status).toBe(401);
  });

  it("a deed that does not come from our own pages is refused, whoever does it", async () => {
    for (const [method, path] of [
      ["POST", "/session"],
      ["POST", "/figure"],
      ["POST", "/warehouse/rebuild"],
      ["POST", "/session/role"],
      ["POST", "/logout"],
      ["DELETE", "/sessions"],
      ["POST", "/organisation/hand-over"],
      ["POST", `${GOAL}/notes`],
    ] as const) {
      const answer = await fetch(`${desk.url}/api/v1${path}`, { method });
      expect(answer.status, `${method} ${path}`).toBe(403);
      expect(await answer.json()).toMatchObject({ code: "wrong_origin" });
    }
  });

  it("the cookie cannot be read by scripts nor sent from other sites", async () => {
    const headers = { "content-type": "application/json", "x-springbraet": "1" };
    const body = JSON.stringify({ role: "manager", municipality: "0316" });
    const answer = await fetch(`${desk.url}/api/v1/session`, { method: "POST", headers, body });
    expect(answer.headers.get("set-cookie")).toMatch(/HttpOnly/i);
    expect(answer.headers.get("set-cookie")).toMatch(/SameSite=Strict/i);
  });
});

describe("every refusal is problem details in Danish and English (ASK-34)", () => {
  type Refusal = {
    readonly when: string;
    readonly status: number;
    readonly code: string;
    readonly ask: () => Promise<{ status: number; body: Problem; headers: Headers }>;
  };
  const analyst = (path: string) => () => as.analyst.get<Problem>(path);
  const post = (path: string, body: unknown) => () => as.analyst.send<Problem>("POST", path, body);
  const raw =
    (init: RequestInit, path = "/figure") =>
    async () => {
      const answer = await fetch(`${desk.url}/api/v1${path}`, {
        method: "POST",
        ...init,
        headers: { "x-springbraet": "1", ...init.headers },
      });
      return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Problem };
    };
  const json = { "content-type": "application/json" };
  const REFUSALS: readonly Refusal[] = [
    { when: "nobody is logged in", status: 401, code: "no_session", ask: () => as.nobody.get(PLAN) },
    { when: "a role has no access", status: 403, code: "not_allowed", ask: () => as.committee.get(`${GOAL}/rows`) },
    { when: "a plan does not exist", status: 404, code: "not_found", ask: analyst("/plans/holbaek-2030") },
    { when: "a goal does not exist", status: 404, code: "not_found", ask: analyst(`${PLAN}/goals/G-HO20-99`) },
    {
      when: "a note is written on a goal that does not exist",
      status: 404,
      code: "not_found",
      ask: post(`${PLAN}/goals/G-HO20-99/notes`, { kind: "comment", text: "Hov" }),
    },
    { when: "an address does not exist", status: 404, code: "not_found", ask: analyst("/nowhere") },
    { when: "an indicator does not exist", status: 404, code: "not_found", ask: analyst(`${GOAL}/rows?indicator=7`) },
    { when: "a day does not exist", status: 400, code: "bad_request", ask: analyst(`${PLAN}/status?asOf=2021-02-30`) },
    {
      when: "a role does not exist",
      status: 400,
      code: "bad_request",
      ask: post("/session", { role: "mayor", municipality: "0316" }),
    },
    {
      when: "a municipality is not known",
      status: 404,
      code: "unknown_municipality",
      ask: post("/session", { role: "analyst", municipality: "Holbek" }),
    },
    {
      when: "a municipality has no demo",
      status: 403,
      code: "no_demo",
      ask: post("/session", { role: "analyst", municipality: "0101" }),
    },
    {
      when: "a snapshot does not exist",
      status: 404,
      code: "unknown_snapshot",
      ask: analyst(`${PLAN}/status?snapshot=ukendt`),
    },
    {
      when: "a snapshot has a bad name",
      status: 400,
      code: "bad_snapshot_name",
      ask: post("/snapshots", { name: "Årets", asOf: "2021-06-30" }),
    },
    {
      when: "an indicator has a mistake",
      status: 400,
      code: "bad_indicator",
      ask: post("/figure", { ...FIGURE, indicator: "measure: persons\nof: ofers" }),
    },
    {
      when: "a note is empty",
      status: 400,
      code: "bad_request",
      ask: post(`${GOAL}/notes`, { kind: "comment", text: "  " }),
    },
    { when: "a report form does not exist", status: 400, code: "bad_request", ask: analyst(`${PLAN}/report.odt`) },
    { when: "the body is no JSON", status: 400, code: "bad_json", ask: raw({ headers: json, body: "{" }) },
    {
      when: "the body is of another kind",
      status: 415,
      code: "wrong_media_type",
      ask: raw({ headers: { "content-type": "text/csv" }, body: "a,b" }),
    },
    {
      when: "the body is too large",
      status: 413,
      code: "too_large",
      ask: raw({ headers: json, body: JSON.stringify({ indicator: "x".repeat(5_000_000) }) }),
    },
  ];

  for (const { when, status, code, ask } of REFUSALS) {
    it(`when ${when}: ${status} ${code}`, async () => {
      const answer = await ask();
      expect(answer.headers.get("content-type")).toContain("application/problem+json");
      const problem = problemSchema.parse(answer.body);
      expect({ status: answer.status, code: problem.code }).toEqual({ status, code });
      expect(problem.status).toBe(status);
      expect(problem.detail.da).not.toBe(problem.detail.en);
      for (const { message } of problem.problems ?? []) expect(message.da).not.toBe("");
    });
  }

  it("a mistake in an indicator points at its line and column and names what was meant", async () => {
    const { body } = await as.analyst.send<Problem>("POST", "/figure", {
      ...FIGURE,
      indicator: "measure: persons\nof: ofers",
    });
    expect(body.problems).toEqual([
      {
        pointer: "/of#2:5",
        message: { da: "»ofers« kendes ikke; mente du »offers«?", en: '"ofers" is not known; did you mean "offers"?' },
      },
    ]);
  });

  it("an unknown municipality is told with the nearest right one", async () => {
    const { body } = await as.nobody.send<Problem>("POST", "/session", { role: "analyst", municipality: "Holbek" });
    expect(body.detail.da).toBe("Kommunen »Holbek« kendes ikke; mente du Holbæk?");
  });

  it("a name that is taken is not written over", async () => {
    const asked = { name: "to-gange", asOf: "2021-06-30" };
    const [made, again] = [
      await as.analyst.send("POST", "/snapshots", asked),
      await as.manager.send<Problem>("POST", "/snapshots", asked),
    ];
    expect(made.status).toBe(200);
    expect(again).toMatchObject({ status: 400, body: { code: "snapshot_exists" } });
  });
});

describe("one municipality never sees another's", () => {
  it("plans, goals, rows, notes and reports of another municipality do not exist", async () => {
    const neighbour = await visitorAs(desk.url, "analyst", "0370");
    expect((await neighbour.get("/plans")).body).toMatchObject({ plans: [] });
    for (const path of [
      PLAN,
      `${PLAN}/status`,
      `${PLAN}/table`,
      GOAL,
      `${GOAL}/rows`,
      `${GOAL}/notes`,
      `${PLAN}/report`,
      `${PLAN}/report.pdf`,
    ]) {
      expect(await neighbour.get(path), path).toMatchObject({ status: 404, body: { code: "not_found" } });
    }
    expect(await neighbour.send("POST", "/figure", { ...FIGURE, plan: "holbaek-2020-21" })).toMatchObject({
      status: 404,
    });
  });

  it("figures and freshness are those of one's own records: three citizens in offers in March 2021, twelve citizens in all", async () => {
    const neighbour = await visitorAs(desk.url, "analyst", "0370");
    const asked = { indicator: "measure: persons\nof: offers\nwindow: month", asOf: "2021-03-31" };
    expect((await neighbour.send("POST", "/figure", asked)).body).toMatchObject({ value: 3 });
    expect((await as.analyst.send<{ value: number }>("POST", "/figure", asked)).body.value).toBeGreaterThan(10);
    const { body } = await neighbour.get<{ data: { fact: string; rows: number }[] }>("/about");
    expect(body.data.find(({ fact }) => fact === "citizens")?.rows).toBe(12);
  });

  it("snapshots and notes stay at home", async () => {
    const neighbour = await visitorAs(desk.url, "manager", "0370");
    await as.analyst.send("POST", "/snapshots", { name: "kun-holbaek", asOf: "2021-06-30" });
    expect(JSON.stringify((await neighbour.get("/snapshots")).body)).not.toContain("kun-holbaek");
    expect(await neighbour.send("POST", "/figure", { ...FIGURE, snapshot: "kun-holbaek" })).toMatchObject({
      status: 404,
      body: { code: "unknown_snapshot" },
    });
  });
});

describe("what the committee sees (REP-07, ASK-11)", () => {
  type Indicator = GoalResult["indicators"][number];
  const isAboutPeople = ({ rowsOf, measure }: Indicator): boolean =>
    rowsOf === "citizens" || measure === "satisfaction";
  const few = (people: number | null): boolean => people !== null && people > 0 && people < 5;

  /** A number that tells of fewer than five people: a small count, a share of few, or one to four in it or outside it. */
  function tellsOfFew(unit: string, point: Pick<Indicator, "value" | "numerator" | "denominator">): boolean {
    const { value, numerator, denominator } = point;
    if (unit === "full_time_persons" || unit === "persons") return value !== null && value < 5;
    if (denominator === null || value === null) return false;
    return denominator < 5 || (unit === "percent" && (few(numerator) || few(denominator - (numerator ?? 0))));
  }

  it.each(["2020-02-15", "2021-06-30", "2021-12-31"])(
    "no figure on fewer than five people on %s, neither now nor earlier nor in a comparison",
    async (asOf) => {
      const { body } = await as.committee.get<PlanStatus>(`${PLAN}/status?asOf=${asOf}`);
      const aboutPeople = body.goals.flatMap(({ id, indicators }) =>
        indicators.filter(isAboutPeople).map((indicator) => ({ id, indicator })),
      );
      expect(aboutPeople.length).toBeGreaterThan(10);
      const shown = aboutPeople.flatMap(({ id, indicator }) =>
        [indicator, ...indicator.series]
          .filter((point) => tellsOfFew(indicator.unit, point))
          .map(({ value, numerator, denominator }) => `${id}: ${value} (${numerator} of ${denominator})`),
      );
      expect(shown).toEqual([]);
    },
  );

  it("on the same day staff see figures that are withheld from the committee, which are marked", async () => {
    const [staff, committee] = await Promise.all(
      [as.analyst, as.committee].map(
        async (one) => (await one.get<PlanStatus>(`${PLAN}/status?asOf=2020-02-15`)).body.goals,
      ),
    );
    const withheld = (goals: readonly GoalResult[] | undefined): readonly string[] =>
      (goals ?? []).filter(({ indicators }) => indicators.some((one) => one.withheld)).map(({ id }) => id);
    expect(withheld(staff)).toEqual([]);
    const seen = (staff ?? [])
      .filter(({ indicators }) => indicators.some(({ value }) => value !== null))
      .map(({ id }) => id);
    expect(withheld(committee).filter((id) => seen.includes(id)).length).toBeGreaterThan(0);
  });

  it("a goal whose target is under five shows neither value nor status while its value is under five", async () => {
    const { body: status } = await as.analyst.get<PlanStatus>(`${PLAN}/status?asOf=2020-02-15`);
    const small = status.goals.filter(
      ({ indicators: [one] }) => one && one.unit === "persons" && (one.target?.value ?? 5) < 5 && (one.value ?? 5) < 5,
    );
    expect(small.length).toBeGreaterThan(0);
    for (const { id } of small) {
      const { body } = await as.committee.get<GoalResult>(`${PLAN}/goals/${id}?asOf=2020-02-15`);
      expect(body).toMatchObject({ status: "no_data", withheld: true, needsDecision: false });
      for (const indicator of body.indicators)
        expect(indicator).toMatchObject({ value: null, status: "no_data", projection: null });
    }
  });

  it("no names, ids or birthdays of citizens anywhere in it", async () => {
    for (const path of [`${PLAN}/status`, `${PLAN}/table`, `${PLAN}/report`]) {
      expect(JSON.stringify((await as.committee.get(path)).body), path).not.toContain("Syntetisk borger");
    }
  });
});

describe("the citizens and companies behind a figure (ASK-12)", () => {
  async function logged(): Promise<
    readonly { keys: readonly string[]; who: string; purpose: string; action: string }[]
  > {
    const read = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql<{
        keys: string[];
        who: string;
        purpose: string;
        action: string;
      }>`select keys, who, purpose, action from audit.access_log order by entry`.execute(tx),
    );
    return read.rows;
  }

  it("are exactly as many as the figure says, for every figure that counts people or companies", async () => {
    const { body: status } = await as.analyst.get<PlanStatus>(`${PLAN}/status`);
    const counts = status.goals.flatMap(({ id, indicators }) =>
      indicators.flatMap((one, i) =>
        ["persons", "contacts", "cooperation_rate"].includes(one.measure) && one.value !== null ? [{ id, i, one }] : [],
      ),
    );
    expect(counts.length).toBeGreaterThan(5);
    for (const { id, i, one } of counts) {
      const { body } = await as.analyst.get<RowsPage>(`${PLAN}/goals/${id}/rows?indicator=${i}`);
      expect(body.total, id).toBe(one.numerator);
      if (one.denominator === null) continue;
      const all = await as.analyst.get<RowsPage>(`${PLAN}/goals/${id}/rows?indicator=${i}&part=denominator`);
      expect(all.body.total, id).toBe(one.denominator);
    }
  });

  it("say of every company whether it may be approached with advertising, and which columns can be sorted by", async () => {
    const { body: status } = await as.analyst.get<PlanStatus>(`${PLAN}/status`);
    const goal = status.goals.find(({ indicators }) => indicators.some(({ rowsOf }) => rowsOf === "companies"));
    const at = goal?.indicators.findIndex(({ rowsOf }) => rowsOf === "companies");
    const { body } = await as.analyst.get<RowsPage>(`${PLAN}/goals/${goal?.id}/rows?indicator=${at}&part=denominator`);
    expect(body.columns.find(({ id }) => id === "advertising")).toMatchObject({ type: "advertising", sortable: false });
    expect(body.columns.filter(({ sortable }) => !sortable).map(({ id }) => id)).toEqual(["name", "advertising"]);
    const recorded = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql<{ id: string; said: boolean | null }>`select id, advertising_protected as said from companies.companies
        where known_until = date '9999-12-31'`.execute(tx),
    );
    const saidOf = new Map(recorded.rows.map(({ id, said }) => [id, said === null ? null : Number(said)]));
    expect(body.rows.map(({ advertising }) => advertising)).toEqual(
      body.rows.map(({ key }) => saidOf.get(String(key))),
    );
    expect(new Set(body.rows.map(({ advertising }) => advertising))).toEqual(new Set([0, 1]));
  });

  it("come page by page, each once, and sorted as asked", async () => {
    const first = await as.analyst.get<RowsPage>(`${GOAL}/rows?sort=age&descending=true`);
    const pages = Math.ceil(first.body.total / first.body.pageSize);
    expect(pages).toBeGreaterThan(1);
    const keys: unknown[] = [];
    const ages: number[] = [];
    for (let page = 1; page <= pages; page++) {
      const { body } = await as.analyst.get<RowsPage>(`${GOAL}/rows?sort=age&descending=true&page=${page}`);
      keys.push(...body.rows.map((row) => row.key));
      ages.push(...body.rows.flatMap((row) => (typeof row.age === "number" ? [row.age] : [])));
    }
    expect(new Set(keys).size).toBe(first.body.total);
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
  });

  it("are logged: one entry per look, with who looked, why, and every person on the page", async () => {
    const before = (await logged()).length;
    const { body } = await as.manager.get<RowsPage>(`${GOAL}/rows?page=2`);
    const [entry, ...more] = (await logged()).slice(before);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ who: "demo-manager", action: "plan.rows", purpose: "follow-up of G-HO20-01" });
    expect([...(entry?.keys ?? [])].sort()).toEqual(body.rows.map((row) => row.key).sort());
  });

  it("are not logged when nobody was shown", async () => {
    const before = (await logged()).length;
    await as.committee.get(`${GOAL}/rows`);
    await as.analyst.get(`${PLAN}/goals/G-HO20-99/rows`);
    expect((await logged()).length).toBe(before);
  });

  it("have names for staff, but never those of protected citizens", async () => {
    const secret = await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql<{
        id: string;
        name: string;
      }>`select id, name from citizens.citizens where protected and known_until = date '9999-12-31'`.execute(tx),
    );
    const hidden = new Map(secret.rows.map(({ id, name }) => [id, name]));
    expect(hidden.size).toBeGreaterThan(0);
    const asked = "G-HO20-07";
    const { body: first } = await as.analyst.get<RowsPage>(`${PLAN}/goals/${asked}/rows`);
    const rows: RowsPage["rows"][number][] = [];
    for (let page = 1; page <= Math.ceil(first.total / first.pageSize); page++) {
      rows.push(...(await as.analyst.get<RowsPage>(`${PLAN}/goals/${asked}/rows?page=${page}`)).body.rows);
    }
    const isHidden = (row: (typeof rows)[number]): boolean => hidden.has(String(row.key));
    expect(rows.filter(isHidden).length).toBeGreaterThan(0);
    expect(rows.filter((row) => isHidden(row) && row.name !== null)).toEqual([]);
    expect(rows.filter((row) => !isHidden(row) && typeof row.name === "string").length).toBeGreaterThan(0);
  });
});

describe("comments and decisions (PLAN-19)", () => {
  const path = `${PLAN}/goals/G-HO20-04/notes`;

  it("are read by everyone who may see the plan, and the reader is told what they may write", async () => {
    const written = await as.committee.send<GoalNote>("POST", path, { kind: "comment", text: "Hvad gør vi ved det?" });
    expect(written.body).toMatchObject({ goal: "G-HO20-04", role: "committee", withdrawn: false, mayWithdraw: true });
    const { body } = await as.manager.get<{ notes: GoalNote[]; mayWrite: unknown }>(path);
    expect(body.notes.find(({ id }) => id === written.body.id)).toMatchObject({
      text: "Hvad gør vi ved det?",
      mayWithdraw: false,
    });
    expect(body.mayWrite).toEqual({ comment: true, decision: true });
    expect((await as.committee.get(path)).body).toMatchObject({ mayWrite: { comment: true, decision: false } });
  });

  it("are withdrawn by their writer only, once, and keep their place without their text", async () => {
    const { body: note } = await as.manager.send<GoalNote>("POST", path, {
      kind: "decision",
      text: "Flere virksomhedsbesøg",
    });
    expect((await as.analyst.send("DELETE", `${path}/${note.id}`)).status).toBe(404);
    expect((await as.nobody.send("DELETE", `${path}/${note.id}`)).status).toBe(401);
    expect((await as.manager.send("DELETE", `${path}/${note.id}`)).body).toEqual({ withdrawn: true });
    expect((await as.manager.send("DELETE", `${path}/${note.id}`)).status).toBe(404);
    const { body } = await as.analyst.get<{ notes: GoalNote[] }>(path);
    expect(body.notes.find(({ id }) => id === note.id)).toMatchObject({
      withdrawn: true,
      text: "",
      mayWithdraw: false,
    });
  });

  it("are not the neighbour's to withdraw", async () => {
    const { body: note } = await as.manager.send<GoalNote>("POST", path, { kind: "comment", text: "Bliver stående" });
    const neighbour = await visitorAs(desk.url, "manager", "0370");
    expect((await neighbour.send("DELETE", `${path}/${note.id}`)).status).toBe(404);
    const { body } = await as.analyst.get<{ notes: GoalNote[] }>(path);
    expect(body.notes.find(({ id }) => id === note.id)).toMatchObject({ text: "Bliver stående", withdrawn: false });
  });
});
