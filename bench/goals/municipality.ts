import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { openRuntime } from "../../src/app/runtime.ts";
import { compute, type Source } from "../../src/indicators/public.ts";
import { day } from "../../src/platform/kernel/day.ts";
import type { Bench, Line, Postgres, Scene, Times } from "../contract.ts";
import { assertSame, compared, timed, timesOf } from "../measure.ts";
import { type ByHand, openByHand, valuesByHand, valuesOnPostgres } from "./by-hand.ts";
import { type Figure, figures } from "./figures.ts";
import { monthEnds, monthsRelation } from "./months.ts";
import { copyTables, indexTables, makeTables } from "./postgres-copy.ts";

const DAYS = monthEnds(day("2021-06-30"), 24);

type Peers = {
  readonly ours: Source;
  readonly duck: ByHand;
  readonly postgres: Postgres | null;
  readonly runs: number;
};
type Compared = { readonly ours: Times; readonly peers: Readonly<Record<string, Times>> };

/** The figures of a plan, each for 24 months, against SQL written by hand. */
export const goalsMunicipality: Bench = {
  name: "goals-municipality",
  run: async (scene) => {
    const runtime = await openRuntime({ data: await scene.demo() });
    try {
      const ours = await runtime.source({ municipality: "0316", snapshot: null, knownAt: null, plan: null });
      await (await runtime.warehouse("0316")).open.execute("CHECKPOINT");
      const duck = await openByHand(await copyOfWarehouse(scene));
      const postgres = await inPostgres(scene, duck);
      const lines = await linesOf({ ours, duck, postgres, runs: scene.runs });
      duck.close();
      return {
        name: "goals-municipality",
        about:
          "Nine figures of one municipality, each for 24 months in one statement; equal values asserted. Ours includes writing and checking the SQL",
        lines,
      };
    } finally {
      await runtime.close();
    }
  },
};

/** The same file may not be open twice: the statements by hand read a copy. */
async function copyOfWarehouse(scene: Scene): Promise<string> {
  const copy = join(scene.folder, "by-hand.duckdb");
  copyFileSync(join(await scene.demo(), "warehouse", "0316.duckdb"), copy);
  return copy;
}

async function inPostgres(scene: Scene, byHand: ByHand): Promise<Postgres | null> {
  const postgres = await scene.postgres();
  const facts = [...new Set(figures.flatMap((figure) => figure.facts))];
  if (!postgres) return null;
  await makeTables(postgres, facts);
  await copyTables(postgres, { byHand, schema: "records", folder: scene.folder }, facts);
  await indexTables(postgres, facts);
  return postgres;
}

async function linesOf(peers: Peers): Promise<readonly Line[]> {
  const all: Compared[] = [];
  const lines: Line[] = [];
  for (const figure of figures) {
    const made = await compare(figure, peers);
    all.push(made);
    lines.push(compared(figure.name, made.ours, made.peers));
  }
  const together = (times: readonly (Times | undefined)[]): Times =>
    timesOf([times.reduce((sum, one) => sum + (one?.median ?? 0), 0)]);
  const names = Object.keys(all[0]?.peers ?? {});
  const sums = names.map((name) => [name, together(all.map((one) => one.peers[name]))] as const);
  return [
    ...lines,
    compared("all nine, one after the other", together(all.map((one) => one.ours)), Object.fromEntries(sums)),
  ];
}

async function compare(figure: Figure, { ours, duck, postgres, runs }: Peers): Promise<Compared> {
  const sql = `${monthsRelation(DAYS)} ${figure.sql}`;
  const own = await timed(runs, async () => {
    const { figures: found } = await compute(figure.spec, DAYS, { inherited: "month", source: ours });
    return found.map(({ value }) => value);
  });
  const byHand = await timed(runs, () => valuesByHand(duck, sql));
  assertSame(`${figure.name}, DuckDB by hand`, own.found, byHand.found);
  if (!postgres) return { ours: own.times, peers: { "DuckDB by hand": byHand.times } };
  const server = await timed(runs, () => valuesOnPostgres(postgres, sql));
  assertSame(`${figure.name}, PostgreSQL`, own.found, server.found);
  return { ours: own.times, peers: { "DuckDB by hand": byHand.times, PostgreSQL: server.times } };
}
