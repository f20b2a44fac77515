import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { sealLog } from "../../platform/audit/public.ts";
import { inTenant, openDatabase } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { freePort } from "../../platform/testing/free-port.ts";
import { describeNeeding } from "../../platform/testing/needs.ts";
import { startPostgres, type ThrowAwayServer } from "../../platform/testing/postgres-server.ts";
import { operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import { HAND_MADE } from "../testing/demo-desk.ts";
import { bareEnvironment } from "../testing/run-cli.ts";
import { cookieOf, visitorWith } from "../testing/visitor.ts";
import { type Served, serve } from "./serve.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const municipality = "0316";

describeNeeding("postgres", "the metrics of a running server", () => {
  let folder: string;
  let postgres: ThrowAwayServer;
  let served: Served;
  let metricsUrl: string;
  let url: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "springbraet-metrics-"));
    const started = await startPostgres({});
    if (!started) throw new Error("PostgreSQL did not start");
    postgres = started;
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query("create database measured");
    await client.end();
    const place = {
      data: join(folder, "data"),
      url: Object.assign(new URL(postgres.url), { pathname: "measured" }).href,
    };
    url = place.url;
    const runtime = await openRuntime(place);
    await operationsOver(runtime, () => day("2022-01-15")).load({ folder: HAND_MADE, municipality, synthetic: true });
    await runtime.close();
    const port = await freePort();
    metricsUrl = `http://127.0.0.1:${port}`;
    const env = { SPRINGBRAET_METRICS_PORT: String(port), SPRINGBRAET_CONNECT_SECONDS: "2" };
    served = await serve({ place, today: () => day("2022-01-15"), port: 0, host: "127.0.0.1", env });
  });
  afterAll(async () => {
    await served.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const text = async (): Promise<string> => (await fetch(`${metricsUrl}/metrics`)).text();
  const value = async (name: string): Promise<number | null> => {
    const line = (await text()).split("\n").find((one) => one.startsWith(`${name} `));
    return line === undefined ? null : Number(line.split(" ").at(-1));
  };

  it("stand on a port of their own, with health beside them, and nothing else is there", async () => {
    const answer = await fetch(`${metricsUrl}/metrics`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining("text/plain")]);
    expect(await answer.text()).toContain("# TYPE springbraet_requests_total counter");
    expect((await fetch(`${metricsUrl}/health`)).status).toBe(200);
    expect(await (await fetch(`${metricsUrl}/ready`)).json()).toMatchObject({ ready: true });
    for (const path of ["/", "/api/v1/session", "/metrics/", "/api/v1/openapi.json"])
      expect((await fetch(`${metricsUrl}${path}`)).status, path).toBe(404);
    expect((await fetch(`${metricsUrl}/metrics`, { method: "POST" })).status).toBe(405);
  });

  it("cannot be reached on the port of the pages", async () => {
    for (const path of ["/metrics", "/api/v1/metrics", "/METRICS", "//metrics", "/metrics?x=1"])
      expect(await (await fetch(`${served.url}${path}`)).text(), path).not.toContain("springbraet_requests_total");
  });

  it("have labels of ours only: patterns, names, states and codes; never what somebody asked for or who they are", async () => {
    const cookie = await cookieOf(served.url, { role: "analyst", municipality });
    await fetch(`${served.url}/api/v1/citizens/hemmelig-b01?x=0101901234`, {
      headers: { cookie, "user-agent": "hemmelig" },
    });
    await fetch(`${served.url}/hemmelig-sti/b01`);
    const lines = (await text()).split("\n").filter((line) => line.startsWith("springbraet_"));
    const labels = lines.flatMap((line) =>
      [...line.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = "", said = ""]) => [name, said]),
    );
    expect(new Set(labels.map(([name]) => name))).toEqual(
      new Set(["method", "route", "status", "le", "state", "name", "municipality"]),
    );
    const allowed: Readonly<Record<string, RegExp>> = {
      method: /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|OTHER)$/,
      route: /^(\(none\)|[/*]|(\/(:?[a-z][\w.-]*|:[a-z]+))+)$/i,
      status: /^\d{3}$/,
      le: /^(\d+(\.\d+)?|\+Inf)$/,
      state: /^[a-z]+$/,
      name: /^[a-z]+([.-][a-z]+)*$/,
      municipality: /^\d{4}$/,
    };
    for (const [name = "", said = ""] of labels) expect(said, name).toMatch(allowed[name] ?? /^$/);
    expect(await text()).not.toMatch(/hemmelig|b01|0101901234|springbraet=0316/);
  });

  it("count the sessions that live", async () => {
    const before = (await value(`springbraet_sessions{municipality="${municipality}"}`)) ?? 0;
    const cookies = [];
    for (const role of ["analyst", "manager"]) cookies.push(await cookieOf(served.url, { role, municipality }));
    expect(await value(`springbraet_sessions{municipality="${municipality}"}`)).toBe(before + 2);
    expect((await visitorWith(served.url, cookies[0] ?? "").send("DELETE", "/sessions")).status).toBeLessThan(300);
    expect(await value(`springbraet_sessions{municipality="${municipality}"}`)).toBe(before + 1);
  });

  it("tell for how long the oldest entry has waited to be sealed", async () => {
    const name = `springbraet_log_unsealed_seconds{municipality="${municipality}"}`;
    const db = await openDatabase({ url });
    await sealLog(db, municipality);
    await expect.poll(() => value(name), { timeout: 60_000 }).toBe(0);
    await inTenant(db, { municipality }, (tx) =>
      sql`insert into audit.access_log (municipality, at, who, role, action, purpose, keys, persons)
        values (platform.municipality(), now() - interval '2 hours', 'a', 'analyst', 'x', 'x', '{}', 0)`.execute(tx),
    );
    expect(await value(name)).toBeGreaterThan(7_000);
    await sealLog(db, municipality);
    await expect.poll(() => value(name), { timeout: 60_000 }).toBe(0);
    await db.close();
  });

  it("are told also while the database is away, and say that it is", async () => {
    expect(await value("springbraet_database_up")).toBe(1);
    await postgres.crash();
    expect(await value("springbraet_database_up")).toBe(0);
    const down = await text();
    expect(down).toContain("process_cpu_seconds_total");
    expect(down).not.toContain("springbraet_sessions{");
    await postgres.startAgain();
    await expect.poll(() => value("springbraet_database_up"), { timeout: 60_000 }).toBe(1);
  });
});

describe("an error nobody caught", () => {
  const crash = (code: string) =>
    new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
      const at = (name: string): string => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));
      const program = `import { logCrashes } from ${at("./crashes.ts")}; import { openLog } from ${at("./logging.ts")};
        logCrashes(openLog("info")); setInterval(() => undefined, 1000); ${code}`;
      const child = spawn(process.execPath, ["--input-type=module", "-e", program], { env: bareEnvironment() });
      const said = { out: "", err: "" };
      child.stdout.on("data", (chunk) => (said.out += String(chunk)));
      child.stderr.on("data", (chunk) => (said.err += String(chunk)));
      child.on("close", (ended) => resolve({ code: ended, ...said }));
    });

  it.each([
    [
      "thrown",
      'setTimeout(() => { throw Object.assign(new TypeError("Karl Hemmelig 0101901234"), { code: "E_PROVE" }); }, 1);',
    ],
    ["of a promise", 'Promise.reject(Object.assign(new TypeError("Karl Hemmelig 0101901234"), { code: "E_PROVE" }));'],
  ])("%s ends the program, and is logged by kind, code and place without its words", async (_how, code) => {
    const ended = await crash(code);
    expect(ended.code).toBe(1);
    const line: unknown = JSON.parse(ended.out.trim());
    expect(line).toMatchObject({ level: "fatal", msg: "the program ends because of an error nobody caught" });
    expect(ended.out).toContain("E_PROVE");
    expect(ended.out + ended.err).not.toMatch(/Hemmelig|0101901234/);
  });

  it("that is no error at all is logged without being shown", async () => {
    const ended = await crash('Promise.reject("Karl Hemmelig");');
    expect(ended.code).toBe(1);
    expect(ended.out).toContain('"level":"fatal"');
    expect(ended.out + ended.err).not.toContain("Hemmelig");
  });
});
