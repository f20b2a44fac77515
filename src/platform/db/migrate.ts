import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { fill } from "../texts/catalogue.ts";
import type { Database } from "./database.ts";
import { type NamedError, namedError } from "./named-error.ts";
import { asOwner, clientOf, type Tx } from "./tenant.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** One forward step of the records' shape. */
export type Migration = { readonly file: string; readonly sql: string; readonly hash: string };

const FOLDER = fileURLToPath(new URL("../../../db/migrations/", import.meta.url));

/** All migrations of the program, in order. */
export function readMigrations(folder: string = FOLDER): Migration[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".sql"));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n");
    return { file, sql: text, hash: createHash("sha256").update(text).digest("hex") };
  });
}

/**
 * Brings the records to the shape this program needs, in one transaction. Gives the files it applied. Throws
 * `migration_changed` when an applied file differs and `migration_missing` when the records are ahead of the program.
 */
export function migrate(db: Database, migrations: readonly Migration[] = readMigrations()): Promise<string[]> {
  return asOwner(db, (tx) => migrateIn(tx, db.engine, migrations));
}

/** The same inside a transaction of the owner's. */
export async function migrateIn(
  tx: Tx,
  engine: Database["engine"],
  migrations: readonly Migration[],
): Promise<string[]> {
  await prepare(tx);
  const known = await appliedMigrations(tx);
  const missing = [...known.keys()].find((file) => !migrations.some((migration) => migration.file === file));
  if (missing) throw problem("migration_missing", missing);
  const done: string[] = [];
  for (const migration of migrations) {
    const hash = known.get(migration.file);
    if (hash === migration.hash) continue;
    if (hash !== undefined) throw problem("migration_changed", migration.file);
    await applied(tx, migration);
    done.push(migration.file);
  }
  if (engine === "embedded") await allowCopy(tx);
  await letTheKeeperRead(tx);
  return done;
}

/** Applied migrations by file, with their hashes; the records must have been prepared. */
export async function appliedMigrations(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const found = await sql<{
    file: string;
    hash: string;
  }>`select file, hash from upkeep.migrations order by file`.execute(tx);
  return new Map(found.rows.map((row) => [row.file, row.hash]));
}

/** A migration that fails says which one it was; the transaction takes back all of them. */
async function applied(tx: Tx, { file, hash, sql: text }: Migration): Promise<void> {
  try {
    await clientOf(tx).script(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const values = { file, reason };
    throw Object.assign(
      namedError("migration_failed", { da: fill(da.migration_failed, values), en: fill(en.migration_failed, values) }),
      { cause: error },
    );
  }
  await sql`insert into upkeep.migrations (file, hash) values (${file}, ${hash})`.execute(tx);
}

/**
 * The fence holds for the owner too. A backup reads all municipalities: every fenced table gets a policy that lets the owner, and nobody else,
 * read it in a transaction that says so (`asKeeper`).
 */
async function letTheKeeperRead(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and c.relforcerowsecurity and pg_get_userbyid(c.relowner) = current_user
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'keeper')`.execute(tx);
  for (const { name } of rows)
    await sql
      .raw(
        `create policy keeper on ${name} for select to current_user using (current_setting('app.upkeep', true) = 'on')`,
      )
      .execute(tx);
}

/** Two processes that start at once on one server take turns. */
async function prepare(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('springbraet migrate'))`.execute(tx);
  await clientOf(tx).script(`
    create schema if not exists upkeep;
    create table if not exists upkeep.migrations (
      file text primary key,
      hash text not null,
      applied timestamptz not null default now()
    );
    comment on schema upkeep is 'What the owner of the database keeps for itself; the application role cannot see it.';
    comment on table upkeep.migrations is 'Migrations that have been applied, with the hash of the file as it was.';
    comment on column upkeep.migrations.file is 'Name of the file.';
    comment on column upkeep.migrations.hash is 'SHA-256 of the file''s text.';
    comment on column upkeep.migrations.applied is 'When it was applied.';
  `);
}

/** The embedded engine copies through a file of its own (`/dev/blob`); a server copies through the connection. */
async function allowCopy(tx: Tx): Promise<void> {
  await clientOf(tx).script("grant pg_read_server_files, pg_write_server_files to springbraet_app");
}

function problem(code: "migration_changed" | "migration_missing", file: string): NamedError {
  return namedError(code, { da: fill(da[code], { file }), en: fill(en[code], { file }) });
}
