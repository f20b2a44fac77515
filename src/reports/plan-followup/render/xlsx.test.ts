import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { composeReport } from "../compose/compose-report.ts";
import { inputForTest, noteForTest } from "../testing/plan-followup-input.ts";
import { renderXlsx } from "./xlsx.ts";

async function open(xlsx: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(xlsx) as unknown as ArrayBuffer);
  return book;
}

/** The rows of a list sheet by heading. */
function rowsOf(sheet: ExcelJS.Worksheet | undefined): Record<string, ExcelJS.CellValue>[] {
  const headings = sheet?.getRow(1).values as string[] | undefined;
  const rows: Record<string, ExcelJS.CellValue>[] = [];
  sheet?.eachRow((row, at) => {
    if (at === 1) return;
    const cells = (headings ?? []).flatMap((heading, column) =>
      heading ? [[heading, row.getCell(column).value]] : [],
    );
    rows.push(Object.fromEntries(cells) as Record<string, ExcelJS.CellValue>);
  });
  return rows;
}

test("REP-07: the goals' figures are numbers equal to the input to the last digit, and days are dates", async () => {
  const input = inputForTest(20);
  const rows = rowsOf((await open(await renderXlsx(composeReport(input)))).getWorksheet("Mål"));
  expect(rows).toHaveLength(20);
  const shown = input.status.goals.filter((goal) => goal.indicators[0]?.value !== 3);
  for (const goal of shown) {
    const row = rows.find((found) => found.Id === goal.id);
    const [indicator] = goal.indicators;
    expect(row?.Værdi ?? null, goal.id).toBe(indicator?.value);
    expect(row?.Måltal).toBe(indicator?.target?.value);
    expect(row?.["Forventet ved fristen"] ?? null).toBe(indicator?.projection?.value ?? null);
    expect(row?.Frist).toEqual(new Date(`${indicator?.target?.by}T00:00:00.000Z`));
  }
  const hidden = rows.filter((row) => row.Status === "Tilbageholdt");
  expect(hidden).toHaveLength(input.status.goals.length - shown.length);
  expect(hidden.every((row) => row.Værdi === "tilbageholdt")).toBe(true);
});

test("every point of every series is there to compute with", async () => {
  const input = inputForTest(3);
  const rows = rowsOf((await open(await renderXlsx(composeReport(input)))).getWorksheet("Serier"));
  const expected = composeReport(input).tracks.flatMap((track) =>
    track.goals.flatMap((goal) => goal.indicators.flatMap((indicator) => indicator.points.map((point) => point.value))),
  );
  expect(rows.map((row) => row.Værdi)).toEqual(expected);
});

test("PLAN-21: full-time persons are numbers, with the totals", async () => {
  const report = composeReport(inputForTest(3));
  const numbers: unknown[] = [];
  (await open(await renderXlsx(report))).getWorksheet("Fuldtidspersoner")?.eachRow((row) =>
    row.eachCell((cell) => {
      if (typeof cell.value === "number") numbers.push(cell.value);
    }),
  );
  const cells = report.fullTime.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  expect(numbers).toEqual(cells.flatMap((cell) => (cell.number === null ? [] : [cell.number])));
});

test("lists keep their header in sight and can be filtered, in both languages", async () => {
  const danish = await open(await renderXlsx(composeReport(inputForTest(3))));
  expect(danish.worksheets.map((sheet) => sheet.name)).toEqual([
    "Overblik",
    "Mål",
    "Serier",
    "Fuldtidspersoner",
    "Definitioner",
  ]);
  const english = await open(await renderXlsx(composeReport(inputForTest(3, "en"))));
  expect(english.worksheets.map((sheet) => sheet.name)).toEqual([
    "Overview",
    "Goals",
    "Series",
    "Full-time persons",
    "Definitions",
  ]);
  for (const name of ["Mål", "Serier", "Definitioner"]) {
    const sheet = danish.getWorksheet(name);
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet?.autoFilter).toBeTruthy();
  }
});

test("no text anyone wrote becomes a formula", async () => {
  const texts = ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1"];
  const notes = texts.map((text, at) => noteForTest({ id: `n${at}`, text }));
  const report = composeReport({ ...inputForTest(3), notes });
  const book = await open(await renderXlsx(report));
  const found: string[] = [];
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        expect(cell.type, cell.address).not.toBe(ExcelJS.ValueType.Formula);
        if (typeof cell.value === "string") found.push(cell.value);
      }),
    ),
  );
  expect(found.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
  expect(found.some((text) => text.startsWith("'=HYPERLINK"))).toBe(true);
});

test("ASK-03: the same report gives the same bytes", async () => {
  const report = composeReport(inputForTest(6));
  expect(Buffer.compare(await renderXlsx(report), await renderXlsx(report))).toBe(0);
});
