import { randomUUID } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Day, day } from "../kernel/day.ts";
import type { Fact } from "../kernel/fact.ts";
import { emptyTableOf, warehouseColumns } from "./columns.ts";
import { type Duck, type DuckRow, type DuckStatements, literal, openDuck } from "./duck.ts";

/** Rows of one fact that came or changed since a watermark, as CSV without header in the order of `warehouseColumns`. */
export type TakeChanges = (fact: Fact, csv: AsyncIterable<Buffer | string>) => Promise<void>;

/** Reads what changed since a watermark (null = everything), hands it over fact by fact, and gives the next watermark. */
export type Feed = (since: string | null, take: TakeChanges) => Promise<{ readonly watermark: string }>;

export type Coverage = { readonly first: Day | null; readonly lastRecorded: Day | null; readonly rows: number };

/** A municipality's warehouse: its records in columns, for counting. Never holds anything that is not in the records. */
export type Warehouse = {
  readonly run: (sql: string) => Promise<readonly DuckRow[]>;
  readonly execute: (sql: string) => Promise<void>;
  readonly coverage: (fact: string) => Promise<Coverage>;
  readonly refresh: (feed: Feed) => Promise<{ readonly changed: number }>;
  readonly close: () => void;
};

/** Opens (or begins) the warehouse file of a municipality. */
export async function openWarehouse(path: string, facts: readonly Fact[]): Promise<Warehouse> {
  if (path !== ":memory:") mkdirSync(dirname(path), { recursive: true });
  const duck = await openDuck(path);
  try {
    await createTables(duck, facts);
  } catch (error) {
    duck.close();
    throw error;
  }
  return asWarehouse(duck, path, facts);
}

/**
 * Builds a new warehouse file beside the old one and puts it in its place when it is complete. When anything fails (a full disk), the
 * old file stays as it was. The old file must be closed.
 */
export async function rebuildWarehouse(path: string, facts: readonly Fact[], feed: Feed): Promise<void> {
  const fresh = `${path}.new`;
  removeDuckFile(fresh);
  const warehouse = await openWarehouse(fresh, facts);
  try {
    await warehouse.refresh(feed);
    await warehouse.execute("CHECKPOINT");
    warehouse.close();
  } catch (error) {
    warehouse.close();
    removeDuckFile(fresh);
    throw error;
  }
  renameSync(fresh, path);
  rmSync(`${path}.wal`, { force: true });
}

function removeDuckFile(path: string): void {
  for (const file of [path, `${path}.wal`]) if (existsSync(file)) rmSync(file);
}

/** Makes the tables that are missing. Throws when one is there in another shape: such a file is of another version. */
async function createTables(duck: Duck, facts: readonly Fact[]): Promise<void> {
  await duck.execute("CREATE SCHEMA IF NOT EXISTS records");
  await duck.execute("CREATE SCHEMA IF NOT EXISTS feed");
  await duck.execute("CREATE TABLE IF NOT EXISTS feed.watermark (value VARCHAR)");
  for (const fact of facts) {
    await duck.execute(`CREATE TABLE IF NOT EXISTS ${emptyTableOf(fact)}`);
  }
  const found = await duck.run(
    "SELECT table_name, string_agg(column_name || ' ' || data_type, ', ' ORDER BY column_index) AS shape FROM duckdb_columns() WHERE schema_name = 'records' GROUP BY table_name",
  );
  const shapes = new Map(found.map((row) => [row.table_name, row.shape]));
  for (const fact of facts) {
    const wanted = warehouseColumns(fact).map(({ name, type }) => `${name} ${type}`);
    if (shapes.get(fact.name) !== wanted.join(", ")) throw new Error(`the warehouse has ${fact.name} in another shape`);
  }
}

/** A reader of coverage over any DuckDB whose facts are in the schema `records`; remembers until told to forget. */
export function coverageReader(
  run: Duck["run"],
  facts: readonly Fact[],
): { read: Warehouse["coverage"]; forget: () => void } {
  const known = new Map<string, Promise<Coverage>>();
  const ask = async (name: string): Promise<Coverage> => {
    const fact = facts.find((candidate) => candidate.name === name);
    if (!fact) return { first: null, lastRecorded: null, rows: 0 };
    const first = fact.shape === "entity" ? "NULL" : `min(${fact.shape === "spell" ? "from_day" : "day"})`;
    const [row] = await run(
      `SELECT count(*) AS rows, ${first} AS first, max(known_from) AS last FROM records.${name} WHERE known_from < known_until`,
    );
    const asDay = (value: unknown): Day | null => (typeof value === "string" ? day(value) : null);
    return { first: asDay(row?.first), lastRecorded: asDay(row?.last), rows: Number(row?.rows ?? 0) };
  };
  return {
    read: (name) => {
      const found = known.get(name) ?? ask(name);
      known.set(name, found);
      return found;
    },
    forget: () => known.clear(),
  };
}

function asWarehouse(duck: Duck, path: string, facts: readonly Fact[]): Warehouse {
  const coverage = coverageReader(duck.run, facts);
  return {
    run: duck.run,
    execute: duck.execute,
    coverage: coverage.read,
    refresh: async (feed) => {
      const changed = await duck.alone((statements) => refresh(statements, path, feed));
      coverage.forget();
      return { changed };
    },
    close: duck.close,
  };
}

async function refresh(duck: DuckStatements, path: string, feed: Feed): Promise<number> {
  const [state] = await duck.run("SELECT value FROM feed.watermark");
  const since = typeof state?.value === "string" ? state.value : null;
  let changed = 0;
  await duck.execute("BEGIN");
  try {
    const { watermark } = await feed(since, async (fact, csv) => {
      changed += await takeChanges(duck, { path, fact, csv, first: since === null });
    });
    await duck.execute("DELETE FROM feed.watermark");
    await duck.execute(`INSERT INTO feed.watermark VALUES (${literal(watermark)})`);
    await duck.execute("COMMIT");
  } catch (error) {
    await duck.execute("ROLLBACK");
    throw error;
  }
  return changed;
}

async function takeChanges(
  duck: DuckStatements,
  what: {
    readonly path: string;
    readonly fact: Fact;
    readonly csv: AsyncIterable<Buffer | string>;
    readonly first: boolean;
  },
): Promise<number> {
  const folder = what.path === ":memory:" ? tmpdir() : dirname(what.path);
  const file = join(folder, `feed-${randomUUID()}.csv`);
  try {
    await pipeline(Readable.from(what.csv), createWriteStream(file, { mode: 0o600 }));
    if (statSync(file).size === 0) return 0;
    return await takeFile(duck, { fact: what.fact, file, first: what.first });
  } finally {
    rmSync(file, { force: true });
  }
}

async function takeFile(
  duck: DuckStatements,
  what: { readonly fact: Fact; readonly file: string; readonly first: boolean },
): Promise<number> {
  const columns = warehouseColumns(what.fact);
  const types = columns.map(({ name, type }) => `${literal(name)}: ${literal(type)}`).join(", ");
  const source = `read_csv(${literal(what.file)}, header = false, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${types}}, auto_detect = false)`;
  const table = `records.${what.fact.name}`;
  // A belief that was corrected the day it arose was believed on no day. Kept, it would come in the way of the one in its place,
  // which has the same id and the same first day.
  const believed = "WHERE known_from < known_until";
  if (what.first) {
    await duck.execute(`DELETE FROM ${table}`);
    await duck.execute(`INSERT INTO ${table} SELECT * FROM ${source} ${believed}`);
  } else {
    await duck.execute(`CREATE OR REPLACE TEMP TABLE incoming AS SELECT * FROM ${source}`);
    await duck.execute(`DELETE FROM ${table} t USING incoming i WHERE t.id = i.id AND t.known_from = i.known_from`);
    await duck.execute(`INSERT INTO ${table} SELECT * FROM incoming ${believed}`);
  }
  const [counted] = await duck.run(
    what.first ? `SELECT count(*) AS n FROM ${table}` : "SELECT count(*) AS n FROM incoming",
  );
  return Number(counted?.n ?? 0);
}
