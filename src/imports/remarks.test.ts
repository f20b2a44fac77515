import { afterAll, beforeAll, expect, it } from "vitest";
import { allFacts } from "../app/facts.ts";
import { describeOnEachEngine } from "../platform/testing/databases.ts";
import { readFindings, readRows } from "./public.ts";
import { analyst, type Office, openOffice } from "./testing/batches.ts";
import { workbookOf } from "./testing/workbook.ts";

const all = { file: null, verdict: "new", code: null, descending: false, page: 1, by: analyst } as const;

describeOnEachEngine("what a check remarks and does not refuse", (open) => {
  let office: Office;
  beforeAll(async () => {
    office = openOffice(await open(), allFacts);
  });
  afterAll(() => office.close());

  it("tells which cells a formula gave, column by column and row by row, and takes the rows", async () => {
    const rows = [
      ["id", "born", "note"],
      ["f1", "1990-05-01", { formula: "1+1", last: "2" }],
      ["f2", { formula: "DATE(1990,5,2)", last: "1990-05-02" }, ""],
      ["f3", { formula: "DATE(1990,5,3)", last: "1990-05-03" }, ""],
    ];
    const { key, view } = await office.check({ "citizens.xlsx": workbookOf({ sheets: [{ name: "Ark1", rows }] }) });
    expect(view).toMatchObject({ state: "checked", files: [{ counts: { new: 3, rejected: 0 } }] });
    const { findings, remarks } = await readFindings(office.imports, key);
    expect(findings).toEqual([]);
    expect(remarks).toMatchObject([{ file: 1, code: "formulas_used", column: "born", cells: 2, lines: [3, 4] }]);
    const page = await readRows(office.imports, key, all);
    expect(page.rows.map(({ line, remarks: said }) => [line, said.map(({ column, code }) => [column, code])])).toEqual([
      [2, []],
      [3, [["born", "formulas_used"]]],
      [4, [["born", "formulas_used"]]],
    ]);
    expect((await office.run(key)).state).toBe("done");
  });

  it("a cell that was typed anew is no formula's any more", async () => {
    const rows = [
      ["id", "born"],
      ["g1", { formula: "X", last: "1990-13-01" }],
    ];
    const { key } = await office.check({ "citizens.xlsx": workbookOf({ sheets: [{ name: "Ark1", rows }] }) });
    const cell = { file: 1, line: 2, place: 1 };
    await office.correctCell(key, { cell, was: "1990-13-01", value: "1990-12-01", by: analyst });
    expect((await office.work(key)).files[0]?.counts).toMatchObject({ new: 1, rejected: 0 });
    expect((await readFindings(office.imports, key)).remarks).toEqual([]);
  });

  it("tells numbers that fail modulus 11 by line, never by number, and takes them (law and data, section 6)", async () => {
    const file = "id,born,cpr\nn1,1960-01-01,010160-0000\nn2,1960-01-01,010160-0001\nn3,1960-01-01,010160-0002\n";
    const { key, view } = await office.check({ "citizens.csv": file });
    expect(view.files[0]?.counts).toMatchObject({ new: 3, rejected: 0 });
    const { remarks } = await readFindings(office.imports, key);
    expect(remarks).toMatchObject([{ code: "fails_modulus_11", column: "cpr" }]);
    expect(remarks[0]?.cells).toBeGreaterThanOrEqual(2);
    expect(remarks[0]?.lines).toHaveLength(remarks[0]?.cells ?? 0);
    expect(JSON.stringify(remarks)).not.toContain("010160");
    expect((await office.run(key)).state).toBe("done");
  });

  it("lines that sum up are told with their line", async () => {
    const { key } = await office.check({ "citizens.csv": "id,born\nt1,1990-05-01\nI alt,\n" });
    expect((await readFindings(office.imports, key)).remarks).toMatchObject([{ code: "total_line", lines: [3] }]);
  });
});
