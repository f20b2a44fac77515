import { findHeader, HEADER_WITHIN, type Knows, repeatsHeader, withoutTail } from "../header.ts";
import {
  type ByteSource,
  type FileFault,
  isFault,
  type Limits,
  type RawRow,
  type Rows,
  SAMPLE,
  type Sheet,
} from "../sheet.ts";
import type { CellBook } from "./cell.ts";
import { type RowFault, readRows } from "./rows.ts";
import { sharedStrings, TooManyTexts } from "./shared-strings.ts";
import { dateStyles } from "./styles.ts";
import { readWorkbook, type SheetPart, type Workbook } from "./workbook.ts";
import { BadPart } from "./xml.ts";
import { openZip, type Parts } from "./zip.ts";

type Opening = { readonly source: ByteSource; readonly limits: Limits; readonly knows: Knows };
type Opened = Opening & { readonly parts: Parts; readonly book: CellBook; readonly workbook: Workbook };

const WHOLE = 0;

/**
 * The visible sheets of a spreadsheet that have anything in them. Macros, links to other files, charts and hidden sheets are left
 * alone; that they are there is remarked.
 */
export async function openXlsx(opening: Opening): Promise<readonly Sheet[] | FileFault> {
  try {
    return await open(opening);
  } catch (error) {
    return faultOf(error);
  }
}

async function open(opening: Opening): Promise<readonly Sheet[] | FileFault> {
  const parts = await openZip(opening.source, opening.limits);
  if (isFault(parts)) return parts;
  if (!parts.names.includes("[Content_Types].xml")) return { line: WHOLE, fault: { code: "packed_files" } };
  if (parts.names.some((name) => name.endsWith("workbook.bin")))
    return { line: WHOLE, fault: { code: "old_spreadsheet" } };
  const workbook = await readWorkbook(parts);
  if (workbook === null) return { line: WHOLE, fault: { code: "other_document" } };
  const book = {
    texts: await sharedStrings(parts, workbook.sharedStrings, opening.limits.sharedText),
    dateStyles: await dateStyles(parts, workbook.styles),
    dates: workbook.dates,
  };
  const opened = { ...opening, parts, book, workbook };
  const sheets: Sheet[] = [];
  for (const part of workbook.sheets.filter(({ isHidden }) => !isHidden)) {
    const sheet = await openSheet(opened, part);
    if (sheet && isFault(sheet)) return sheet;
    if (sheet) sheets.push(sheet);
  }
  return sheets.length > 0 ? sheets : { line: 1, fault: { code: "no_header" } };
}

async function openSheet(opened: Opened, part: SheetPart): Promise<Sheet | FileFault | null> {
  const { knows, workbook, parts } = opened;
  const start: RawRow[] = [];
  let fault: RowFault | null = null;
  for await (const piece of readRows(parts.read(part.part), opened.book, opened.limits)) {
    if ("code" in piece) fault = piece;
    else start.push(...piece);
    if (start.length > HEADER_WITHIN + SAMPLE) break;
  }
  const at = findHeader(start, knows);
  const found = start[at];
  if (!found) return fault ? asFault(fault) : null;
  const header = withoutTail(found.cells);
  return {
    name: part.name,
    form: { kind: "xlsx", sheet: part.name, dates: workbook.dates },
    header,
    headerLine: found.line,
    sample: start.slice(at + 1, at + 1 + SAMPLE).filter((row) => !repeatsHeader(row, header)),
    remarks: remarksOn(parts, workbook),
    rows: () => rowsBelow(opened, part, { header, line: found.line }),
  };
}

/** What is in the file besides its visible cells. */
function remarksOn(parts: Parts, { sheets }: Workbook): Sheet["remarks"] {
  const has = (pattern: RegExp): boolean => parts.names.some((name) => pattern.test(name));
  return [
    ...sheets
      .filter(({ isHidden }) => isHidden)
      .map(({ name }) => ({ code: "hidden_sheet", values: { name } }) as const),
    ...(has(/(^|\/)vbaProject\.bin$/i) ? [{ code: "macros_ignored" } as const] : []),
    ...(has(/\/externalLinks\//) ? [{ code: "links_ignored" } as const] : []),
  ];
}

async function* rowsBelow(
  { parts, book, limits }: Opened,
  part: SheetPart,
  header: { readonly header: readonly string[]; readonly line: number },
): AsyncGenerator<Rows | FileFault> {
  try {
    for await (const piece of readRows(parts.read(part.part), book, limits)) {
      if ("code" in piece) yield asFault(piece);
      else yield piece.filter((row) => row.line > header.line && !repeatsHeader(row, header.header));
    }
  } catch (error) {
    yield faultOf(error);
  }
}

function asFault({ line, code }: RowFault): FileFault {
  return { line, fault: { code } };
}

/** Whatever goes wrong inside a packed file is the file's doing: it is named, never thrown on. */
function faultOf(error: unknown): FileFault {
  if (error instanceof TooManyTexts) return { line: WHOLE, fault: { code: "packed_too_much" } };
  if (error instanceof BadPart || error instanceof Error) return { line: WHOLE, fault: { code: "damaged_file" } };
  throw error;
}
