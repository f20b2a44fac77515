import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Fact } from "../kernel/fact.ts";
import { emptyTableOf, warehouseColumns } from "./columns.ts";
import { type Duck, literal, openDuck } from "./duck.ts";
import { type Coverage, coverageReader, type Warehouse } from "./warehouse.ts";

/** A pinned copy of the warehouse, opened for reading. */
export type Pinned = {
  readonly run: Duck["run"];
  readonly coverage: (fact: string) => Promise<Coverage>;
  readonly close: () => void;
};

/** The file of a fact in a snapshot's folder. */
export const fileOf = (folder: string, fact: Fact): string => join(folder, `${fact.name}.parquet`);

/** Writes every fact to Parquet in a folder, complete or not at all. Rows are ordered, so the same records give the same files. */
export async function writeSnapshot(
  warehouse: Pick<Warehouse, "run" | "execute">,
  folder: string,
  facts: readonly Fact[],
): Promise<{ readonly rows: number; readonly checksum: string }> {
  if (existsSync(folder)) throw new Error("the snapshot's folder exists already");
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  let rows = 0;
  try {
    for (const fact of facts) {
      const [counted] = await warehouse.run(`SELECT count(*) AS n FROM records.${fact.name}`);
      rows += Number(counted?.n ?? 0);
      await warehouse.execute(
        `COPY (SELECT * FROM records.${fact.name} ORDER BY id, known_from) TO ${literal(fileOf(partial, fact))} (FORMAT parquet, COMPRESSION zstd)`,
      );
    }
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
  return { rows, checksum: checksumOf(folder, facts) };
}

/** SHA-256 over the snapshot's files in the order of the facts. One that is lost changes it; a fact that came after the snapshot has none. */
export function checksumOf(folder: string, facts: readonly Fact[]): string {
  const hash = createHash("sha256");
  for (const fact of facts) if (existsSync(fileOf(folder, fact))) hash.update(readFileSync(fileOf(folder, fact)));
  return hash.digest("hex");
}

/** Does a snapshot still have as many files as it was made with? */
export function isWhole(folder: string, files: number): boolean {
  return existsSync(folder) && readdirSync(folder).filter((name) => name.endsWith(".parquet")).length >= files;
}

/**
 * Opens a snapshot that is whole: its files as the schema `records`, and nothing else. A fact that is recorded since later versions of the program only is
 * there without rows, so that a figure over it says that there is no data; a column that came later is missing in every row.
 */
export async function openSnapshot(folder: string, facts: readonly Fact[]): Promise<Pinned> {
  const duck = await openDuck(":memory:");
  await duck.execute("CREATE SCHEMA records");
  for (const fact of facts) {
    const file = fileOf(folder, fact);
    await duck.execute(existsSync(file) ? await viewOf(duck, fact, file) : `CREATE TABLE ${emptyTableOf(fact)}`);
  }
  return { run: duck.run, coverage: coverageReader(duck.run, facts).read, close: duck.close };
}

async function viewOf(duck: Duck, fact: Fact, file: string): Promise<string> {
  const described = await duck.run(`DESCRIBE SELECT * FROM read_parquet(${literal(file)})`);
  const there = new Set(described.map(({ column_name }) => column_name));
  const columns = warehouseColumns(fact).map(({ name, type }) => (there.has(name) ? name : `NULL::${type} AS ${name}`));
  return `CREATE VIEW records.${fact.name} AS SELECT ${columns.join(", ")} FROM read_parquet(${literal(file)})`;
}
