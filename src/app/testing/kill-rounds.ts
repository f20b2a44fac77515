import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { inTenant } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import type { ThrowAwayServer } from "../../platform/testing/postgres-server.ts";
import { operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import { HAND_MADE } from "./demo-desk.ts";
import { IMPORTED, importer } from "./importer.ts";
import { type ServedProcess, serveProcess } from "./served.ts";
import { COMPANIES, loader, notesAt, writer } from "./writers.ts";

/** What to kill how often. */
export type Rounds = {
  readonly place: { readonly data: string; readonly url?: string };
  /** Killed instead of our own server, when given. */
  readonly postgres?: ThrowAwayServer;
  readonly rounds: number;
  /** A module that plants a fault in the server that is killed. */
  readonly fault?: string;
  /** The same seed kills at the same moments. */
  readonly seed: number;
};

/** What did not hold; all empty when nothing was lost. */
export type Losses = {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly half: readonly string[];
  readonly broken: readonly string[];
  /** How much was written and answered, so that nobody is content with nothing. */
  readonly answered: { readonly notes: number; readonly loads: number; readonly imports: number };
};

const MUNICIPALITY = "0316";
const WRITERS = 4;
const UNDER_WAY_MS = 30_000;
const SPREAD_MS = 1_200;

/**
 * Round by round: people write and files are loaded and imported, something is killed at a moment of chance, it starts again, everybody sends again what was not
 * answered, and everything that was answered must be there once, whole.
 */
export async function killRounds({ place, postgres, rounds, seed, fault }: Rounds): Promise<Losses> {
  await prepare(place);
  const files = join(place.data, "..", "files");
  mkdirSync(files, { recursive: true });
  const writers = Array.from({ length: WRITERS }, (_, n) => writer(`writer ${n}`));
  const loading = loader(place.data, files, MUNICIPALITY);
  const importing = importer();
  const chance = randomFrom(seed);
  const found = { lost: [] as string[], doubled: [] as string[], broken: [] as string[] };
  let server = await serveProcess(place, fault ? { ...ENV, NODE_OPTIONS: `--import=${fault}` } : ENV);
  try {
    for (let round = 1; round <= rounds; round++) {
      const { url } = server;
      const working = [...writers.map((one) => one.write(url)), loading.load(url), importing.work(url)];
      await someAnswered(() => writers.reduce((sum, one) => sum + one.answered.size, 0));
      await new Promise((resolve) => setTimeout(resolve, chance() * SPREAD_MS));
      server = await killed(server, place, postgres);
      await Promise.all(working);
      for (const one of [...writers, loading, importing]) await one.sendAgain(server.url);
      const answered = new Map(writers.flatMap((one) => [...one.answered]));
      await compare(server.url, answered, found);
      found.broken.push(...(await brokenAt(server.url, place.data)).map((what) => `round ${round}: ${what}`));
    }
  } finally {
    await server.stop();
  }
  const half = [
    ...loading.half,
    ...importing.half,
    ...(await halfFiles(place, { named: "load-%", companies: COMPANIES, answered: loading.answered }, found.lost)),
    ...(await halfFiles(place, { named: "import-%", companies: IMPORTED, answered: importing.answered }, found.lost)),
  ];
  const notes = writers.reduce((sum, one) => sum + one.answered.size, 0);
  return { ...found, half, answered: { notes, loads: loading.answered.length, imports: importing.answered.length } };
}

/** A job is taken from a process that died as soon as the settings let it. */
const ENV = { SPRINGBRAET_TODAY: "2022-01-15", SPRINGBRAET_LEASE_SECONDS: "3" };

async function prepare(place: Rounds["place"]): Promise<void> {
  const runtime = await openRuntime(place);
  try {
    const operations = operationsOver(runtime, () => day("2022-01-15"));
    const loaded = await operations.load({ folder: HAND_MADE, municipality: MUNICIPALITY, synthetic: true });
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  } finally {
    await runtime.close();
  }
}

/** The server that answers after the kill: a new one, or the same one over a database that came back. */
async function killed(
  server: ServedProcess,
  place: Rounds["place"],
  postgres: ThrowAwayServer | undefined,
): Promise<ServedProcess> {
  if (!postgres) {
    await server.kill();
    return serveProcess(place, ENV);
  }
  await postgres.crash();
  await postgres.startAgain();
  return server;
}

/** Waits until work is under way: some of it was answered. */
async function someAnswered(count: () => number): Promise<void> {
  const before = count();
  const until = Date.now() + UNDER_WAY_MS;
  while (count() < before + WRITERS && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function compare(
  url: string,
  answered: ReadonlyMap<string, string>,
  found: { readonly lost: string[]; readonly doubled: string[] },
): Promise<void> {
  const there = Map.groupBy(await notesAt(url), ({ text }) => text);
  for (const [text, id] of answered) {
    const notes = there.get(text) ?? [];
    if (!notes.some((note) => note.id === id)) found.lost.push(text);
    if (notes.length > 1) found.doubled.push(text);
  }
}

/** What is not in order after a restart: the warehouse against the records, and the chain of the access log. */
async function brokenAt(url: string, data: string): Promise<readonly string[]> {
  const { token } = JSON.parse(readFileSync(join(data, "springbraet.lock"), "utf8")) as { token: string };
  const ask = async (operation: string): Promise<unknown> => {
    const answer = await fetch(`${url}/api/v1/local/${operation}`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, "x-springbraet": "1" },
      body: JSON.stringify({ municipality: MUNICIPALITY }),
    });
    return ((await answer.json()) as { result: unknown }).result;
  };
  const { deviations } = (await ask("verify")) as { deviations: readonly unknown[] };
  await ask("sealLog");
  const log = (await ask("verifyLog")) as { ok: boolean; faults: readonly unknown[] };
  return [
    ...deviations.map((one) => `the warehouse deviates: ${JSON.stringify(one)}`),
    ...(log.ok ? [] : [`the access log is not whole: ${JSON.stringify(log.faults)}`]),
  ];
}

type Files = { readonly named: string; readonly companies: number; readonly answered: readonly number[] };

/** Files that left some of their rows only; those that were answered and left none are lost. */
async function halfFiles(
  place: Rounds["place"],
  { named, companies, answered }: Files,
  lost: string[],
): Promise<readonly string[]> {
  const runtime = await openRuntime(place);
  try {
    const { rows } = await inTenant(runtime.db, { municipality: MUNICIPALITY }, (tx) =>
      sql<{ employees: number; rows: number }>`select employees, count(*)::integer as rows from companies.companies
        where id like ${named} group by employees`.execute(tx),
    );
    lost.push(
      ...answered.filter((one) => !rows.some(({ employees }) => employees === one)).map((one) => `${named} ${one}`),
    );
    return rows.filter((row) => row.rows !== companies).map((row) => `${named} ${row.employees}: ${row.rows} rows`);
  } finally {
    await runtime.close();
  }
}

/** Numbers between 0 and 1 that a seed decides (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
