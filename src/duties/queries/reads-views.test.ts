import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { asOwner, type Database } from "../../platform/db/public.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";

const OTHERS = /\b(?:citizens|contact|offers|organisation|companies|pathways)\.[a-z_]+/g;

/** Every relation of another word that this word's queries name. */
const named = [
  ...new Set(
    readdirSync(new URL(".", import.meta.url))
      .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
      .flatMap((name) => readFileSync(new URL(name, import.meta.url), "utf8").match(OTHERS) ?? []),
  ),
].sort();

describeOnEachEngine("what the duties read of others", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });

  it("are views that their owners publish, run with the reader's rights, and never tables", async () => {
    const found = await asOwner(db, (tx) =>
      sql<{
        name: string;
        kind: string;
        invoker: boolean;
      }>`select n.nspname || '.' || c.relname as name, c.relkind as kind,
          coalesce(c.reloptions::text like '%security_invoker=true%', false) as invoker
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname || '.' || c.relname = any(${named}) order by 1`.execute(tx),
    );
    expect(named).toContain("citizens.benefits_now");
    expect(found.rows).toEqual(named.map((name) => ({ name, kind: "v", invoker: true })));
  });
});
