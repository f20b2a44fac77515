import { openSheets } from "../reading/open.ts";
import { isFault } from "../reading/sheet.ts";
import { fileSource } from "../reading/source.ts";

/** Counts a file's rows, for a process of its own with little memory: `node count-rows.ts <file>`. */
async function count(path: string): Promise<string> {
  const sheets = await openSheets(fileSource(path), { limits: { ratio: 100_000 } });
  if (isFault(sheets)) return `0 rows, ${sheets.fault.code}`;
  let rows = 0;
  let fault = "no fault";
  for await (const piece of sheets[0]?.rows() ?? []) {
    if (isFault(piece)) fault = piece.fault.code;
    else rows += piece.length;
  }
  return `${rows} rows, ${fault}`;
}

process.stdout.write(await count(process.argv[2] ?? ""));
