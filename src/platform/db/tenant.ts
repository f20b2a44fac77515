import { AsyncLocalStorage } from "node:async_hooks";
import {
  Kysely,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction,
} from "kysely";
import { escapeLiteral } from "pg";
import type { Answer, Client } from "./client.ts";
import type { Database } from "./database.ts";

/** No table is open by itself: a query names the ones it uses, `tx.withTables<{ "plan.notes": NotesTable }>()`. */
export type Tables = Record<never, never>;

/** An open transaction on the records. Actions get this and never the database. */
export type Tx = Transaction<Tables>;

/** Whose records of people a transaction sees within its municipality: all, those of its units, its user's own or none. */
export type Sees = "all" | "unit" | "own" | "none";

/** Whose records a transaction may see: a municipality's four-digit code, and of its people all when nothing else is said. */
export type Tenant = {
  readonly municipality: string;
  readonly user?: string;
  readonly sees?: Sees;
  /** The member of staff that `own` means. */
  readonly staff?: string | null;
  /** The units that `unit` means, those below them included. */
  readonly units?: readonly string[];
};

type Isolation = "read committed" | "repeatable read";

const clients = new WeakMap<Tx, Client>();
const around = new AsyncLocalStorage<{ open: boolean }>();
const patience = new AsyncLocalStorage<number | null>();
const doneFor = new AsyncLocalStorage<DoneFor>();

/**
 * Everything in `work` waits at most this long for one statement, a lock included: then the statement ends with an error and its transaction
 * with it. On a server only; the embedded engine cannot interrupt itself.
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  return patience.run(milliseconds, work);
}

/** Lets `work` take the time it needs, also when it was begun by somebody in a hurry: imports, reading for the warehouse. */
export function withoutHurry<T>(work: () => T): T {
  return patience.run(null, work);
}

/** What a transaction is done for, as the access log has it: a request's id, and the unit its user works for. */
export type DoneFor = { readonly request: string; readonly unit: () => string | null };

/** Everything in `work` is done for one request: the entries it makes in the access log say so, whoever writes them. */
export function inRequest<T>(asked: DoneFor, work: () => T): T {
  return doneFor.run(asked, work);
}

/**
 * Runs work in one transaction that sees the records of one municipality only; all or nothing.
 * Without a municipality it sees and stores no row. Never open a second one inside: pass the transaction on.
 */
export function inTenant<T>(
  db: Database,
  tenant: Partial<Tenant> & { readonly isolation?: Isolation },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const asked = doneFor.getStore();
  const opening = settingLocally({
    role: "springbraet_app",
    "app.municipality": tenant.municipality ?? "",
    "app.user": tenant.user ?? "",
    "app.sees": tenant.sees ?? "all",
    "app.staff": tenant.staff ?? "",
    "app.units": `{${(tenant.units ?? []).map(quotedElement).join(",")}}`,
    "app.request": asked?.request ?? "",
    "app.unit": asked?.unit() ?? "",
    statement_timeout: String(patience.getStore() ?? 0),
  });
  return inTransaction(db, { isolation: tenant.isolation ?? "read committed", opening }, work);
}

/** Runs work as the owner of the tables, outside the fence: migrations and maintenance only. */
export function asOwner<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, { isolation: "read committed" }, work);
}

/**
 * Reads the records of all municipalities as they were at one moment, while others go on writing: for backups and the doctor only.
 * Values come in the same form on every machine. Nothing can be written.
 */
export function asKeeper<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const opening = settingLocally({
    transaction_read_only: "on",
    "app.upkeep": "on",
    timezone: "UTC",
    datestyle: "ISO, YMD",
    intervalstyle: "postgres",
    bytea_output: "hex",
    extra_float_digits: "1",
  });
  return inTransaction(db, { isolation: "repeatable read", opening }, work);
}

/** The connection a transaction runs on, for the parts of `platform/db` that Kysely has no words for. */
export function clientOf(tx: Tx): Client {
  const client = clients.get(tx);
  if (!client) throw new Error("this is not an open transaction of inTenant or asOwner");
  return client;
}

/** How a transaction begins: what it sees of others, and settings that end with it. */
type Beginning = { readonly isolation: Isolation; readonly opening?: string };

async function inTransaction<T>(
  db: Database,
  { isolation, opening = "" }: Beginning,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (around.getStore()?.open) {
    throw new Error("a transaction is open already: pass it on, a second one would wait for it for ever");
  }
  const client = await db.pool.connect();
  const state = { open: true };
  try {
    const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOfOne(client, opening) }) });
    return await around.run(state, () =>
      kysely
        .transaction()
        .setIsolationLevel(isolation)
        .execute(async (tx) => {
          clients.set(tx, client);
          return await work(tx).finally(() => clients.delete(tx));
        }),
    );
  } finally {
    state.open = false;
    client.release();
  }
}

/** The one connection of a transaction. What it begins with goes to the database in one message: every message is waited for. */
function poolOfOne(client: Client, opening: string): PostgresPool {
  let hasBegun = false;
  const query = <Row>(text: string | PostgresCursor<Row>, parameters?: readonly unknown[]): Promise<Answer<Row>> => {
    if (typeof text !== "string") throw new Error("cursors are not used here: copyOut streams");
    if (hasBegun) return client.query<Row>(text, parameters);
    // Nothing may be asked before it is said whose records it may see.
    if (!text.startsWith("start transaction")) throw new Error("a transaction must begin with its fence");
    hasBegun = true;
    return begin(client, `${text};${opening}`);
  };
  return {
    connect: () => Promise.resolve({ query: query as PostgresPoolClient["query"], release: () => undefined }),
    end: () => Promise.resolve(),
  };
}

async function begin(client: Client, script: string): Promise<Answer<never>> {
  try {
    await client.script(script);
  } catch (error) {
    // Whoever began does not know that there is something to undo. A connection that is lost cannot.
    await client.script("rollback").catch(() => undefined);
    throw error;
  }
  return { command: "SELECT", rowCount: 0, rows: [] };
}

function settingLocally(settings: Readonly<Record<string, string>>): string {
  const each = Object.entries(settings).map(
    ([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, true)`,
  );
  return `select ${each.join(", ")}`;
}

/** An element of an array as PostgreSQL writes them. */
function quotedElement(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}
