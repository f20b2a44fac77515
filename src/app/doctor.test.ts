import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { asOwner, inTenant } from "../platform/db/public.ts";
import { day } from "../platform/kernel/day.ts";
import { emptyOnServer } from "../platform/testing/databases.ts";
import { describeNeeding } from "../platform/testing/needs.ts";
import { type Examination, examine, type Finding } from "./doctor.ts";
import { operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import type { Runtime } from "./runtime-type.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";

// Every look compares the whole warehouse, which takes a busy machine a while.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

const municipality = "0316";

describeNeeding("postgres", "the doctor (ASK-34)", () => {
  let data: string;
  let runtime: Runtime;
  let running: Parameters<typeof examine>[0];
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), "springbraet-doctor-"));
    runtime = await openRuntime({ data, url: await emptyOnServer() });
    running = { ...operationsOver(runtime, () => day("2022-01-15")), runtime };
    await running.load({ folder: HAND_MADE, municipality, synthetic: true });
    await running.snapshot({ name: "foer", municipality });
    await running.sealAccessLog({ municipality });
  });
  afterAll(async () => {
    await runtime.close();
    rmSync(data, { recursive: true, force: true });
  });
  const look = (repair = false): Promise<Examination> => examine(running, { repair });
  const levelOf = (seen: Examination, check: Finding["check"]): string[] =>
    seen.findings.filter((finding) => finding.check === check).map(({ level }) => level);

  it("finds nothing wrong with a house in order, and has looked at everything", async () => {
    const seen = await look();
    expect(seen.findings.filter(({ level, check }) => level !== "ok" && check !== "disk")).toEqual([]);
    const checks = [
      "clock",
      "database",
      "disk",
      "fence",
      "jobs",
      "keys",
      "leftovers",
      "log",
      "migrations",
      "snapshots",
    ];
    expect([...new Set(seen.findings.map(({ check }) => check))].sort()).toEqual([...checks, "warehouse"]);
  });

  it("finds a warehouse that is not the records', and builds it anew when it may", async () => {
    const { open } = await runtime.warehouse(municipality);
    await open.execute("DELETE FROM records.citizens");
    const seen = await look();
    expect([seen.ok, levelOf(seen, "warehouse")]).toEqual([false, ["error"]]);
    const repaired = await look(true);
    expect([repaired.ok, levelOf(repaired, "warehouse")]).toEqual([true, ["repaired"]]);
  });

  it("finds files that a killed process left, and removes them when it may", async () => {
    const left = join(data, "warehouse", "feed-00000000-0000-4000-8000-000000000000.csv");
    writeFileSync(left, "x");
    expect(levelOf(await look(), "leftovers")).toEqual(["warning"]);
    expect(levelOf(await look(true), "leftovers")).toEqual(["repaired"]);
    expect(existsSync(left)).toBe(false);
  });

  it("finds a table whose fence was taken down", async () => {
    await asOwner(runtime.db, (tx) => sql`alter table plan.notes no force row level security`.execute(tx));
    const seen = await look(true);
    expect(seen.findings.find(({ check }) => check === "fence")).toMatchObject({
      level: "error",
      values: { tables: "plan.notes" },
    });
    await asOwner(runtime.db, (tx) => sql`alter table plan.notes force row level security`.execute(tx));
  });

  it("finds a clock that has gone back: the log already knows later moments", async () => {
    await inTenant(runtime.db, { municipality }, (tx) =>
      sql`insert into audit.access_log (municipality, at, who, role, action, purpose, keys, persons)
        values (platform.municipality(), now() + interval '1 hour', 'a', 'analyst', 'x', 'x', '{}', 0)`.execute(tx),
    );
    expect(levelOf(await look(), "clock")).toEqual(["warning"]);
  });

  it("finds a snapshot whose files are gone, and a migration that is missing", async () => {
    rmSync(join(data, "snapshots"), { recursive: true });
    await asOwner(runtime.db, (tx) => sql`delete from upkeep.migrations where file like '0009%'`.execute(tx));
    const seen = await look(true);
    expect([levelOf(seen, "snapshots"), levelOf(seen, "migrations")]).toEqual([["error"], ["error"]]);
    expect(seen.ok).toBe(false);
  });
});
