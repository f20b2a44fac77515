import { sql } from "kysely";
import { beforeAll, expect, it } from "vitest";
import { describeOnEachEngine } from "../testing/databases.ts";
import { type Database, inPart, inTenant, type Tx } from "./public.ts";

const here = { municipality: "0316" };

describeOnEachEngine("a part of a transaction", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
  });
  const insert = (tx: Tx, id: string): Promise<unknown> =>
    sql`insert into citizens.citizens (municipality, id, known_from) values ('0316', ${id}, '2021-01-01')`.execute(tx);
  const ids = (): Promise<string[]> =>
    inTenant(db, here, async (tx) =>
      (await sql<{ id: string }>`select id from citizens.citizens order by id`.execute(tx)).rows.map(({ id }) => id),
    );

  it("is undone alone when it is refused, and what stands beside it is kept (ASK-14)", async () => {
    const done = await inTenant(db, here, async (tx) => {
      const each: string[] = [];
      for (const id of ["a", "b", "c"])
        each.push(
          await inPart(
            tx,
            async () => {
              await insert(tx, id);
              return id;
            },
            (kept) => kept !== "b",
          ),
        );
      return each;
    });
    expect(done).toEqual(["a", "b", "c"]);
    expect(await ids()).toEqual(["a", "c"]);
  });

  it("does not spoil the transaction when the database refuses it", async () => {
    await inTenant(db, here, async (tx) => {
      const twice = inPart(
        tx,
        async () => {
          await insert(tx, "d");
          await sql`select 1 / 0`.execute(tx);
        },
        () => true,
      );
      await expect(twice).rejects.toThrow(/division by zero/);
      await insert(tx, "e");
    });
    expect(await ids()).toEqual(["a", "c", "e"]);
  });
});
