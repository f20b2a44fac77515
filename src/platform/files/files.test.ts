import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { type Cell, safeText } from "./cell.ts";
import { csvFile, workbook } from "./public.ts";

const rows: readonly (readonly Cell[])[] = [
  ["Navn", "Dag", "Måned", "Antal", "Kr."],
  ['=HYPERLINK("x")', { day: "2021-12-31" }, { day: "2021-02-01", shown: "month" }, 3, { number: 12.5, decimals: 2 }],
  ["Åse; Ø", { day: "1899-01-01" }, null, -4.5, { number: 0, decimals: 2 }],
];

/** Many rows, and how many were asked for. */
function counting(most: number): { readonly rows: Generator<readonly Cell[]>; readonly made: () => number } {
  let made = 0;
  function* many(): Generator<readonly Cell[]> {
    yield ["Id", "Navn", "Dag"];
    for (; made < most; made += 1) yield [`c${made}`, `Navn ${made}`, { day: "2021-12-31" }];
  }
  return { rows: many(), made: () => made };
}

describe("files for spreadsheets", () => {
  it("CSV has semicolons, decimal commas and Danish letters, and no text that runs", async () => {
    expect((await buffer(csvFile(rows))).toString()).toBe(
      "\uFEFFNavn;Dag;Måned;Antal;Kr.\r\n" +
        `"'=HYPERLINK(""x"")";2021-12-31;2021-02;3;12,50\r\n` +
        '"Åse; Ø";1899-01-01;;-4,5;0,00\r\n',
    );
  });

  it("a workbook has real dates and numbers, a header that stays, and no text that runs", async () => {
    const book = new exceljs.Workbook();
    await book.xlsx.load((await buffer(workbook(rows, { name: "Liste" }))) as unknown as ArrayBuffer);
    const sheet = book.getWorksheet("Liste");
    const [, , second, third] = (sheet?.getSheetValues() ?? []) as readonly (readonly unknown[])[];
    expect(second?.slice(1)).toEqual([
      `'=HYPERLINK("x")`,
      new Date("2021-12-31T00:00:00Z"),
      new Date("2021-02-01T00:00:00Z"),
      3,
      12.5,
    ]);
    expect(third?.[2]).toBe("1899-01-01");
    expect(sheet?.getCell("C2").numFmt).toBe("mm.yyyy");
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  });

  it("what looks like a formula gets a sign in front, a negative number does not", () => {
    expect(["=1", "+45 12", "-2+3", "@x", "\tx", "-2", "-1.234,5", "Mål = 5"].map((text) => safeText(text))).toEqual([
      "'=1",
      "'+45 12",
      "'-2+3",
      "'@x",
      "'\tx",
      "-2",
      "-1.234,5",
      "Mål = 5",
    ]);
    expect(safeText("=1", " ")).toBe(" =1");
  });

  it.each(["csv", "xlsx"] as const)(
    "%s asks for rows only as fast as they are taken, however many there are",
    async (format) => {
      const most = 60_000;
      const { rows: many, made } = counting(most);
      const stream = format === "csv" ? csvFile(many) : workbook(many, { name: "Liste" });
      stream.once("readable", () => undefined);
      await wait(500);
      expect(made()).toBeLessThan(most / 4);
      let bytes = 0;
      for await (const chunk of stream) bytes += (chunk as Buffer).length;
      expect(made()).toBe(most);
      expect(bytes).toBeGreaterThan(most);
    },
  );

  it("a fault in the rows breaks the file off instead of ending it as whole", async () => {
    function* broken(): Generator<readonly Cell[]> {
      yield ["Id"];
      throw new Error("the records went away");
    }
    await expect(buffer(workbook(broken(), { name: "Liste" }))).rejects.toThrow("the records went away");
    await expect(buffer(csvFile(broken()))).rejects.toThrow("the records went away");
  });
});
