import { type PackedPart, zipOf } from "./zip.ts";

/** What a cell of a test's workbook holds: a text, a number, yes or no, a date (Excel's number), a formula with its last value, or XML. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly serial: number }
  | { readonly formula: string; readonly last: number | string | null }
  | { readonly xml: string };

export type TestSheet = {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  readonly state?: "hidden" | "veryHidden";
  /** The whole part, instead of one made from the rows. */
  readonly part?: Buffer;
};

export type TestBook = {
  readonly sheets: readonly TestSheet[];
  readonly is1904?: boolean;
  /** Are texts kept in the list of shared texts? */
  readonly shared?: boolean;
  readonly more?: readonly PackedPart[];
};

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

/** An .xlsx file as a spreadsheet program writes it. */
export function workbookOf(book: TestBook): Buffer {
  const texts: string[] = [];
  const part = (name: string, text: string): PackedPart => ({ name, bytes: Buffer.from(HEAD + text) });
  const sheets = book.sheets.map((sheet, at) => {
    const name = `xl/worksheets/sheet${at + 1}.xml`;
    return sheet.part ? { name, bytes: sheet.part } : part(name, sheetXml(sheet, book, texts));
  });
  const listed = book.sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="r${at + 1}"${state ? ` state="${state}"` : ""}/>`,
  );
  const links = book.sheets.map((_, at) => link(`r${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`));
  return zipOf([
    part("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    part("_rels/.rels", `<Relationships ${PACKAGE}>${link("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`),
    part(
      "xl/workbook.xml",
      `<workbook ${MAIN} xmlns:r="${OFFICE}"><workbookPr${book.is1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      `<Relationships ${PACKAGE}>${links.join("")}${link("s", "styles", "styles.xml")}${link("t", "sharedStrings", "/xl/sharedStrings.xml")}</Relationships>`,
    ),
    part("xl/styles.xml", STYLES),
    ...sheets,
    part(
      "xl/sharedStrings.xml",
      `<sst ${MAIN}>${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`,
    ),
    ...(book.more ?? []),
  ]);
}

/** Style 1 is a date of Excel's own, style 2 a Danish one written out, style 3 a number with two decimals. */
const STYLES = `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="2"/></cellXfs></styleSheet>`;

function sheetXml({ rows }: TestSheet, book: TestBook, texts: string[]): string {
  const lines = rows.map((cells, row) => {
    const filled = cells.map((cell, at) =>
      cell === null ? "" : cellXml(cell, `${letters(at)}${row + 1}`, { book, texts }),
    );
    return `<row r="${row + 1}">${filled.join("")}</row>`;
  });
  return `<worksheet ${MAIN}><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

type Texts = { readonly book: TestBook; readonly texts: string[] };

function cellXml(cell: Exclude<TestCell, null>, place: string, { book, texts }: Texts): string {
  if (typeof cell === "number") return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") {
    if (!book.shared) return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    texts.push(cell);
    return `<c r="${place}" t="s"><v>${texts.length - 1}</v></c>`;
  }
  if ("xml" in cell) return cell.xml;
  if ("serial" in cell) return `<c r="${place}" s="2"><v>${cell.serial}</v></c>`;
  const type = typeof cell.last === "string" ? ' t="str"' : "";
  const last = cell.last === null ? "" : `<v>${escaped(String(cell.last))}</v>`;
  return `<c r="${place}"${type}><f>${escaped(cell.formula)}</f>${last}</c>`;
}

function link(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
