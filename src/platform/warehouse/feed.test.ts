import { sql } from "kysely";
import { beforeEach, describe, expect, it } from "vitest";
import { allFacts } from "../../app/facts.ts";
import { type Database, inTenant, type Tx } from "../db/public.ts";
import { describeOnEachEngine, describeOnServer } from "../testing/databases.ts";
import { warehouseColumns } from "./columns.ts";
import { readChanges } from "./feed.ts";

const municipality = "0316";

function citizen(tx: Tx, id: string): Promise<unknown> {
  return sql`insert into citizens.citizens (municipality, id, name, known_from)
    values (platform.municipality(), ${id}, 'Anna Prøve', '2021-01-01')`.execute(tx);
}

/** The ids of citizens the feed gives, and the next watermark. */
async function read(db: Database, since: string | null): Promise<{ ids: string[]; text: string; watermark: string }> {
  const chunks: Buffer[] = [];
  const { watermark } = await readChanges(db, { municipality, facts: allFacts, since }, async (_fact, csv) => {
    for await (const chunk of csv) chunks.push(chunk);
  });
  const text = Buffer.concat(chunks).toString();
  const ids = text
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split(",")[0] ?? "");
  return { ids: ids.toSorted(), text, watermark };
}

/** Reads so many chunks and then has no room for more. */
async function fillDisk(csv: AsyncIterable<Buffer>, chunks: number): Promise<void> {
  let left = chunks;
  if (left > 0) for await (const _chunk of csv) if (--left === 0) break;
  throw new Error("no space left on device");
}

describeOnEachEngine("the change feed", (open) => {
  let db: Database;
  beforeEach(async () => {
    db = await open();
  });

  it("gives everything first and then what came since", async () => {
    await inTenant(db, { municipality }, (tx) => citizen(tx, "c1"));
    const first = await read(db, null);
    expect(first.ids).toEqual(["c1"]);
    await inTenant(db, { municipality }, (tx) => citizen(tx, "c2"));
    const second = await read(db, first.watermark);
    expect(second.ids).toEqual(["c2"]);
    expect((await read(db, second.watermark)).ids).toEqual([]);
  });

  it("gives a belief again when it has ended", async () => {
    await inTenant(db, { municipality }, (tx) => citizen(tx, "c1"));
    const { watermark } = await read(db, null);
    await inTenant(db, { municipality }, (tx) =>
      sql`update citizens.citizens set known_until = '2021-06-01', changed_by = pg_current_xact_id()`.execute(tx),
    );
    expect((await read(db, watermark)).text).toBe("c1,,,,,2021-01-01,2021-06-01\n");
  });

  it("leaves out names and other municipalities", async () => {
    await inTenant(db, { municipality: "0265" }, (tx) => citizen(tx, "elsewhere"));
    await inTenant(db, { municipality }, (tx) => citizen(tx, "c1"));
    const { ids, text } = await read(db, null);
    expect(ids).toEqual(["c1"]);
    expect(text).not.toContain("Anna");
    const identifying = allFacts.flatMap((fact) => {
      const given = warehouseColumns(fact).map((column) => column.name);
      return fact.columns.filter((column) => column.identifying && given.includes(column.name));
    });
    expect(identifying).toEqual([]);
  });

  it("gives the connection back when a reader fails before, in the middle of and after a table", async () => {
    await inTenant(db, { municipality }, (tx) =>
      sql`insert into citizens.citizens (municipality, id, name, known_from)
        select platform.municipality(), 'c' || n, repeat('x', 100), '2021-01-01' from generate_series(1, 20000) n`.execute(
        tx,
      ),
    );
    for (const chunks of [0, 1, 3, Number.POSITIVE_INFINITY]) {
      const reading = readChanges(db, { municipality, facts: allFacts, since: null }, (_fact, csv) =>
        fillDisk(csv, chunks),
      );
      await expect(reading).rejects.toThrow("no space left on device");
    }
    expect((await read(db, null)).ids).toHaveLength(20_000);
  });

  it("refuses a watermark of other records, so that the warehouse is built anew", async () => {
    const { watermark } = await read(db, null);
    const [number = "", whose = ""] = watermark.split(" ");
    const replaced = { code: "records_replaced" };
    await expect(read(db, `999999999 ${whose}`)).rejects.toMatchObject(replaced);
    await expect(read(db, number)).rejects.toMatchObject(replaced);
    await expect(read(db, `${number} ${whose.replace(municipality, "0370")}`)).rejects.toMatchObject(replaced);
    await expect(read(db, "1; drop table x")).rejects.toThrow(/not a watermark/);
  });
});

describeOnServer("the change feed beside a slow transaction", (open) => {
  it("does not miss the row of a transaction that began earlier and ended later", async () => {
    const db = await open();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const { promise: hasWritten, resolve: written } = Promise.withResolvers<void>();
    const slow = inTenant(db, { municipality }, async (tx) => {
      await citizen(tx, "slow");
      written();
      await mayEnd;
    });
    await hasWritten;
    await inTenant(db, { municipality }, (tx) => citizen(tx, "quick"));
    const during = await read(db, null);
    end();
    await slow;
    const after = await read(db, during.watermark);
    expect(during.ids).toEqual(["quick"]);
    expect(after.ids).toContain("slow");
  });
});

describe("what is left out of the feed", () => {
  it("is what identifies: there is something to leave out", () => {
    expect(allFacts.flatMap((fact) => fact.columns).filter((column) => column.identifying).length).toBeGreaterThan(0);
  });
});
