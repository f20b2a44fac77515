import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { demoFacts } from "./facts.ts";
import { type DemoOptions, generateDemo } from "./generate.ts";
import { csvColumns, csvWriter } from "./rules/csv.ts";

/** How many records of each fact were written. */
type Written = Readonly<Record<string, number>>;

/**
 * Writes the demo as one CSV file per fact into a folder, which is made when it does not exist. Existing files are replaced.
 * Only a batch at a time is held in memory. `only` names the facts to write; all when left out. Throws what the file system throws,
 * such as a full disk.
 */
export function writeDemo(folder: string, options: DemoOptions, only?: readonly string[]): Written {
  mkdirSync(folder, { recursive: true });
  const wanted = demoFacts.filter((fact) => only === undefined || only.includes(fact.name));
  const counts: Record<string, number> = {};
  const files = new Map<string, { readonly fd: number; readonly text: ReturnType<typeof csvWriter> }>();
  try {
    for (const fact of wanted) {
      const fd = openSync(join(folder, `${fact.name}.csv`), "w");
      files.set(fact.name, { fd, text: csvWriter(fact) });
      counts[fact.name] = 0;
      writeSync(fd, `${csvColumns(fact).join(",")}\n`);
    }
    for (const { fact, rows } of generateDemo(options)) {
      const file = files.get(fact);
      if (!file) continue;
      writeSync(file.fd, file.text(rows));
      counts[fact] = (counts[fact] ?? 0) + rows.length;
    }
  } finally {
    for (const file of files.values()) closeSync(file.fd);
  }
  return counts;
}
