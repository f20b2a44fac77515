import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { problemSchema } from "../../platform/http/public.ts";
import { times } from "../../platform/testing/times.ts";
import { type Chance, chance } from "../testing/hostile-values.ts";
import { MARKS, type MarkedDesk, NEIGHBOUR, OURS, openMarkedDesk } from "../testing/marked-desk.ts";
import { type RawAnswer, type RawRequest, sendRaw } from "../testing/raw-http.ts";
import {
  bytesOf,
  type Drawn,
  drawRequest,
  type Known,
  type OpenApi,
  type Operation,
  operationsIn,
} from "../testing/requests.ts";

const REQUESTS = 700 * times;
const AT_ONCE = 8;
const MOST_MS = 120_000;
const SEED = Number(process.env.TEST_SEED ?? 20_261_126);
/** Who asks: a role in a municipality, somebody without a session, and one with a cookie that is none. */
const ASKERS = [
  ["analyst", OURS],
  ["manager", OURS],
  ["caseworker", OURS],
  ["committee", OURS],
  ["data_protection", OURS],
  ["administrator", OURS],
  ["analyst", NEIGHBOUR],
  ["committee", NEIGHBOUR],
] as const;
/** They end or replace the asker's own session: sent without one. */
const ENDS_SESSION = /\/session|\/log-?out|\/sessions/;
/** They work for long; drawn more seldom. */
const HEAVY = /rebuild|verify|report|snapshots|status|table|goals\/\{goal\}$/;

type Asker = { readonly who: string; readonly municipality: string | null; readonly cookie: string };
type Told = { readonly request: RawRequest; readonly asker: Asker; readonly answer: RawAnswer };

let desk: MarkedDesk;
let operations: readonly Operation[];
let askers: readonly Asker[];
let known: Known;

beforeAll(async () => {
  desk = await openMarkedDesk();
  const document = (await (await fetch(`${desk.url}/api/v1/openapi.json`)).json()) as OpenApi;
  operations = operationsIn(document);
  const logged = await Promise.all(ASKERS.map(([role, municipality]) => loggedIn(role, municipality)));
  const broken = [
    `springbraet=${OURS}.${"A".repeat(43)}`,
    "springbraet=",
    "springbraet=x; springbraet=y",
    `springbraet=${"%00".repeat(40)}`,
    `springbraet=0316.${"x".repeat(2_000)}`,
  ];
  askers = [...logged, ...["", ...broken].map((cookie) => ({ who: "nobody", municipality: null, cookie }))];
  known = {
    plan: ["holbaek-2020-21"],
    goal: ["G-HO20-01", "G-HO20-04"],
    format: ["xlsx"],
    municipality: [OURS, NEIGHBOUR],
    asOf: ["2021-06-30"],
    citizen: ["b01", "b02", "b03"],
    company: ["v1"],
    indicator: ["measure: persons\nof: offers\nwindow: month\n", 0],
  };
}, 240_000);

afterAll(() => desk.close(), 60_000);

async function loggedIn(role: string, municipality: string): Promise<Asker> {
  const answer = await fetch(`${desk.url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-springbraet": "1" },
    body: JSON.stringify({ role, municipality }),
  });
  expect(answer.status).toBe(200);
  return { who: role, municipality, cookie: answer.headers.getSetCookie()[0]?.split(";")[0] ?? "" };
}

/** The headers of our own pages, now and then left out or bent. */
function headersOf(asker: Asker, draw: Chance): Drawn["headers"] {
  const own = draw.likely(0.9) ? [["x-springbraet", "1"] as const] : [];
  const cookie = asker.cookie === "" ? [] : [["cookie", asker.cookie] as const];
  const odd = draw.likely(0.9)
    ? []
    : [
        draw.one([
          ["idempotency-key", "x"],
          ["accept", "text/html;q=NaN"],
          ["x-forwarded-for", "127.0.0.1, ' or 1=1"],
          ["x-forwarded-proto", "https"],
          ["content-encoding", "gzip"],
          ["if-none-match", "*"],
          ["range", "bytes=0-1,9-,-5"],
          ["accept-version", "9"],
          ["expect", "100-continue"],
          ["x-long", "x".repeat(10_000)],
        ] as const),
      ];
  return [...own, ...cookie, ...odd];
}

async function ask(draw: Chance): Promise<Told> {
  const wild = draw.one([0, 0.1, 0.35]);
  const light = operations.filter(({ path }) => draw.likely(0.1) || !HEAVY.test(path));
  const operation = draw.one(light);
  const asker = ENDS_SESSION.test(operation.path) ? draw.one(askers.slice(ASKERS.length)) : draw.one(askers);
  const drawn = drawRequest(operation, draw, { known, wild });
  const request = {
    bytes: bytesOf({ ...drawn, headers: [...headersOf(asker, draw), ...drawn.headers] }),
    what: `${asker.who} ${operation.method} ${operation.path}: ${drawn.method} ${drawn.target.slice(0, 300)} ${drawn.body?.toString("utf8").slice(0, 300) ?? ""}`,
  };
  return { request, asker, answer: await sendRaw(desk.port, request, MOST_MS) };
}

/** What is wrong with an answer; empty when it is as every answer should be. */
function faultsOf({ request, asker, answer }: Told): string[] {
  if (answer === null) return [`${request.what}: no answer`];
  const faults = [...statusFaults(answer), ...leakFaults(answer, asker)];
  return faults.map((fault) => `${fault}\n  ${request.what}\n  ${answer.status} ${answer.body.slice(0, 300)}`);
}

function statusFaults({ status, headers, body }: NonNullable<RawAnswer>): string[] {
  if (status >= 500) return ["an error of ours"];
  if (status < 400) return [];
  if (body === "") return [];
  const type = headers["content-type"] ?? "";
  if (!type.startsWith("application/problem+json")) return [`a refusal in another form: ${type}`];
  const problem = problemSchema.safeParse(JSON.parse(body));
  if (!problem.success) return ["a refusal that is no problem"];
  const placed = (problem.data.problems ?? []).every(({ pointer }) => pointer.startsWith("/"));
  return problem.data.code === "bad_request" && (!placed || !problem.data.problems?.length)
    ? ["a refusal without a place"]
    : [];
}

function leakFaults({ body, headers }: NonNullable<RawAnswer>, asker: Asker): string[] {
  const all = `${body}\n${JSON.stringify(headers)}`;
  const others = [OURS, NEIGHBOUR].filter((code) => code !== asker.municipality) as (keyof typeof MARKS)[];
  const marks = others.flatMap((code) => Object.values(MARKS[code]));
  const unseen = asker.who === "committee" ? [MARKS[OURS].name, MARKS[NEIGHBOUR].name] : [];
  const seen = [...marks, ...unseen].filter((mark) => all.includes(mark)).map((mark) => `shows the record ${mark}`);
  const inner = [
    /\bat \S+ \(?\S+\.[jt]s:\d+/,
    /node_modules/,
    /syntax error at or near/,
    /\bpgboss\b/,
    /springbraet-marked-/,
  ];
  return [...seen, ...inner.filter((sign) => sign.test(all)).map((sign) => `shows its inside: ${sign}`)];
}

describe("hostile and odd requests (issue 3 f)", () => {
  it(
    `made from the API's own document, ${REQUESTS} of them: no error of ours, no hang, nobody's records, every refusal with its place`,
    async () => {
      const draw = chance(SEED);
      const faults: string[] = [];
      const statuses = new Map<number, number>();
      const reached = new Set<string>();
      let asked = 0;
      const lane = async (): Promise<void> => {
        while (asked < REQUESTS) {
          asked += 1;
          const told = await ask(draw);
          const status = told.answer?.status ?? 0;
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          reached.add(told.request.what.split(":")[0] ?? "");
          faults.push(...faultsOf(told));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, lane));
      expect(faults.slice(0, 10), `seed ${SEED}, ${faults.length} faults`).toEqual([]);
      for (const status of [200, 400, 401, 403, 404])
        expect(statuses.get(status) ?? 0, `answers ${status}`).toBeGreaterThan(0);
      expect(reached.size).toBeGreaterThan(operations.length);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
    600_000 * times,
  );

  const line = (target: string, more = ""): string =>
    `GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${more}\r\n`;
  const deed = (headers: string, body: string): string =>
    `POST /api/v1/session HTTP/1.1\r\nhost: x\r\nx-springbraet: 1\r\nconnection: close\r\n${headers}\r\n${body}`;
  const json = "content-type: application/json\r\n";
  const BYTES: readonly (readonly [what: string, bytes: string, status: readonly number[]])[] = [
    ["nonsense", "\u0000\u0001\u0002\r\n\r\n", [400]],
    ["a TLS greeting on the plain port", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", [400]],
    ["a broken escape in the address", line("/api/v1/plans/%zz"), [400]],
    ["a broken escape in a page's address", line("/%c3%28"), [400]],
    ["a very long part of the address", line(`/api/v1/plans/${"x".repeat(2_000)}`), [414]],
    ["headers without end", line("/api/v1/session", `x: ${"y".repeat(40_000)}\r\n`), [431]],
    ["two hosts", line("/api/v1/session", "host: y\r\n"), [200, 400]],
    ["two lengths", deed(`${json}content-length: 2\r\ncontent-length: 3\r\n`, "{}"), [400]],
    ["a length and chunks", deed(`${json}content-length: 2\r\ntransfer-encoding: chunked\r\n`, "0\r\n\r\n"), [400]],
    ["a length below nothing", deed(`${json}content-length: -1\r\n`, "{}"), [400]],
    ["a length that is no number", deed(`${json}content-length: NaN\r\n`, "{}"), [400]],
    ["broken chunks", deed(`${json}transfer-encoding: chunked\r\n`, "zz\r\n{}\r\n"), [400]],
    ["a promise of too much", deed(`${json}content-length: 999999999999\r\n`, "{}"), [413]],
    ["a body that never comes whole", deed(`${json}content-length: 50\r\n`, "{"), [408]],
    ["headers that never come whole", "GET /api/v1/session HTTP/1.1\r\nhost: x\r\nx-slow: ", [408]],
    ["a method nobody knows", "SPRING /api/v1/session HTTP/1.1\r\nhost: x\r\n\r\n", [400]],
    ["a connection to elsewhere", "CONNECT example.dk:443 HTTP/1.1\r\nhost: x\r\n\r\n", [0, 400, 404]],
    ["an address with a host in it", line("http://example.dk/api/v1/session"), [200, 400, 404]],
    ["a way out of the pages' folder", line("/../../package.json"), [200, 400, 403, 404]],
    ["a way out, escaped", line("/assets/..%2f..%2f..%2fpackage.json"), [400, 403, 404]],
    ["a line break in a header's value", line("/api/v1/session", "x: a\r\n b\r\n"), [200, 400]],
    ["an old version of HTTP", "GET /api/v1/session HTTP/1.0\r\n\r\n", [200]],
    ["no version of HTTP", "GET /api/v1/session\r\n\r\n", [200, 400]],
  ];
  it.each(BYTES)("with %s is refused in the same form as everything else", async (what, bytes, wanted) => {
    const request = { what, bytes: Buffer.from(bytes, "latin1") };
    const answer = await sendRaw(desk.port, request, MOST_MS);
    expect(wanted, answer?.body.slice(0, 200)).toContain(answer?.status ?? 0);
    const told = { request, asker: { who: "nobody", municipality: null, cookie: "" }, answer };
    if (answer !== null) expect(faultsOf(told)).toEqual([]);
    expect(answer?.body ?? "").not.toContain('"dependencies"');
  });

  it("are answered with headers that keep a browser from everything that is not ours (ASVS 14.4)", async () => {
    for (const path of ["/api/v1/session", "/api/v1/nowhere", "/nowhere"]) {
      const { headers } = await fetch(`${desk.url}${path}`);
      expect(headers.get("content-security-policy"), path).toMatch(/^default-src 'self';/);
      expect(headers.get("content-security-policy"), path).not.toMatch(/unsafe|\*|https?:/);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("x-frame-options"), path).toBe("DENY");
      expect(headers.get("referrer-policy"), path).toBe("no-referrer");
      expect(headers.get("access-control-allow-origin"), path).toBeNull();
      if (path.startsWith("/api")) expect(headers.get("cache-control"), path).toBe("no-store");
    }
  });

  it.each([
    [{}],
    [{ "x-springbraet": "1", origin: "https://elsewhere.example" }],
    [{ "x-springbraet": "1", "sec-fetch-site": "cross-site" }],
    [{ "x-springbraet": "1", origin: "null" }],
  ])("that come from elsewhere do nothing: %o (ASVS 4.2.2)", async (headers) => {
    const cookie = askers[0]?.cookie ?? "";
    const answer = await fetch(`${desk.url}/api/v1/warehouse/verify`, {
      method: "POST",
      headers: { ...headers, cookie },
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "wrong_origin" });
  });

  it("leave the server as it was: it still answers", async () => {
    expect((await fetch(`${desk.url}/health`)).status).toBe(200);
    expect(await (await fetch(`${desk.url}/ready`)).json()).toMatchObject({ ready: true });
  });

  it("is a test that can fail: it sees an error of ours, a leak, an inside and a refusal in another form", () => {
    const request = { what: "planted", bytes: Buffer.alloc(0) };
    const asker = { who: "analyst", municipality: OURS, cookie: "" };
    const planted = (status: number, body: string, type = "application/problem+json"): string[] =>
      faultsOf({ request, asker, answer: { status, body, headers: { "content-type": type } } });
    expect(planted(500, "{}")).toHaveLength(1);
    expect(planted(200, `{"name":"${MARKS[NEIGHBOUR].name} 3"}`)).toHaveLength(1);
    expect(planted(200, "Error: x\n    at run (build.ts:3:1)")).toHaveLength(1);
    expect(planted(404, "{}", "application/json")).toHaveLength(1);
    expect(
      planted(
        400,
        JSON.stringify({ type: "x", title: "x", status: 400, code: "bad_request", detail: { da: "x", en: "x" } }),
      ),
    ).toHaveLength(1);
    expect(planted(200, `{"name":"${MARKS[OURS].name} 3"}`)).toEqual([]);
    expect(faultsOf({ request, asker, answer: null })).toHaveLength(1);
  });
});
