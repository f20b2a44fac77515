import { createReadStream, createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { parse } from "csv-parse";
import { allFacts } from "../../src/app/facts.ts";
import { fileSource, isFault, noProblems, openSheets, readFile } from "../../src/imports/public.ts";
import type { Bench, Line, Scene, Times } from "../contract.ts";
import { assertSame, compared, timed } from "../measure.ts";
import { copyToDuck, copyToPostgres } from "./peers.ts";

const ROWS = { whole: 1_000_000, quick: 5_000 };
const BENEFITS = ["kontanthjaelp", "a_dagpenge", "sygedagpenge"];
const TABLE = `id varchar, first_day date, last_day date, citizen varchar, benefit varchar, share double precision,
  fund varchar, employer varchar`;

/** One million spells in a file: read into rows, and read and checked, beside parsers and databases that only take them in. */
export const readingFiles: Bench = {
  name: "reading",
  run: async (scene) => {
    const file = join(scene.folder, "spells.csv");
    const rows = scene.quick ? ROWS.quick : ROWS.whole;
    await writeSpells(file, rows);
    const ours = await timed(scene.runs, () => countRows(file));
    const checked = await timed(scene.runs, () => countChecked(file));
    const parser = await timed(scene.runs, () => countParsed(file));
    const duck = await timed(scene.runs, () => copyToDuck(TABLE, file));
    const postgres = await scene.postgres();
    const copied = postgres ? await timed(scene.runs, () => copyToPostgres(postgres, TABLE, file)) : null;
    const found = [ours, checked, parser, duck, ...(copied ? [copied] : [])].map((one) => one.found);
    assertSame(
      "rows of the file",
      found,
      found.map(() => rows),
    );
    rmSync(file);
    const peers = { "csv-parse": parser.times, "DuckDB COPY": duck.times, ...postgresTimes(copied?.times) };
    return { name: "reading", about: aboutOf(scene, rows), lines: linesOf(ours.times, checked.times, peers) };
  },
};

function linesOf(ours: Times, checked: Times, peers: Readonly<Record<string, Times>>): readonly Line[] {
  return [
    compared("rows as texts, with their lines", ours, peers),
    compared("rows checked, as they are staged", checked, peers),
    ...Object.entries(peers).map(([what, times]) => ({ what, times })),
  ];
}

function postgresTimes(times: Times | undefined): Readonly<Record<string, Times>> {
  return times ? { "PostgreSQL COPY": times } : {};
}

function aboutOf({ quick }: Scene, rows: number): string {
  return `A CSV file of ${rows.toLocaleString("en-GB")} benefit spells${quick ? " (small data)" : ""}, on one thread but for the databases`;
}

async function writeSpells(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  out.write("id,first_day,last_day,citizen,benefit,share,fund,employer\n");
  let text = "";
  for (let n = 0; n < rows; n++) {
    const last = n % 3 ? `${2022 + (n % 3)}-01-0${1 + (n % 9)}` : "";
    text += `s${n},${2010 + (n % 12)}-0${1 + (n % 9)}-1${n % 10},${last},c${n % 100_000},${BENEFITS[n % 3]},${n % 4 ? 1 : 0.5},,\n`;
    if (text.length < 1 << 20) continue;
    out.write(text);
    text = "";
  }
  out.end(text);
  await finished(out);
}

async function countRows(path: string): Promise<number> {
  const sheets = await openSheets(fileSource(path));
  if (isFault(sheets)) throw new Error(sheets.fault.code);
  let rows = 0;
  for await (const piece of sheets[0]?.rows() ?? []) rows += isFault(piece) ? Number.NaN : piece.length;
  return rows;
}

async function countChecked(path: string): Promise<number> {
  const fact = allFacts.find(({ name }) => name === "benefit_spells");
  if (!fact) throw new Error("benefit spells are gone");
  const problems = noProblems();
  let rows = 0;
  for await (const chunk of readFile({ path, name: "spells.csv", fact, today: "2026-01-01" }, problems)) {
    rows += chunk.split("\n").length - 1;
  }
  return problems.total > 0 ? Number.NaN : rows;
}

async function countParsed(path: string): Promise<number> {
  let rows = -1;
  const parser = createReadStream(path).pipe(parse({ bom: true, trim: true, info: true }));
  for await (const _ of parser) rows += 1;
  return rows;
}
