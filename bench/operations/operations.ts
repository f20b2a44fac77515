import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { makeDemo } from "../../src/app/cli/demo.ts";
import { otherTimeline } from "../../src/app/other-timelines.ts";
import { openRuntime } from "../../src/app/runtime.ts";
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
import type { Bench, Line, Postgres, Result, Scene } from "../contract.ts";
import { municipalityCodes } from "../country/build.ts";
import { startServer } from "../server/process.ts";
import { copyMunicipality } from "./copy-municipality.ts";
import { analyze, citizensIn, someCaseworkers, someCitizens } from "./database.ts";
import { HERE } from "./here.ts";
import { recorded, type Statement } from "./recorded.ts";
import { type Ask, client, direct, type Spread, together, USERS } from "./users.ts";

const CONNECTIONS = 10;
const SILENT = { format: "table", language: "en", line: () => undefined, complain: () => undefined } as const;
const LIST: CitizenListAsk = citizenListAsk.parse({ who: "all" });
const SEARCH: CitizenListAsk = citizenListAsk.parse({ who: "all", find: "borger 0001" });

/** What is asked. My day is that of one caseworker each, as a manager opens it. */
const ASKED = ["list", "record", "search", "my day", "write"] as const;

/** The statements of each question, for the peer; of a correction for each citizen, so that the peer's users do not wait for each other either. */
type Peers = Readonly<Record<(typeof ASKED)[number], readonly (readonly Statement[])[]>>;

const ADDRESS = { address: "Målevej 1", postcode: "4300", town: "Holbæk", phone: "", mail: "" };

/** What an office is made of: its municipalities, how large each is, and what is asked in it. */
type Office = {
  readonly municipalities: readonly string[];
  /** 1 is Holbæk's size. */
  readonly size: number;
  readonly asked: readonly (typeof ASKED)[number][];
};

/** 200 people at once on PostgreSQL, with session, fence, scope and log; beside the same SQL by node-postgres without them. */
export const operations: Bench = {
  name: "operations",
  run: (scene) => benchOf(scene, "operations", { municipalities: [HERE], size: scene.quick ? 0.02 : 1, asked: ASKED }),
};

/** So large that a municipality has ten thousand citizens in its records. */
const TEN_THOUSAND = 0.43;
/** What a day's work asks most; a correction is the same in every municipality. */
const OF_THE_DAY = ["list", "search", "my day", "record"] as const;

/** The same with every municipality of the country in one database, the users spread over them; a few of them for a quick run. */
export const operationsCountry: Bench = {
  name: "operations-country",
  large: true,
  run: (scene) => {
    const all = municipalityCodes();
    const municipalities = [HERE, ...all.filter((code) => code !== HERE).slice(0, scene.quick ? 2 : all.length)];
    const size = scene.quick ? 0.02 : TEN_THOUSAND;
    return benchOf(scene, "operations-country", { municipalities, size, asked: OF_THE_DAY });
  },
};

async function benchOf(scene: Scene, name: string, office: Office): Promise<Result> {
  const postgres = await scene.postgres();
  if (!postgres) return { name, about: "no PostgreSQL on this machine", lines: [] };
  const data = mkdtempSync(join(scene.folder, "operations-"));
  try {
    const place = { ...(await databaseOf(postgres, name)), data };
    const { lines, citizens } = await measured(scene, place, office);
    const where = `${office.municipalities.length} municipalities of ${citizens} citizens`;
    const about = `${usersOf(scene)} users at once on PostgreSQL, ${where}: median, p95, longest; the server, its clients and the database on the same cores`;
    return { name, about, lines };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const usersOf = ({ quick }: Scene): number => (quick ? USERS.quick : USERS.whole);

type Place = { readonly url: string; readonly unfenced: string; readonly data: string };

/** A database of its own, and its address as the server's administrator, whom no fence holds. */
async function databaseOf({ client: owner, url }: Postgres, bench: string): Promise<Pick<Place, "url" | "unfenced">> {
  const name = `${bench.replaceAll("-", "_")}_${process.pid}`;
  await owner.query(`create database ${name}`);
  const own = new URL(url);
  own.pathname = name;
  const unfenced = new URL(own);
  unfenced.username = "dba";
  return { url: own.href, unfenced: unfenced.href };
}

type Measured = { readonly lines: readonly Line[]; readonly citizens: number };

async function measured(scene: Scene, { url, unfenced, data }: Place, office: Office): Promise<Measured> {
  const { municipalities, size, asked } = office;
  await makeDemo({ data, url }, { municipality: HERE, seed: "1", size }, SILENT);
  const others = municipalities.slice(1);
  if (others.length > 0) await copyMunicipality({ data, unfenced }, HERE, others);
  await analyze(url);
  const citizens = await someCitizens(unfenced, usersOf(scene));
  const caseworkers = await someCaseworkers(unfenced);
  const peers = await peersOf({ data, url }, { citizens, caseworkers });
  const server = await startServer(data, "/api/v1/session", {
    DATABASE_URL: url,
    SPRINGBRAET_REQUESTS_PER_MINUTE: "100000",
    SPRINGBRAET_LOG_LEVEL: "info",
  });
  const peer = direct(unfenced, { connections: CONNECTIONS, fenced: others.length > 0 });
  const managers = new Map<string, string>();
  for (const code of municipalities) managers.set(code, await managerOf(server.url, code));
  const { ask: askAs, close } = client(server.url);
  const homeOf = (user: number): string => municipalities[user % municipalities.length] ?? HERE;
  const ask = (what: Ask, user: number): Promise<unknown> => askAs(what, managers.get(homeOf(user)) ?? "");
  const load = { users: usersOf(scene), forMs: scene.quick ? 200 : 10_000 };
  try {
    const asks: Readonly<Record<(typeof ASKED)[number], (user: number, turn: number) => Promise<unknown>>> = {
      list: (user) => ask({ method: "POST", path: "/api/v1/citizens/list", body: LIST }, user),
      record: (user) => ask({ method: "GET", path: `/api/v1/citizens/${citizens[user]}` }, user),
      search: (user) => ask({ method: "POST", path: "/api/v1/citizens/list", body: SEARCH }, user),
      "my day": (user) => ask({ method: "GET", path: `/api/v1/my-day?${dayOf(caseworkers, user)}` }, user),
      write: asked.includes("write") ? await correcting((what) => ask(what, 0), citizens) : () => Promise.resolve(),
    };
    // Who is in sight is read once in a process and then kept: the first look of each municipality is not measured, and said by itself.
    const first = await together({ users: municipalities.length, forMs: 0 }, asks.list);
    const lines: Line[] =
      others.length === 0 ? [] : [{ what: "the first list of each municipality", times: first.times }];
    for (const what of asked) {
      const ours = await together(load, asks[what]);
      const theirs = await together(load, (user) =>
        peer.run(peers[what][user % peers[what].length] ?? [], homeOf(user)),
      );
      lines.push(lineOf(what, { ours, theirs, statements: peers[what][0]?.length ?? 0 }));
    }
    return { lines, citizens: await citizensIn(unfenced) };
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
      others: (tx: Tx, citizen: string) => otherTimeline(tx, citizen, new Set()),
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

async function managerOf(url: string, municipality: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-springbraet": "1" },
    body: JSON.stringify({ role: "manager", municipality }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!answer.ok || !cookie) throw new Error(`the server gave no session: ${answer.status}`);
  return cookie;
}
