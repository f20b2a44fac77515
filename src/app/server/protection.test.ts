import { Document, Packer, Paragraph } from "docx";
import exceljs from "exceljs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLES, type Role } from "../../platform/auth/public.ts";
import { asOwner } from "../../platform/db/public.ts";
import { bodyOf, type Schema } from "../testing/body-of.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { textOf } from "../testing/file-texts.ts";
import { openProtectedDesk, PROTECTED, SECRETS, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

type Operation = { readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> } };
type OpenApi = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
type Ask = {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
};
type Walked = { readonly role: Role; readonly ask: Ask; readonly status: number; readonly text: string };

const PLAN = "holbaek-2020-21";
/** Logging in and out would end the walk. */
const LEFT_OUT = /^\/(session|sessions|login|logout|local)\b/;
/**
 * Where a protected person's data are shown by design: unfolded with a reason, and the officer's collection for the citizen's own request of
 * access, each logged with its purpose (decision 12).
 */
const BY_DESIGN: readonly { readonly path: RegExp; readonly roles: readonly Role[] }[] = [
  { path: /^\/citizens\/p1\/reveal$/, roles: ["manager", "caseworker", "data_protection"] },
  { path: /^\/privacy\/person$/, roles: ["data_protection"] },
];
/** A report's file is the same for everybody, small numbers withheld: two roles make them all. */
const REPORTED_TO: readonly Role[] = ["committee", "manager"];
const KNOWN: Readonly<Record<string, unknown>> = {
  citizen: "p1",
  municipality: "0316",
  plan: PLAN,
  reason: "indkaldelse til samtale",
  asOf: "2021-12-31",
  indicator: "measure: persons\nof: offers\nwindow: month\n",
  who: "all",
};

let desk: DemoDesk;
let logged = "";
beforeAll(async () => {
  desk = await openProtectedDesk({
    onLog: (line) => {
      logged += line;
    },
  });
}, 180_000);
afterAll(() => desk.close());

const found = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

/** Every operation of the document with bodies and addresses that reach protected people, lists and searches with more than one. */
async function asks(visitor: Visitor): Promise<readonly Ask[]> {
  const { paths } = (await visitor.get<OpenApi>("/openapi.json")).body;
  const plan = (await visitor.get<{ goals: { id: string }[] }>(`/plans/${PLAN}`)).body;
  const goals = plan.goals?.map(({ id }) => id) ?? ["G-HO20-01"];
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) => {
      const schema = operation.requestBody?.content["application/json"]?.schema;
      const ask = { method: method.toUpperCase() as Ask["method"], ...(schema ? { body: bodyOf(schema, KNOWN) } : {}) };
      return addresses(path.replace("/api/v1", ""), goals).map((address) => ({ ...ask, path: address }));
    }),
  );
  const finds = ["", "HEMMELIGNAVN", "711190-0001", "p1", "SKJULTVEJ"];
  const lists = finds.map((find): Ask => ({ method: "POST", path: "/citizens/list", body: { find, who: "all" } }));
  const files = ["csv", "xlsx"].map(
    (format): Ask => ({ method: "POST", path: "/citizens/export", body: { format, who: "all" } }),
  );
  const reveals = ["cpr", "identity"].map(
    (what): Ask => ({ method: "POST", path: "/citizens/p1/reveal", body: { what, reason: KNOWN.reason } }),
  );
  const order = ({ method }: Ask): number => ["GET", "POST", "PUT", "PATCH", "DELETE"].indexOf(method);
  return [...all, ...lists, ...files, ...reveals]
    .filter(({ path }) => !LEFT_OUT.test(path))
    .toSorted((a, b) => order(a) - order(b));
}

/** The addresses of a path: each goal, each format, a protected citizen and one in the open. */
function addresses(path: string, goals: readonly string[]): readonly string[] {
  const choices: Readonly<Record<string, readonly string[]>> = {
    plan: [PLAN],
    goal: path.includes("/rows") ? goals : goals.slice(0, 1),
    format: ["pdf", "docx", "xlsx"],
    citizen: ["p1", "c01"],
  };
  return [...path.matchAll(/\{(\w+)\}/g)].reduce<readonly string[]>(
    (paths, [place, name = ""]) =>
      paths.flatMap((each) => (choices[name] ?? ["1"]).map((value) => each.replace(place, value))),
    [path],
  );
}

async function walk(roles: readonly Role[]): Promise<readonly Walked[]> {
  const walked: Walked[] = [];
  for (const role of roles) {
    const visitor = await visitorOf(desk, { role, staff: "m1" });
    const own = (await asks(visitor)).filter(({ path }) => !/report\.\w+$/.test(path) || REPORTED_TO.includes(role));
    for (const ask of own) {
      const { status, body } =
        ask.method === "GET" ? await visitor.get(ask.path) : await visitor.send(ask.method, ask.path, ask.body);
      const text = body instanceof Uint8Array ? await textOf(Buffer.from(body)) : JSON.stringify(body);
      walked.push({ role, ask, status, text });
    }
  }
  return walked;
}

/** Answers that hold something of a protected person where no design puts it. */
function leaks(walked: readonly Walked[]): readonly string[] {
  return walked
    .filter(({ role, ask }) => !BY_DESIGN.some(({ path, roles }) => path.test(ask.path) && roles.includes(role)))
    .flatMap(({ role, ask, text }) => found(text).map((secret) => `${role} ${ask.method} ${ask.path}: ${secret}`));
}

const answered = (walked: readonly Walked[]): ReadonlySet<string> =>
  new Set(walked.filter(({ status }) => status === 200).map(({ ask }) => `${ask.method} ${ask.path}`));

describe("protected citizens (PRI-NAB, PRI-UI)", () => {
  it("are nowhere in any answer to anybody, nor in the log, unless somebody unfolded them with a reason", async () => {
    const walked = await walk(ROLES);
    expect(leaks(walked)).toEqual([]);
    expect(
      walked.filter(({ status }) => status >= 500).map(({ ask, status }) => [ask.method, ask.path, status]),
    ).toEqual([]);
    expect([...answered(walked)]).toEqual(
      expect.arrayContaining([
        "POST /citizens/list",
        "POST /citizens/export",
        "GET /citizens/p1",
        "POST /citizens/p1/reveal",
        `GET /plans/${PLAN}/status`,
        `GET /plans/${PLAN}/report.pdf`,
        `GET /plans/${PLAN}/report.docx`,
        `GET /plans/${PLAN}/report.xlsx`,
      ]),
    );
    const rows = walked.filter(({ ask, status }) => ask.path.endsWith("/rows") && status === 200);
    expect(rows.some(({ text }) => PROTECTED.some((id) => text.includes(`"${id}"`)))).toBe(true);
    const unfolded = walked.filter(({ ask, role }) => ask.path === "/citizens/p1/reveal" && role === "manager");
    expect(found(unfolded.map(({ text }) => text).join())).toEqual(
      expect.arrayContaining(["HEMMELIGNAVN", "SKJULTVEJ"]),
    );
    expect(logged.length).toBeGreaterThan(1000);
    expect(found(logged)).toEqual([]);

    // The same walk when the mark is gone, as a page that forgot it would show them: it must be found out.
    await asOwner(desk.runtime.db, async (tx) => {
      await sql`select set_config('app.municipality', '0316', true), set_config('app.sees', 'all', true)`.execute(tx);
      await sql`update citizens.citizens set protected = false`.execute(tx);
    });
    const planted = leaks(await walk(["manager"]));
    for (const place of ["POST /citizens/list", "POST /citizens/export", "GET /citizens/p1"])
      expect(
        planted.filter((leak) => leak.includes(`${place}: HEMMELIGNAVN`)),
        place,
      ).not.toEqual([]);
    expect(planted.filter((leak) => leak.includes("/rows: HEMMELIGNAVN"))).not.toEqual([]);
    expect(planted.filter((leak) => leak.includes("GET /citizens/p1: SKJULTVEJ"))).not.toEqual([]);
  }, 900_000);
});

describe("what the walk reads", () => {
  it("finds a name planted in a workbook, a document and plain text", async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet("x").addRow(["HEMMELIGNAVN p1"]);
    const document = new Document({ sections: [{ children: [new Paragraph("bor på SKJULTVEJ 1")] }] });
    expect(found(await textOf(Buffer.from(await book.xlsx.writeBuffer())))).toEqual(["HEMMELIGNAVN"]);
    expect(found(await textOf(await Packer.toBuffer(document)))).toEqual(["SKJULTVEJ"]);
    expect(found(await textOf(Buffer.from("cpr 711190-0002")))).toEqual(["711190-0002"]);
  });
});
