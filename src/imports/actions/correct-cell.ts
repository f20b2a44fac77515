import { Readable } from "node:stream";
import type { Tx } from "../../platform/db/public.ts";
import { todayOf } from "../contents.ts";
import { type At, type BatchKey, type By, factCalled, type Imports } from "../context.ts";
import type { RowProblem } from "../contract.ts";
import { asRowProblem } from "../findings.ts";
import { noProblems } from "../problem.ts";
import { type CellKey, insertCorrection, undoCorrection } from "../queries/corrections.ts";
import { type FileRecord, listFiles } from "../queries/files.ts";
import { readVerdicts, replaceVerdict, type VerdictRecord } from "../queries/verdicts.ts";
import { readMapped } from "../reading/read-mapped.ts";
import type { FileForm, Rows } from "../reading/sheet.ts";
import { cellContext } from "../stage-batch.ts";
import { rowContext, type SealedRow, sealRow } from "./check-batch.ts";
import { lockedBatch } from "./locked-batch.ts";
import { refused } from "./refusals.ts";
import { recheck } from "./start-work.ts";

/** A cell with what stands there: `was` is what the person who corrects saw. */
export type Correction = { readonly cell: Omit<CellKey, "batch">; readonly was: string; readonly value: string };

/** What a corrected row looks like by itself; what only shows beside other rows comes with the check. */
export type CorrectedRow = {
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
  readonly checking: boolean;
};

/** Corrects a cell in place. The file stays as it was uploaded; the correction is kept beside it. Throws `import_edit_conflict`. */
export async function correctCell(tx: Tx, where: At, asked: Correction & { readonly by: By }): Promise<CorrectedRow> {
  const { imports, key } = where;
  const at = await rowOf(tx, where, asked.cell);
  const { place, file, line } = asked.cell;
  const now = at.row.cells[place] ?? "";
  if (now !== asked.was) throw refused("import_edit_conflict", { theirs: now });
  const told = Buffer.from(JSON.stringify({ old: now, new: asked.value }));
  const sealed = imports.keyring.encrypt(told, cellContext(key, file, line));
  await insertCorrection(tx, { ...asked.cell, batch: key.batch }, { sealed, by: asked.by.user });
  return await keepRow(tx, where, { ...at, by: asked.by, cells: withCell(at.row.cells, place, asked.value) });
}

/** Takes the latest correction of a cell back; the cell says again what it said before. */
export async function undoCell(
  tx: Tx,
  where: At,
  asked: { readonly cell: Omit<CellKey, "batch">; readonly by: By },
): Promise<CorrectedRow> {
  const { imports, key } = where;
  const { file, line, place } = asked.cell;
  const at = await rowOf(tx, where, asked.cell);
  const sealed = await undoCorrection(tx, { ...asked.cell, batch: key.batch });
  if (!sealed) throw refused("unknown_import_row");
  const told = imports.keyring.decrypt(Buffer.from(sealed), cellContext(key, file, line)).toString();
  const cells = withCell(at.row.cells, place, (JSON.parse(told) as { old: string }).old);
  return await keepRow(tx, where, { ...at, by: asked.by, cells });
}

type FoundRow = { readonly file: FileRecord; readonly verdict: VerdictRecord; readonly row: SealedRow };

async function rowOf(tx: Tx, { imports, key }: At, cell: Omit<CellKey, "batch">): Promise<FoundRow> {
  await lockedBatch(tx, key.batch, "correct");
  const file = (await listFiles(tx, key.batch)).find((one) => one.file === cell.file);
  if (!file) throw refused("unknown_import_file");
  const [verdict] = await readVerdicts(tx, { batch: key.batch, file: cell.file, lines: [cell.line] });
  if (!verdict || cell.place >= Math.max(1, file.header?.length ?? 0)) throw refused("unknown_import_row");
  const opened = imports.keyring.decrypt(Buffer.from(verdict.sealed), rowContext(key, cell.file, cell.line));
  return { file, verdict, row: JSON.parse(opened.toString()) as SealedRow };
}

function withCell(cells: readonly string[], place: number, value: string): readonly string[] {
  const next = [...cells];
  while (next.length <= place) next.push("");
  next[place] = value;
  return next;
}

async function keepRow(
  tx: Tx,
  { imports, key }: At,
  at: FoundRow & { readonly by: By; readonly cells: readonly string[] },
): Promise<CorrectedRow> {
  const { file, verdict, cells } = at;
  const problems = await problemsAlone(imports, { key, file }, { line: verdict.line, cells });
  const place = { file: file.file, line: verdict.line };
  const sealed = sealRow({ imports, key }, place, { cells, problems, changes: [] });
  const codes = [...new Set(problems.map(({ code }) => code))];
  await replaceVerdict(tx, key.batch, { ...place, verdict: "rejected", codes, sealed });
  return { cells, problems, checking: await recheck(tx, key.batch, at.by) };
}

/** What is wrong with a row by itself. */
export async function problemsAlone(
  imports: Imports,
  of: { readonly key: BatchKey; readonly file: Pick<FileRecord, "name" | "mapping" | "header" | "form"> },
  row: { readonly line: number; readonly cells: readonly string[] },
): Promise<readonly RowProblem[]> {
  const { mapping, name, header } = of.file;
  if (mapping === null) return [];
  const found: RowProblem[] = [];
  const problems = {
    ...noProblems(),
    take: (problem: Parameters<typeof asRowProblem>[0]) => found.push(asRowProblem(problem)),
  };
  const table = {
    name: null,
    form: formOf(of.file.form),
    header: header ?? [],
    headerLine: 1,
    sample: [],
    remarks: [],
    rows: () => Readable.from([[row]]) as AsyncIterable<Rows>,
  };
  const fact = factCalled(imports.facts, mapping.fact);
  const sealing = { keyring: imports.keyring, municipality: of.key.municipality };
  const citizenOf = (number: string): string => imports.keyring.pseudonym(sealing.municipality, number);
  const context = { file: name, fact, today: todayOf(imports), problems, sealing, citizenOf };
  for await (const _ of readMapped(table, mapping, context));
  return found;
}

function formOf(kind: string | null): FileForm {
  if (kind === "xlsx") return { kind, sheet: "", dates: "1900" };
  return { kind: "csv", encoding: "utf-8", delimiter: ",", bom: false };
}
