import { availableParallelism } from "node:os";
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

/**
 * An open DuckDB file (or memory). Changes are made one after the other; questions asked meanwhile are answered side by side and see what
 * was committed before they were asked.
 */
export type Duck = DuckStatements & {
  /** Work that nothing else may change between, such as a transaction. */
  readonly alone: <T>(work: (duck: DuckStatements) => Promise<T>) => Promise<T>;
  readonly close: () => void;
};

/** Readers side by side. Node has four threads for such work; one stays free for files. */
const READERS = Math.min(3, availableParallelism());

/**
 * Many short questions over few rows are asked: each is answered on one thread, and several at once. The lists of windows they are
 * joined to have up to some hundred rows, for which plain loops are faster than sorting.
 */
const FOR_SHORT_QUESTIONS = { threads: "1", nested_loop_join_threshold: "256" };

const INTERRUPT_EVERY_MS = 50;

/** Opens a DuckDB file, or memory for `:memory:`. No file outside the given ones is read by name lookup and no extension is fetched. */
export async function openDuck(path: string, options: { readonly readOnly?: boolean } = {}): Promise<Duck> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...FOR_SHORT_QUESTIONS,
    ...(options.readOnly ? { access_mode: "READ_ONLY" } : {}),
  });
  const [writer, ...readers] = await Promise.all(Array.from({ length: 1 + READERS }, () => instance.connect()));
  if (!writer) throw new Error("the warehouse has no connection");
  const all = [writer, ...readers];
  const use = untilClosed(all, () => {
    for (const connection of all) connection.closeSync();
    instance.closeSync();
  });
  const direct: DuckStatements = {
    run: (sql) => use.statement(() => readRows(writer, sql)),
    execute: async (sql) => void (await use.statement(() => writer.run(sql))),
  };
  const change = oneAtATime();
  const ask = side(readers);
  return {
    run: (sql) => ask((reader) => use.statement(() => readRows(reader, sql))),
    execute: (sql) => change(() => direct.execute(sql)),
    alone: (work) => change(() => work(direct)),
    close: use.close,
  };
}

/**
 * Closing under a statement leaves its thread waiting for ever, and the process with it. So a statement under way is interrupted, and what is
 * open is closed when the last one has ended.
 */
function untilClosed(connections: readonly DuckDBConnection[], closeAll: () => void) {
  let underWay = 0;
  let isClosing = false;
  /** One that was asked for but has not begun does not hear it the first time. */
  const interrupt = (): void => {
    if (underWay === 0) return;
    for (const connection of connections) connection.interrupt();
    setTimeout(interrupt, INTERRUPT_EVERY_MS);
  };
  return {
    statement: async <T>(work: () => Promise<T>): Promise<T> => {
      if (isClosing) throw new Error("the warehouse has been closed");
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (isClosing && underWay === 0) closeAll();
      }
    },
    close: (): void => {
      if (isClosing) return;
      isClosing = true;
      if (underWay === 0) closeAll();
      else interrupt();
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

/** Gives each piece of work a reader of its own, in the order it came. */
function side(readers: readonly DuckDBConnection[]): <T>(work: (reader: DuckDBConnection) => Promise<T>) => Promise<T> {
  const free = [...readers];
  const waiting: ((reader: DuckDBConnection) => void)[] = [];
  return async (work) => {
    const reader = free.pop() ?? (await new Promise<DuckDBConnection>((take) => waiting.push(take)));
    try {
      return await work(reader);
    } finally {
      const next = waiting.shift();
      if (next) next(reader);
      else free.push(reader);
    }
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
