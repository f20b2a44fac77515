import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { makeDemo } from "../../src/app/cli/demo.ts";
import { openRuntime } from "../../src/app/runtime.ts";
import { othersOf } from "../../src/app/server/routes/citizens.ts";
import {
  type CitizenListAsk,
  type CitizenRecord,
  type Correction,
  citizenListAsk,
} from "../../src/citizens/contract.ts";
import { correct, type Looking, listCitizens, readCitizen } from "../../src/citizens/public.ts";
import { type DayLooking, myDayAsk, readMyDay } from "../../src/duties/public.ts";
import { type Database, inTenant, type Tx } from "../../src/platform/db/public.ts";
import { day } from "../../src/platform/kernel/day.ts";
import { everybodyRestricted } from "../../src/privacy/public.ts";
import type { Bench, Line, Postgres, Scene } from "../contract.ts";
import { startServer } from "../server/process.ts";
import { recorded, type Statement } from "./recorded.ts";
import { type Ask, client, direct, type Spread, together, USERS } from "./users.ts";

const HERE = "0316";
const CONNECTIONS = 10;
const SILENT = { format: "table", language: "en", line: () => undefined, complain: () => undefined } as const;
const LIST: CitizenListAsk = citizenListAsk.parse({ who: "all" });
const SEARCH: CitizenListAsk = citizenListAsk.parse({ who: "all", find: "borger 0001" });

/** What is asked. My day is that of one caseworker each, as a manager opens it. */
const ASKED = ["list", "record", "search", "my day", "write"] as const;

/** The statements of each question, for the peer; of a correction for each citizen, so that the peer's users do not wait for each other either. */
type Peers = Readonly<Record<(typeof ASKED)[number], readonly (readonly Statement[])[]>>;

const ADDRESS = { address: "Målevej 1", postcode: "4300", town: "Holbæk", phone: "", mail: "" };

/** 200 people at once on PostgreSQL, with session, fence, scope and log; beside the same SQL by node-postgres without them. */
export const operations: Bench = {
  name: "operations",
  run: async (scene) => {
    const about = `${usersOf(scene)} users at once on PostgreSQL: median, p95, longest; the server, its clients and the database on the same cores`;
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

const usersOf = ({ quick }: Scene): number => (quick ? USERS.quick : USERS.whole);

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
  const citizens = await someCitizens(unfenced, usersOf(scene));
  const caseworkers = await someCaseworkers(unfenced);
  const peers = await peersOf({ data, url }, { citizens, caseworkers });
  const server = await startServer(data, "/api/v1/session", {
    DATABASE_URL: url,
    SPRINGBRAET_REQUESTS_PER_MINUTE: "100000",
    SPRINGBRAET_LOG_LEVEL: "info",
  });
  const peer = direct(unfenced, CONNECTIONS);
  const { ask, close } = client(server.url, await managerOf(server.url));
  const load = { users: usersOf(scene), forMs: scene.quick ? 200 : 10_000 };
  try {
    const asks = {
      list: () => ask({ method: "POST", path: "/api/v1/citizens/list", body: LIST }),
      record: (user: number) => ask({ method: "GET", path: `/api/v1/citizens/${citizens[user]}` }),
      search: () => ask({ method: "POST", path: "/api/v1/citizens/list", body: SEARCH }),
      "my day": (user: number) => ask({ method: "GET", path: `/api/v1/my-day?${dayOf(caseworkers, user)}` }),
      write: await correcting(ask, citizens),
    };
    const lines: Line[] = [];
    for (const what of ASKED) {
      const ours = await together(load, asks[what]);
      const theirs = await together(load, (user) => peer.run(peers[what][user % peers[what].length] ?? []));
      lines.push(lineOf(what, { ours, theirs, statements: peers[what][0]?.length ?? 0 }));
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

/** Corrects an address over and over, each user that of another citizen, over the version that the last correction gave. */
async function correcting(
  ask: (what: Ask) => Promise<unknown>,
  citizens: readonly string[],
): Promise<(user: number, turn: number) => Promise<void>> {
  const versions: (string | null)[] = [];
  for (const id of citizens) {
    const record = (await ask({ method: "GET", path: `/api/v1/citizens/${id}` })) as CitizenRecord;
    versions.push(record.versions.contact);
  }
  return async (user, turn) => {
    const body = correctionOf(versions[user] ?? null, turn);
    const done = await ask({ method: "PATCH", path: `/api/v1/citizens/${citizens[user]}`, body });
    versions[user] = (done as { readonly version: string }).version;
  };
}

function correctionOf(version: string | null, turn: number): Correction {
  return { part: "contact", version, values: { ...ADDRESS, address: `Målevej ${turn}` } };
}

/** The day of one of the caseworkers, each user another's. */
function dayOf(caseworkers: readonly string[], user: number): string {
  return new URLSearchParams({ whose: "unit", staff: caseworkers[user % caseworkers.length] ?? "" }).toString();
}

/** Those who have something to do. */
async function someCaseworkers(url: string): Promise<readonly string[]> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  const { rows } = await connection.query<{ staff: string }>(
    "select distinct staff from duties.obligations_now where municipality = $1 and staff is not null order by staff",
    [HERE],
  );
  await connection.end();
  if (rows.length === 0) throw new Error("no caseworker has anything to do");
  return rows.map(({ staff }) => staff);
}

/** As many citizens as there are users. */
async function someCitizens(url: string, users: number): Promise<readonly string[]> {
  const connection = new pg.Client({ connectionString: url });
  await connection.connect();
  const { rows } = await connection.query<{ id: string }>(
    "select distinct id from citizens.citizens where municipality = $1 and not protected order by id limit $2",
    [HERE, users],
  );
  await connection.end();
  if (rows.length < users) throw new Error(`${rows.length} citizens are too few for ${users} users`);
  return rows.map(({ id }) => id);
}

/** Writes down the statements of each question, once; those of a correction are undone again. */
async function peersOf(
  place: { data: string; url: string },
  { citizens, caseworkers }: { readonly citizens: readonly string[]; readonly caseworkers: readonly string[] },
): Promise<Peers> {
  const runtime = await openRuntime({ ...place, env: {} });
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
      people: runtime.people,
      mayLeave: (_tx, all) => Promise.resolve(all),
      restricted: everybodyRestricted,
    };
    const look = {
      who,
      others: (tx: Tx, citizen: string) => othersOf(tx, citizen, new Set()),
      isRestricted: () => Promise.resolve(false),
    };
    const written = (work: (tx: Tx) => Promise<unknown>): Promise<readonly Statement[]> =>
      recorded(runtime.db, (db) => inTenant(db, tenant, work));
    const corrections: (readonly Statement[])[] = [];
    for (const id of citizens) {
      const found = await inTenant(runtime.db, tenant, (tx) => readCitizen(tx, id, look));
      const change = correctionOf(found?.versions.contact ?? null, 0);
      corrections.push(await recorded(runtime.db, (db) => undone(db, (tx) => correct(tx, id, { change, who }))));
    }
    const records: (readonly Statement[])[] = [];
    for (const id of citizens) records.push(await written((tx) => readCitizen(tx, id, look)));
    const looking: DayLooking = {
      ...tenant,
      user: who.user,
      staff: null,
      on: who.on,
      heldBack: () => Promise.resolve({ restricted: new Set(), aside: new Set() }),
    };
    const days: (readonly Statement[])[] = [];
    for (const staff of caseworkers)
      days.push(await written((tx) => readMyDay(tx, myDayAsk.parse({ whose: "unit", staff }), looking)));
    return {
      "my day": days,
      list: [await written((tx) => listCitizens(tx, LIST, who))],
      record: records,
      search: [await written((tx) => listCitizens(tx, SEARCH, who))],
      write: corrections,
    };
  } finally {
    await runtime.close();
  }
}

const UNDO = new Error("undone on purpose");

/** Does something in the municipality and takes it back. */
async function undone(db: Database, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  const doing = inTenant(db, { municipality: HERE }, async (tx) => {
    await work(tx);
    throw UNDO;
  });
  await doing.catch((error: unknown) => {
    if (error !== UNDO) throw error;
  });
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
