import { openCsv } from "./csv/open.ts";
import type { Knows } from "./header.ts";
import { type ByteSource, type FileFault, isFault, LIMITS, type Limits, type Sheet } from "./sheet.ts";
import { firstBytes } from "./source.ts";

/** What else is known when a file is opened. */
export type OpenOptions = { readonly limits?: Partial<Limits>; readonly knows?: Knows };

const ZIP = Buffer.from("PK\u0003\u0004");
const EMPTY_ZIP = Buffer.from("PK\u0005\u0006");
/** What old .xls files and locked .xlsx files begin with. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** Names a part of a compound file in which Office keeps what a password locks. */
const LOCKED = Buffer.from("EncryptedPackage", "utf16le");
const OTHERS = [Buffer.from("%PDF"), Buffer.from("{\\rtf")];

/**
 * The tables in a file, whatever its name says it is. It is read as text or as a spreadsheet by its first bytes; anything else is
 * refused by name. Nothing in a file is ever run, followed or computed.
 */
export async function openSheets(source: ByteSource, options: OpenOptions = {}): Promise<readonly Sheet[] | FileFault> {
  const limits = { ...LIMITS, ...options.limits };
  const knows = options.knows ?? (() => 0);
  const start = await firstBytes(source, COMPOUND.length);
  if (start.length === 0) return { line: 1, fault: { code: "no_header" } };
  if (begins(start, ZIP) || begins(start, EMPTY_ZIP)) {
    const { openXlsx } = await import("./xlsx/open.ts");
    return openXlsx({ source, limits, knows });
  }
  if (begins(start, COMPOUND)) {
    return { line: 0, fault: { code: (await holds(source, LOCKED)) ? "locked_file" : "old_spreadsheet" } };
  }
  if (OTHERS.some((mark) => begins(start, mark))) return { line: 0, fault: { code: "other_document" } };
  const sheet = await openCsv({ source, limits, knows });
  return isFault(sheet) ? sheet : [sheet];
}

function begins(start: Buffer, mark: Buffer): boolean {
  return start.subarray(0, mark.length).equals(mark);
}

async function holds(source: ByteSource, wanted: Buffer): Promise<boolean> {
  let rest = Buffer.alloc(0);
  for await (const piece of source.read()) {
    const all = Buffer.concat([rest, piece]);
    if (all.includes(wanted)) return true;
    rest = all.subarray(-wanted.length);
  }
  return false;
}
