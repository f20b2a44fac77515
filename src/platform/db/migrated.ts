import { sql } from "kysely";
import type { Database } from "./database.ts";
import { type Migration, readMigrations } from "./migrate.ts";
import { asOwner } from "./tenant.ts";

/** Have the records the shape this program needs, neither older nor newer? Fails when they cannot be asked. */
export async function isMigrated(db: Database, migrations: readonly Migration[] = readMigrations()): Promise<boolean> {
  const { rows } = await asOwner(db, (tx) =>
    sql<{ file: string; hash: string }>`select file, hash from upkeep.migrations`.execute(tx),
  );
  const applied = new Map(rows.map(({ file, hash }) => [file, hash]));
  return applied.size === migrations.length && migrations.every(({ file, hash }) => applied.get(file) === hash);
}
