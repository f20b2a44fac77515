import { logAccess } from "../../platform/audit/log-access.ts";
import { inTenant, type Tx } from "../../platform/db/public.ts";
import { type BatchKey, type By, factCalled, type Imports } from "../context.ts";
import type { BatchRow, FileCounts, ImportRowsPage, RowVerdict } from "../contract.ts";
import { fieldsOf } from "../layout.ts";
import { looksLikeCpr } from "../problem.ts";
import { readBatch } from "../queries/batches.ts";
import { listCorrections, listSetAside } from "../queries/corrections.ts";
import { type FileRecord, listFiles } from "../queries/files.ts";
import { type AskedRows, listVerdicts, type VerdictRecord } from "../queries/verdicts.ts";
import { rowContext, type SealedRow } from "./check-batch.ts";
import { refused } from "./refusals.ts";

export const PAGE_SIZE = 50;

/** A page of the rows of a checked import, with the look at the people in them logged. Throws `unknown_import`. */
export function readRows(
  imports: Imports,
  key: BatchKey,
  asked: Omit<AskedRows, "size"> & { readonly by: By },
): Promise<ImportRowsPage> {
  return inTenant(imports.db, { municipality: key.municipality }, async (tx) => {
    if (!(await readBatch(tx, key.batch))) throw refused("unknown_import");
    const files = await listFiles(tx, key.batch);
    const found = await listVerdicts(tx, key.batch, { ...asked, size: PAGE_SIZE });
    const rows = await openRows(tx, imports, { key, rows: found.rows });
    await logRows(tx, imports, { key, files, rows, by: asked.by });
    const counted = totalOf(files, asked);
    return {
      rows: [...rows],
      listed: found.listed,
      total: asked.code === null && counted !== null ? Math.max(counted, found.listed) : found.listed,
      page: asked.page,
      pageSize: PAGE_SIZE,
    };
  });
}

/** Rows as they were kept, opened, with their corrections and reasons. */
export async function openRows(
  tx: Tx,
  imports: Imports,
  of: { readonly key: BatchKey; readonly rows: readonly VerdictRecord[] },
): Promise<readonly BatchRow[]> {
  const corrected = await listCorrections(tx, of.key);
  const aside = await listSetAside(tx, of.key.batch);
  return of.rows.map(({ file, line, verdict, sealed }) => {
    const opened = imports.keyring.decrypt(Buffer.from(sealed), rowContext(of.key, file, line)).toString();
    const { cells, problems, changes, remarks = [] } = JSON.parse(opened) as SealedRow;
    const places = corrected.filter((one) => one.file === file && one.line === line).map(({ place }) => place);
    return {
      file,
      line,
      verdict,
      cells: [...cells],
      corrected: [...new Set(places)],
      problems: [...problems],
      remarks: [...remarks],
      changes: [...changes],
      reason: aside.find((one) => one.file === file && one.line === line)?.reason ?? null,
    };
  });
}

/** One entry in the access log for the people whose rows are shown. */
export async function logRows(
  tx: Tx,
  imports: Imports,
  of: {
    readonly key: BatchKey;
    readonly files: readonly FileRecord[];
    readonly rows: readonly BatchRow[];
    readonly by: By;
  },
): Promise<void> {
  const keys = new Set<string>();
  let unknown = 0;
  for (const row of of.rows) {
    const file = of.files.find(({ file: number }) => number === row.file);
    const place = file ? citizenPlace(imports, file) : -1;
    const id = row.cells[place] ?? "";
    if (place >= 0 && id !== "" && !looksLikeCpr(id)) keys.add(id);
    else if (place >= 0) unknown += 1;
  }
  if (keys.size + unknown === 0) return;
  await logAccess(tx, {
    user: { label: of.by.user, role: of.by.role },
    action: "import.rows",
    purpose: `import ${of.key.batch}`,
    keys: [...keys],
    persons: keys.size + unknown,
  });
}

/** Which column of a file names the citizen; -1 when its rows are not about citizens. */
function citizenPlace(imports: Imports, file: FileRecord): number {
  if (!file.mapping) return -1;
  const fact = factCalled(imports.facts, file.mapping.fact);
  const field = fact.name === "citizens" ? "id" : fieldsOf(fact).find(({ spec }) => spec.refers === "citizens")?.name;
  const from = file.mapping.columns.find((column) => column.field === field)?.from;
  return from ? (file.header?.indexOf(from) ?? -1) : -1;
}

const COUNT_OF: Readonly<Record<RowVerdict, keyof FileCounts>> = {
  new: "new",
  changed: "changed",
  unchanged: "unchanged",
  rejected: "rejected",
  set_aside: "setAside",
};

/** How many rows there are of what was asked for, listed or not; null while they are not counted. */
function totalOf(files: readonly FileRecord[], asked: Pick<AskedRows, "file" | "verdict">): number | null {
  const taking = files.filter(({ file, left_out }) => !left_out && (asked.file === null || file === asked.file));
  if (taking.some(({ counts }) => counts === null)) return null;
  const name = asked.verdict ? COUNT_OF[asked.verdict] : "rows";
  return taking.reduce((sum, { counts }) => sum + (counts?.[name] ?? 0), 0);
}
