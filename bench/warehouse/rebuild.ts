import { createReadStream, rmSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { allFacts, countedFacts } from "../../src/app/facts.ts";
import { writeDemo } from "../../src/demo/public.ts";
import { loadFolder } from "../../src/imports/public.ts";
import { type Database, migrate, openDatabase } from "../../src/platform/db/public.ts";
import { day } from "../../src/platform/kernel/day.ts";
import { openKeyring } from "../../src/platform/secrets/public.ts";
import { readChanges } from "../../src/platform/warehouse/feed.ts";
import { rebuildWarehouse } from "../../src/platform/warehouse/public.ts";
import type { Bench, Line, Postgres, Scene, Times } from "../contract.ts";
import { compared, once, timed } from "../measure.ts";

const MUNICIPALITY = "0316";
const DATABASE = "bench_rebuild";

/** A million benefit spells: from CSV to the records, and from the records to the warehouse. */
export const rebuild: Bench = {
  name: "rebuild",
  run: async (scene) => {
    const csv = join(scene.folder, "spells");
    const written = writeDemo(
      csv,
      { seed: 1, municipality: MUNICIPALITY, size: scene.quick ? 0.02 : 3, churn: scene.quick ? 1 : 7 },
      ["companies", "citizens", "benefit_spells"],
    );
    const rows = Object.values(written).reduce((sum, count) => sum + count, 0);
    const postgres = await scene.postgres();
    const lines = [
      ...(await embedded(scene, csv, rows)),
      ...(postgres ? await onServer(scene, { csv, rows, postgres }) : []),
    ];
    rmSync(csv, { recursive: true });
    return {
      name: "rebuild",
      about: `${(written.benefit_spells ?? 0).toLocaleString("en-GB")} benefit spells, ${rows.toLocaleString("en-GB")} rows in all`,
      lines,
    };
  },
};

async function embedded(scene: Scene, csv: string, rows: number): Promise<readonly Line[]> {
  const folder = join(scene.folder, "embedded");
  const db = await openDatabase({ folder });
  try {
    const loaded = await loadInto(db, csv);
    const rebuilt = await timed(runsOf(scene), () => rebuildOf(db, scene));
    return [
      { what: "load, embedded PostgreSQL", times: loaded, note: perSecond(rows, loaded) },
      { what: "rebuild, embedded PostgreSQL", times: rebuilt.times, note: perSecond(rows, rebuilt.times) },
    ];
  } finally {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onServer(
  scene: Scene,
  { csv, rows, postgres }: { csv: string; rows: number; postgres: Postgres },
): Promise<readonly Line[]> {
  await postgres.client.query(`create database ${DATABASE}`);
  const url = new URL(postgres.url);
  url.pathname = DATABASE;
  const db = await openDatabase({ url: url.href });
  try {
    const loaded = await loadInto(db, csv);
    const copied = await plainCopy(postgres, csv);
    const rebuilt = await timed(runsOf(scene), () => rebuildOf(db, scene));
    const doubled = await timed(runsOf(scene), () => indexedCopy(postgres));
    return [
      { ...compared("load, PostgreSQL server", loaded, { "plain COPY": copied }), note: perSecond(rows, loaded) },
      {
        ...compared("rebuild, PostgreSQL server", rebuilt.times, { "PostgreSQL's own indexed copy": doubled.times }),
        note: perSecond(rows, rebuilt.times),
      },
    ];
  } finally {
    await db.close();
    await postgres.client.query("drop table bench_spells");
    await postgres.client.query(`drop database ${DATABASE}`);
  }
}

const runsOf = (scene: Scene): number => Math.min(3, scene.runs);

async function loadInto(db: Database, folder: string): Promise<Times> {
  await migrate(db);
  const keyring = openKeyring({ folder: join(folder, "keys"), env: {} });
  const { times, found } = await once(() =>
    loadFolder({ db, keyring, facts: allFacts, folder, municipality: MUNICIPALITY, today: day("2022-01-15") }),
  );
  if (!found.ok) throw new Error(`the spells were refused: ${found.problems[0]?.message.en}`);
  return times;
}

function rebuildOf(db: Database, scene: Scene): Promise<void> {
  return rebuildWarehouse(join(scene.folder, "rebuilt.duckdb"), countedFacts, (since, take) =>
    readChanges(db, { municipality: MUNICIPALITY, facts: countedFacts, since }, take),
  );
}

/** The same spells into a table of the same columns and key by COPY alone: nothing is checked against other rows or told apart. */
async function plainCopy({ client }: Postgres, csv: string): Promise<Times> {
  await client.query(`create table bench_spells (id text, first_day date, last_day date, citizen text not null, benefit text not null,
    share numeric, fund text, employer text, known_from date, known_until date, primary key (id, known_from))`);
  const { times } = await once(async () => {
    const into = client.query(copyFrom("copy bench_spells from stdin (format csv, header)"));
    await pipeline(createReadStream(join(csv, "benefit_spells.csv")), into);
  });
  return times;
}

/** What PostgreSQL itself would do instead of a warehouse: a copy of the spells with the indexes its figures need. */
async function indexedCopy({ client }: Postgres): Promise<void> {
  await client.query("create unlogged table bench_copy as select * from bench_spells");
  await client.query("create index on bench_copy (citizen, first_day, last_day)");
  await client.query("create index on bench_copy (benefit, first_day, last_day) include (citizen, share)");
  await client.query("analyze bench_copy");
  await client.query("drop table bench_copy");
}

function perSecond(rows: number, { median }: Times): string {
  return `${Math.round((rows * 1000) / median / 1000)},000 rows a second`;
}
