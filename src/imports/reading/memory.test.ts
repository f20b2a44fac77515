import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workbookOf } from "../testing/workbook.ts";

/*
 * A file is read in a process with a small heap: the file is far larger than the heap, so reading it whole would end the process.
 */

const READER = fileURLToPath(new URL("../testing/count-rows.ts", import.meta.url));
const HEAP_MB = 40;
const ROWS = 1_200_000;

describe("a file of any size is read in bounded memory (ASK-34)", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "springbraet-memory-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const read = (file: string): string =>
    execFileSync(process.execPath, [`--max-old-space-size=${HEAP_MB}`, READER, file], { encoding: "utf8" }).trim();

  it("text: more than its heap of forty megabytes", () => {
    const file = join(folder, "large.csv");
    const fd = openSync(file, "w");
    writeSync(fd, "borger;ydelse;første dag;sidste dag\r\n");
    const line = "c0001234567;kontanthjælp;01-01-2021;31-12-2021;";
    const thousand = `${line}\r\n`.repeat(1_000);
    for (let at = 0; at < ROWS / 1_000; at++) writeSync(fd, thousand);
    closeSync(fd);
    expect(read(file)).toBe(`${ROWS} rows, no fault`);
  });

  it("a spreadsheet: more cells than its heap of forty megabytes holds", () => {
    const file = join(folder, "large.xlsx");
    const cells = '<c t="inlineStr"><is><t>c0001234567</t></is></c><c><v>44561</v></c><c><v>0.811</v></c>';
    const many = `<row>${cells}</row>`.repeat(500_000);
    const sheet = Buffer.from(
      `<worksheet><sheetData><row><c t="str"><v>borger</v></c><c t="str"><v>dag</v></c></row>${many}</sheetData></worksheet>`,
    );
    const book = workbookOf({ sheets: [{ name: "Ark1", rows: [], part: sheet }] });
    writeFileSync(file, book);
    expect(read(file)).toBe("500000 rows, no fault");
  });

  it("one line without end is refused before it fills the memory", () => {
    const file = join(folder, "line.csv");
    const fd = openSync(file, "w");
    for (let at = 0; at < 100; at++) writeSync(fd, "x;".repeat(500_000));
    closeSync(fd);
    expect(read(file)).toBe("0 rows, row_too_long");
  });
});
