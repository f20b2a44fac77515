import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { makeDemo } from "../../src/app/cli/demo.ts";
import { openRuntime } from "../../src/app/runtime.ts";
import { type CitizenListAsk, citizenListAsk } from "../../src/citizens/contract.ts";
import { type Looking, listCitizens, readCitizen } from "../../src/citizens/public.ts";
import { insertNote } from "../../src/plan/public.ts";
import { inTenant } from "../../src/platform/db/public.ts";
import { day } from "../../src/platform/kernel/day.ts";
import type { Bench, Line, Postgres, Scene } from "../contract.ts";
import { startServer } from "../server/process.ts";
import { recorded, type Statement } from "./recorded.ts";
import { client, direct, type Spread, together, USERS } from "./users.ts";

const HERE = "0316";
const CONNECTIONS = 10;
const NOTES = "/api/v1/plans/holbaek-2020-21/goals/G-HO20-01/notes";
const SILENT = { format: "table", language: "en", line: () => undefined, complain: () => undefined } as const;
const LIST: CitizenListAsk = citizenListAsk.parse({ who: "all" });
const SEARCH: CitizenListAsk = citizenListAsk.parse({ who: "all", find: "An" });

/** The statements of each question, for the peer. */
type Peers = Readonly<Record<"list" | "record" | "search" | "write", readonly Statement[]>>;

/** 200 people at once on PostgreSQL, with session, fence, scope and log; beside the same SQL by node-postgres without them. */
export const operations: Bench = {
  name: "operations",
  run: async (scene) => {
    const about = `${USERS} users at once on PostgreSQL: median, p95, longest; the server, its clients and the database on the same cores`;
    const postgres = await scene.postgres();
    if (!postgres) return { name: "operations", about: "no PostgreSQL on this machine", lines: [] };
    const data = mkdtempSync(join(scene.folder, "operations-"));
    try {
      return { name: "operations", about, lines: await measured(scene, { ...(await databaseOf(postgres)), data }) };
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  },
};

type Place = { readonly url: string; readonly unfenced: string; readonly data: string };

/** A database of its own, and its address as the server's administrator, whom no fence holds. */
async function databaseOf({ client: owner, url }: Postgres): Promise<Pick<Place, "url" | "unfenced">> {
  const name = `operations_${process.pid}`;
  await owner.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = name;
  const unfenced = new URL(own);
  unfenced.username = "dba";
  return { url: own.href, unfenced: unfenced.href };
}

async function measured(scene: Scene, { url, unfenced, data }: Place): Promise<readonly Line[]> {
  await makeDemo({ data, url }, { municipality: HERE, seed: "1", size: scene.quick ? 0.02 : 1 }, SILENT);
  await analyze(url);
  const { citizen, peers } = await peersOf(data, url);
  const server = await startServer(data, "/api/v1/session", {
    DATABASE_URL: url,
    SPRINGBRAET_REQUESTS_PER_MINUTE: "100000",
    SPRINGBRAET_LOG_LEVEL: "info",
  });
  const peer = direct(unfenced, CONNECTIONS);
  const { ask, close } = client(server.url, await managerOf(server.url));
  const forMs = scene.quick ? 200 : 10_000;
  try {
    const asks = {
      list: () => ask({ method: "POST", path: "/api/v1/citizens/list", body: LIST }),
      record: () => ask({ method: "GET", path: `/api/v1/citizens/${citizen}` }),
      search: () => ask({ method: "POST", path: "/api/v1/citizens/list", body: SEARCH }),
      write: () => ask({ method: "POST", path: NOTES, body: { kind: "comment", text: "Målt" } }),
    };
    const lines: Line[] = [];
    for (const what of ["list", "record", "search", "write"] as const) {
      const ours = await together(forMs, asks[what]);
      const theirs = await together(forMs, () => peer.run(peers[what]));
      lines.push(lineOf(what, { ours, theirs, statements: peers[what].length }));
    }
    return lines;
  } finally {
    close();
    await peer.close();
    await server.stop();
  }
}

function lineOf(what: string, found: { ours: Spread; theirs: Spread; statements: number }): Line {
  const { ours, theirs, statements } = found;
  return {
    what,
    times: ours.times,
    against: { "p95 of the same SQL": theirs.p95 / ours.p95 },
    note: `${Math.round(ours.perSecond)} a second, SQL alone ${Math.round(theirs.perSecond)}; ${statements} statements`,
  };
}

/** Writes down the statements of each question, once. */
async function peersOf(data: string, url: string): Promise<{ readonly citizen: string; readonly peers: Peers }> {
  const runtime = await openRuntime({ data, url, env: {} });
  try {
    const tenant = { municipality: HERE };
    const who: Looking = {
      municipality: HERE,
      user: { label: "bench", role: "manager" },
      reveals: "all",
      writes: "all",
      on: day("2021-06-30"),
      today: day("2021-07-01"),
      keyring: runtime.keyring,
      mayLeave: (_tx, citizens) => Promise.resolve(citizens),
    };
    const note = {
      plan: "holbaek-2020-21",
      goal: "G-HO20-01",
      kind: "comment",
      body: "Målt",
      author: "bench",
      role: "manager",
    } as const;
    const [first] = (await inTenant(runtime.db, tenant, (tx) => listCitizens(tx, LIST, who))).rows;
    const citizen = first?.id ?? "";
    const look = { who, others: () => Promise.resolve([]), isRestricted: () => Promise.resolve(false) };
    const list = await recorded(runtime.db, (db) => inTenant(db, tenant, (tx) => listCitizens(tx, LIST, who)));
    const record = await recorded(runtime.db, (db) => inTenant(db, tenant, (tx) => readCitizen(tx, citizen, look)));
    const search = await recorded(runtime.db, (db) => inTenant(db, tenant, (tx) => listCitizens(tx, SEARCH, who)));
    const write = await recorded(runtime.db, (db) => inTenant(db, tenant, (tx) => insertNote(tx, note)));
    return { citizen, peers: { list, record, search, write } };
  } finally {
    await runtime.close();
  }
}

async function analyze(url: string): Promise<void> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  await connection.query("vacuum analyze");
  await connection.end();
}

async function managerOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-springbraet": "1" },
    body: JSON.stringify({ role: "manager", municipality: HERE }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!answer.ok || !cookie) throw new Error(`the server gave no session: ${answer.status}`);
  return cookie;
}
