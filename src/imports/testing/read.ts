import { openSheets } from "../reading/open.ts";
import { type ByteSource, type FileFault, isFault, type RawRow } from "../reading/sheet.ts";
import { bufferSource } from "./buffer-source.ts";

/** What came of a file of a test: the header and rows of its first table, and the fault that ended it, if one did. */
export type WasRead = {
  readonly header: readonly string[];
  readonly rows: readonly RawRow[];
  readonly form: unknown;
  readonly remarks: readonly string[];
  readonly sheets: number;
  readonly fault: { readonly line: number; readonly code: string } | null;
};

/** Reads a file to its end. */
export async function readAll(file: ByteSource | Buffer | string, limits = {}): Promise<WasRead> {
  const source = typeof file === "string" || Buffer.isBuffer(file) ? bufferSource("test", Buffer.from(file)) : file;
  const sheets = await openSheets(source, { limits });
  const nothing = { header: [], rows: [], form: null, remarks: [], sheets: 0 };
  if (isFault(sheets)) return { ...nothing, fault: told(sheets) };
  const [sheet] = sheets;
  if (!sheet) return { ...nothing, fault: null };
  const rows: RawRow[] = [];
  let fault: FileFault | null = null;
  for await (const piece of sheet.rows()) {
    if (isFault(piece)) fault = piece;
    else rows.push(...piece);
  }
  const remarks = sheet.remarks.map(({ code }) => code);
  return { ...sheet, rows, remarks, sheets: sheets.length, fault: fault && told(fault) };
}

function told({ line, fault }: FileFault): { readonly line: number; readonly code: string } {
  return { line, code: fault.code };
}
