import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { logAccess } from "../platform/audit/log-access.ts";
import { type Database, inTenant, type Tx } from "../platform/db/public.ts";
import { type Day, isoDay } from "../platform/kernel/day.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import { nearest } from "../platform/kernel/nearest.ts";
import type { Keyring } from "../platform/secrets/public.ts";
import { noProblems, note, type Problem, type Problems } from "./problem.ts";
import { dropFaults, findKnownLater, listFaults, makeFaults } from "./queries/faults.ts";
import { countCorrections, dropUnchanged, endBeliefs, hasRecords, type PerFile, storeStaged } from "./queries/merge.ts";
import {
  analyzeStage,
  makeStage,
  prepareToCompare,
  prepareToStage,
  stageRows,
  takeTurn,
  unstage,
} from "./queries/staging.ts";
import { readFile } from "./read-file.ts";
import { findRowFaults } from "./row-faults.ts";

/** What to load, for whom and as of which day. */
export type LoadOptions = {
  readonly db: Database;
  /** All kinds of facts, what is referred to before what refers. */
  readonly facts: readonly Fact[];
  readonly folder: string;
  /** Four digits, such as `0316`. */
  readonly municipality: string;
  /** Rows are known from this day when they do not say. */
  readonly today: Day;
  /** Seals CPR numbers; without it a file that has any cannot be loaded. */
  readonly keyring?: Keyring;
  /** Who loads, for the access log; without it "system". */
  readonly user?: { readonly label: string; readonly role: string };
  readonly onProgress?: (progress: { readonly fact: string; readonly rows: number }) => void;
};

/** Rows of a fact that are new, that replace what was believed before, and that said nothing new. */
export type LoadCount = { readonly added: number; readonly corrected: number; readonly unchanged: number };

/** What came of a load: counts per fact, or up to a hundred problems of `total` and nothing stored. */
export type LoadResult =
  | { readonly ok: true; readonly facts: Readonly<Record<string, LoadCount>> }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly total: number };

const LISTED = 100;
const MUNICIPALITY = /^\d{4}$/;

/** Loads a folder of CSV files (docs/records.md), all or nothing. Mistakes in files come back as problems, never as exceptions. */
export async function loadFolder(options: LoadOptions): Promise<LoadResult> {
  if (!MUNICIPALITY.test(options.municipality)) throw new Error("a municipality is four digits, such as 0316");
  const problems = noProblems();
  const files = listFiles(options, problems);
  if (problems.total > 0) return refusal(problems);
  const refused = new Error("the files have problems");
  try {
    return await inTenant(options.db, { municipality: options.municipality }, async (tx) => {
      const facts = await loadFiles(tx, { ...options, files }, problems);
      if (facts === null) throw refused;
      return { ok: true, facts };
    });
  } catch (error) {
    if (error === refused) return refusal(problems);
    throw error;
  }
}

function refusal(problems: Problems): LoadResult {
  const problemsInOrder = problems.list.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  return { ok: false, problems: problemsInOrder, total: problems.total };
}

/** The facts the folder has files for, in the order of `facts`. */
function listFiles({ folder, facts }: LoadOptions, problems: Problems): readonly Fact[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    note(problems, { file: folder, line: 0 }, { code: "no_folder" });
    return [];
  }
  const files = readdirSync(folder).filter((file) => /\.csv$/i.test(file));
  const names = facts.map(fileOf);
  for (const file of files.filter((name) => !names.includes(name))) {
    note(problems, { file, line: 0 }, { code: "unknown_file", suggestion: nearest(file, names) });
  }
  if (files.length === 0) note(problems, { file: folder, line: 0 }, { code: "no_files" });
  return facts.filter((fact) => files.includes(fileOf(fact)));
}

function fileOf(fact: Fact): string {
  return `${fact.name}.csv`;
}

type Load = LoadOptions & { readonly files: readonly Fact[] };

async function loadFiles(tx: Tx, load: Load, problems: Problems): Promise<Record<string, LoadCount> | null> {
  await takeTurn(tx, load.municipality);
  await prepareToStage(tx);
  await makeFaults(tx);
  const persons = await stageFiles(tx, load, problems);
  await prepareToCompare(tx);
  for (const fact of load.files) {
    await findRowFaults(tx, {
      fact,
      facts: load.facts,
      isStaged: (other) => load.files.includes(other),
      isWhole: (other) => !problems.files.has(fileOf(other)),
      clashes: false,
    });
    await noteFaults(tx, fact, { facts: load.facts, problems });
  }
  if (problems.total > 0) return null;
  const counts: Record<string, LoadCount> = {};
  for (const fact of load.files) {
    const count = await mergeFact(tx, { ...load, fact }, problems);
    if (count) counts[fact.name] = count;
    await unstage(tx, fact);
  }
  await dropFaults(tx);
  if (problems.total > 0) return null;
  const user = load.user ?? { label: "system", role: "system" };
  await logAccess(tx, { user, action: "load", purpose: "import", keys: [], persons });
  return counts;
}

/** Gives the number of citizens staged. */
async function stageFiles(tx: Tx, load: Load, problems: Problems): Promise<number> {
  let persons = 0;
  for (const fact of load.files) {
    const file = {
      path: join(load.folder, fileOf(fact)),
      name: fileOf(fact),
      fact,
      today: isoDay(load.today),
      sealing: load,
    };
    await makeStage(tx, fact);
    const rows = await stageRows(tx, { fact, file: 1 }, readFile(file, problems));
    await analyzeStage(tx, fact);
    if (fact.name === "citizens") persons = rows;
    load.onProgress?.({ fact: fact.name, rows });
  }
  return persons;
}

/** Notes the faulty rows of a fact, counting what is beyond those listed; gives how many there are. */
async function noteFaults(
  tx: Tx,
  fact: Fact,
  { facts, problems }: { facts: readonly Fact[]; problems: Problems },
): Promise<number> {
  const { rows, total } = await listFaults(tx, fact, LISTED);
  for (const row of rows) {
    const place = { file: fileOf(fact), line: row.line, column: row.field, ...(row.value && { shown: row.value }) };
    note(problems, place, {
      code: row.code,
      values: { other: row.other, file: fileOf(targetOf(fact, row.field, facts)) },
    });
  }
  problems.total += total - rows.length;
  return total;
}

function targetOf(fact: Fact, field: string, facts: readonly Fact[]): Fact {
  const refers = fact.columns.find((column) => column.name === field)?.refers;
  return facts.find((other) => other.name === refers) ?? fact;
}

async function mergeFact(tx: Tx, load: Load & { fact: Fact }, problems: Problems): Promise<LoadCount | null> {
  const { fact, facts } = load;
  if (!(await hasRecords(tx, fact))) return { added: await storeStaged(tx, fact), corrected: 0, unchanged: 0 };
  const unchanged = [...(await dropUnchanged(tx, fact)).values()].reduce((all, { rows }) => all + rows, 0);
  await findKnownLater(tx, fact);
  if ((await noteFaults(tx, fact, { facts, problems })) > 0) return null;
  const corrected = sum(await countCorrections(tx, fact));
  await endBeliefs(tx, fact);
  const stored = await storeStaged(tx, fact);
  return { added: stored - corrected, corrected, unchanged };
}

function sum(rows: PerFile): number {
  return [...rows.values()].reduce((all, some) => all + some, 0);
}
