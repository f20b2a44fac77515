import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { from as copyFrom } from "pg-copy-streams";
import type { Postgres } from "../contract.ts";

/** DuckDB's own load of a CSV file into a table of given columns, on one thread; gives the rows. */
export async function copyToDuck(columns: string, path: string): Promise<number> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE spells (${columns})`);
    await connection.run(`COPY spells FROM '${path.replaceAll("'", "''")}' (FORMAT csv, HEADER true)`);
    const answer = await connection.runAndReadAll("SELECT count(*) FROM spells");
    return Number(answer.getRows()[0]?.[0]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** PostgreSQL's own load of a CSV file into an unlogged table without keys; gives the rows. */
export async function copyToPostgres({ client }: Postgres, columns: string, path: string): Promise<number> {
  await client.query("drop table if exists spells");
  await client.query(`create unlogged table spells (${columns})`);
  const into = client.query(copyFrom("copy spells from stdin (format csv, header true)"));
  await pipeline(createReadStream(path), into);
  return into.rowCount;
}
