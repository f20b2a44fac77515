import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTenant } from "../../platform/db/public.ts";
import type { Runtime } from "../runtime-type.ts";
import { type Chance, chance } from "../testing/hostile-values.ts";
import { MARKS, type MarkedDesk, NEIGHBOUR, OURS, openMarkedDesk } from "../testing/marked-desk.ts";
import { sendRaw } from "../testing/raw-http.ts";
import { bytesOf, type Drawn, drawRequest, type OpenApi, type Operation, operationsIn } from "../testing/requests.ts";
import type { App } from "./desk.ts";
import { openLog } from "./logging.ts";
import { safeError } from "./safe-error.ts";

/** Words that only the requests hold, by the part of the request. */
const SENT = {
  path: "Stisqvist",
  query: "Spoergsqvist",
  body: "Kropsqvist",
  header: "Hovedsqvist",
  cookie: "Kagesqvist",
  file: "Filsqvist",
  database: "Databasqvist",
  error: "Fejlsqvist",
  cpr: "7306585123",
} as const;
const RECORDED = [...Object.values(MARKS[OURS]), ...Object.values(MARKS[NEIGHBOUR])];
const ALL = [...RECORDED, ...Object.values(SENT)];
const DRAWN_EACH = 6;

/** Which of the words stand in a text, also in other letters, escaped or as base64. */
function leaksIn(text: string, words: readonly string[]): string[] {
  const low = text.toLowerCase();
  return words.filter((word) =>
    [
      word,
      encodeURIComponent(word),
      Buffer.from(word).toString("base64").slice(0, -2),
      Buffer.from(word).toString("hex"),
    ].some((form) => low.includes(form.toLowerCase())),
  );
}

/** The n-th request to a route: well formed first, then with the words in every part, then cut short and wild. */
function markedRequest(
  operation: Operation,
  n: number,
  { draw, cookies }: { draw: Chance; cookies: readonly string[] },
): Drawn {
  const marks = operation.parameters.map(({ name, in: place }) => [name, [place === "path" ? SENT.path : SENT.query]]);
  const known = n % 2 === 0 ? Object.fromEntries(marks) : { plan: ["holbaek-2020-21"], goal: ["G-HO20-01"] };
  const drawn = drawRequest(operation, draw, { known, wild: n > 3 ? 0.3 : 0 });
  const own = /\/(session|log)/.test(operation.path) || n === 5 ? `springbraet=${SENT.cookie}` : draw.one(cookies);
  const headers = [
    ...(operation.method === "GET" ? [] : [["x-springbraet", "1"] as const]),
    ["cookie", own] as const,
    ["x-name", SENT.header] as const,
    ["x-request-id", SENT.header] as const,
    ["user-agent", `${SENT.header} ${SENT.cpr}`] as const,
    ...drawn.headers,
  ];
  const more = `${drawn.target.includes("?") ? "&" : "?"}search=${SENT.query}&cpr=${SENT.cpr}`;
  const text = JSON.stringify({ name: SENT.body, [SENT.body]: SENT.cpr, text: SENT.body });
  const marked = Buffer.from(n === 4 ? text.slice(0, -3) : text);
  const body = drawn.body !== null && n > 1 ? marked : drawn.body;
  return { ...drawn, target: n === 1 ? drawn.target : drawn.target + more, headers, body };
}

/** Routes that fail in the ways our own must not: with values in the error's words, its cause and the database's detail. */
function failing(app: App, { db }: Runtime): void {
  const session = { municipality: OURS };
  app.get("/test/duplicate", () =>
    inTenant(db, session, async (tx) => {
      const add = sql`insert into plan.notes (id, municipality, plan, goal, kind, body, author, role)
        values ('00000000-0000-4000-8000-000000000001', ${OURS}, ${SENT.database}, 'g', 'comment', ${SENT.database}, 'a', 'analyst')`;
      await add.execute(tx);
      await add.execute(tx);
    }),
  );
  app.get("/test/cast", () =>
    inTenant(db, session, (tx) => sql`select ${`${SENT.database} ${SENT.cpr}`}::text::integer`.execute(tx)),
  );
  app.get("/test/check", () =>
    inTenant(db, session, (tx) =>
      sql`insert into plan.notes (municipality, plan, goal, kind, body, author, role)
        values (${OURS}, 'p', 'g', ${SENT.database}, 'x', 'a', 'analyst')`.execute(tx),
    ),
  );
  app.get("/test/error", () => {
    throw new Error(`${SENT.error} ${SENT.cpr}`, {
      cause: Object.assign(new Error(SENT.error), { detail: SENT.error }),
    });
  });
  app.get("/test/library", (request, reply) => {
    request.log.error(new Error(SENT.error));
    request.log.warn({ err: new Error(SENT.error) });
    request.log.warn({ error: new Error(SENT.error) }, `could not open ${SENT.error}`);
    request.log.info({ req: request, res: reply }, "incoming request");
    return { done: true };
  });
  app.get("/test/twice", (_request, reply) => {
    void reply.send({ first: true });
    void reply.send({ second: true });
    return reply;
  });
}

describe("the log, the metrics and the refusals (issue 3 e)", () => {
  let desk: MarkedDesk;
  const refused: { readonly status: number; readonly body: string }[] = [];
  let paths: readonly string[];

  beforeAll(async () => {
    desk = await openMarkedDesk(failing);
    const document = (await (await fetch(`${desk.url}/api/v1/openapi.json`)).json()) as OpenApi;
    paths = Object.keys(document.paths);
    await askEverything(document);
    await askWhatFails();
    await importFaults();
  }, 300_000);
  afterAll(() => desk.close(), 60_000);

  const cookieAs = async (role: string): Promise<string> => {
    const headers = { "content-type": "application/json", "x-springbraet": "1" };
    const body = JSON.stringify({ role, municipality: OURS });
    const answer = await fetch(`${desk.url}/api/v1/session`, { method: "POST", headers, body });
    return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  };

  /** Every route some times, well formed and not, with the words in every part of the request. */
  const askEverything = async (document: OpenApi): Promise<void> => {
    const draw = chance(3);
    const cookies = await Promise.all(["analyst", "caseworker", "data_protection", "administrator"].map(cookieAs));
    for (const operation of operationsIn(document)) {
      for (let n = 0; n < DRAWN_EACH; n++) await send(markedRequest(operation, n, { draw, cookies }), operation.path);
    }
  };

  const send = async (drawn: Drawn, what: string): Promise<void> => {
    const answer = await sendRaw(desk.port, { bytes: bytesOf(drawn), what }, 60_000);
    if (answer && answer.status >= 400) refused.push({ status: answer.status, body: answer.body });
  };

  const askWhatFails = async (): Promise<void> => {
    for (const path of ["duplicate", "cast", "check", "error", "library", "twice"])
      await send({ method: "GET", target: `/test/${path}?name=${SENT.query}`, headers: [], body: null }, path);
    for (const target of [`/api/v1/${SENT.path}%zz`, `/api/v1/plans/${SENT.path.repeat(100)}`, `/${SENT.path}`])
      await send({ method: "GET", target, headers: [["x-name", SENT.header]], body: null }, target);
    const nonsense = Buffer.from(`${SENT.header}\r\n${SENT.cpr}\r\n\r\n`);
    await sendRaw(desk.port, { bytes: nonsense, what: "nonsense" }, 60_000);
  };

  /** Files with names, numbers and mistakes, uploaded and read from a folder. */
  const importFaults = async (): Promise<void> => {
    const csv = `id;name;born;cpr\n${SENT.file};${SENT.body};31-31-2020;${SENT.cpr}\nx;${SENT.body};1990-01-01;010203-0000\n`;
    const form = new FormData();
    form.append("files", new Blob([csv]), `${SENT.file}.csv`);
    form.append("files", new Blob([`PK\u0003\u0004${SENT.body}`]), `${SENT.file}.xlsx`);
    const cookie = await cookieAs("analyst");
    const headers = { "x-springbraet": "1", cookie };
    const answer = await fetch(`${desk.url}/api/v1/imports`, { method: "POST", headers, body: form });
    const { id } = (await answer.json()) as { id?: string };
    for (const more of ["", "/faults", "/rows", "/files"])
      await (await fetch(`${desk.url}/api/v1/imports/${id ?? ""}${more}`, { headers: { cookie } })).text();
    const folder = join(desk.data, SENT.file);
    mkdirSync(folder);
    writeFileSync(join(folder, "citizens.csv"), csv.replaceAll(";", ","));
    await fetch(`${desk.url}/api/v1/local/load`, {
      method: "POST",
      headers: { "x-springbraet": "1", "content-type": "application/json", authorization: `Bearer ${desk.localToken}` },
      body: JSON.stringify({ folder, municipality: OURS }),
    });
  };

  it("were asked about every route, in every way a request ends", () => {
    const lines = desk
      .logged()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const routes = new Set(lines.map(({ route }) => route));
    for (const path of paths) expect(routes, path).toContain(path.replaceAll(/\{(\w+)\}/g, ":$1"));
    const statuses = new Set(lines.map(({ status }) => status));
    for (const status of [200, 400, 401, 403, 404, 500]) expect(statuses).toContain(status);
    expect(refused.length).toBeGreaterThan(100);
  });

  it("hold no name, number or address of a person, from records, requests, files or errors", () => {
    expect(leaksIn(desk.logged(), ALL)).toEqual([]);
  });

  it("say what an operator needs: request, route by its pattern, status, time, who by kind; and of errors where they arose", () => {
    const lines = desk
      .logged()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.find(({ route, status }) => route === "/api/v1/plans/:plan" && status === 200)).toMatchObject({
      level: "info",
      request: expect.stringMatching(/^[0-9a-f-]{36}$/),
      method: "GET",
      ms: expect.any(Number),
      municipality: OURS,
      role: expect.any(String),
    });
    const errors = lines
      .filter(({ msg }) => msg === "unexpected error")
      .map(({ err }) => err as Record<string, unknown>);
    expect(errors.find(({ code }) => code === "23505")).toMatchObject({ table: "notes", constraint: "notes_pkey" });
    expect(errors.some(({ code }) => code === "22P02")).toBe(true);
    expect(JSON.stringify(errors)).toMatch(/logging\.test\.ts/);
  });

  it("show nothing in the metrics, whose labels are few", async () => {
    const text = await desk.metrics.registry.metrics();
    expect(leaksIn(text, ALL)).toEqual([]);
    expect(text).toMatch(/springbraet_requests_total\{method="GET",route="\/api\/v1\/plans\/:plan",status="200"\} \d+/);
    for (const name of ["database_connections", "jobs", "warehouse_age_seconds", "request_seconds_bucket"])
      expect(text).toContain(`springbraet_${name}`);
    const routes = new Set([...text.matchAll(/route="([^"]*)"/g)].map(([, route]) => route));
    expect(routes.size).toBeLessThan(paths.length + 20);
  });

  it("show nothing in refusals, but what somebody wrote in an indicator of their own", () => {
    const told = refused.filter(({ body }) => !/"code":"bad_indicator"/.test(body));
    expect(told.flatMap(({ body }) => leaksIn(body, ALL).map((word) => `${word}: ${body.slice(0, 300)}`))).toEqual([]);
    expect(refused.flatMap(({ body }) => leaksIn(body, RECORDED))).toEqual([]);
  });

  it("would be caught: a planted leak in the log, in another form of letters or escaped, is found", () => {
    const lines: string[] = [];
    const log = openLog("info", { write: (line) => void lines.push(line) });
    log.info({ url: `/search?name=${SENT.query}` }, "request");
    expect(leaksIn(lines.join(""), ALL)).toEqual([SENT.query]);
    expect(leaksIn(`name=${SENT.body.toUpperCase()}`, ALL)).toEqual([SENT.body]);
    expect(leaksIn(Buffer.from(`${SENT.file}.csv`).toString("base64"), ALL)).toEqual([SENT.file]);
    expect(leaksIn(Buffer.from(SENT.cpr).toString("hex"), ALL)).toEqual([SENT.cpr]);
  });
});

describe("an error in the log", () => {
  it("keeps its kind, code and place, and loses its words", () => {
    const error = Object.assign(new TypeError(`bad ${SENT.error}\n  at ${SENT.error} (${SENT.error}:1:1)`), {
      code: "23505",
      detail: SENT.error,
      where: SENT.error,
      table: "citizens",
      constraint: `bad ${SENT.error}`,
    });
    const told = safeError(error);
    expect(told).toMatchObject({ type: "TypeError", code: "23505", table: "citizens" });
    expect(told.frames.length).toBeGreaterThan(0);
    expect(leaksIn(JSON.stringify(told), ALL)).toEqual([]);
  });

  it("is no error when it is something else that was thrown", () => {
    expect(safeError(SENT.error)).toEqual({ type: "string", frames: [] });
  });
});
