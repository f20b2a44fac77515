import { Readable } from "node:stream";
import type { Fact } from "../platform/kernel/fact.ts";
import { citizensByNumber } from "./citizens-by-number.ts";
import { cellsOf, type Edits, editedTable, NO_EDITS, openTable, sourceOf, todayOf } from "./contents.ts";
import { type BatchKey, factCalled, type Imports } from "./context.ts";
import type { FileCounts } from "./contract.ts";
import { type Findings, noFindings } from "./findings.ts";
import { note } from "./problem.ts";
import { isCancelled } from "./queries/batches.ts";
import { listCorrections, listSetAside, type SetAsideRecord } from "./queries/corrections.ts";
import type { FileRecord } from "./queries/files.ts";
import { analyzeStage, makeStage, prepareToStage, stageRows } from "./queries/staging.ts";
import { type ReadingContext, readMapped } from "./reading/read-mapped.ts";
import type { Sheet } from "./reading/sheet.ts";
import type { Stretch } from "./stretches.ts";

/** How far the work on a batch has come, as the page shows it. */
export type Progress = {
  phase: "reading" | "checking" | "storing" | "comparing" | "undoing";
  done: number;
  total: number;
};

/** A batch being worked on. */
export type Work = {
  readonly imports: Imports;
  readonly key: BatchKey;
  /** The files that take part, mapped, in the order in which facts refer to each other. */
  readonly files: readonly MappedFile[];
  readonly edits: ReadonlyMap<number, Edits>;
  /** Rows that break a soft rule and are taken all the same. */
  readonly accepted: readonly SetAsideRecord[];
  readonly findings: Findings;
  readonly counts: Map<number, FileCounts>;
  /** Files opened already, by number: to open one reads all of it. Spreadsheets, which hold their texts, are not kept. */
  readonly opened: Map<number, Sheet>;
  readonly progress: Progress;
  /** Aborted when this process must leave the work to another. */
  readonly signal: AbortSignal | null;
};

export type MappedFile = FileRecord & { readonly mapping: NonNullable<FileRecord["mapping"]>; readonly fact: string };

/** Thrown inside a work that somebody asked to stop. */
export const CANCELLED = new Error("somebody asked this import to stop");

/** Thrown inside a work that this process leaves as it is, for another to take up. */
export const LEFT = new Error("this process leaves the import to another");

/** Letters that are handed to the database at a time. */
const HANDFUL = 6_000_000;

/** What a batch's work begins with. Files left out or not understood take no part. */
export async function beginWork(
  imports: Imports,
  key: BatchKey,
  read: { readonly files: readonly FileRecord[]; readonly stretch: Stretch },
): Promise<Work> {
  const taking = read.files.filter((file): file is MappedFile => !file.left_out && file.mapping !== null);
  const order = new Map(imports.facts.map((fact, at) => [fact.name, at]));
  const [corrections, setAside] = await read.stretch(async (tx) => [
    await listCorrections(tx, key),
    await listSetAside(tx, key.batch),
  ]);
  const edits = new Map(
    taking.map(({ file }) => [
      file,
      editsOf(imports, key, {
        corrections: corrections.filter((one) => one.file === file),
        out: setAside.filter((row) => row.file === file && row.kind === "set_aside"),
      }),
    ]),
  );
  return {
    imports,
    key,
    files: taking.toSorted((a, b) => (order.get(a.fact) ?? 0) - (order.get(b.fact) ?? 0) || a.file - b.file),
    edits,
    accepted: setAside.filter(({ kind }) => kind === "accepted"),
    findings: noFindings(),
    counts: new Map(),
    opened: new Map(),
    progress: { phase: "reading", done: 0, total: 0 },
    signal: null,
  };
}

/** What a correction is sealed under. */
export function cellContext({ batch }: Pick<BatchKey, "batch">, file: number, line: number): string {
  return `cell/${batch}/${file}/${line}`;
}

/** The corrections of a file, opened. */
export function editsOf(
  imports: Imports,
  key: Pick<BatchKey, "batch">,
  made: {
    readonly corrections: Awaited<ReturnType<typeof listCorrections>>;
    readonly out: readonly Pick<SetAsideRecord, "line">[];
  },
): Edits {
  const cells = new Map<number, Map<number, string>>();
  for (const { file, line, place, sealed } of made.corrections) {
    const opened = imports.keyring.decrypt(Buffer.from(sealed), cellContext(key, file, line)).toString();
    const value = (JSON.parse(opened) as { new: string }).new;
    cells.set(line, (cells.get(line) ?? new Map<number, string>()).set(place, value));
  }
  return { cells, out: new Set(made.out.map(({ line }) => line)) };
}

/** The facts that the files fill, in order. */
export function factsOf(work: Work): readonly Fact[] {
  const names = new Set(work.files.map(({ fact }) => fact));
  return work.imports.facts.filter(({ name }) => names.has(name));
}

/** Reads all files of the work into staging tables, a handful of rows at a time, noting what is wrong with them. */
export async function stageFiles(work: Work, stretch: Stretch): Promise<void> {
  for (const fact of factsOf(work)) {
    await stretch(async (tx) => {
      await prepareToStage(tx);
      await makeStage(tx, fact);
    });
    for (const file of work.files.filter((one) => one.fact === fact.name)) await stageFile(work, file, stretch);
    await stretch((tx) => analyzeStage(tx, fact));
  }
}

async function stageFile(work: Work, file: MappedFile, stretch: Stretch): Promise<void> {
  const problems = work.findings.of(file.file);
  const read = { rows: 0, out: 0, staged: 0 };
  const table = await tableOf(work, file, stretch);
  const fact = factCalled(work.imports.facts, file.fact);
  const hand = async (rows: readonly string[]): Promise<void> => {
    read.staged += await stretch(async (tx) => {
      if (work.signal?.aborted) throw LEFT;
      if (await isCancelled(tx, work.key.batch)) throw CANCELLED;
      return await stageRows(tx, { fact, file: file.file }, asStream(rows));
    });
  };
  if (table === null) note(problems, { file: file.name, line: 0 }, { code: "no_header", values: { columns: "" } });
  else {
    const edited = editedTable(table, work.edits.get(file.file) ?? NO_EDITS, (rows, out) => {
      read.rows += rows;
      read.out += out;
      work.progress.done += rows;
    });
    const sealing = { keyring: work.imports.keyring, municipality: work.key.municipality };
    const citizenOf = await numbersFor(work, file, stretch);
    const context = { file: file.name, fact, today: todayOf(work.imports), problems, sealing, citizenOf };
    await inHandfuls(readMapped(edited, file.mapping, context), hand);
  }
  const rejected = work.findings.wrongRows(file.file);
  work.counts.set(file.file, {
    rows: read.rows,
    new: read.staged,
    changed: 0,
    unchanged: 0,
    rejected,
    setAside: read.out,
    skipped: Math.max(0, read.rows - read.out - read.staged - rejected),
  });
}

/** Finds citizens by CPR number, for a file that has such a column; citizens in files of the same batch are staged before it. */
async function numbersFor(work: Work, file: MappedFile, stretch: Stretch): Promise<ReadingContext["citizenOf"]> {
  if (!file.mapping.columns.some(({ read }) => read?.as === "cpr")) return undefined;
  const { facts, keyring } = work.imports;
  const citizens = factCalled(facts, "citizens");
  const isStaged = factsOf(work).includes(citizens);
  const sealing = { keyring, municipality: work.key.municipality };
  return await stretch((tx) => citizensByNumber(tx, { sealing, citizens, isStaged }));
}

/** The table of a file of the work. */
export async function tableOf(work: Work, file: FileRecord, stretch: Stretch): Promise<Sheet | null> {
  const known = work.opened.get(file.file);
  if (known) return known;
  const table = await openTable(sourceOf(work.imports, { key: work.key, file, stretch }), file);
  if (table?.form.kind === "csv") work.opened.set(file.file, table);
  return table;
}

/** The cells of some lines of a file of the work. */
export async function cellsIn(
  work: Work,
  file: FileRecord,
  asked: { readonly lines: ReadonlySet<number>; readonly stretch: Stretch },
): Promise<ReadonlyMap<number, readonly string[]>> {
  const table = asked.lines.size === 0 ? null : await tableOf(work, file, asked.stretch);
  return table ? await cellsOf(table, asked.lines, work.edits.get(file.file) ?? NO_EDITS) : new Map();
}

async function inHandfuls(
  chunks: AsyncIterable<string>,
  hand: (rows: readonly string[]) => Promise<void>,
): Promise<void> {
  let held: string[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    if (size < HANDFUL) continue;
    await hand(held);
    held = [];
    size = 0;
  }
  if (size > 0) await hand(held);
}

function asStream(rows: readonly string[]): AsyncIterable<string> {
  return Readable.from(rows.filter((row) => row !== ""));
}
