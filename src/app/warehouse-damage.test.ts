import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { figure } from "../plan/public.ts";
import type { Problem } from "../platform/http/public.ts";
import { day } from "../platform/kernel/day.ts";
import { emptyOnServer } from "../platform/testing/databases.ts";
import { describeNeeding } from "../platform/testing/needs.ts";
import { openDuck } from "../platform/warehouse/duck.ts";
import { type Deviation, rebuildWarehouse, verifyWarehouse, writeSnapshot } from "../platform/warehouse/public.ts";
import { examine } from "./doctor.ts";
import { countedFacts } from "./facts.ts";
import { type Operations, operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import type { Runtime } from "./runtime-type.ts";
import { serve } from "./server/serve.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { runCli } from "./testing/run-cli.ts";
import { visitorAs } from "./testing/visitor.ts";
import { vocabulary } from "./vocabulary.ts";
import { openSound } from "./warehouse-file.ts";
import { warehouseKeeper } from "./warehouse-keeper.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

const OFFERS = "measure: persons\nof: offers\ncounted: begun\nwindow: {since: 2021-01-01}\n";
const AS_OF = day("2021-03-31");
const RIGHT = { "0316": 4, "0370": 1 } as const;
type Code = keyof typeof RIGHT;
const BEING_BUILT = { code: "figures_being_built" };
const today = () => day("2021-04-15");
/** The bytes of a DuckDB file before its first block, three headers, and of a block. */
const HEADERS = 3 * 4096;
const BLOCK = 262_144;
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** The records stay open; each test has a folder of warehouse files of its own, and what looks after them. */
let records: string;
let runtime: Runtime;
let operations: Operations;
let data: string;
let keeper: ReturnType<typeof warehouseKeeper>;

const fileOf = (municipality: string): string => join(data, "warehouse", `${municipality}.duckdb`);

const open = (): void => {
  keeper = warehouseKeeper(runtime.db, data, { log: SILENT });
};

async function begun(municipality: Code = "0316", kept = keeper): Promise<number | null> {
  const { open: warehouse } = await kept.fresh(municipality);
  const base = { facts: countedFacts, vocabulary, municipality, plan: null, knownAt: null };
  const source = { ...base, run: warehouse.run, coverage: warehouse.coverage };
  const found = await figure(OFFERS, { source, asOf: AS_OF });
  return found.ok ? found.result.value : Number.NaN;
}

/** Is the file what the records say, row by row? */
async function deviations(municipality: Code = "0316"): Promise<readonly Deviation[]> {
  const { open: warehouse } = await keeper.fresh(municipality);
  const scratch = join(data, `verify-${Math.random()}.duckdb`);
  return await verifyWarehouse(warehouse, { scratch, facts: countedFacts, feed: keeper.feed(municipality) });
}

/** Næstved's records: the hand-made ones with one person's offers only. */
async function loadTheOther(into: Operations): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "springbraet-files-"));
  cpSync(HAND_MADE, folder, { recursive: true });
  const [head = "", ...rows] = readFileSync(join(folder, "offers.csv"), "utf8").trim().split("\n");
  const kept = rows.filter((row) => row.startsWith("t01,") || row.startsWith("t02,"));
  writeFileSync(join(folder, "offers.csv"), `${[head, ...kept].join("\n")}\n`);
  expect(await into.load({ folder, municipality: "0370" })).toMatchObject({ ok: true });
  rmSync(folder, { recursive: true, force: true });
}

beforeAll(async () => {
  records = mkdtempSync(join(tmpdir(), "springbraet-test-"));
  runtime = await openRuntime({ data: records });
  operations = operationsOver(runtime, today);
  expect(await operations.load({ folder: HAND_MADE, municipality: "0316" })).toMatchObject({ ok: true });
  await loadTheOther(operations);
  data = records;
  open();
  expect([await begun("0316"), await begun("0370")]).toEqual([RIGHT["0316"], RIGHT["0370"]]);
  await keeper.close();
});

afterAll(async () => {
  await runtime.close();
  rmSync(records, { recursive: true, force: true });
});

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "springbraet-test-"));
  cpSync(join(records, "warehouse"), join(data, "warehouse"), { recursive: true });
});

afterEach(async () => {
  await keeper.close();
  rmSync(data, { recursive: true, force: true });
});

/** Where in its file the rows of a fact stand. */
async function blockOf(fact: string): Promise<number> {
  const copy = join(data, "copy.duckdb");
  cpSync(join(records, "warehouse", "0316.duckdb"), copy);
  const duck = await openDuck(copy);
  const [found] = await duck.run(
    `SELECT min(block_id) AS block FROM pragma_storage_info('records.${fact}') WHERE block_id >= 0`,
  );
  duck.close();
  rmSync(copy);
  expect(found?.block).toBeGreaterThanOrEqual(0);
  return HEADERS + Number(found?.block) * BLOCK;
}

/** What a bad disk gives back: other bytes than were written, in a file that may be open. */
async function overwrite(path: string, fact = "offers"): Promise<void> {
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(BLOCK, 7), 0, BLOCK, await blockOf(fact));
  closeSync(file);
}

/** The figure, or the honest answer that there is none yet: then, and always at last, the right one. */
async function honest(): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let tries = 0; tries < 3; tries += 1) {
    const answer = await begun().catch((error: Error & { code?: string }) => error.code ?? error.message);
    answers.push(String(answer));
    if (answer === RIGHT["0316"]) break;
  }
  return answers;
}

const HONEST = [[String(RIGHT["0316"])], ["figures_being_built", String(RIGHT["0316"])]];

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0x10;
  writeFileSync(path, bytes);
}

describe("a warehouse file that is damaged while nobody has it open", () => {
  const damages: Readonly<Record<string, (path: string) => void | Promise<void>>> = {
    "is missing": (path) => rmSync(path),
    "is missing, and its log of changes is not": (path) => {
      rmSync(path);
      writeFileSync(`${path}.wal`, "left behind");
    },
    "is empty": (path) => truncateSync(path, 0),
    "is cut short in its headers": (path) => truncateSync(path, 5000),
    "is cut short in its blocks": (path) => truncateSync(path, HEADERS + 1000),
    "is cut short by a few bytes": (path) => truncateSync(path, statSync(path).size - 10),
    "is a text": (path) => writeFileSync(path, "not a warehouse"),
    "is another program's": (path) => writeFileSync(path, "SQLite format 3\0".padEnd(50_000, "x")),
    "is a folder": (path) => {
      rmSync(path);
      mkdirSync(join(path, "inside"), { recursive: true });
    },
    "is a DuckDB file without our tables": async (path) => {
      rmSync(path);
      const duck = await openDuck(path);
      await duck.execute("CREATE TABLE something (n INTEGER)");
      duck.close();
    },
    "has tables of another shape": async (path) => {
      const duck = await openDuck(path);
      await duck.execute("ALTER TABLE records.offers DROP COLUMN kind");
      duck.close();
    },
    "has rows and no watermark": async (path) => {
      const duck = await openDuck(path);
      await duck.execute("DELETE FROM feed.watermark");
      duck.close();
    },
    "is another municipality's": (path) => cpSync(path.replace("0316", "0370"), path),
    "has a log of changes that is none": (path) => writeFileSync(`${path}.wal`, "nonsense".repeat(100)),
  };
  for (const [name, damage] of Object.entries(damages)) {
    it(`and ${name}: is built anew, and the figures are right`, async () => {
      await damage(fileOf("0316"));
      open();
      expect(await begun()).toBe(RIGHT["0316"]);
      expect(await deviations()).toEqual([]);
      expect(await begun("0370")).toBe(RIGHT["0370"]);
    });
  }

  it("and flipped in any one bit: a figure is right or honestly not there, never wrong", async () => {
    const path = fileOf("0316");
    const sound = readFileSync(path);
    const seen = new Set<number>();
    const property = fc.asyncProperty(fc.nat(sound.length - 1), async (at) => {
      writeFileSync(path, sound);
      flip(path, at);
      open();
      const answers = await honest();
      seen.add(answers.length);
      expect(HONEST).toContainEqual(answers);
      await keeper.close();
    });
    await fc.assert(property, { numRuns: 60, seed: 16, examples: [[await blockOf("offers")]], endOnFailure: true });
    // Both happened: a flip that was met by the question, and one that was met when the file was opened or not at all.
    expect([...seen].sort()).toEqual([1, 2]);
  });

  it("and overwritten where its rows are: said by the question that meets it, and built anew in the background", async () => {
    await overwrite(fileOf("0316"));
    open();
    expect(await honest()).toEqual(HONEST[1]);
    expect(await deviations()).toEqual([]);
  });
});

describe("a warehouse file that is damaged while it is open", () => {
  beforeEach(open);

  it("is noticed by the question that meets it: no figure, then the right one; others are not disturbed", async () => {
    const { open: warehouse, version } = await keeper.fresh("0316");
    await overwrite(fileOf("0316"));
    const met = await Promise.allSettled([
      begun(),
      begun(),
      begun("0370"),
      warehouse.run("SELECT * FROM records.offers"),
    ]);
    expect(met[2]).toEqual({ status: "fulfilled", value: RIGHT["0370"] });
    expect(met[3]).toMatchObject({ status: "rejected", reason: BEING_BUILT });
    for (const answer of met.slice(0, 2))
      if (answer.status === "fulfilled") expect(answer.value).toBe(RIGHT["0316"]);
      else expect(answer.reason).toMatchObject(BEING_BUILT);
    await expect(warehouse.run("SELECT 1 AS n")).rejects.toMatchObject(BEING_BUILT);
    expect(await begun()).toBe(RIGHT["0316"]);
    expect(await deviations()).toEqual([]);
    expect((await keeper.fresh("0316")).version).not.toBe(version);
  });

  it("leaves nothing half when a snapshot meets it", async () => {
    const { open: warehouse } = await keeper.fresh("0316");
    await overwrite(fileOf("0316"));
    const folder = join(data, "halv");
    await expect(writeSnapshot(warehouse, folder, countedFacts)).rejects.toMatchObject(BEING_BUILT);
    expect(readdirSync(data).filter((name) => name.startsWith("halv"))).toEqual([]);
  });

  it("can be replaced while it is read, and its end takes nothing from the file in its place", async () => {
    const path = fileOf("0316");
    const old = await openSound(path, () => undefined);
    await old?.warehouse.execute("INSERT INTO feed.watermark VALUES ('only in the log of changes')");
    await rebuildWarehouse(path, countedFacts, keeper.feed("0316"));
    const present = await openSound(path, () => undefined);
    await present?.warehouse.execute("CREATE TABLE here (n INTEGER)");
    await old?.abandon();
    // What a killed process leaves: the files as they are now.
    const left = join(data, "left.duckdb");
    for (const ending of ["", ".wal"]) cpSync(`${path}${ending}`, `${left}${ending}`);
    present?.warehouse.close();
    const duck = await openDuck(left);
    expect(await duck.run("SELECT * FROM here")).toEqual([]);
    duck.close();
  });
});

describe("a running program whose warehouse file is damaged", () => {
  let running: Runtime;
  beforeEach(() => {
    open();
    cpSync(records, join(data, "all"), { recursive: true, filter: (path) => !path.endsWith("springbraet.lock") });
  });

  it("is told by the doctor, who says that it is being built, and has it mended when asked", async () => {
    running = await openRuntime({ data: join(data, "all") });
    const desk = { ...operationsOver(running, today), runtime: running };
    const path = (municipality: string) => join(data, "all", "warehouse", `${municipality}.duckdb`);
    const said = async (repair: boolean) =>
      (await examine(desk, { repair })).findings.filter(({ check }) => check === "warehouse").map((one) => one.said);
    await running.warehouse("0316");
    await overwrite(path("0316"));
    expect(await said(false)).toEqual(["warehouseBuilding", "warehouseEqual"]);
    expect(await said(false)).toEqual(["warehouseEqual", "warehouseEqual"]);
    await overwrite(path("0370"));
    await overwrite(path("0316"));
    await running.close();
    const verify = ["warehouse", "verify", "--municipality", "0316", "--data", join(data, "all"), "--language", "en"];
    const first = await runCli(verify);
    expect([first.code, first.err]).toEqual([1, expect.stringContaining("being made ready anew from the records")]);
    expect((await runCli(verify)).code).toBe(0);
    running = await openRuntime({ data: join(data, "all") });
    Object.assign(desk, operationsOver(running, today), { runtime: running });
    expect(await said(true)).toEqual(["warehouseEqual", "warehouseFileRebuilt"]);
    expect(await said(true)).toEqual(["warehouseEqual", "warehouseEqual"]);
    await running.close();
  });
});

describeNeeding("postgres", "while a warehouse is built on a server", () => {
  it("figures say that they are being built, within a bound; it is built on meanwhile, and then they are there", async () => {
    open();
    const place = { data: join(data, "server"), url: await emptyOnServer() };
    const loading = await openRuntime(place);
    const { load } = operationsOver(loading, today);
    await load({ folder: HAND_MADE, municipality: "0316", synthetic: true });
    await loading.close();
    const served = await serve({ place, today, port: 0, host: "127.0.0.1", env: { SPRINGBRAET_ANSWER_SECONDS: "4" } });
    const blocker = new pg.Client({ connectionString: place.url });
    await blocker.connect();
    try {
      await blocker.query("begin; lock table offers.offers in access exclusive mode");
      const analyst = await visitorAs(served.url, "analyst");
      const goals = "/plans/holbaek-2020-21/status?asOf=2021-03-31";
      const answers = await Promise.all([analyst.get<Problem>(goals), analyst.get<Problem>("/about")]);
      for (const { status, body, headers } of answers) {
        expect([status, body.code]).toEqual([503, "figures_being_built"]);
        expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
        expect(body.detail.da).toContain("gjort klar på ny");
      }
      expect((await analyst.get("/session")).status).toBe(200);
      await blocker.query("rollback");
      await expect.poll(async () => (await analyst.get(goals)).status, { timeout: 60_000, interval: 200 }).toBe(200);
    } finally {
      await blocker.end();
      await served.close();
    }
  });

  it("a file of another database is noticed though its transactions have lower numbers", async () => {
    const other = await openRuntime({ data: join(data, "other"), url: await emptyOnServer() });
    try {
      const into = operationsOver(other, today);
      await into.load({ folder: HAND_MADE, municipality: "0316" });
      const first = warehouseKeeper(other.db, join(data, "first"), { log: SILENT });
      keeper = first;
      expect(await begun("0316")).toBe(4);
      await first.close();
      const newer = await openRuntime({ data: join(data, "newer"), url: await emptyOnServer() });
      await loadTheOther(operationsOver(newer, today));
      await operationsOver(newer, today).load({ folder: HAND_MADE, municipality: "0316" });
      keeper = warehouseKeeper(newer.db, join(data, "second"), { log: SILENT });
      cpSync(join(data, "first"), join(data, "second"), { recursive: true });
      cpSync(join(data, "first", "warehouse", "0316.duckdb"), join(data, "second", "warehouse", "0370.duckdb"));
      expect([await begun("0370"), await begun("0316")]).toEqual([RIGHT["0370"], RIGHT["0316"]]);
      await keeper.close();
      await newer.close();
    } finally {
      await other.close();
    }
  });
});
