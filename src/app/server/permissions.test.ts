import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FlowAnswer, OrganisationAnswer } from "../../organisation/contract.ts";
import { allowedTo, type Permission, reachOf, unitsWithin } from "../../organisation/public.ts";
import type { RowsPage } from "../../plan/contract.ts";
import { ROLES } from "../../platform/auth/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import { type DemoDesk, openDemoDesk } from "../testing/demo-desk.ts";
import { documentCalls } from "../testing/document-calls.ts";
import { type RoleName, type Visitor, visitorAs, visitorIn } from "../testing/visitor.ts";
import { PERMISSION_ASKED } from "./access.ts";

const EVERYBODY: readonly RoleName[] = [...ROLES, "nobody"];
const ALL = [...new Set(ROLES.flatMap(allowedTo))];
const GOAL = "/plans/holbaek-2020-21/goals/G-HO20-01";
const UNIT = "sygdom";
const CALLS = documentCalls();
/** What each route asks for, to be read in one place. */
const GOLDEN = fileURLToPath(new URL("permissions.golden.txt", import.meta.url));

/** Routes that ask for no permission, and why. */
const OPEN_ROUTES: Readonly<Record<string, string>> = {
  "GET /session": "says who is logged in, also that nobody is",
  "POST /session": "the demo's role choice",
  "POST /session/role": "a change among the roles one holds",
  "GET /sessions": "one's own sessions",
  "DELETE /sessions": "one's own sessions",
  "GET /login": "the way in",
  "GET /login/callback": "the way in",
  "POST /logout": "the way out",
};

/** Permissions that are asked for in other ways than first of all by a route. */
const ELSEWHERE: readonly Permission[] = ["plan.decide", "figure.small"];

/** Permissions nothing asks for yet; one that is asked for may not stand here. */
const UNASKED: readonly Permission[] = ["company.read", "operations.read"];

const heard: Permission[] = [];
const askedBy = new Map<string, Permission>();
const listen = (message: unknown): void => {
  heard.push((message as { readonly permission: Permission }).permission);
};

let desk: DemoDesk;
let as: Readonly<Record<RoleName, Visitor>>;

beforeAll(async () => {
  desk = await openDemoDesk(0.05);
  const visitors = await Promise.all(EVERYBODY.map((role) => visitorAs(desk.url, role)));
  as = Object.fromEntries(EVERYBODY.map((role, i) => [role, visitors[i]])) as typeof as;
  subscribe(PERMISSION_ASKED, listen);
}, 240_000);

afterAll(async () => {
  unsubscribe(PERMISSION_ASKED, listen);
  await desk.close();
});

describe("the table of permissions against the server (ORG-08, ASK-37)", () => {
  for (const { route, send } of CALLS) {
    if (Object.hasOwn(OPEN_ROUTES, route)) continue;
    it(`${route}: everybody as far as the table says, and nobody without a session`, async () => {
      for (const role of ROLES) {
        heard.splice(0);
        const { status, body } = await send(as[role]);
        const [asked] = heard;
        if (!asked) throw new Error(`${route} asked for no permission of ${role}: ${status} ${JSON.stringify(body)}`);
        askedBy.set(route, asked);
        const refused = [status, body.code];
        if (reachOf(role, asked) === "none") expect(refused, `${role}, ${asked}`).toEqual([403, "not_allowed"]);
        else {
          expect(body.code, `${role}, ${asked}`).not.toBe("not_allowed");
          expect(status, `${role}, ${asked}: ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(500);
        }
      }
      const { status, body } = await send(as.nobody);
      expect([status, body.code]).toEqual([401, "no_session"]);
    });
  }

  it("a decision asks for more than a comment", async () => {
    for (const role of ROLES) {
      heard.splice(0);
      const { status } = await as[role].send("POST", `${GOAL}/notes`, { kind: "decision", text: "Gjort" });
      expect(heard[0]).toBe("plan.decide");
      expect(status === 200, role).toBe(reachOf(role, "plan.decide") !== "none");
    }
  });

  it("names no open route there is not", () => {
    const routes = CALLS.map(({ route }) => route);
    expect(Object.keys(OPEN_ROUTES).filter((route) => !routes.includes(route))).toEqual([]);
  });
});

/** Runs after the routes have been tried, in whatever order tests are; UPDATE_PERMISSIONS=1 writes what each route asks for anew. */
afterAll(() => {
  const lines = [...askedBy].map(([route, permission]) => `${route}: ${permission}`);
  const open = Object.entries(OPEN_ROUTES).map(([route, why]) => `${route}: nothing, ${why}`);
  const told = `${[...lines, ...open].sort().join("\n")}\n`;
  if (process.env.UPDATE_PERMISSIONS === "1") writeFileSync(GOLDEN, told);
  if (askedBy.size === CALLS.length - open.length) expect(told).toBe(readFileSync(GOLDEN, "utf8"));
  const asked = new Set<Permission>([...askedBy.values(), ...ELSEWHERE]);
  expect(ALL.filter((each) => !asked.has(each) && !UNASKED.includes(each))).toEqual([]);
  expect(UNASKED.filter((each) => asked.has(each))).toEqual([]);
});

describe("a manager of one unit can never assign, see, count or export beyond it (ASK-37)", () => {
  let manager: Visitor;
  let inside: ReadonlySet<string>;
  let outside: readonly string[];
  let units: readonly string[];
  beforeAll(async () => {
    manager = await visitorIn(desk.url, "manager", { municipality: "0316", unit: UNIT });
    await inTenant(desk.runtime.db, { municipality: "0316" }, async (tx) => {
      units = await unitsWithin(tx, [UNIT]);
      const all = await sql<{ id: string; unit: string | null }>`select c.id, r.unit from citizens.citizens c
        left join citizens.responsibilities r on r.citizen = c.id and r.known_until = date '9999-12-31'
          and r.from_day <= current_date and current_date < r.until_day
        where c.known_until = date '9999-12-31'`.execute(tx);
      inside = new Set(all.rows.filter(({ unit }) => unit !== null && units.includes(unit)).map(({ id }) => id));
      outside = all.rows.map(({ id }) => id).filter((id) => !inside.has(id));
    });
  });

  it("there are citizens inside and outside, in other units and in none", () => {
    expect(units.length).toBeGreaterThan(1);
    expect(inside.size).toBeGreaterThan(50);
    expect(outside.length).toBeGreaterThan(inside.size);
  });

  async function rowsOf(visitor: Visitor, query: string): Promise<{ total: number; outside: number; keys: string[] }> {
    const { body: first } = await visitor.get<RowsPage>(`${GOAL}/rows?${query}`);
    const keys = first.rows.map(({ key }) => String(key));
    for (let page = 2; page <= Math.ceil(first.total / first.pageSize); page++) {
      const { body } = await visitor.get<RowsPage>(`${GOAL}/rows?${query}&page=${page}`);
      keys.push(...body.rows.map(({ key }) => String(key)));
    }
    return { total: first.total, outside: first.outside, keys };
  }

  it("of the citizens behind a figure they see their own unit's, and how many more there are", async () => {
    const all = await rowsOf(as.analyst, "");
    const own = await rowsOf(manager, "");
    expect(all.outside).toBe(0);
    expect(own.keys.sort()).toEqual(all.keys.filter((key) => inside.has(key)).sort());
    expect(own.total).toBe(own.keys.length);
    expect(own.total + own.outside).toBe(all.total);
    expect(own.keys.length).toBeGreaterThan(0);
    expect(own.outside).toBeGreaterThan(0);
  });

  it("also in a pinned snapshot, on another day, and as it was known on another day", async () => {
    await as.analyst.send("POST", "/snapshots", { name: "fence", asOf: "2021-06-30" });
    for (const query of ["snapshot=fence", "asOf=2020-09-30", "knownAt=2021-03-31"]) {
      const { keys, total } = await rowsOf(manager, query);
      expect(
        keys.filter((key) => !inside.has(key)),
        query,
      ).toEqual([]);
      expect(total, query).toBe(keys.length);
    }
  });

  it("no answer of any route names a citizen outside", async () => {
    const known = new Set(outside);
    const leaks: string[] = [];
    for (const { route, send } of CALLS) {
      if (Object.hasOwn(OPEN_ROUTES, route)) continue;
      const { body } = await send(manager);
      const named = JSON.stringify(body).match(/\bb\d{6}\b/g) ?? [];
      leaks.push(...named.filter((id) => known.has(id)).map((id) => `${route}: ${id}`));
    }
    expect(leaks).toEqual([]);
    const { body } = await as.analyst.get<RowsPage>(`${GOAL}/rows`);
    const watched = JSON.stringify(body).match(/\bb\d{6}\b/g) ?? [];
    expect(
      watched.some((id) => known.has(id)),
      "the watch sees what it watches for",
    ).toBe(true);
  });

  it("the flow of citizens is counted in their own units only, and adds up in each (ORG-02)", async () => {
    for (const period of ["month", "quarter", "year"]) {
      const { body: own } = await manager.get<FlowAnswer>(`/organisation/flow?period=${period}`);
      const counted = own.units.filter(({ flow }) => flow !== null);
      expect(counted.map(({ unit }) => unit).sort()).toEqual([...units].sort());
      for (const { flow } of counted)
        expect((flow?.atStart ?? 0) + (flow?.came ?? 0) - (flow?.left ?? 0)).toBe(flow?.atEnd);
      expect(counted.some(({ flow }) => (flow?.came ?? 0) > 0)).toBe(true);
    }
    const { body: blind } = await as.analyst.get<FlowAnswer>("/organisation/flow");
    expect(blind.units.length).toBeGreaterThan(0);
    expect(blind.units.filter(({ flow }) => flow !== null)).toEqual([]);
  });

  it("units say which target groups they answer for, and staff what they do (ORG-01)", async () => {
    const { body } = await manager.get<OrganisationAnswer>("/organisation");
    const groups = body.units.find(({ id }) => id === "fleksjob")?.groups.map(({ da }) => da);
    expect(groups).toEqual(["ansatte i fleksjob", "fleksjobvisiterede på ledighedsydelse"]);
    const roles = new Set(body.staff.filter(({ unit }) => unit === "fleksjob").map(({ role }) => role?.da));
    expect(roles).toEqual(new Set(["leder", "sagsbehandler"]));
  });

  it("cases are counted in their own units only, and no sum tells the rest", async () => {
    const { body: all } = await as.manager.get<OrganisationAnswer>("/organisation");
    const { body: own } = await manager.get<OrganisationAnswer>("/organisation");
    const counted = own.units.filter(({ cases }) => cases !== null).map(({ id }) => id);
    expect(counted.sort()).toEqual([...units].sort());
    expect(own.staff.filter(({ cases }) => cases !== null).every(({ unit }) => units.includes(unit))).toBe(true);
    const casesIn = (answer: OrganisationAnswer, id: string) => answer.units.find((unit) => unit.id === id)?.cases;
    expect(casesIn(own, UNIT)).toBe(inside.size);
    expect(casesIn(all, UNIT)).toBe(inside.size);
    const { body: blind } = await as.analyst.get<OrganisationAnswer>("/organisation");
    expect(blind.units.filter(({ cases }) => cases !== null)).toEqual([]);
    expect(own.assignable.sort()).toEqual([...units].sort());
    const { body: caseworker } = await as.caseworker.get<OrganisationAnswer>("/organisation");
    expect(caseworker.assignable).toEqual([]);
  });

  it("cases move within their own units, with the history kept and the hand-over in the log", async () => {
    const { body: before } = await manager.get<OrganisationAnswer>("/organisation");
    const [from, to] = before.staff.filter(({ unit, cases }) => unit === "fleksjob" && (cases ?? 0) > 0);
    if (!from || !to) throw new Error("the demo has too few caseworkers");
    const asked = {
      from: { unit: from.unit, staff: from.person },
      to: { unit: to.unit, staff: to.person },
      expected: from.cases,
    };
    const stale = await manager.send("POST", "/organisation/hand-over", { ...asked, expected: (from.cases ?? 0) + 1 });
    expect([stale.status, stale.body]).toMatchObject([409, { code: "cases_moved" }]);
    expect((await manager.send("POST", "/organisation/hand-over", asked)).body).toEqual({
      moved: from.cases,
      noted: 0,
    });
    const { body: after } = await manager.get<OrganisationAnswer>("/organisation");
    const casesOf = ({ staff }: OrganisationAnswer, who: string) => staff.find(({ person }) => person === who)?.cases;
    expect(casesOf(after, from.person)).toBe(0);
    expect(casesOf(after, to.person)).toBe((from.cases ?? 0) + (to.cases ?? 0));
    const kept = await inTenant(desk.runtime.db, { municipality: "0316" }, async (tx) => ({
      history: await sql<{ n: number }>`select count(*)::integer as n from citizens.responsibilities
        where staff = ${from.person} and known_until = date '9999-12-31' and until_day = date '2021-06-30'`.execute(tx),
      log: await sql<{ who: string; persons: number }>`select who, persons from audit.access_log
        where action = 'citizen.assign' order by at desc limit 1`.execute(tx),
    }));
    expect(kept.history.rows[0]?.n).toBe(from.cases);
    expect(kept.log.rows[0]).toMatchObject({ who: "demo-manager", persons: from.cases });
  });

  it("cases of somebody who has left are seen, and can be given to others (nobody is without an owner)", async () => {
    const { body: before } = await manager.get<OrganisationAnswer>("/organisation");
    const there = before.staff.filter(({ unit }) => unit === "fleksjob");
    const leaving = there.find(({ cases }) => (cases ?? 0) > 0);
    const to = there.find((member) => member !== leaving);
    if (!leaving || !to) throw new Error("the demo has too few caseworkers");
    await inTenant(desk.runtime.db, { municipality: "0316" }, (tx) =>
      sql`update organisation.staff set known_until = greatest(known_from, current_date), changed_by = pg_current_xact_id()
        where person = ${leaving.person} and known_until = date '9999-12-31'`.execute(tx),
    );
    const { body } = await manager.get<OrganisationAnswer>("/organisation");
    const left = body.staff.filter((member) => member.left);
    expect(left).toEqual([{ ...leaving, share: 0, role: null, name: null, left: true }]);
    const asked = {
      from: { unit: leaving.unit, staff: leaving.person },
      to: { unit: to.unit, staff: to.person },
      expected: leaving.cases,
    };
    expect((await manager.send("POST", "/organisation/hand-over", asked)).body).toEqual({
      moved: leaving.cases,
      noted: 0,
    });
    const { body: after } = await manager.get<OrganisationAnswer>("/organisation");
    expect(after.staff.filter((member) => member.left)).toEqual([]);
  });

  it("nothing moves into or out of other units, and no citizen outside by being named", async () => {
    const inUnit = { unit: "syg-nord", staff: null };
    const elsewhere = { unit: "dagpenge", staff: null };
    for (const [from, to] of [
      [inUnit, elsewhere],
      [elsewhere, inUnit],
    ]) {
      const refused = await manager.send("POST", "/organisation/hand-over", { from, to, expected: 1 });
      expect([refused.status, refused.body]).toMatchObject([403, { code: "outside_unit" }]);
    }
    const named = await manager.send("POST", "/organisation/hand-over", {
      from: inUnit,
      to: { unit: "syg-syd", staff: null },
      expected: 1,
      citizens: [outside[0]],
    });
    expect([named.status, named.body]).toMatchObject([409, { code: "cases_moved" }]);
    const strange = await manager.send("POST", "/organisation/hand-over", {
      from: inUnit,
      to: { unit: "syg-syd", staff: "m-dagpenge-01" },
      expected: 1,
    });
    expect([strange.status, strange.body]).toMatchObject([400, { code: "no_such_place" }]);
  });
});

describe("another municipality", () => {
  it("is never reached: no route of the neighbour's manager names one of our citizens, plans or units", async () => {
    const neighbour = await visitorAs(desk.url, "manager", "0370");
    for (const { route, send } of CALLS) {
      if (Object.hasOwn(OPEN_ROUTES, route)) continue;
      const { status, body } = await send(neighbour);
      expect(JSON.stringify(body), route).not.toMatch(/\bb\d{6}\b|Syntetisk borger \d{6}|syg-nord/);
      if (route.includes("{plan}")) expect([403, 404], route).toContain(status);
    }
  });

  it("has a warehouse of its own that holds nobody else", async () => {
    const ids = async (municipality: string): Promise<Set<unknown>> => {
      const source = await desk.runtime.source({ municipality, snapshot: null, knownAt: null, plan: null });
      const found = await source.run("SELECT DISTINCT id FROM records.citizens");
      return new Set(found.map(({ id }) => id));
    };
    const [ours, theirs] = [await ids("0316"), await ids("0370")];
    expect(ours.size).toBeGreaterThan(100);
    expect(theirs.size).toBe(12);
    expect([...theirs].filter((id) => ours.has(id))).toEqual([]);
  });

  it("has snapshots of its own: ours cannot be asked for by name", async () => {
    await as.analyst.send("POST", "/snapshots", { name: "vores", asOf: "2021-06-30" });
    const neighbour = await visitorAs(desk.url, "analyst", "0370");
    expect(JSON.stringify((await neighbour.get("/snapshots")).body)).not.toContain("vores");
    const asked = await neighbour.send<{ code: string }>("POST", "/figure", {
      indicator: "measure: persons\nof: benefits\nwindow: day\n",
      asOf: "2021-06-30",
      snapshot: "vores",
    });
    expect(asked.status).toBeGreaterThanOrEqual(400);
    expect(asked.status).toBeLessThan(500);
  });
});
