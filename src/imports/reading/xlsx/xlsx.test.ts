import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAll } from "../../testing/read.ts";
import { type TestCell, workbookOf } from "../../testing/workbook.ts";
import { zipOf } from "../../testing/zip.ts";

const sheet = (...rows: TestCell[][]) => [{ name: "Ark1", rows }];
const head: TestCell[] = ["id", "værdi"];
const readBack = async (cell: TestCell, is1904 = false): Promise<string | undefined> =>
  (await readAll(workbookOf({ sheets: sheet(head, ["1", cell]), is1904 }))).rows[0]?.cells[1];

describe("spreadsheets (ASK-33)", () => {
  it("give dates by their style, numbers with a decimal comma, yes and no as words, formulas by their last value", async () => {
    expect(await readBack({ serial: 44_561 })).toBe("2021-12-31");
    expect(await readBack({ serial: 43_099 }, true)).toBe("2021-12-31");
    expect(await readBack({ serial: 44_561.5 })).toBe("2021-12-31 12:00");
    expect(await readBack(1.234)).toBe("1,234");
    expect(await readBack(0.1 + 0.2)).toBe("0,3");
    expect(await readBack(1_234_567)).toBe("1234567");
    expect(await readBack(true)).toBe("ja");
    expect(await readBack({ formula: "1+1", last: 2 })).toBe("2");
    expect(await readBack({ formula: "HYPERLINK(A1)", last: "Søren & Åse <3" })).toBe("Søren & Åse <3");
    expect(await readBack({ xml: '<c r="B2" t="e"><v>#N/A</v></c>' })).toBe("#N/A");
  });

  it("have several sheets; hidden ones, macros and links to other files are left alone and told", async () => {
    const more = ["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"].map((name) => ({
      name,
      bytes: Buffer.from("x"),
    }));
    const book = workbookOf({
      sheets: [
        { name: "Et", rows: [["Titel"], [], head, ["1", { formula: "[1]Ark1!A1", last: 5 }]] },
        { name: "Skjult", rows: [head, ["9", "hemmeligt"]], state: "veryHidden" },
        { name: "Tom", rows: [] },
        { name: "To", rows: [head, ["2", "b"]] },
      ],
      more,
    });
    expect(await readAll(book)).toMatchObject({
      sheets: 2,
      header: head,
      headerLine: 3,
      rows: [{ line: 4, cells: ["1", "5"], formulas: [1] }],
      remarks: ["hidden_sheet", "macros_ignored", "links_ignored"],
    });
  });

  it("what was written is read again, shared or in the cell", async () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[a-zæøå&<>"' 0-9]{1,10}$/),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.boolean(),
    );
    const table = fc.array(fc.tuple(fc.stringMatching(/^[a-zæøå]{1,5}$/), cell), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, shared) => {
        const read = await readAll(workbookOf({ sheets: sheet(head, ...rows), shared }));
        const written = (value: TestCell): string =>
          typeof value === "boolean" ? (value ? "ja" : "nej") : String(value).trim();
        expect(read.rows.map(({ cells: [a = "", b = ""] }) => [a, b])).toEqual(rows.map((row) => row.map(written)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("hostile spreadsheets harm nothing (ASK-34)", () => {
  const good = workbookOf({ sheets: sheet(head, ["1", "a"]) });
  const withSheet = (xml: string): Buffer => workbookOf({ sheets: sheet([{ xml }]), shared: true });
  const faultOf = async (file: Buffer, limits = {}) => (await readAll(file, limits)).fault?.code;

  it("truncated anywhere, they are damaged", async () => {
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(await faultOf(good.subarray(0, Math.floor(good.length * share)))).toBe("damaged_file");
    }
  });

  it("any byte changed, they are read or refused, never thrown at", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const bent = Buffer.from(good);
        bent[at] = byte;
        const read = await readAll(bent);
        expect(read.fault !== null || read.header.length > 0).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("bombs are not unpacked: too large, too many, or larger than they say", async () => {
    const zeros = Buffer.alloc(30_000_000, " ");
    const bomb = workbookOf({ sheets: sheet(head), more: [{ name: "xl/media/x.bin", bytes: zeros }] });
    expect(await faultOf(bomb)).toBe("packed_too_much");
    expect(await faultOf(good, { unpacked: 1_000 })).toBe("packed_too_much");
    expect(await faultOf(good, { parts: 3 })).toBe("packed_too_much");
    const liar = zipOf([
      { name: "[Content_Types].xml", bytes: Buffer.from("x") },
      { name: "_rels/.rels", bytes: zeros, size: 10 },
    ]);
    expect(await faultOf(liar)).toBe("damaged_file");
  });

  it("entities, document types, endless texts and impossible cells end the reading", async () => {
    for (const xml of ["&lol;", "<!DOCTYPE x>", '<c r="ZZZZZ1"><v>1</v></c>', "<c><v>"]) {
      expect(await faultOf(withSheet(xml)), xml).toBe("damaged_file");
    }
    expect(await faultOf(withSheet(`<c r="A1" t="str"><v>${"x".repeat(3_000_000)}</v></c>`), { ratio: 1e9 })).toMatch(
      /damaged_file|row_too_long/,
    );
    expect(await faultOf(workbookOf({ sheets: sheet(head, ["1", "a"]), shared: true }), { sharedText: 10 })).toBe(
      "packed_too_much",
    );
    expect(await faultOf(workbookOf({ sheets: sheet(head, ["1", { formula: "1+1", last: null }]) }))).toBe(
      "formula_without_value",
    );
  });

  it("other packages are named, and names in them lead nowhere", async () => {
    expect(await faultOf(zipOf([{ name: "borgere.csv", bytes: Buffer.from("id\n1") }]))).toBe("packed_files");
    expect(await faultOf(zipOf([{ name: "../../etc/passwd", bytes: Buffer.from("x") }]))).toBe("damaged_file");
    const types = { name: "[Content_Types].xml", bytes: Buffer.from("<Types/>") };
    expect(await faultOf(zipOf([types, { name: "word/document.xml", bytes: Buffer.from("<d/>") }]))).toBe(
      "other_document",
    );
    expect(await faultOf(zipOf([types, { name: "xl/workbook.bin", bytes: Buffer.from("x") }]))).toBe("old_spreadsheet");
  });
});
