import { existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { benefitsInGroup } from "../../src/law/public.ts";
import { type Day, day } from "../../src/platform/kernel/day.ts";
import type { Bench, Line, Postgres, Scene, Times } from "../contract.ts";
import { type ByHand, openByHand, valuesByHand, valuesOnPostgres } from "../goals/by-hand.ts";
import { type Figure, fullTimeOn, longOnSupport, personsBegun } from "../goals/figures.ts";
import { monthEnds, monthsRelation } from "../goals/months.ts";
import { copyTables, indexTables, makeTables } from "../goals/postgres-copy.ts";
import { assertSame, compared, once, timed } from "../measure.ts";
import { buildCountry, COUNTRY_FACTS } from "./build.ts";
import { countrySums } from "./sums.ts";

const LAST = day("2021-12-31");
const figures: readonly Figure[] = [...benefitsInGroup("support").map(fullTimeOn), longOnSupport, personsBegun];

type Values = readonly (readonly (number | null)[])[];

/** The figures of a plan for the whole country: one warehouse file per municipality, against one statement over all of them. */
export const country: Bench = {
  name: "country",
  large: true,
  run: async (scene) => {
    const folder = await countryOf(scene);
    const files = readdirSync(folder)
      .filter((name) => name.endsWith(".duckdb"))
      .sort()
      .map((name) => join(folder, name));
    const byHand = await attached(files);
    const [size] = await byHand.run(
      "SELECT (SELECT count(*) FROM records.benefit_spells) AS spells, (SELECT count(*) FROM records.citizens) AS citizens",
    );
    const postgres = scene.countryInPostgres ? await inPostgres(scene, byHand) : null;
    const lines = [
      ...(await onDays("one day", [LAST], { scene, files, byHand, postgres: postgres?.server ?? null })),
      ...(await onDays("series of 24 months", monthEnds(LAST, 24), { scene, files, byHand, postgres: null })),
    ];
    byHand.close();
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    return {
      name: "country",
      about: `${files.length} municipalities, ${Number(size?.spells).toLocaleString("en-GB")} benefit spells of ${Number(size?.citizens).toLocaleString("en-GB")} people, ${Math.round(bytes / 2 ** 20)} MiB; ${figures.length} figures`,
      lines: [...lines, ...(postgres ? [postgres.line] : [])],
    };
  },
};

/** The folder of the country's files, made when they are not there; a handful of small municipalities for a quick run. */
async function countryOf(scene: Scene): Promise<string> {
  if (!scene.quick) {
    await buildCountry(scene.countryFolder, { scale: 1, churn: 7 }, (municipality) =>
      console.log(`made ${municipality}`),
    );
    return scene.countryFolder;
  }
  const folder = join(scene.folder, "country");
  mkdirSync(folder, { recursive: true });
  await buildCountry(folder, { scale: 0.05, churn: 1, municipalities: ["0155", "0316"] }, () => undefined);
  return folder;
}

type Peers = {
  readonly scene: Scene;
  readonly files: readonly string[];
  readonly byHand: ByHand;
  readonly postgres: Postgres | null;
};

async function onDays(name: string, days: readonly Day[], peers: Peers): Promise<readonly Line[]> {
  const runs = Math.min(3, peers.scene.runs);
  const ours = await timed(runs, () => countrySums(peers.files, figures, days));
  const statements = figures.map(({ sql }) => `${monthsRelation(days)} ${sql}`);
  const attach = await timed(runs, async () => (await attached(peers.files)).close());
  const hand = await timed(runs, () => inTurn(statements, (sql) => valuesByHand(peers.byHand, sql)));
  assertEach(`${name}, DuckDB by hand`, ours.found, hand.found);
  const all: Record<string, Times> = { "DuckDB by hand": plus(hand.times, attach.times) };
  const { postgres } = peers;
  if (postgres) {
    const server = await timed(Math.min(1, runs), () => inTurn(statements, (sql) => valuesOnPostgres(postgres, sql)));
    assertEach(`${name}, PostgreSQL`, ours.found, server.found);
    all.PostgreSQL = server.times;
  }
  return [
    compared(`${figures.length} figures, ${name}, file by file`, ours.times, all),
    { what: "  by hand: all files attached, statements", times: hand.times },
    { what: "  by hand: opening and attaching the files", times: attach.times },
  ];
}

function plus(a: Times, b: Times): Times {
  return { median: a.median + b.median, low: a.low + b.low, high: a.high + b.high, runs: a.runs };
}

async function inTurn<T>(statements: readonly string[], ask: (sql: string) => Promise<T>): Promise<readonly T[]> {
  const answers: T[] = [];
  for (const sql of statements) answers.push(await ask(sql));
  return answers;
}

function assertEach(name: string, ours: Values, peer: Values): void {
  for (const [i, figure] of figures.entries()) assertSame(`${figure.name}, ${name}`, ours[i] ?? [], peer[i] ?? []);
}

/** A DuckDB with every file attached, and the country as views over them. */
async function attached(files: readonly string[]): Promise<ByHand> {
  const byHand = await openByHand(":memory:");
  for (const [i, file] of files.entries())
    await byHand.run(`ATTACH '${file.replaceAll("'", "''")}' AS m${i} (READ_ONLY)`);
  await byHand.run("CREATE SCHEMA records");
  for (const fact of COUNTRY_FACTS) {
    const all = files.map((_, i) => `SELECT * FROM m${i}.records.${fact}`).join(" UNION ALL ");
    await byHand.run(`CREATE VIEW records.${fact} AS ${all}`);
  }
  return byHand;
}

async function inPostgres(scene: Scene, byHand: ByHand): Promise<{ server: Postgres; line: Line } | null> {
  const server = await scene.postgres();
  if (!server || !existsSync(scene.folder)) return null;
  const { times, found } = await once(async () => {
    await makeTables(server, COUNTRY_FACTS);
    const rows = await copyTables(server, { byHand, schema: "records", folder: scene.folder }, COUNTRY_FACTS);
    await indexTables(server, COUNTRY_FACTS);
    return rows;
  });
  return {
    server,
    line: { what: "  PostgreSQL: copy and indexes", times, note: `${found.toLocaleString("en-GB")} rows` },
  };
}
