import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { type Database, inTenant } from "../db/public.ts";
import { describeOnEachEngine } from "../testing/databases.ts";
import { logAccess } from "./log-access.ts";

const holbaek = { municipality: "0316" };
const user = { label: "demo analyst", role: "analyst" };

describeOnEachEngine("the access log", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  const entries = async (): Promise<unknown[]> =>
    (
      await inTenant(db, holbaek, (tx) =>
        sql`select who, role, action, purpose, keys, persons from audit.access_log order by entry`.execute(tx),
      )
    ).rows;

  it("holds one entry per request with every person in it, once", async () => {
    const keys = ["c1", 'c"2', "c,3", "c1"];
    await inTenant(db, holbaek, (tx) => logAccess(tx, { user, action: "figure.rows", purpose: "follow-up", keys }));
    expect(await entries()).toEqual([
      {
        who: user.label,
        role: "analyst",
        action: "figure.rows",
        purpose: "follow-up",
        keys: ["c1", 'c"2', "c,3"],
        persons: 3,
      },
    ]);
  });

  it("forgets the look when the look itself failed", async () => {
    const before = await entries();
    const failing = inTenant(db, holbaek, async (tx) => {
      await logAccess(tx, { user, action: "figure.rows", purpose: "follow-up", keys: ["c9"] });
      throw new Error("no rows were shown");
    });
    await expect(failing).rejects.toThrow();
    expect(await entries()).toEqual(before);
  });

  it("refuses an entry without a municipality", async () => {
    const nowhere = inTenant(db, {}, (tx) => logAccess(tx, { user, action: "load", purpose: "import", keys: [] }));
    await expect(nowhere).rejects.toThrow();
  });
});
