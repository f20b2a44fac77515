import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { asOwner } from "../platform/db/tenant.ts";
import { type Day, day } from "../platform/kernel/day.ts";
import { rebuildWarehouse, type Warehouse } from "../platform/warehouse/public.ts";
import { countedFacts } from "./facts.ts";
import { reportOf } from "./local-operations.ts";
import { type Operations, operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import type { Runtime } from "./runtime-type.ts";
import { newDataFolder } from "./testing/data-folder.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { runCli } from "./testing/run-cli.ts";

/* Twelve hand-made citizens; what is known of their offers is corrected afterwards. */

const OFFERS = {
  indicator: "measure: persons\nof: offers\ncounted: begun\nwindow: {since: 2021-01-01}\n",
  asOf: "2021-03-31",
};
const PLAN = { plan: "holbaek-2020-21", asOf: "2021-03-31" };

let template: string;
let data: string;
let runtime: Runtime;
let operations: Operations;
let today: Day;

async function open(): Promise<void> {
  runtime = await openRuntime({ data });
  operations = operationsOver(runtime, () => today);
}

beforeAll(async () => {
  template = await newDataFolder();
  data = template;
  today = day("2021-04-15");
  await open();
  expect(await operations.load({ folder: HAND_MADE, municipality: "0316" })).toMatchObject({ ok: true });
  await runtime.close();
});

afterAll(() => rmSync(template, { recursive: true, force: true }));

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), "springbraet-test-"));
  today = day("2021-04-15");
  cpSync(template, data, { recursive: true });
  await open();
});

afterEach(async () => {
  await runtime.close();
  rmSync(data, { recursive: true, force: true });
});

/** Loads what was learnt later: b01's practice never was (it was mentoring), and b09 and b10 began in wage subsidy. */
async function loadCorrection(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "springbraet-files-"));
  const rows = [
    "id,first_day,last_day,citizen,kind,company",
    "t01,2021-01-18,2021-02-14,b01,mentor,v1",
    "t08,2021-03-02,,b09,loentilskud,v2",
    "t09,2021-03-03,,b10,loentilskud,v2",
  ];
  writeFileSync(join(folder, "offers.csv"), `${rows.join("\n")}\n`);
  today = day("2021-05-20");
  expect(await operations.load({ folder, municipality: "0316" })).toMatchObject({
    ok: true,
    facts: { offers: { added: 2, corrected: 1 } },
  });
  rmSync(folder, { recursive: true, force: true });
}

async function begunOffers(
  more: { readonly snapshot?: string; readonly knownAt?: string } = {},
): Promise<number | null> {
  const found = await operations.figure({ ...OFFERS, ...more });
  return found.ok ? found.result.value : Number.NaN;
}

async function everything(warehouse: Pick<Warehouse, "run">): Promise<Readonly<Record<string, unknown>>> {
  const tables: Record<string, unknown> = {};
  for (const { name } of countedFacts)
    tables[name] = await warehouse.run(`SELECT * FROM records.${name} ORDER BY id, known_from`);
  return tables;
}

describe("the warehouse never holds anything that is not in the records", () => {
  it("after a correction it is what a rebuild makes of the records, row by row", async () => {
    expect(await begunOffers()).toBe(4);
    await loadCorrection();
    expect(await begunOffers()).toBe(6);
    expect(await operations.verify({})).toEqual([]);
    const refreshed = await everything((await runtime.warehouse("0316")).open);
    await operations.rebuild({});
    const rebuilt = await everything((await runtime.warehouse("0316")).open);
    expect(rebuilt).toEqual(refreshed);
    expect((rebuilt.offers as unknown[]).length).toBe(6 + 3);
    expect(await begunOffers()).toBe(6);
  });

  it("verify tells how many rows of which records deviate, and a rebuild mends it", async () => {
    const { open: warehouse } = await runtime.warehouse("0316");
    await warehouse.execute("DELETE FROM records.offers WHERE id = 't01'");
    await warehouse.execute("UPDATE records.citizens SET sex = 'mand' WHERE id = 'b01'");
    expect(await operations.verify({})).toEqual([
      { fact: "citizens", onlyInRecords: 1, onlyInWarehouse: 1 },
      { fact: "offers", onlyInRecords: 1, onlyInWarehouse: 0 },
    ]);
    await operations.rebuild({});
    expect(await operations.verify({})).toEqual([]);
  });

  it("a file that cannot be read is replaced from the records", async () => {
    expect(await begunOffers()).toBe(4);
    await runtime.close();
    const [file = ""] = readdirSync(join(data, "warehouse"));
    writeFileSync(join(data, "warehouse", file), "not a warehouse");
    await open();
    expect(await begunOffers()).toBe(4);
    expect(await operations.verify({})).toEqual([]);
  });

  it("a file that is gone is made again", async () => {
    await runtime.close();
    rmSync(join(data, "warehouse"), { recursive: true, force: true });
    await open();
    expect(await begunOffers()).toBe(4);
  });
});

describe("a rebuild that fails keeps the old warehouse", () => {
  it("when the disk is full", async () => {
    expect(await begunOffers()).toBe(4);
    await runtime.close();
    const path = join(data, "warehouse", "0316.duckdb");
    const before = readFileSync(path);
    const full = Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    const rebuilding = rebuildWarehouse(path, countedFacts, async (_since, take) => {
      for (const fact of countedFacts.slice(0, 3)) await take(fact, rowsThenFull(full));
      return { watermark: "1" };
    });
    await expect(rebuilding).rejects.toThrow("no space left on device");
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(data, "warehouse")).filter((name) => !/^0316\.duckdb(\.wal)?$/.test(name))).toEqual([]);
    await open();
    expect(await begunOffers()).toBe(4);
  });

  it("when the new file cannot be written, and figures are still answered", async () => {
    expect(await begunOffers()).toBe(4);
    mkdirSync(join(data, "warehouse", "0316.duckdb.new", "in the way"), { recursive: true });
    await expect(operations.rebuild({})).rejects.toThrow();
    expect(await begunOffers()).toBe(4);
    rmSync(join(data, "warehouse", "0316.duckdb.new"), { recursive: true });
    await operations.rebuild({});
    expect(await begunOffers()).toBe(4);
  });

  it("figures under way while it is rebuilt are finished, and two rebuilds at once do not disturb each other", async () => {
    const { goals: before } = await operations.status(PLAN);
    const days = ["2021-02-28", "2021-03-30", "2021-03-29", "2021-01-31"];
    const [first, ...others] = await Promise.all([
      operations.status({ ...PLAN, asOf: "2021-03-28" }),
      operations.rebuild({}),
      operations.rebuild({}),
      ...days.map((asOf) => operations.status({ ...PLAN, asOf })),
    ]);
    expect(first.goals).toHaveLength(45);
    expect(others).toHaveLength(6);
    expect((await operations.status(PLAN)).goals).toEqual(before);
  });
});

describe("a pinned snapshot (REP-03, ASK-03)", () => {
  beforeEach(async () => {
    expect(await operations.snapshot({ name: "foer-sommer", asOf: "2021-03-31" })).toMatchObject({
      asOf: "2021-03-31",
      knownAt: "2021-04-15",
    });
  });

  it("keeps its figures when the records are corrected afterwards; the live figure changes", async () => {
    const before = await operations.status({ plan: PLAN.plan, snapshot: "foer-sommer" });
    await loadCorrection();
    expect(await begunOffers()).toBe(6);
    expect(await begunOffers({ snapshot: "foer-sommer" })).toBe(4);
    const after = await operations.status({ plan: PLAN.plan, snapshot: "foer-sommer" });
    expect(after).toEqual(before);
    await runtime.close();
    await open();
    expect(await operations.status({ plan: PLAN.plan, snapshot: "foer-sommer" })).toEqual(before);
    expect(await operations.changedSnapshots({})).toEqual([]);
  });

  it("gives the figures of the day it was made, as the live records then did", async () => {
    const live = (await operations.status(PLAN)).goals;
    const pinned = (await operations.status({ plan: PLAN.plan, snapshot: "foer-sommer" })).goals;
    const figures = (goals: typeof live): unknown =>
      goals.map(({ result }) => result.indicators.map(({ sql: _sql, ...rest }) => rest));
    expect(figures(pinned)).toEqual(figures(live));
  });

  it("a figure can also be asked as it was known on an earlier day, without a snapshot", async () => {
    await loadCorrection();
    expect(await begunOffers({ knownAt: "2021-04-15" })).toBe(4);
    expect(await begunOffers({ knownAt: "2021-05-20" })).toBe(6);
  });

  it("the report pinned to it is the same afterwards", async () => {
    const asked = { plan: PLAN.plan, snapshot: "foer-sommer", language: "da", discreet: true } as const;
    const { madeOn: _day, ...before } = await reportOf({ ...operations, runtime }, asked);
    await loadCorrection();
    const { madeOn: _later, ...after } = await reportOf({ ...operations, runtime }, asked);
    expect(after.tracks).toEqual(before.tracks);
    expect(after.summary).toEqual(before.summary);
    expect(after.fullTime).toEqual(before.fullTime);
  });

  it("that is not what it was is told by verify", async () => {
    const folder = join(data, "snapshots", "0316", "foer-sommer");
    const file = join(folder, readdirSync(folder).find((name) => name.startsWith("offers")) ?? "");
    expect(statSync(file).size).toBeGreaterThan(0);
    const bytes = readFileSync(file);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await operations.changedSnapshots({})).toEqual(["foer-sommer"]);
  });

  it("that is older than a kind of fact has the same figures, and no data where that fact is asked for", async () => {
    const before = await operations.status({ plan: PLAN.plan, snapshot: "foer-sommer" });
    rmSync(join(data, "snapshots", "0316", "foer-sommer", "obligations.parquet"));
    // As it was registered by a program that did not know the fact.
    await asOwner(runtime.db, async (tx) => {
      await sql`select set_config('app.municipality', '0316', true)`.execute(tx);
      await sql`update plan.snapshots set facts = facts - 1`.execute(tx);
    });
    await runtime.close();
    await open();
    const after = await operations.status({ plan: PLAN.plan, snapshot: "foer-sommer" });
    const values = ({ goals }: typeof after): ReadonlyMap<string, readonly (number | null)[]> =>
      new Map(goals.map(({ result }) => [result.id, result.indicators.map(({ value }) => value)]));
    const onDuties = "G-HO20-30";
    expect(values(after)).toEqual(
      new Map([
        ...values(before),
        [
          onDuties,
          values(before)
            .get(onDuties)
            ?.map(() => null),
        ],
      ]),
    );
    expect(after.goals.find(({ result }) => result.id === onDuties)?.result.status).toBe("no_data");
    expect(await begunOffers({ snapshot: "foer-sommer" })).toBe(4);
  });

  it("that has lost a file gives no figure at all", async () => {
    rmSync(join(data, "snapshots", "0316", "foer-sommer", "offers.parquet"));
    await expect(begunOffers({ snapshot: "foer-sommer" })).rejects.toMatchObject({ code: "unknown_snapshot" });
    expect(await operations.changedSnapshots({})).toEqual(["foer-sommer"]);
  });

  it("that does not exist, or whose files are gone, is a clear error and no figure", async () => {
    await expect(operations.status({ plan: PLAN.plan, snapshot: "foer-vinter" })).rejects.toMatchObject({
      code: "unknown_snapshot",
    });
    await expect(begunOffers({ snapshot: "foer-vinter" })).rejects.toMatchObject({ code: "unknown_snapshot" });
    rmSync(join(data, "snapshots"), { recursive: true });
    await expect(begunOffers({ snapshot: "foer-sommer" })).rejects.toMatchObject({ code: "unknown_snapshot" });
    expect(await operations.changedSnapshots({})).toEqual(["foer-sommer"]);
  });

  it("is never written over by another of the same name", async () => {
    await loadCorrection();
    await expect(operations.snapshot({ name: "foer-sommer" })).rejects.toMatchObject({ code: "snapshot_exists" });
    expect(await begunOffers({ snapshot: "foer-sommer" })).toBe(4);
  });
});

describe("clear errors with the old state kept", () => {
  it("an unknown municipality is told with the nearest right one", async () => {
    const unknown = { code: "unknown_municipality", texts: { da: "Kommunen »Holbek« kendes ikke; mente du Holbæk?" } };
    await expect(operations.figure({ ...OFFERS, municipality: "Holbek" })).rejects.toMatchObject(unknown);
    await expect(operations.load({ folder: HAND_MADE, municipality: "Holbek" })).rejects.toMatchObject(unknown);
  });

  it("a second process on the data folder is refused while this one has it, and nothing is lost", async () => {
    const second = await runCli(["serve", "--port", "0", "--data", data]);
    expect(second.code).toBe(1);
    expect(second.err).toContain(String(process.pid));
    expect(second.err).not.toContain("at ");
    const status = await runCli(["plan", "status", PLAN.plan, "--data", data, "--format", "json"]);
    expect(status.code).toBe(1);
    expect(JSON.parse(status.out)).toMatchObject({ ok: false, code: "data_folder_in_use" });
    expect(await begunOffers()).toBe(4);
  });

  it("a data folder can be copied when nobody has it open, and gives the same figures", async () => {
    await runtime.close();
    const copy = `${data}-copy`;
    cpSync(data, copy, { recursive: true });
    rmSync(data, { recursive: true });
    expect(existsSync(join(copy, "springbraet.lock"))).toBe(false);
    data = copy;
    await open();
    expect(await begunOffers()).toBe(4);
  });
});

async function* rowsThenFull(error: Error): AsyncIterable<string> {
  yield await Promise.resolve("");
  throw error;
}
