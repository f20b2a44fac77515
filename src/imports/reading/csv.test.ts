import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bufferSource } from "../testing/buffer-source.ts";
import { readAll } from "../testing/read.ts";

const latin = (text: string): Buffer => Buffer.from(text, "latin1");
const wide = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
const cells = async (file: Buffer | string) => (await readAll(file)).rows.map((row) => row.cells);

describe("tables as Danish offices save them (ASK-33)", () => {
  const text = "navn;dag\r\nSøren Åse;31-12-2021\r\nÆrø;1-1-2022\r\n";
  it.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
    ["Windows-1252", latin(text), "windows-1252"],
    ["UTF-16, as Excel's Unicode text", wide(text), "utf-16le"],
  ])("%s", async (_name, ...[file, encoding]) => {
    const read = await readAll(file);
    expect(read).toMatchObject({ header: ["navn", "dag"], form: { encoding, delimiter: ";" }, fault: null });
    expect(read.rows).toEqual([
      { line: 2, cells: ["Søren Åse", "31-12-2021"] },
      { line: 3, cells: ["Ærø", "1-1-2022"] },
    ]);
  });

  it.each([";", ",", "\t", "|"])("with %j between the fields, whatever stands in them", async (mark) => {
    const rows = [
      ["id", "beløb", "tekst"],
      ["1", '"0,5"', '"a;b"'],
      ["2", '"1.234,5"', '"x, y"'],
      ["3", "7", "|"].map((cell) => (cell === mark ? "-" : cell)),
    ];
    expect(await readAll(rows.map((row) => row.join(mark)).join("\n"))).toMatchObject({
      form: { delimiter: mark },
      header: ["id", "beløb", "tekst"],
      rows: [{ cells: ["1", "0,5", "a;b"] }, { cells: ["2", "1.234,5", "x, y"] }, { line: 4 }],
    });
  });

  it("with the delimiter told in the first line, as Excel tells it", async () => {
    expect(await readAll("sep=,\na,b\n1;2,3\n")).toMatchObject({ header: ["a", "b"], rows: [{ cells: ["1;2", "3"] }] });
  });

  it("with titles above, empty lines and columns, the header again, and line breaks in quotes", async () => {
    const file =
      'Udtræk af borgere;;;\nDato;31-12-2021;;\n\nid;navn;by;\n1;"To\r\nlinjer ""her""";Ærø;\nid;navn;by;\n;;;\n2;x;y;\n';
    const read = await readAll(file);
    expect(read).toMatchObject({ header: ["id", "navn", "by"], headerLine: 4 });
    expect(read.rows).toEqual([
      { line: 5, cells: ["1", 'To\nlinjer "her"', "Ærø", ""] },
      { line: 9, cells: ["2", "x", "y", ""] },
    ]);
  });

  it("with old Mac line ends", async () =>
    expect(await cells("a;b\r1;2\r3;4\r")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]));
});

describe("letters are never read wrongly in silence (ASK-33)", () => {
  it.each([
    ["half UTF-8, half Windows", Buffer.concat([Buffer.from("a;b\nø;1\n"), latin("ø;2\n")]), 3, "mixed_encoding"],
    ["half Windows, half UTF-8", Buffer.concat([latin("a;b\nø;1\n"), Buffer.from("ø;2\n")]), 3, "mixed_encoding"],
    ["a mark, then Windows", Buffer.concat([Buffer.from("\uFEFFa;b\n"), latin("ø;2\n")]), 2, "mixed_encoding"],
    ["DOS letters", latin("a;b\nbl\x86b\x91r;1\n"), 2, "wrong_encoding"],
    ["UTF-8 opened as Windows and saved again", Buffer.from("a;b\nSÃ¸ren;1\n"), 2, "twice_encoded"],
    ["letters lost before", Buffer.from("a;b\nS\uFFFDren;1\n"), 2, "lost_letters"],
    ["half a wide letter", Buffer.concat([wide("a;b\n1;2\n"), Buffer.from([0x00, 0xd8])]), 3, "wrong_encoding"],
  ])("%s is refused with its line", async (_name, ...[file, line, code]) => {
    expect((await readAll(file)).fault).toEqual({ line, code });
  });
});

describe("hostile files harm nothing (ASK-34)", () => {
  const long = "x".repeat(1_200_000);
  it.each([
    ["nothing", "", 1, "no_header"],
    ["only empty lines", "\n\n;;\n", 1, "no_header"],
    ["zeros", Buffer.from("a;b\n1;\0\n"), 2, "not_text"],
    ["a gigantic line", `a;b\n1;2\n${long}`, 3, "row_too_long"],
    ["a quote that never closes", `a;b\n1;"2\n${"3;4\n".repeat(400_000)}`, 2, "unterminated_quote"],
    ["a quote in the middle", 'a;b\n1;x"y\n', 2, "stray_quote"],
    ["a million columns", `a;b\n${"1;".repeat(400_000)}\n`, 2, "too_many_columns"],
    ["quotes within quotes", `a;b\n"${'""'.repeat(300_000)}";1\n2;"\n`, 3, "unterminated_quote"],
    ["a PDF", "%PDF-1.7\n", 0, "other_document"],
    ["an old spreadsheet", Buffer.from("d0cf11e0a1b11ae10000", "hex"), 0, "old_spreadsheet"],
    [
      "a locked spreadsheet",
      Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      0,
      "locked_file",
    ],
  ])("%s", async (_name, ...told) => {
    const [file, line, code] = told as [string | Buffer, number, string];
    expect((await readAll(file)).fault).toEqual({ line, code });
  });

  it("formulas are text like any other, and names of files lead nowhere", async () => {
    expect(await cells("id;navn\n1;=cmd|'/c calc'!A0\n2;@SUM(A1)\n")).toEqual([
      ["1", "=cmd|'/c calc'!A0"],
      ["2", "@SUM(A1)"],
    ]);
    expect((await readAll(bufferSource("../../../etc/passwd", Buffer.from("a;b\n1;2\n")))).rows).toHaveLength(1);
  });

  it("any bytes give rows or a fault, never an exception", async () => {
    const some = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: "binary", maxLength: 200 }).map((text) => Buffer.from(text)),
      fc.stringMatching(/^[a-zæø;,"\n\r\t 0-9]*$/).map((text) => Buffer.from(text, "latin1")),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from("PK\u0003\u0004"), bytes])),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), bytes])),
    );
    await fc.assert(
      fc.asyncProperty(some, async (bytes) => {
        const read = await readAll(Buffer.from(bytes));
        if (read.fault) expect(read.fault.code).toBeTruthy();
        else expect(read.header.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it("what was written is read again, in every encoding, with every delimiter, cut anywhere", async () => {
    const cell = fc.stringMatching(/^[a-zæøåÆØÅé;,"\n\t|0-9]{0,8}$/).map((text) => text.trim());
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const encode = { utf8: Buffer.from, latin, wide } as const;
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(";", ",", "\t"),
        fc.constantFrom("utf8", "latin", "wide"),
        async (...[rows, mark, how]) => {
          const all = [["Første", "Anden", "Tredje"], ...rows];
          const text = all.map((row) => row.map(quoted).join(mark)).join("\r\n");
          const bytes = (encode[how] as (text: string) => Buffer)(text.replaceAll("\r\n", "\n"));
          const source = {
            ...bufferSource("x", bytes),
            read: (from = 0, to = bytes.length) => slices(bytes.subarray(from, to)),
          };
          const wanted = rows.filter((row) => row.some((value) => value !== ""));
          const read = await readAll(source);
          expect(read.fault).toBeNull();
          expect(read.rows.map((row) => row.cells)).toEqual(wanted);
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Pieces of seven bytes. */
async function* slices(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 7) yield await Promise.resolve(bytes.subarray(at, at + 7));
}
