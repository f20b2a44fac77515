import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { asOwner, type Database } from "../../platform/db/public.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";

/** Every relation of another word that this word's queries name. */
const named = [
  ...new Set(
    readdirSync(new URL(".", import.meta.url))
      .filter((name) => !name.endsWith(".test.ts"))
      .map((name) => readFileSync(new URL(name, import.meta.url), "utf8"))
      .flatMap((text) => text.match(/\b(?:citizens|contact|organisation)\.[a-z_]+/g) ?? []),
  ),
].sort();

describeOnEachEngine("what progression reads of others", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it("are views that run with the reader's rights, and never tables", async () => {
    const { rows } = await asOwner(db, (tx) =>
      sql<{
        name: string;
      }>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'v' and c.reloptions::text like '%security_invoker=true%' and n.nspname || '.' || c.relname = any(${named})
        order by 1`.execute(tx),
    );
    expect(named).toContain("contact.talks_now");
    expect(rows.map(({ name }) => name)).toEqual(named);
  });
});
