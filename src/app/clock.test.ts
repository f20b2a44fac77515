import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { examineRecords } from "../platform/db/examine.ts";
import { asOwner, forgetDeeds, inTenant } from "../platform/db/public.ts";
import { type Day, day } from "../platform/kernel/day.ts";
import { describeOnServer } from "../platform/testing/databases.ts";
import { allFacts } from "./facts.ts";
import { type Operations, operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import type { Runtime } from "./runtime-type.ts";
import { buildServer } from "./server/build.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { type Visitor, visitorAs } from "./testing/visitor.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

/* What holds when the machine's clock is set: ahead, back, and right again. */

const municipality = "0316";
const OFFERS = "measure: persons\nof: offers\ncounted: begun\nwindow: {since: 2021-01-01}\n";
const HOUR_MS = 3_600_000;

let data: string;
let runtime: Runtime;
let operations: Operations;
let today: Day;
let url: string;
let close: () => Promise<unknown>;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "springbraet-clock-"));
  today = day("2021-04-15");
  runtime = await openRuntime({ data });
  operations = operationsOver(runtime, () => today);
  await operations.load({ folder: HAND_MADE, municipality, synthetic: true });
  const app = await buildServer({ runtime, today: () => today, localToken: "x".repeat(32) });
  url = await app.listen({ port: 0, host: "127.0.0.1" });
  close = () => app.close();
});

afterAll(async () => {
  await close();
  await runtime.close();
  rmSync(data, { recursive: true, force: true });
});

afterEach(() => void vi.useRealTimers());

/** Sets this process's clock so many hours away from the right time; timers go on as before. */
function setClock(hours: number): void {
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + hours * HOUR_MS });
}

/** Loads the kind of one offer as it is known on a day by the clock. */
async function learn(kind: string, on: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "springbraet-files-"));
  writeFileSync(
    join(folder, "offers.csv"),
    `id,first_day,last_day,citizen,kind,company\nt01,2021-01-18,2021-02-14,b01,${kind},v1\n`,
  );
  today = day(on);
  expect(await operations.load({ folder, municipality })).toMatchObject({ ok: true });
  rmSync(folder, { recursive: true, force: true });
}

/** Ids of a fact with two beliefs about one and the same day of knowledge. */
async function overlapping(fact: (typeof allFacts)[number]): Promise<readonly unknown[]> {
  const table = sql.raw(`${fact.word}.${fact.name}`);
  const { rows } = await inTenant(runtime.db, { municipality }, (tx) =>
    sql`select a.id from ${table} a join ${table} b on b.id = a.id and b.ctid > a.ctid
      where a.known_from < b.known_until and b.known_from < a.known_until
        and a.known_from < a.known_until and b.known_from < b.known_until`.execute(tx),
  );
  return rows;
}

const begun = async (): Promise<unknown> => {
  const found = await operations.figure({ indicator: OFFERS, asOf: "2021-03-31", municipality });
  return found.ok ? found.result.value : found;
};

describe("a clock that is set ahead and back", () => {
  it("never makes two beliefs about the same day of knowledge, and the last that was said is believed", async () => {
    const days = ["2021-05-20", "2031-01-01", "2021-04-20", "2021-04-20", "2030-12-31", "2021-05-21", "2021-03-01"];
    for (const [n, on] of days.entries()) {
      const kind = n % 2 === 0 ? "mentor" : "loentilskud";
      await learn(kind, on);
      for (const fact of allFacts) expect(await overlapping(fact), `${fact.name} after ${on}`).toEqual([]);
      const { open } = await runtime.warehouse(municipality);
      const known = "known_from < known_until AND known_until = DATE '9999-12-31'";
      expect(await open.run(`SELECT kind FROM records.offers WHERE id = 't01' AND ${known}`)).toEqual([{ kind }]);
    }
    expect(await operations.verify({ municipality })).toEqual([]);
    today = day("2021-04-15");
  });

  it("leaves no figure behind the records: what was written is in the next one, however far back the clock is", async () => {
    await begun();
    const versions = new Set<number>();
    for (const hours of [-5, 30, -48, 0]) {
      setClock(hours);
      await learn(hours < 0 ? "mentor" : "loentilskud", "2021-06-01");
      const { open, version } = await runtime.warehouse(municipality);
      versions.add(version);
      expect((await open.run("SELECT max(known_from)::varchar AS day FROM records.offers"))[0]?.day).toBeDefined();
      expect(await operations.verify({ municipality })).toEqual([]);
    }
    expect(versions.size).toBe(4);
    expect((await runtime.warehouseAges()).every(({ seconds }) => seconds >= 0)).toBe(true);
    today = day("2021-04-15");
  });

  it("keeps the log whole and in the order of its transactions", async () => {
    const { body } = await (await visitorAs(url, "analyst")).get<{ goals: unknown[] }>("/plans/holbaek-2020-21/status");
    expect(body.goals.length).toBeGreaterThan(0);
    for (const hours of [0, 26, -26, 1]) {
      await inTenant(runtime.db, { municipality }, (tx) =>
        sql`insert into audit.access_log (municipality, at, who, role, action, purpose, keys, persons)
          values (platform.municipality(), now() + make_interval(hours => ${hours}), 'a', 'analyst', 'x', 'x', '{}', 0)`.execute(
          tx,
        ),
      );
      await operations.sealAccessLog({ municipality });
    }
    const { rows } = await inTenant(runtime.db, { municipality }, (tx) =>
      sql<{
        entry: number;
        by: string;
      }>`select c.entry, c.recorded_by::text as by from audit.log_chain c order by c.position`.execute(tx),
    );
    expect(rows.length).toBeGreaterThanOrEqual(4);
    expect(rows.map(({ by }) => BigInt(by))).toEqual(
      rows.map(({ by }) => BigInt(by)).toSorted((a, b) => (a < b ? -1 : 1)),
    );
    const checked = await operations.verifyAccessLog({ municipality });
    expect(checked.faults.filter(({ code }) => code !== "entry_backdated")).toEqual([]);
    expect((await examineRecords(runtime.db)).logAhead).toBeGreaterThan(20 * 3600);
  });
});

describeOnServer("the clocks of two machines", (open) => {
  it("that differ are told by the doctor", async () => {
    const db = await open();
    const minutes = async (): Promise<number> => Math.round((await examineRecords(db)).clockAhead / 60) + 0;
    for (const hours of [2, -2]) {
      setClock(hours);
      expect(await minutes()).toBe(-hours * 60);
    }
    vi.useRealTimers();
    expect(await minutes()).toBe(0);
  });
});

describe("a session under a clock that is set", () => {
  const status = async (visitor: Visitor): Promise<number> => (await visitor.get("/about")).status;

  it("ends when the clock goes back: nobody can say how long it lasted, and no jump makes it longer", async () => {
    const visitor = await visitorAs(url, "analyst");
    expect(await status(visitor)).toBe(200);
    setClock(-3);
    expect(await status(visitor)).toBe(401);
    const again = await visitorAs(url, "analyst");
    expect(await status(again)).toBe(200);
    vi.useRealTimers();
    // The clock is right again: for this session that is three hours unused.
    expect(await status(again)).toBe(401);
  });

  it("ends early when the clock goes ahead, and those who log in then log in again when it is right", async () => {
    const visitor = await visitorAs(url, "analyst");
    setClock(13);
    expect(await status(visitor)).toBe(401);
    const ahead = await visitorAs(url, "analyst");
    expect(await status(ahead)).toBe(200);
    vi.useRealTimers();
    expect(await status(ahead)).toBe(401);
    expect(await status(await visitorAs(url, "analyst"))).toBe(200);
  });
});

it("an idempotency key from a clock that has since gone back is still one deed", async () => {
  const analyst = await visitorAs(url, "analyst");
  const key = crypto.randomUUID();
  const deed = () =>
    analyst.send<{ id: string }>(
      "POST",
      "/plans/holbaek-2020-21/goals/G-HO20-04/notes",
      { kind: "comment", text: "én gang" },
      key,
    );
  const first = await deed();
  expect(first.status).toBe(200);
  for (const shift of ["3 days", "-23 hours"]) {
    await asOwner(runtime.db, async (tx) => {
      await sql`select set_config('app.municipality', ${municipality}, true)`.execute(tx);
      await sql`update platform.deeds set at = now() + ${shift}::interval`.execute(tx);
    });
    expect(await inTenant(runtime.db, { municipality }, forgetDeeds)).toBe(0);
    expect((await deed()).body).toEqual(first.body);
  }
});
