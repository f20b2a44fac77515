import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { type PostgresBinaries, postgresBinaries } from "./needs.ts";

/** A throw-away PostgreSQL server for a test run. */
export type ThrowAwayServer = {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Ends it at once, as when its process is lost: what was not written is lost, connections break. */
  readonly crash: () => Promise<void>;
  /** Starts it again after a crash; it recovers by itself. */
  readonly startAgain: () => Promise<void>;
};

type Account = { readonly uid: number; readonly gid: number };

const OWNER = "records_owner";
const START_TRIES = 100;
const TRY_EVERY_MS = 100;

/**
 * Starts a PostgreSQL server in a temporary folder on a free port, or gives null when the machine has none. The address is of an
 * ordinary owner who may create databases and roles but is no superuser, as on a municipality's own server. `settings` are added to
 * those of a server for tests (little memory, nothing synced). `parent` is the folder its own folder is made in.
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  parent: string = tmpdir(),
): Promise<ThrowAwayServer | null> {
  const binaries = postgresBinaries();
  if (binaries === null) return null;
  const account = otherAccount();
  const folder = mkdtempSync(join(parent, "springbraet-postgres-"));
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, "data");
  await promisify(execFile)(
    binaries.initdb,
    ["-D", data, "-U", "dba", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C"],
    { ...account, cwd: folder },
  );
  const port = await freePort();
  let server = spawnServer(binaries, { data, port, folder, account, settings });
  const withUs = (): boolean => server.kill("SIGKILL");
  process.once("exit", withUs);
  const end = async (signal: "SIGINT" | "SIGQUIT"): Promise<void> => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    if (server.exitCode === null && server.kill(signal)) await ended;
  };
  const startAgain = async (): Promise<void> => {
    server = spawnServer(binaries, { data, port, folder, account, settings });
    await answering(`postgres://dba@127.0.0.1:${port}/postgres`, (client) => client.query("select 1"));
  };
  const stop = async (): Promise<void> => {
    await end("SIGINT");
    process.off("exit", withUs);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answering(`postgres://dba@127.0.0.1:${port}/postgres`, (client) =>
      client.query(`create role ${OWNER} login createdb createrole`),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  const url = `postgres://${OWNER}@127.0.0.1:${port}/postgres`;
  return { url, stop, crash: () => end("SIGQUIT"), startAgain };
}

function spawnServer(
  { postgres }: PostgresBinaries,
  place: {
    data: string;
    port: number;
    folder: string;
    account: Account | null;
    settings: Readonly<Record<string, string>>;
  },
): ChildProcess {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    shared_buffers: "64MB",
    log_min_messages: "fatal",
    ...place.settings,
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return spawn(postgres, ["-D", place.data, "-p", String(place.port), ...options], {
    ...place.account,
    cwd: place.folder,
    stdio: "ignore",
  });
}

async function answering(url: string, ask: (client: pg.Client) => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await ask(client);
      await client.end();
      return;
    } catch (error) {
      if (tries === START_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
    }
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
function otherAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found = ["postgres", "nobody"].map((name) => accounts.find((fields) => fields[0] === name)).find(Boolean);
  if (!found) throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody");
  return { uid: Number(found[2]), gid: Number(found[3]) };
}
