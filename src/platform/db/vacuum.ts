import { identifier } from "./copy.ts";
import type { Database } from "./database.ts";

/** Frees what deleted rows of some tables held, so that their content is no longer in the database's files. */
export async function vacuum(db: Database, tables: readonly string[]): Promise<void> {
  const client = await db.pool.connect();
  try {
    for (const table of tables) await client.query(`vacuum ${identifier(table)}`);
  } finally {
    client.release();
  }
}
