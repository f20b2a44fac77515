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
  return asOwner(db, async (tx) => {
    await prepare(tx);
    const applied = await sql<{ file: string; hash: string }>`select file, hash from upkeep.migrations`.execute(tx);
    const known = new Map(applied.rows.map((row) => [row.file, row.hash]));
    const missing = [...known.keys()].find((file) => !migrations.some((migration) => migration.file === file));
    if (missing) throw problem("migration_missing", missing);
    const done: string[] = [];
    for (const migration of migrations) {
      const hash = known.get(migration.file);
      if (hash === migration.hash) continue;
      if (hash !== undefined) throw problem("migration_changed", migration.file);
      await clientOf(tx).script(migration.sql);
      await sql`insert into upkeep.migrations (file, hash) values (${migration.file}, ${migration.hash})`.execute(tx);
      done.push(migration.file);
    }
    if (db.engine === "embedded") await allowCopy(tx);
    return done;
  });
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
