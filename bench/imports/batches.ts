import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { allFacts } from "../../src/app/facts.ts";
import {
  type By,
  type Imports,
  receiveFiles,
  startCheck,
  startRun,
  viewBatch,
  workOnBatch,
} from "../../src/imports/public.ts";
import { type Database, inTenant, migrate, openDatabase } from "../../src/platform/db/public.ts";
import { addDays, day, isoDay } from "../../src/platform/kernel/day.ts";
import { openKeyring } from "../../src/platform/secrets/public.ts";
import type { Bench, Line, Postgres, Scene, Times } from "../contract.ts";
import { assertSame, compared, once, timed } from "../measure.ts";
import { copyToDuck, copyToPostgres } from "./peers.ts";

const MUNICIPALITY = "0316";
const DATABASE = "bench_imports";
const SPELLS_EACH = 10;
const FILES = ["citizens.csv", "benefit_spells.csv"];
const SPELLS = "id varchar, citizen varchar, first_day date, last_day date, benefit varchar";
const by: By = { municipality: MUNICIPALITY, user: "bench", role: "system" };
const around = { figures: async () => [], changed: async () => undefined };

/** A million spells as the import page takes them: received and sealed, checked, stored; and the same files again. */
export const batches: Bench = {
  name: "imports",
  run: async (scene) => {
    const people = scene.quick ? 200 : 100_000;
    const folder = join(scene.folder, "imports");
    await writeFiles(scene.folder, people);
    const postgres = await scene.postgres();
    const peers = await peersOf(scene, postgres, people);
    const lines = [...(await importInto(scene, await openDatabase({ folder }), { people, peers }))];
    rmSync(folder, { recursive: true, force: true });
    if (postgres) {
      await postgres.client.query(`create database ${DATABASE}`);
      const url = new URL(postgres.url);
      url.pathname = DATABASE;
      lines.push(...(await importInto(scene, await openDatabase({ url: url.href }), { people, peers })));
      await postgres.client.query(`drop database ${DATABASE}`);
    }
    const spells = (people * SPELLS_EACH).toLocaleString("en-GB");
    lines.push(...Object.entries(peers).map(([what, times]) => ({ what: `${what}, the spells alone`, times })));
    return { name: "imports", about: `${spells} spells of ${people.toLocaleString("en-GB")} people`, lines };
  },
};

/** The databases' own loads of the same spells, which check nothing, keep no history and know no citizens. */
async function peersOf(
  scene: Scene,
  postgres: Postgres | null,
  people: number,
): Promise<Readonly<Record<string, Times>>> {
  const file = join(scene.folder, "benefit_spells.csv");
  const duck = await timed(scene.runs, () => copyToDuck(SPELLS, file));
  const copied = postgres && (await timed(scene.runs, () => copyToPostgres(postgres, SPELLS, file)));
  const found = [duck, ...(copied ? [copied] : [])].map((one) => one.found);
  assertSame(
    "spells loaded",
    found,
    found.map(() => people * SPELLS_EACH),
  );
  return { "DuckDB COPY": duck.times, ...(copied ? { "PostgreSQL COPY": copied.times } : {}) };
}

/** People with ten spells each, one after the other. */
async function writeFiles(folder: string, people: number): Promise<void> {
  const first = day("2012-01-01");
  const spellsOf = (person: number): string =>
    Array.from({ length: SPELLS_EACH }, (_, at) => {
      const from = addDays(first, at * 330 + (person % 30));
      return `s${person}-${at},p${person},${isoDay(from)},${isoDay(addDays(from, 99 + (person % 200)))},kontanthjaelp\n`;
    }).join("");
  await write(join(folder, "citizens.csv"), "id\n", people, (person) => `p${person}\n`);
  await write(join(folder, "benefit_spells.csv"), "id,citizen,first_day,last_day,benefit\n", people, spellsOf);
}

async function write(...[path, head, count, lineOf]: [string, string, number, (at: number) => string]): Promise<void> {
  function* lines(): Generator<string> {
    yield head;
    for (let at = 0; at < count; at += 1) yield lineOf(at);
  }
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

async function importInto(
  scene: Scene,
  db: Database,
  { people, peers }: { readonly people: number; readonly peers: Readonly<Record<string, Times>> },
): Promise<readonly Line[]> {
  const rows = people * (SPELLS_EACH + 1);
  try {
    await migrate(db);
    const keyring = openKeyring({ folder: scene.folder, env: {} });
    const imports: Imports = { db, facts: allFacts, keyring, today: () => day("2022-01-15") };
    const line = (what: string, times: Times): Line => ({
      what: `${what}, ${db.engine}`,
      times,
      note: perSecond(rows, times),
    });
    const received = await once(() => receiveFiles(imports, by, { files: filesIn(scene.folder) }));
    const checked = await once(() => work(imports, received.found.batch, "check"));
    const stored = await once(() => work(imports, received.found.batch, "run"));
    const again = await receiveFiles(imports, by, { files: filesIn(scene.folder) });
    const unchanged = await once(() => work(imports, again.batch, "check"));
    return [
      line("receive and seal", received.times),
      line("check", checked.times),
      line("check again and store", stored.times),
      {
        ...compared(`from receiving to stored, ${db.engine}`, added(received, checked, stored), peers),
        note: perSecond(rows, added(received, checked, stored)),
      },
      line("check the same files once stored", unchanged.times),
    ];
  } finally {
    await db.close();
  }
}

/** Steps one after the other, each done once. */
function added(...steps: readonly { readonly times: Times }[]): Times {
  const sum = steps.reduce((all, { times }) => all + times.median, 0);
  return { median: sum, low: sum, high: sum, runs: 1 };
}

function filesIn(folder: string): Iterable<{ readonly name: string; readonly bytes: AsyncIterable<Buffer> }> {
  return FILES.map((name) => ({ name, bytes: createReadStream(join(folder, name)) as AsyncIterable<Buffer> }));
}

async function work(imports: Imports, batch: string, what: "check" | "run"): Promise<void> {
  const key = { municipality: MUNICIPALITY, batch };
  const { version } = await viewBatch(imports, key);
  await inTenant(imports.db, { municipality: MUNICIPALITY }, (tx) =>
    what === "check" ? startCheck(tx, key, by) : startRun(tx, key, { by, version }),
  );
  await workOnBatch(imports, key, around);
  const { state, files } = await viewBatch(imports, key);
  const rejected = files.reduce((sum, { counts }) => sum + (counts?.rejected ?? 0), 0);
  if (rejected > 0 || state !== (what === "check" ? "checked" : "done")) throw new Error(`the import is ${state}`);
}

function perSecond(rows: number, { median }: Times): string {
  return `${Math.round(rows / median).toLocaleString("en-GB")},000 rows a second`;
}
