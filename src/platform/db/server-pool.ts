import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { type Answer, type Client, type ClientPool, TYPE_OIDS, wholeNumber } from "./client.ts";
import { preparedStatements } from "./prepared.ts";

/** How many connections a process may have, and how long somebody waits for one. */
export type PoolLimits = { readonly most: number; readonly connectSeconds: number };

const LIMITS: PoolLimits = { most: 10, connectSeconds: 10 };

/** Connections to a PostgreSQL server. */
export function serverPool(url: string, { most, connectSeconds }: PoolLimits = LIMITS): ClientPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: connectSeconds * 1000,
    application_name: "springbraet",
    types: { getTypeParser } as pg.CustomTypesConfig,
  });
  let lost: Error | null = null;
  pool.on("error", (error) => {
    lost = error;
  });
  // A server that goes down takes the connections in use with it: whoever uses one hears it from the statement, not from here.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const prepared = preparedStatements();
  return {
    connect: async () => {
      const client = clientOf(await pool.connect(), prepared);
      lost = null;
      return client;
    },
    load: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    end: async () => {
      await pool.end();
      if (lost) throw lost;
    },
  };
}

function getTypeParser(oid: number, format?: "text" | "binary"): unknown {
  if (oid === TYPE_OIDS.date) return (text: string) => text;
  if (oid === TYPE_OIDS.int8) return wholeNumber;
  return format === "binary" ? pg.types.getTypeParser(oid, "binary") : pg.types.getTypeParser(oid, "text");
}

function clientOf(client: pg.PoolClient, prepared: (sql: string) => string | undefined): Client {
  let isBroken = false;
  const broken = (): void => {
    isBroken = true;
  };
  client.once("error", broken).once("end", broken);
  return {
    query: async <Row>(sql: string, parameters: readonly unknown[] = []) => {
      const name = parameters.length === 0 ? undefined : prepared(sql);
      const { command, rowCount, rows } = await client.query({ name, text: sql, values: [...parameters] });
      return { command: command as Answer<Row>["command"], rowCount: rowCount ?? 0, rows: rows as Row[] };
    },
    script: async (sql) => {
      await client.query(sql);
    },
    copyIn: async (into, chunks) => {
      const stream = client.query(copyFrom(`copy ${into} from stdin with (format csv)`));
      await pipeline(Readable.from(chunks, { objectMode: true }), stream);
      return stream.rowCount;
    },
    copyOut: (select) => client.query(copyTo(`copy (${select}) to stdout with (format csv)`)),
    release: () => {
      client.off("error", broken).off("end", broken);
      client.release(isBroken);
    },
  };
}
