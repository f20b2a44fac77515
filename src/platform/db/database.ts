import { join } from "node:path";
import { fill } from "../texts/catalogue.ts";
import type { ClientPool } from "./client.ts";
import { embeddedPool, startEmbedded } from "./embedded-pool.ts";
import { type FolderLock, takeLock } from "./lock.ts";
import { namedError } from "./named-error.ts";
import { type PoolLimits, serverPool } from "./server-pool.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** The records: an embedded engine or a PostgreSQL server, used alike. Work happens in `inTenant`. */
export type Database = {
  readonly engine: "embedded" | "server";
  readonly pool: ClientPool;
  /** The data folder owned by this process; null without one. */
  readonly lock: FolderLock | null;
  close: () => Promise<void>;
};

/** Where the records are. `url` wins over the folder's embedded engine; `memory` is for tests and trials. */
export type DatabasePlace = {
  readonly url?: string;
  /** Limits of the connections to a server. */
  readonly limits?: PoolLimits;
  /** The data folder. It is locked for this process, also when the records are on a server: the warehouse is in it. */
  readonly folder?: string;
  readonly memory?: boolean;
  /** A dumped data folder of the embedded engine to start from. */
  readonly from?: Blob;
};

const OLDEST = 15;

/**
 * Opens the records: a server by `url`, else the embedded engine in `<folder>/records` or in memory. Run `migrate` next.
 * Throws `data_folder_in_use` when another process has the folder, `database_too_old` before PostgreSQL 15.
 */
export async function openDatabase(place: DatabasePlace): Promise<Database> {
  const lock = place.folder === undefined || place.memory ? null : takeLock(place.folder);
  try {
    const pool = await openPool(place);
    await checkVersion(pool);
    return {
      engine: place.url === undefined ? "embedded" : "server",
      pool,
      lock,
      close: async () => {
        await pool.end();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
}

async function openPool(place: DatabasePlace): Promise<ClientPool> {
  if (place.url !== undefined) return serverPool(place.url, place.limits);
  if (!place.memory && place.folder === undefined) throw new Error("say where the records are: url, folder or memory");
  const folder = place.memory || place.folder === undefined ? undefined : join(place.folder, "records");
  const source = { ...(folder === undefined ? {} : { folder }), ...(place.from ? { from: place.from } : {}) };
  return embeddedPool(await startEmbedded(source), folder);
}

async function checkVersion(pool: ClientPool): Promise<void> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ number: string; version: string }>(
      "select current_setting('server_version_num') as number, current_setting('server_version') as version",
    );
    const found = rows[0];
    if (!found || Number(found.number) >= OLDEST * 10_000) return;
    const values = { version: found.version };
    throw namedError("database_too_old", {
      da: fill(da.database_too_old, values),
      en: fill(en.database_too_old, values),
    });
  } finally {
    client.release();
  }
}
