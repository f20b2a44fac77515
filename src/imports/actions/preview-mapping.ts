import { inTenant } from "../../platform/db/public.ts";
import { openTable, sourceOf } from "../contents.ts";
import { type BatchKey, type By, factCalled, type Imports } from "../context.ts";
import type { FactLayout, Mapping, Preview } from "../contract.ts";
import { fieldsOf } from "../layout.ts";
import { type FileRecord, listFiles } from "../queries/files.ts";
import type { Sheet } from "../reading/sheet.ts";
import { problemsAlone } from "./correct-cell.ts";
import { logRows } from "./read-rows.ts";
import { refused } from "./refusals.ts";

const SHOWN = 20;
const MOST_CODES = 100;

/** The first rows of a file, and what is wrong with them when it is understood so. Without a mapping only the rows. */
export async function previewMapping(
  imports: Imports,
  key: BatchKey,
  asked: { readonly file: number; readonly mapping: Mapping | null; readonly by: By },
): Promise<Preview> {
  const session = { municipality: key.municipality };
  const files = await inTenant(imports.db, session, (tx) => listFiles(tx, key.batch));
  const file = files.find((one) => one.file === asked.file);
  if (!file) throw refused("unknown_import_file");
  const source = sourceOf(imports, { key, file, stretch: (work) => inTenant(imports.db, session, work) });
  const table = await openTable(source, file);
  if (!table) throw refused("unknown_import_file");
  const known: FileRecord = { ...file, mapping: asked.mapping };
  const rows: Preview["rows"] = [];
  for (const row of table.sample.slice(0, SHOWN)) {
    rows.push({
      line: row.line,
      cells: [...row.cells],
      problems: [...(await problemsAlone(imports, { key, file: known }, row))],
    });
  }
  const shown = rows.map((row) => ({
    ...row,
    file: asked.file,
    verdict: "new" as const,
    corrected: [],
    remarks: [],
    changes: [],
    reason: null,
  }));
  await inTenant(imports.db, session, (tx) => logRows(tx, imports, { key, files: [known], rows: shown, by: asked.by }));
  return { rows, unknownCodes: asked.mapping ? unknownCodes(imports, table, asked.mapping) : {} };
}

/** Values in the columns of our codes that are no code and have been given no meaning. */
function unknownCodes(imports: Imports, table: Sheet, mapping: Mapping): Record<string, string[]> {
  const fields = fieldsOf(factCalled(imports.facts, mapping.fact));
  const found: Record<string, string[]> = {};
  for (const { field, from, codes = {} } of mapping.columns) {
    const known = fields.find(({ name }) => name === field)?.spec.codes;
    const at = from === null ? -1 : table.header.indexOf(from);
    if (!known || at < 0) continue;
    const values = new Set(table.sample.map((row) => row.cells[at] ?? "").filter((value) => value !== ""));
    const unknown = [...values].filter((value) => !Object.hasOwn(known, value) && !Object.hasOwn(codes, value));
    found[field] = unknown.slice(0, MOST_CODES);
  }
  return found;
}

/** All kinds of facts with their fields, for the mapping editor. */
export function layoutsOf(imports: Pick<Imports, "facts">): readonly FactLayout[] {
  return imports.facts.map((fact) => ({
    name: fact.name,
    label: fact.label,
    meaning: fact.meaning,
    fields: fieldsOf(fact).map(({ name, spec, required }) => ({
      name,
      label: spec.label,
      meaning: spec.meaning,
      required,
      type: spec.type,
      codes: Object.entries(spec.codes ?? {}).map(([code, label]) => ({ code, label })),
    })),
  }));
}
