import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inTenant } from "../platform/db/public.ts";
import type { Problem } from "../platform/http/public.ts";
import { day } from "../platform/kernel/day.ts";
import { describeNeeding } from "../platform/testing/needs.ts";
import { startPostgres } from "../platform/testing/postgres-server.ts";
import { type SmallDisk, smallDisk } from "../platform/testing/small-disk.ts";
import { operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import { type Served, serve } from "./server/serve.ts";
import { layEmptyRecords } from "./testing/data-folder.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { visitorAs } from "./testing/visitor.ts";
import { notesAt } from "./testing/writers.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const NOTES = "/plans/holbaek-2020-21/goals/G-HO20-04/notes";
const LARGE_CHANGE = fileURLToPath(new URL("../platform/db/testing/one-large-change.ts", import.meta.url));
const MEGABYTES = 640;
/** What the embedded engine wants free before it begins anything. */
const ROOM_KIB = 48 * 1024;
/** More than fits in what is left, so that something is refused. */
const MOST_NOTES = 400;
const today = () => day("2022-01-15");

type Place = { readonly data: string; readonly url?: string };

async function loaded(place: Place): Promise<Place> {
  const runtime = await openRuntime(place);
  const done = await operationsOver(runtime, today).load({ folder: HAND_MADE, municipality: "0316", synthetic: true });
  expect(done).toMatchObject({ ok: true });
  await runtime.close();
  return place;
}

function served(place: Place): Promise<Served> {
  return serve({ place, today, port: 0, host: "127.0.0.1", env: { SPRINGBRAET_REQUESTS_PER_MINUTE: "100000" } });
}

/** A program of its own that writes more in one statement than there is room for. */
function runLargeChange(data: string): Promise<{ readonly signal: string | null; readonly said: string }> {
  const child = spawn(process.execPath, [LARGE_CHANGE, data], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (said += String(text)));
  return new Promise((resolve) => child.once("close", (_code, signal) => resolve({ signal, said })));
}

/** People write until they are refused; with room again they go on, and what was refused can be sent again. */
async function writesThroughAFullDisk(url: string, disk: SmallDisk, leaveKib: number): Promise<void> {
  const analyst = await visitorAs(url, "analyst");
  disk.fill(leaveKib);
  const answered: string[] = [];
  const note = (text: string, key: string) => analyst.send<Problem>("POST", NOTES, { kind: "comment", text }, key);
  const refused = { text: "", key: "" };
  while (refused.text === "" && answered.length < MOST_NOTES) {
    const [text, key] = [randomBytes(1_900).toString("hex"), randomUUID()];
    const { status, body } = await note(text, key);
    if (status === 200) answered.push(text);
    else {
      expect(body).toMatchObject({ status: 503, code: "disk_full" });
      Object.assign(refused, { text, key });
    }
  }
  expect(refused.text).not.toBe("");
  disk.empty();
  for (const _ of [1, 2]) expect((await note(refused.text, refused.key)).status).toBe(200);
  const there = (await notesAt(url)).map(({ text }) => text);
  expect(there.toSorted()).toEqual([...answered, refused.text].toSorted());
}

describeNeeding("small-disk", "when the disk is full (ASK-34)", () => {
  let disk: SmallDisk;
  let server: Served | null = null;
  beforeEach(() => {
    disk = smallDisk(MEGABYTES);
  });
  afterEach(async () => {
    try {
      await server?.close();
    } finally {
      server = null;
      disk.unmount();
    }
  });

  describe("under the embedded engine", () => {
    const place = async (): Promise<Place> => {
      const data = join(disk.folder, "data");
      mkdirSync(data);
      await layEmptyRecords(data);
      return loaded({ data });
    };

    it("what was answered is there, what was refused can be sent again, once", async () => {
      server = await served(await place());
      await writesThroughAFullDisk(server.url, disk, ROOM_KIB + 100);
    });

    it("in the middle of one large change, the program ends rather than stands still, and only that change is gone", async () => {
      const { data } = await place();
      server = await served({ data });
      const analyst = await visitorAs(server.url, "analyst");
      expect((await analyst.send("POST", NOTES, { kind: "comment", text: "before it" })).status).toBe(200);
      await server.close();
      // Opening takes some of it too.
      disk.fill(ROOM_KIB * 2);
      const { signal, said } = await runLargeChange(data);
      expect(said).toMatch(/Disken løb fuld/);
      expect(signal).toBe("SIGKILL");
      disk.empty();
      server = await served({ data });
      expect((await notesAt(server.url)).map(({ text }) => text)).toEqual(["before it"]);
    });

    it("before it starts, it says so and starts nothing", async () => {
      const { data } = await place();
      disk.fill(1024);
      await expect(openRuntime({ data })).rejects.toMatchObject({ code: "disk_full" });
      disk.empty();
      await (await openRuntime({ data })).close();
    });

    it("a load that does not fit leaves nothing of itself", async () => {
      const runtime = await openRuntime(await place());
      const folder = join(disk.folder, "files");
      mkdirSync(folder);
      const rows = Array.from(
        { length: 60_000 },
        (_, n) => `x${n},2020-01-01,,${randomBytes(40).toString("hex")},,0316,5,`,
      );
      writeFileSync(
        join(folder, "companies.csv"),
        ["id,first_day,last_day,name,cvr,municipality_code,employees,industry", ...rows, ""].join("\n"),
      );
      disk.fill(ROOM_KIB + 1024);
      const operations = operationsOver(runtime, today);
      await expect(operations.load({ folder, municipality: "0316", synthetic: true })).rejects.toThrow();
      disk.empty();
      const companies = await inTenant(runtime.db, { municipality: "0316" }, (tx) =>
        sql<{ rows: number }>`select count(*)::integer as rows from companies.companies where id like 'x%'`.execute(tx),
      );
      expect(companies.rows[0]?.rows).toBe(0);
      await runtime.close();
    });
  });

  describeNeeding("postgres", "under a PostgreSQL server", () => {
    it("what was answered is there, what was refused can be sent again, once", async () => {
      const postgres = await startPostgres({ synchronous_commit: "on" }, disk.folder);
      if (!postgres) throw new Error("PostgreSQL did not start");
      try {
        const client = new pg.Client({ connectionString: postgres.url });
        await client.connect();
        await client.query("create database full_up");
        await client.end();
        const url = Object.assign(new URL(postgres.url), { pathname: "full_up" }).href;
        server = await served(await loaded({ data: join(disk.folder, "data"), url }));
        await writesThroughAFullDisk(server.url, disk, 40);
        await server.close();
        server = null;
      } finally {
        await postgres.stop();
      }
    });
  });
});
