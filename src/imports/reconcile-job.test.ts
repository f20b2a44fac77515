import { buffer, text as textOf } from "node:stream/consumers";
import exceljs from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { inTenant } from "../platform/db/public.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import type { BatchKey } from "./context.ts";
import { reconciliationFile, startReconciliation, viewReconciliation, waitingBatches, workOnBatch } from "./public.ts";
import { analyst, MUNICIPALITY, type Office, openOffice } from "./testing/batches.ts";

const people = "id,born\nc1,1990-05-01\nc2,1990-05-01\n";
const spells = "id,citizen,first_day,last_day,benefit\nb1,c1,2021-01-11,2021-02-10,kontanthjaelp\n";
const money = "id,first_day,last_day,benefit,amount,refund\nx1,2021-01-01,2021-01-31,kontanthjaelp,123456,1\n";

describeOnEachEngine("a comparison somebody asked for on the page (ASK-38)", (open) => {
  let office: Office;
  let key: BatchKey;
  beforeAll(async () => {
    office = openOffice(await open(), allFacts);
    await office.bring({ "citizens.csv": people, "benefit_spells.csv": spells, "expenditure.csv": money });
    key = await office.upload({
      "citizens.csv": people.replace("c2", "c9"),
      "benefit_spells.csv": spells.replace("2021-02-10", "2021-02-13"),
      "expenditure.csv": money.replace("123456", "123457"),
    });
  });
  afterAll(() => office.close());
  const ask = () =>
    inTenant(office.imports.db, { municipality: MUNICIPALITY }, (tx) => startReconciliation(tx, key, analyst));
  const actions = async () =>
    (await office.rows("select action, keys from audit.access_log where action like 'import.%' order by at")).filter(
      ({ action }) => ["import.reconcile", "import.differences"].includes(String(action)),
    );

  it("waits as work that any process can take up, and is done once", async () => {
    expect(await viewReconciliation(office.imports, key)).toBeNull();
    await ask();
    await ask();
    expect(await viewReconciliation(office.imports, key)).toMatchObject({ state: "asked", found: null });
    expect(await waitingBatches(office.imports, MUNICIPALITY)).toContain(key.batch);
    await Promise.all([1, 2].map(() => workOnBatch(office.imports, key, office.around)));
    const view = await viewReconciliation(office.imports, key);
    expect(view).toMatchObject({ state: "done", askedBy: "test-analyst", failure: null, found: { agrees: false } });
    expect((await actions()).map(({ action }) => action)).toEqual(["import.reconcile"]);
    expect(await waitingBatches(office.imports, MUNICIPALITY)).not.toContain(key.batch);
  });

  it("shows counts without ids, keeps what it found sealed, and gives the ids as a file that is logged", async () => {
    const view = await viewReconciliation(office.imports, key);
    expect(view?.found?.facts.find(({ fact }) => fact.name === "citizens")?.persons).toEqual({
      both: 1,
      onlyInExtract: 1,
      onlyInRecords: 1,
      extract: [],
      records: [],
    });
    const [kept] = await office.rows("select encode(sealed, 'escape') as text from imports.reconciliations");
    expect(String(kept?.text)).not.toContain("citizens");
    const asked = { format: "csv", language: "da", by: analyst } as const;
    const lines = (await textOf(await reconciliationFile(office.imports, key, asked))).split("\r\n");
    expect(lines).toContain("Borgere;person;c9;;;1;0;1");
    expect(lines).toContain("Ydelsesforløb;dage;;Kontanthjælp;2021-02;13;10;3");
    expect(lines.find((line) => line.startsWith("Udgifter"))).toMatch(/;2021-01;1234,57;1234,56;0,01$/);
    expect((await actions()).at(-1)).toMatchObject({
      action: "import.differences",
      keys: expect.arrayContaining(["c9", "c2", "c1"]),
    });
  });

  it("gives a workbook with real months and amounts", async () => {
    const asked = { format: "xlsx", language: "en", by: analyst } as const;
    const book = new exceljs.Workbook();
    const bytes = await buffer(await reconciliationFile(office.imports, key, asked));
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    const rows = book.worksheets[0]?.getSheetValues() as readonly (readonly unknown[])[];
    expect(rows.find((row) => row?.[1] === "Expenditure")?.slice(5)).toEqual([
      new Date("2021-01-01T00:00:00Z"),
      1234.57,
      1234.56,
      0.01,
    ]);
  });

  it("is forgotten with the contents of the files, and then cannot be asked for", async () => {
    await office.giveUpBatch(key);
    expect(await viewReconciliation(office.imports, key)).toBeNull();
    await expect(ask()).rejects.toMatchObject({ code: "unknown_import" });
  });
});
