import {
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  type DuckDBValue,
} from "@duckdb/node-api";
import { type Day, isoDay } from "../kernel/day.ts";

export type CellValue = string | number | boolean | null;
export type DuckRow = Readonly<Record<string, CellValue>>;

/** Ways to ask a DuckDB. */
export type DuckStatements = {
  readonly run: (sql: string) => Promise<readonly DuckRow[]>;
  readonly execute: (sql: string) => Promise<void>;
};

/** An open DuckDB file (or memory). One connection: statements run one after the other. */
export type Duck = DuckStatements & {
  /** Work that nothing else may run between, such as a transaction. */
  readonly alone: <T>(work: (duck: DuckStatements) => Promise<T>) => Promise<T>;
  readonly close: () => void;
};

/** Opens a DuckDB file, or memory for `:memory:`. No file outside the given ones is read by name lookup and no extension is fetched. */
export async function openDuck(path: string, options: { readonly readOnly?: boolean } = {}): Promise<Duck> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(options.readOnly ? { access_mode: "READ_ONLY" } : {}),
  });
  const connection = await instance.connect();
  const queue = oneAtATime();
  const direct: DuckStatements = {
    run: (sql) => readRows(connection, sql),
    execute: async (sql) => void (await connection.run(sql)),
  };
  return {
    run: (sql) => queue(() => direct.run(sql)),
    execute: (sql) => queue(() => direct.execute(sql)),
    alone: (work) => queue(() => work(direct)),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

async function readRows(connection: DuckDBConnection, sql: string): Promise<readonly DuckRow[]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowObjects()
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)])));
}

function cell(value: DuckDBValue): CellValue {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value;
  if (typeof value === "bigint") return whole(value);
  if (value instanceof DuckDBDateValue) return isoDay(value.days as Day);
  if (value instanceof DuckDBDecimalValue) return value.toDouble();
  return String(value);
}

function whole(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new Error("a whole number from the warehouse is too large to be exact");
  return number;
}

/** Text as a SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
