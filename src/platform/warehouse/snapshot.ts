import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Fact } from "../kernel/fact.ts";
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

/** SHA-256 over the snapshot's files in the order of the facts. */
export function checksumOf(folder: string, facts: readonly Fact[]): string {
  const hash = createHash("sha256");
  for (const fact of facts) hash.update(readFileSync(fileOf(folder, fact)));
  return hash.digest("hex");
}

/** Opens a snapshot: its files as the schema `records`, and nothing else. */
export async function openSnapshot(folder: string, facts: readonly Fact[]): Promise<Pinned> {
  const duck = await openDuck(":memory:");
  await duck.execute("CREATE SCHEMA records");
  for (const fact of facts) {
    await duck.execute(
      `CREATE VIEW records.${fact.name} AS SELECT * FROM read_parquet(${literal(fileOf(folder, fact))})`,
    );
  }
  return { run: duck.run, coverage: coverageReader(duck.run, facts).read, close: duck.close };
}
