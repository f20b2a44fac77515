import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { describeOnEachEngine, openEmbedded } from "../testing/databases.ts";
import { readMigrations } from "./migrate.ts";
import { copyIn, copyOut, type Database, identifier, inTenant, migrate, type Tx } from "./public.ts";

const holbaek = { municipality: "0316" };

async function* csv(...chunks: string[]): AsyncGenerator<string> {
  for (const chunk of chunks) yield await Promise.resolve(chunk);
}

describeOnEachEngine("work on the records", (open, engine) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  const insert = (tx: Tx, id: string): Promise<unknown> =>
    sql`insert into citizens.citizens (municipality, id, known_from) values ('0316', ${id}, '2021-01-01')`.execute(tx);
  const ids = (): Promise<string[]> =>
    inTenant(db, holbaek, async (tx) => {
      const found = await sql<{ id: string }>`select id from citizens.citizens order by id`.execute(tx);
      return found.rows.map((row) => row.id);
    });

  it("says which engine it is", () => expect(db.engine).toBe(engine));

  it("is all or nothing", async () => {
    const failing = inTenant(db, holbaek, async (tx) => {
      await insert(tx, "half");
      throw new Error("the power went");
    });
    await expect(failing).rejects.toThrow("the power went");
    expect(await ids()).not.toContain("half");
  });

  it("goes on after a refused statement", async () => {
    await expect(inTenant(db, holbaek, (tx) => sql`select 1 / 0`.execute(tx))).rejects.toThrow(/division by zero/);
    await expect(inTenant(db, holbaek, (tx) => sql`select nonsense`.execute(tx))).rejects.toThrow(/nonsense/);
    expect(await ids()).toEqual(expect.any(Array));
  });

  it("refuses a second transaction inside one instead of waiting for ever", async () => {
    await expect(inTenant(db, holbaek, () => ids())).rejects.toThrow(/open already/);
  });

  it("lets many ask at once, and each gets its answer (ASK-36)", async () => {
    const asked = Array.from({ length: 25 }, (_, n) => inTenant(db, holbaek, (tx) => insert(tx, `many${n}`)));
    await Promise.all(asked);
    expect((await ids()).filter((id) => id.startsWith("many"))).toHaveLength(25);
  });

  it("ends a transaction for good", async () => {
    let kept: Tx | undefined;
    await inTenant(db, holbaek, (tx) => {
      kept = tx;
      return Promise.resolve();
    });
    if (!kept) throw new Error("no transaction was given");
    await expect(sql`select 1`.execute(kept)).rejects.toThrow(/already committed/);
  });

  it("hands over days as text, whole numbers as numbers and moments as dates, alike on both engines", async () => {
    const answer = await inTenant(db, holbaek, (tx) =>
      sql`select date '2021-12-31' as day, 9007199254740991::bigint as amount, 0.5::double precision as number, true as yes,
        timestamptz '2021-12-31 12:00Z' as moment, null::text as missing, array['a', 'b'] as keys`.execute(tx),
    );
    expect(answer.rows[0]).toEqual({
      day: "2021-12-31",
      amount: 9007199254740991,
      number: 0.5,
      yes: true,
      moment: new Date("2021-12-31T12:00:00Z"),
      missing: null,
      keys: ["a", "b"],
    });
    const tooLarge = inTenant(db, holbaek, (tx) => sql`select 9007199254740993::bigint as amount`.execute(tx));
    await expect(tooLarge).rejects.toThrow(/too large/);
  });

  it("copies rows in and out with quotes, line breaks and missing values as they were", async () => {
    const rows = ['1,"a ""b"", c"', '2,"two\nlines"', "3,", "4,\\.", "5,æøå"];
    const out = await inTenant(db, holbaek, async (tx) => {
      await sql`create temporary table trial (a integer, b text) on commit drop`.execute(tx);
      const count = await copyIn(
        tx,
        { table: "trial", columns: ["a", "b"] },
        csv(`${rows[0]}\n${rows[1]}\n`, `${rows.slice(2).join("\n")}\n`),
      );
      expect(count).toBe(5);
      const chunks: Buffer[] = [];
      for await (const chunk of copyOut(tx, "select a, b from pg_temp.trial where a <> 4 order by a"))
        chunks.push(chunk);
      return Buffer.concat(chunks).toString();
    });
    expect(out).toBe(`${rows[0]}\n${rows[1]}\n3,\n5,æøå\n`);
  });

  it("copies out under the fence", async () => {
    await inTenant(db, holbaek, (tx) => insert(tx, "fenced"));
    const out = await inTenant(db, { municipality: "0265" }, async (tx) => {
      let size = 0;
      for await (const chunk of copyOut(tx, "select id from citizens.citizens")) size += chunk.length;
      return size;
    });
    expect(out).toBe(0);
  });

  it("takes only names of ours into SQL", () => {
    expect(identifier("citizens.benefit_spells")).toBe('"citizens"."benefit_spells"');
    for (const name of ['a"b', "a b", "a.b.c", "A", "", "a;drop table b"]) {
      expect(() => identifier(name)).toThrow(/not a name/);
    }
  });

  describe("migrations", () => {
    it("are applied once", async () => expect(await migrate(db)).toEqual([]));

    it("stop the start when an applied file was edited", async () => {
      const edited = readMigrations().map((one, index) => (index === 1 ? { ...one, hash: "other" } : one));
      await expect(migrate(db, edited)).rejects.toMatchObject({
        code: "migration_changed",
        message: expect.stringContaining("0002-create-facts.sql"),
      });
    });

    it("stop the start when the records are ahead of the program", async () => {
      await expect(migrate(db, readMigrations().slice(0, -1))).rejects.toMatchObject({ code: "migration_missing" });
    });

    it("leave everything as it was when one fails", async () => {
      const broken = { file: "9999-break.sql", sql: "create schema half; select nonsense", hash: "x" };
      await expect(migrate(db, [...readMigrations(), broken])).rejects.toMatchObject({
        code: "migration_failed",
        message: expect.stringMatching(/9999-break\.sql.*nonsense/),
      });
      const found = await inTenant(db, {}, (tx) => sql`select 1 from pg_namespace where nspname = 'half'`.execute(tx));
      expect(found.rows).toEqual([]);
      expect(await migrate(db)).toEqual([]);
    });
  });
});

describe("the embedded engine", () => {
  it("waits for the open transaction before the next begins", async () => {
    const db = await openEmbedded();
    const order: string[] = [];
    const slow = inTenant(db, holbaek, async (tx) => {
      order.push("first begins");
      await sql`select pg_sleep(0.05)`.execute(tx);
      order.push("first ends");
    });
    const next = inTenant(db, holbaek, () => Promise.resolve(order.push("second begins")));
    await Promise.all([slow, next]);
    expect(order).toEqual(["first begins", "first ends", "second begins"]);
    await db.close();
  });
});
