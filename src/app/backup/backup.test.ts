import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { writeDemo } from "../../demo/public.ts";
import { readBelief } from "../../platform/db/belief.ts";
import { type Database, inTenant, replaceBelief } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { emptyOnServer } from "../../platform/testing/databases.ts";
import { describeNeeding } from "../../platform/testing/needs.ts";
import { type Operations, operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import type { Runtime } from "../runtime-type.ts";
import { layEmptyRecords } from "../testing/data-folder.ts";
import { HAND_MADE } from "../testing/demo-desk.ts";
import { readArchive, verifyArchive } from "./archive.ts";
import { makeBackup } from "./make.ts";
import { restoreBackup } from "./restore.ts";

type Engine = Database["engine"];
type House = { readonly runtime: Runtime; readonly operations: Operations };
type Tables = Readonly<Record<string, readonly (readonly string[])[]>>;

const here = { municipality: "0370" };
const TODAY = "2022-01-15";
const PLAN = { plan: "holbaek-2020-21", asOf: "2021-06-30" };
/** Numbers of transactions: other records have others. */
const NUMBERS = ["recorded_by", "changed_by", "watermark"];

// The embedded engine is set up anew several times, which takes a busy machine a while.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let open: Runtime[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "springbraet-backup-"));
  open = [];
});
afterEach(async () => {
  for (const runtime of open) await runtime.close();
  rmSync(folder, { recursive: true, force: true });
});

async function placeFor(engine: Engine, name: string): Promise<{ data: string; url?: string }> {
  const data = join(folder, name);
  if (engine === "server") return { data, url: await emptyOnServer() };
  if (name === "source") await layEmptyRecords(data);
  return { data };
}

async function enter(place: { data: string; url?: string }): Promise<House> {
  const runtime = await openRuntime(place);
  open.push(runtime);
  return { runtime, operations: operationsOver(runtime, () => day(TODAY)) };
}

async function leave({ runtime }: House): Promise<void> {
  open = open.filter((one) => one !== runtime);
  await runtime.close();
}

/** The twelve hand-made citizens, corrected twice on one day, with a comment and a pinned snapshot. */
async function handMade({ runtime, operations }: House): Promise<void> {
  expect(await operations.load({ folder: HAND_MADE, ...here, synthetic: true })).toMatchObject({ ok: true });
  for (const name of ['æøå, "quoted"', "two\nlines", ""]) await correct(runtime, name);
  await note(runtime, "before the backup");
  await operations.snapshot({ name: "foer", ...here });
  expect((await operations.sealAccessLog(here)).sealed).toBeGreaterThan(0);
}

function correct(runtime: Runtime, name: string): Promise<void> {
  return inTenant(runtime.db, here, async (tx) => {
    const found = await sql<{ id: string }>`select id from citizens.citizens order by id limit 1`.execute(tx);
    const id = found.rows[0]?.id ?? "";
    const belief = await readBelief(tx, "citizens.citizens", id);
    if (!belief) throw new Error("nobody to correct");
    const change = { id, version: belief.version, today: TODAY, values: { name } };
    expect(await replaceBelief(tx, "citizens.citizens", change)).toMatchObject({ ok: true });
  });
}

function note(runtime: Runtime, body: string): Promise<unknown> {
  return inTenant(runtime.db, here, (tx) =>
    sql`insert into plan.notes (municipality, plan, goal, kind, body, author, role)
      values (platform.municipality(), 'p', 'g', 'comment', ${body}, 'a', 'analyst')`.execute(tx),
  );
}

/** Everything a backup holds, row by row, without the numbers of transactions. */
async function contents(file: string): Promise<Tables> {
  const { records } = await verifyArchive(file);
  const tables: Record<string, string[][]> = {};
  await readArchive(file, async (name, chunks) => {
    const table = records.tables.find((one) => name === `records/${one.name}.csv`);
    if (!table) return;
    const all: Buffer[] = [];
    for await (const chunk of chunks) all.push(chunk);
    const rows = parse(Buffer.concat(all), { relax_quotes: false, skip_empty_lines: true }) as string[][];
    const left = rows.map((row) => row.filter((_, at) => !NUMBERS.includes(table.columns[at] ?? "")));
    tables[table.name] = left.map((row) => row).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  });
  return tables;
}

const WAYS: readonly (readonly [Engine, Engine])[] = [
  ["embedded", "server"],
  ["server", "embedded"],
];

describeNeeding("postgres", "a backup made while people write, restored on the other engine (ASK-34)", () => {
  it.each(WAYS)(
    "from %s to %s holds every table as it was at one moment, and gives the same figures",
    async (from, to) => {
      const source = await enter(await placeFor(from, "source"));
      const demo = join(folder, "demo");
      writeDemo(demo, { municipality: "0316", seed: String(from.length), size: 0.01 });
      expect(await source.operations.load({ folder: demo, municipality: "0316", synthetic: true })).toMatchObject({
        ok: true,
      });
      await handMade(source);
      const figures = await source.operations.status(PLAN);
      let isOver = false;
      let written = 0;
      const writing = [1, 2, 3].map(async (writer) => {
        while (!isOver) {
          await note(source.runtime, `by ${writer} during the backup`);
          written += 1;
          // The embedded engine answers without letting anything else happen; people do not write like that.
          await new Promise((resolve) => setImmediate(resolve));
        }
      });
      const file = join(folder, "one.backup");
      const made = await makeBackup(source.runtime, { file }).finally(() => {
        isOver = true;
      });
      await Promise.all(writing);
      expect(made).toMatchObject({ snapshots: 1, missing: [], withKeys: false });
      expect(written).toBeGreaterThan(3);
      expect(readdirSync(folder).filter((name) => name.startsWith("one.backup"))).toEqual(["one.backup"]);
      await leave(source);

      const place = await placeFor(to, "restored");
      cpSync(join(folder, "source", "keys.json"), join(place.data, "keys.json"));
      expect(await restoreBackup(place, file)).toMatchObject({ rows: made.rows, tables: made.tables, snapshots: 1 });
      const restored = await enter(place);
      expect(restored.runtime.db.engine).toBe(to);
      const again = join(folder, "again.backup");
      await makeBackup(restored.runtime, { file: again });
      const [one, two] = [await contents(file), await contents(again)];
      expect(Object.keys(two)).toEqual(Object.keys(one));
      for (const [table, rows] of Object.entries(one)) expect([table, two[table]]).toEqual([table, rows]);
      expect(await restored.operations.status(PLAN)).toEqual(figures);
      for (const municipality of ["0316", "0370"]) {
        expect(await restored.operations.verify({ municipality })).toEqual([]);
        expect(await restored.operations.changedSnapshots({ municipality })).toEqual([]);
      }
      expect(
        restored.runtime
          .settings()
          .municipalities.map(({ code }) => code)
          .sort(),
      ).toEqual(["0316", "0370"]);
      await goesOn(restored);
    },
    400_000,
  );
});

function saysTheSame(one: Buffer, other: Buffer): boolean {
  try {
    return gunzipSync(one).equals(gunzipSync(other));
  } catch {
    return false;
  }
}

/** Work goes on: the same row can be corrected again that day, running numbers go on, and the warehouse reads only what is new. */
async function goesOn({ runtime, operations }: House): Promise<void> {
  const before = (await runtime.warehouse(here.municipality)).version;
  for (const name of ["after one", "after two"]) await correct(runtime, name);
  await runtime.recordsChanged(here.municipality);
  expect(await operations.verify(here)).toEqual([]);
  expect((await runtime.warehouse(here.municipality)).version).toBeGreaterThan(before);
  const entries = await inTenant(runtime.db, here, (tx) =>
    sql`insert into audit.access_log (municipality, who, role, action, purpose, keys, persons)
      values (platform.municipality(), 'a', 'analyst', 'x', 'x', '{}', 0)
      returning entry > (select max(entry) from audit.access_log) as later`.execute(tx),
  );
  expect(entries.rows).toEqual([{ later: true }]);
  expect(await operations.verifyAccessLog(here)).toMatchObject({ ok: true, faults: [] });
  await operations.sealAccessLog(here);
  expect(await operations.verifyAccessLog(here)).toMatchObject({ ok: true, faults: [], waiting: 0 });
}

describe("a backup", () => {
  let file: string;
  let source: House;
  let made: string;
  beforeAll(async () => {
    made = mkdtempSync(join(tmpdir(), "springbraet-backup-"));
    await layEmptyRecords(join(made, "source"));
    const runtime = await openRuntime({ data: join(made, "source") });
    source = { runtime, operations: operationsOver(runtime, () => day(TODAY)) };
    await handMade(source);
    await makeBackup(source.runtime, { file: join(made, "one.backup") });
  });
  afterAll(async () => {
    await source.runtime.close();
    rmSync(made, { recursive: true, force: true });
  });
  beforeEach(() => {
    file = join(folder, "one.backup");
    cpSync(join(made, "one.backup"), file);
  });
  const target = (): { data: string } => ({ data: join(folder, "target") });
  const refused = async (code: string): Promise<void> => {
    await expect(restoreBackup(target(), file)).rejects.toMatchObject({ code });
    expect(existsSync(target().data)).toBe(false);
  };

  it("that was cut short, or of which one bit has turned, anywhere, is refused before anything is touched", async () => {
    const whole = readFileSync(file);
    const step = Math.ceil(whole.length / 60);
    let turned = 0;
    for (let at = step; at < whole.length; at += step) {
      writeFileSync(file, whole.subarray(0, at));
      await expect(verifyArchive(file)).rejects.toMatchObject({ code: "backup_damaged" });
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 4;
      writeFileSync(file, bytes);
      // A few bits of a compressed file mean nothing: what it says is then the same.
      if (saysTheSame(bytes, whole)) continue;
      await expect(verifyArchive(file)).rejects.toMatchObject({ code: "backup_damaged" });
      turned += 1;
    }
    expect(turned).toBeGreaterThan(40);
    await refused("backup_damaged");
  });

  it("whose parts were exchanged behind its back is refused, also when the file itself is sound", async () => {
    const plain = gunzipSync(readFileSync(file));
    const at = plain.indexOf("before the backup");
    expect(at).toBeGreaterThan(0);
    plain.write("BEFORE", at);
    writeFileSync(file, gzipSync(plain));
    await refused("backup_damaged");
  });

  it("of a later program, or no backup at all, is refused with the way out", async () => {
    const plain = gunzipSync(readFileSync(file)).toString("latin1");
    writeFileSync(file, gzipSync(Buffer.from(plain.replace("springbraet backup 1", "springbraet backup 9"), "latin1")));
    await refused("backup_format");
    writeFileSync(file, gzipSync(Buffer.from(plain.replace("0001-create-roles", "0001-create-ROLES"), "latin1")));
    await refused("backup_newer");
    writeFileSync(file, "id,name\n1,Anna\n");
    await refused("backup_damaged");
    rmSync(file);
    await refused("no_such_file");
  });

  it("is neither written over another file nor restored over anything", async () => {
    await expect(makeBackup(source.runtime, { file })).rejects.toMatchObject({ code: "file_exists" });
    await expect(restoreBackup({ data: source.runtime.data }, file)).rejects.toMatchObject({
      code: "data_folder_in_use",
    });
    const used = join(folder, "used");
    cpSync(join(source.runtime.data, "springbraet.json"), join(used, "springbraet.json"));
    await expect(restoreBackup({ data: used }, file)).rejects.toMatchObject({ code: "folder_not_empty" });
    expect(readdirSync(used)).toEqual(["springbraet.json"]);
  });

  it("holds the keys only when asked, and a folder with its keys in place counts as empty", async () => {
    writeFileSync(join(source.runtime.data, "keys.json"), '{"secret":"SECRET-KEY"}');
    const apart = join(folder, "apart.backup");
    const inside = join(folder, "inside.backup");
    await makeBackup(source.runtime, { file: apart });
    await makeBackup(source.runtime, { file: inside, withKeys: true });
    expect(gunzipSync(readFileSync(apart)).includes("SECRET-KEY")).toBe(false);
    expect(gunzipSync(readFileSync(inside)).includes("SECRET-KEY")).toBe(true);
    expect(await restoreBackup(target(), inside)).toMatchObject({ withKeys: true });
    expect(readFileSync(join(target().data, "keys.json"), "utf8")).toContain("SECRET-KEY");
    const prepared = join(folder, "prepared");
    cpSync(join(target().data, "keys.json"), join(prepared, "keys.json"));
    expect(await restoreBackup({ data: prepared }, apart)).toMatchObject({ withKeys: false });
  });

  it("whose restore was cut short leaves a folder that nobody works on, and the same restore again makes it whole", async () => {
    await restoreBackup(target(), file);
    writeFileSync(join(target().data, "springbraet.restoring"), "");
    await expect(openRuntime(target())).rejects.toMatchObject({ code: "restore_unfinished" });
    await restoreBackup(target(), file);
    expect((await enter(target())).runtime.settings().municipalities).toHaveLength(1);
  });
});
