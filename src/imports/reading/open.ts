import { openCsv } from "./csv/open.ts";
import type { Knows } from "./header.ts";
import { type ByteSource, type FileFault, isFault, LIMITS, type Limits, type Sheet } from "./sheet.ts";
import { firstBytes } from "./source.ts";

/** What else is known when a file is opened. */
export type OpenOptions = { readonly limits?: Partial<Limits>; readonly knows?: Knows };

/**
 * The tables in a file, whatever its name says it is. It is read as text or as a spreadsheet by its first bytes; anything else is
 * refused by name. Nothing in a file is ever run, followed or computed.
 */
export async function openSheets(source: ByteSource, options: OpenOptions = {}): Promise<readonly Sheet[] | FileFault> {
  const limits = { ...LIMITS, ...options.limits };
  const knows = options.knows ?? (() => 0);
  if (source.size === 0) return { line: 1, fault: { code: "no_header" } };
  await firstBytes(source, 8);
  const sheet = await openCsv({ source, limits, knows });
  return isFault(sheet) ? sheet : [sheet];
}
