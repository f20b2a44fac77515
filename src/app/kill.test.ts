import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { describeNeeding } from "../platform/testing/needs.ts";
import { startPostgres, type ThrowAwayServer } from "../platform/testing/postgres-server.ts";
import { times } from "../platform/testing/times.ts";
import { layEmptyRecords } from "./testing/data-folder.ts";
import { killRounds, type Losses } from "./testing/kill-rounds.ts";

/** A few rounds prove the way; `npm run test:long` runs hundreds. */
const ROUNDS = times === 1 ? 2 : times;
const SEED = Number(process.env.SPRINGBRAET_SEED ?? 1);
vi.setConfig({ testTimeout: 240_000 + ROUNDS * 120_000, hookTimeout: 60_000 });

/** A server that says comments are stored and does not store them. */
const FAULT = new URL("testing/answers-without-storing.ts", import.meta.url).href;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "springbraet-kill-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function nothingLost(found: Losses, rounds: number): void {
  const { answered, ...losses } = found;
  expect(losses).toEqual({ lost: [], doubled: [], half: [], broken: [] });
  expect(answered.notes).toBeGreaterThan(rounds);
  expect(answered.loads).toBeGreaterThan(0);
  expect(answered.imports).toBeGreaterThan(0);
}

async function onServer(
  settings: Readonly<Record<string, string>>,
  work: (postgres: ThrowAwayServer, url: string) => Promise<void>,
): Promise<void> {
  const postgres = await startPostgres(settings);
  if (!postgres) throw new Error("PostgreSQL did not start");
  try {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query("create database killed");
    await client.end();
    const url = new URL(postgres.url);
    url.pathname = "killed";
    await work(postgres, url.href);
  } finally {
    await postgres.stop();
  }
}

describe("a server that is killed while people write and files are loaded and imported (ASK-34, ASK-36)", () => {
  it("has lost nothing that was answered, doubled nothing and left nothing half: embedded engine", async () => {
    await layEmptyRecords(join(folder, "data"));
    nothingLost(await killRounds({ place: { data: join(folder, "data") }, rounds: ROUNDS, seed: SEED }), ROUNDS);
  });
});

describeNeeding("postgres", "a server over PostgreSQL that is killed, or whose database is (ASK-34, ASK-36)", () => {
  const data = (): string => join(folder, "data");

  it("has lost nothing that was answered, doubled nothing and left nothing half", () =>
    onServer({ synchronous_commit: "on" }, async (_postgres, url) => {
      nothingLost(await killRounds({ place: { data: data(), url }, rounds: ROUNDS, seed: SEED }), ROUNDS);
    }));

  it("goes on by itself when the database has been killed and is back, and nothing is lost", () =>
    onServer({ synchronous_commit: "on" }, async (postgres, url) => {
      nothingLost(await killRounds({ place: { data: data(), url }, postgres, rounds: ROUNDS, seed: SEED }), ROUNDS);
    }));

  it("would be found out if it answered what it has not stored", () =>
    onServer({ synchronous_commit: "on" }, async (_postgres, url) => {
      const found = await killRounds({ place: { data: data(), url }, rounds: 1, seed: SEED, fault: FAULT });
      expect(found.lost.length).toBeGreaterThan(0);
    }));
});
