import { DuckDBInstance } from "@duckdb/node-api";
import type { Postgres } from "../contract.ts";

/** A DuckDB as it comes, with its own settings, for statements written by hand. */
export type ByHand = {
  readonly run: (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => void;
};

/** Opens a DuckDB file for reading, or an empty one in memory for `:memory:`. */
export async function openByHand(path: string): Promise<ByHand> {
  const instance = await DuckDBInstance.create(path, path === ":memory:" ? {} : { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  return {
    run: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The values of a statement by hand on DuckDB, in order. */
export async function valuesByHand(byHand: ByHand, sql: string): Promise<readonly (number | null)[]> {
  return valuesOf(await byHand.run(sql));
}

/** The values of a statement by hand on PostgreSQL, in order. */
export async function valuesOnPostgres({ client }: Postgres, sql: string): Promise<readonly (number | null)[]> {
  return valuesOf((await client.query<Record<string, unknown>>(sql)).rows);
}

function valuesOf(rows: readonly Readonly<Record<string, unknown>>[]): readonly (number | null)[] {
  return rows.map(({ value }) => (value === null || value === undefined ? null : Number(value)));
}
