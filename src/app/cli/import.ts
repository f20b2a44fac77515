import { createWriteStream, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import {
  type BatchView,
  differencesFile,
  type Finding,
  type Mapping,
  type Reconciliation,
} from "../../imports/public.ts";
import { type NamedError, namedError } from "../../platform/db/public.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import type { ImportedFolder, NamedRow } from "../import-folder.ts";
import type { Ending } from "./commands.ts";
import { type Output, say } from "./output.ts";
import { type Place, reach } from "./reach.ts";

export type ImportOptions = {
  readonly municipality?: string;
  readonly dryRun?: boolean;
  readonly mapping?: string;
  readonly setAside?: readonly string[];
  readonly accept?: readonly string[];
  readonly reason?: string;
};

/** `import`: a folder of files, as on the page. Ends well when everything is stored, or would be. */
export async function importFolder(
  place: Place,
  folder: string,
  { options, output }: { readonly options: ImportOptions; readonly output: Output },
): Promise<Ending> {
  const { dryRun = false, mapping, reason = "", municipality } = options;
  const imported = await reach(place, "importFolder", {
    folder: resolve(folder),
    dryRun,
    mappings: mapping === undefined ? {} : readMappings(mapping),
    rows: [...named(options.setAside, "set_aside"), ...named(options.accept, "accepted")],
    reason,
    ...(municipality && { municipality }),
  });
  if (output.format === "json") output.line(JSON.stringify(imported, null, 2));
  else print(imported, { dryRun, output });
  return isGood(imported.view) ? 0 : 1;
}

function isGood({ state, files }: BatchView): boolean {
  const isClean = files.every(({ leftOut, counts }) => leftOut || counts?.rejected === 0);
  return state === "done" || (state === "checked" && isClean);
}

function named(rows: readonly string[] = [], kind: NamedRow["kind"]): readonly NamedRow[] {
  return rows.map((text) => {
    const parts = /^(.+):(\d+)$/.exec(text);
    if (!parts) throw complaint("badRowName", { text });
    return { file: parts[1] ?? "", line: Number(parts[2]), kind };
  });
}

function readMappings(path: string): Record<string, Mapping> {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Record<string, Mapping>;
  } catch {
    throw complaint("badMappingFile");
  }
}

function complaint(key: "badRowName" | "badMappingFile", values: Readonly<Record<string, string>> = {}): NamedError {
  return namedError(key, { da: say({ language: "da" }, key, values), en: say({ language: "en" }, key, values) });
}

function print(
  { view, findings }: ImportedFolder,
  { dryRun, output }: { readonly dryRun: boolean; readonly output: Output },
): void {
  for (const { name, fact, counts } of view.files) {
    if (fact && counts)
      output.line(say(output, "importFile", { file: name, fact: fact.label[output.language], ...counts }));
    else output.complain(say(output, "importUnknown", { file: name }));
  }
  for (const finding of findings) output.complain(findingLine(view, finding, output));
  printMoved(view, output);
  const rejected = view.files.reduce((sum, { counts }) => sum + (counts?.rejected ?? 0), 0);
  const unknown = view.files.filter(({ mapping }) => mapping === null).length;
  if (unknown > 0) output.complain(say(output, "importWaits", { files: unknown }));
  else if (rejected > 0) output.complain(say(output, "importRefused", { rejected }));
  else output.line(say(output, dryRun ? "importDry" : "importDone"));
}

function printMoved({ moved }: BatchView, output: Output): void {
  for (const { goal, title, before, after } of moved ?? []) {
    const shown = (value: number | null): string =>
      value === null ? "-" : formatNumber(value, output.language, Number.isInteger(value) ? 0 : 1);
    const values = { before: shown(before), after: shown(after) };
    output.line(say(output, "importMoved", { goal, title: title[output.language], ...values }));
  }
}

function findingLine(view: BatchView, finding: Finding, output: Output): string {
  const file = view.files.find((one) => one.file === finding.file)?.name ?? "";
  const { firstLine: line, column, problems } = finding;
  return say(output, "importFinding", {
    file,
    line,
    column: column ?? "",
    problems,
    message: finding.message[output.language],
  });
}

export type ReconcileOptions = Pick<ImportOptions, "municipality" | "mapping"> & { readonly out?: string };

/** `reconcile`: an old system's extracts beside the records. Ends well when they agree. */
export async function reconcileFolder(
  place: Place,
  folder: string,
  { options, output }: { readonly options: ReconcileOptions; readonly output: Output },
): Promise<Ending> {
  const { mapping, municipality, out } = options;
  const found = await reach(place, "reconcileFolder", {
    folder: resolve(folder),
    mappings: mapping === undefined ? {} : readMappings(mapping),
    ...(municipality && { municipality }),
  });
  if (out !== undefined) {
    const format = out.toLowerCase().endsWith(".xlsx") ? "xlsx" : "csv";
    await pipeline(differencesFile(found, { format, language: output.language }), createWriteStream(out));
  }
  if (output.format === "json") output.line(JSON.stringify(found, null, 2));
  else printReconciliation(found, output);
  return found.agrees ? 0 : 1;
}

function printReconciliation({ facts, unread, agrees }: Reconciliation, output: Output): void {
  for (const { fact, persons, days, months, amounts } of facts) {
    const name = fact.label[output.language];
    if (persons) {
      const { both, onlyInExtract, onlyInRecords } = persons;
      output.line(say(output, "reconcilePersons", { fact: name, both, onlyInExtract, onlyInRecords }));
    }
    if (days && days.total > 0) output.line(say(output, "reconcileDays", { fact: name, total: days.total }));
    const sums = [...months, ...amounts.flatMap((amount) => amount.sums)];
    for (const { kind, of, extract, records } of sums.filter((sum) => sum.extract !== sum.records)) {
      output.line(say(output, "reconcileSum", { fact: name, kind: kind ?? "", of, extract, records }));
    }
  }
  if (unread > 0) output.complain(say(output, "reconcileUnread", { unread }));
  output.line(say(output, agrees ? "reconcileAgrees" : "reconcileDiffers"));
}
