import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { writeEntries } from "../../platform/audit/testing/log.ts";
import { createSession, DEMO_LOGIN } from "../../platform/auth/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import type { LogCheckAnswer, LogOverview } from "../../privacy/contract.ts";
import { operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import type { Runtime } from "../runtime-type.ts";
import { HAND_MADE } from "../testing/demo-desk.ts";
import { type Visitor, visitorIn, visitorWith } from "../testing/visitor.ts";
import { upkeepOver } from "../upkeep.ts";
import { buildServer } from "./build.ts";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const municipality = "0316";
const TODAY = day("2022-01-15");

let data: string;
let runtime: Runtime;
let url: string;
let close: () => Promise<unknown>;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "springbraet-test-"));
  runtime = await openRuntime({ data, logRetention: { looksMonths: 2, changesMonths: 3 } });
  await operationsOver(runtime, () => TODAY).load({ folder: HAND_MADE, municipality, synthetic: true });
  const app = await buildServer({ runtime, today: () => TODAY, localToken: "x".repeat(32) });
  url = await app.listen({ port: 0, host: "127.0.0.1" });
  close = () => app.close();
});

afterAll(async () => {
  await close();
  await runtime.close();
  rmSync(data, { recursive: true, force: true });
});

type Entry = {
  readonly request: string | null;
  readonly unit: string | null;
  readonly action: string;
  readonly at: string;
};

async function entries(): Promise<readonly Entry[]> {
  const { rows } = await inTenant(runtime.db, { municipality }, (tx) =>
    sql<Entry>`select request, unit, action, at::text as at from audit.access_log order by entry`.execute(tx),
  );
  return rows;
}

/** Somebody with a session in a role and units, and what they ask for: their citizens, of whom there need be none. */
async function somebody(
  role: "manager" | "caseworker",
  units: readonly string[],
): Promise<() => Promise<string | null>> {
  const who = { municipality, role, user: `${role} ${units.join()}`, staff: null, units };
  const begun = await createSession(runtime.db, who, { now: new Date(), limits: DEMO_LOGIN });
  const visitor = visitorWith(url, `springbraet=${begun?.token}`);
  return async () => {
    const { status, headers } = await visitor.send("POST", "/citizens/list", { find: "", who: "all" });
    expect(status).toBe(200);
    return headers.get("x-request-id");
  };
}

describe("an entry of the access log", () => {
  it("has the request's id, as the answer and the operator's log have it, and the unit its user works for", async () => {
    const units = [["team-1"], ["*"], [], ["*", "team-2", "team-3"]];
    for (const [n, unit] of ["team-1", null, null, "team-2"].entries()) {
      const ask = await somebody("manager", units[n] ?? []);
      const before = (await entries()).length;
      const id = await ask();
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      const added = (await entries()).slice(before);
      expect(added.map((entry) => [entry.request, entry.unit])).toEqual([[id, unit]]);
    }
  });

  it("of requests side by side has each its own, and no request's when there is none", async () => {
    const asks = await Promise.all(["a", "b", "c", "d"].map((unit) => somebody("manager", [unit])));
    const before = (await entries()).length;
    const ids = await Promise.all(asks.map((ask) => ask()));
    const added = (await entries()).slice(before);
    const pairs = (list: readonly (readonly [string | null, string | null])[]) =>
      list.map((pair) => pair.join(" ")).sort();
    expect(pairs(added.map(({ request, unit }) => [request, unit]))).toEqual(
      pairs(ids.map((id, n) => [id, ["a", "b", "c", "d"][n] ?? null])),
    );
    await operationsOver(runtime, () => TODAY).load({ folder: HAND_MADE, municipality });
    expect((await entries()).at(-1)).toMatchObject({ action: "load", request: null, unit: null });
  });
});

describe("verifying the log from its page", () => {
  it("is a job: one for all who look, its finding kept, a new one when asked for", async () => {
    const officer = await visitorIn(url, "data_protection", { municipality });
    await operationsOver(runtime, () => TODAY).sealAccessLog({ municipality });
    const first = await settled(officer);
    expect(first).toMatchObject({ ok: true, faults: [] });
    const { checkedAt } = first;
    expect((await officer.get<LogOverview>("/log")).body.verification?.checkedAt).toBe(checkedAt);
    const administrator = await visitorIn(url, "administrator", { municipality });
    const asked = await administrator.send<LogCheckAnswer>("POST", "/log/verify", {});
    expect(asked.status).toBe(200);
    await expect.poll(async () => (await settled(officer)).checkedAt, { timeout: 30_000 }).not.toBe(checkedAt);
    const jobs = await (await runtime.jobs()).newestOf(municipality, "log.verify", 10);
    expect(jobs.map(({ state }) => state)).toEqual(["done", "done"]);
  });

  /** The overview's verification when none is under way. */
  async function settled(officer: Visitor): Promise<NonNullable<LogOverview["verification"]>> {
    let seen: LogOverview | null = null;
    await expect
      .poll(
        async () => {
          seen = (await officer.get<LogOverview>("/log")).body;
          return seen.checking;
        },
        { timeout: 30_000 },
      )
      .toBeNull();
    const { verification } = seen as unknown as LogOverview;
    if (verification === null) throw new Error("the log was not verified");
    return verification;
  }
});

describe("the upkeep of the access log", () => {
  it("drops looks and changes after as many months as the settings say, and the seals still verify", async () => {
    const elsewhere = { municipality: "0370" };
    const at = (month: string): string => `2021-${month}-14T08:00:00+01:00`;
    await writeEntries(runtime.db, elsewhere.municipality, [
      { at: at("09"), keys: ["c1"], change: true, who: "changed four months ago" },
      { at: at("10"), keys: ["c1"], who: "looked three months ago" },
      { at: at("11"), keys: ["c1"], change: true, who: "changed two months ago" },
      { at: at("12"), keys: ["c1"], who: "looked a month ago" },
    ]);
    const running = operationsOver(runtime, () => TODAY);
    await running.sealAccessLog(elsewhere);
    const drop = upkeepOver(runtime.db, running).find(({ name }) => name === "log.drop");
    const signal = new AbortController().signal;
    const job = { id: "1", name: "log.drop", by: "x", data: {}, attempt: 1, signal, report: () => undefined };
    expect(await drop?.run({ ...job, ...elsewhere })).toEqual({ looks: 1, changes: 1 });
    const left = await inTenant(runtime.db, elsewhere, (tx) =>
      sql<{ who: string }>`select who from audit.access_log where who <> 'system' order by at`.execute(tx),
    );
    expect(left.rows.map(({ who }) => who)).toEqual(["changed two months ago", "looked a month ago"]);
    expect(await running.verifyAccessLog(elsewhere)).toMatchObject({ ok: true });
  });
});
