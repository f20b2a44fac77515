import {
  type BatchKey,
  type BatchView,
  type By,
  type Finding,
  giveUpBatch,
  type Mapping,
  mapFileAs,
  type Reconciliation,
  readFindings,
  reconcile,
  setAside,
  startCheck,
  startRun,
  viewBatch,
  workOnBatch,
} from "../imports/public.ts";
import { inTenant, type Tx } from "../platform/db/public.ts";
import type { Operations } from "./operations.ts";
import { municipalityOf } from "./places.ts";
import type { Runtime } from "./runtime-type.ts";

type Running = Operations & { readonly runtime: Runtime };

/** A row that is set aside, or taken although it breaks a soft rule. */
export type NamedRow = { readonly file: string; readonly line: number; readonly kind: "set_aside" | "accepted" };

export type AskedImport = {
  readonly folder: string;
  readonly municipality?: string;
  /** Only says what would happen. */
  readonly dryRun: boolean;
  /** How files of these names are understood. */
  readonly mappings: Readonly<Record<string, Mapping>>;
  readonly rows: readonly NamedRow[];
  readonly reason: string;
};

/** What came of it: the import as it stands, and what is wrong. */
export type ImportedFolder = { readonly view: BatchView; readonly findings: readonly Finding[] };

/** Compares a folder of an old system's extracts with the records, and leaves nothing behind. */
export async function reconcileFolder(
  running: Running,
  asked: Pick<AskedImport, "folder" | "municipality" | "mappings">,
): Promise<Reconciliation> {
  const by = commandLine(running, asked);
  const { municipality, batch } = await running.receiveFolder(by, asked.folder);
  const key = { municipality, batch };
  await mapNamed(running, key, { by, mappings: asked.mappings });
  try {
    return await reconcile({ imports: running.imports, key }, by);
  } finally {
    await inOne(running, key, (tx) => giveUpBatch(tx, key));
  }
}

function commandLine(running: Running, { municipality }: Pick<AskedImport, "municipality">): By {
  return { municipality: municipalityOf(municipality, running.runtime), user: "command line", role: "system" };
}

/** Imports a folder as the page does, in one go: receive, map, check, and, when nothing is wrong, store. */
export async function importFolder(running: Running, asked: AskedImport): Promise<ImportedFolder> {
  const by = commandLine(running, asked);
  const { municipality, batch } = await running.receiveFolder(by, asked.folder);
  const key = { municipality, batch };
  await mapNamed(running, key, { by, mappings: asked.mappings });
  await check(running, key, by);
  if (await nameRows(running, key, { by, asked })) await check(running, key, by);
  const checked = await viewBatch(running.imports, key);
  const isReady =
    checked.state === "checked" && checked.files.every(({ leftOut, counts }) => leftOut || counts?.rejected === 0);
  if (isReady && !asked.dryRun) await run(running, key, { by, version: checked.version });
  const view = await viewBatch(running.imports, key);
  const { findings } = await readFindings(running.imports, key);
  if (asked.dryRun) await inOne(running, key, (tx) => giveUpBatch(tx, key));
  return { view, findings };
}

function inOne<T>(running: Running, { municipality }: BatchKey, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTenant(running.runtime.db, { municipality }, work);
}

async function check(running: Running, key: BatchKey, by: By): Promise<void> {
  const { state } = await viewBatch(running.imports, key);
  if (state === "mapped" || state === "checked" || state === "failed")
    await inOne(running, key, (tx) => startCheck(tx, key, by));
  await workOnBatch(running.imports, key, running.importAround);
}

async function run(
  running: Running,
  key: BatchKey,
  asked: { readonly by: By; readonly version: string },
): Promise<void> {
  await inOne(running, key, (tx) => startRun(tx, key, asked));
  await workOnBatch(running.imports, key, running.importAround);
}

async function mapNamed(
  running: Running,
  key: BatchKey,
  given: { readonly by: By; readonly mappings: AskedImport["mappings"] },
): Promise<void> {
  const { files } = await viewBatch(running.imports, key);
  for (const { file, name } of files) {
    const mapping = given.mappings[name];
    if (!mapping) continue;
    const at = { imports: running.imports, key };
    await inOne(running, key, (tx) => mapFileAs(tx, at, { file, mapping, by: given.by }));
    await workOnBatch(running.imports, key, running.importAround);
  }
}

/** Sets the named rows aside or accepts them, those that were rejected; says whether there were any. */
async function nameRows(
  running: Running,
  key: BatchKey,
  { by, asked }: { readonly by: By; readonly asked: AskedImport },
): Promise<boolean> {
  if (asked.rows.length === 0) return false;
  const { files } = await viewBatch(running.imports, key);
  for (const { file, name } of files) {
    for (const kind of ["set_aside", "accepted"] as const) {
      const lines = asked.rows.filter((row) => row.file === name && row.kind === kind).map(({ line }) => line);
      if (lines.length === 0) continue;
      await inOne(running, key, (tx) => setAside(tx, key, { file, lines, kind, reason: asked.reason, by }));
      await workOnBatch(running.imports, key, running.importAround);
    }
  }
  return true;
}
