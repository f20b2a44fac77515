import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { sql } from "kysely";
import { type Database, inTenant, type Tx } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import { openKeyring } from "../../platform/secrets/public.ts";
import type { BatchView, Figure } from "../contract.ts";
import {
  type Around,
  type BatchKey,
  type By,
  cancelWork,
  correctCell,
  giveUpBatch,
  type Imports,
  leaveFileOut,
  mapFileAs,
  receiveFiles,
  setAside,
  startCheck,
  startRun,
  startUndo,
  takeInAgain,
  undoCell,
  viewBatch,
  workOnBatch,
} from "../public.ts";

export const MUNICIPALITY = "0316";

/** Who imports in tests. */
export const analyst: By = { municipality: MUNICIPALITY, user: "test-analyst", role: "analyst" };

/** Files by name: texts, or the bytes of something else. */
type Uploaded = Readonly<Record<string, string | Buffer>>;

/** An office that imports: the records, a key ring of its own and a day that can be turned. */
export type Office = {
  readonly imports: Imports;
  readonly around: Around;
  readonly turnTo: (today: string) => void;
  /** Uploads texts by file name. */
  readonly upload: (files: Uploaded) => Promise<BatchKey & { readonly known: boolean }>;
  /** Uploads and checks. */
  readonly check: (files: Uploaded) => Promise<{ readonly key: BatchKey; readonly view: BatchView }>;
  /** Uploads, checks and imports. */
  readonly bring: (files: Uploaded) => Promise<{ readonly key: BatchKey; readonly view: BatchView }>;
  readonly run: (key: BatchKey) => Promise<BatchView>;
  /** Takes a stored import back. */
  readonly takeBack: (key: BatchKey) => Promise<BatchView>;
  readonly work: (key: BatchKey) => Promise<BatchView>;
  readonly rows: (select: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  readonly close: () => void;
} & Deeds;

/** Deeds, each in a transaction of its own. */
type Deeds = {
  readonly correctCell: (key: BatchKey, asked: Parameters<typeof correctCell>[2]) => ReturnType<typeof correctCell>;
  readonly undoCell: (key: BatchKey, asked: Parameters<typeof undoCell>[2]) => ReturnType<typeof undoCell>;
  readonly mapFileAs: (key: BatchKey, asked: Parameters<typeof mapFileAs>[2]) => ReturnType<typeof mapFileAs>;
  readonly startUndo: (key: BatchKey, by: By) => Promise<void>;
  readonly setAside: (key: BatchKey, asked: Parameters<typeof setAside>[2]) => ReturnType<typeof setAside>;
  readonly takeInAgain: (row: Parameters<typeof takeInAgain>[1], by: By) => ReturnType<typeof takeInAgain>;
  readonly leaveFileOut: (key: BatchKey, asked: Parameters<typeof leaveFileOut>[2]) => ReturnType<typeof leaveFileOut>;
  readonly startCheck: (key: BatchKey, by: By) => Promise<void>;
  readonly startRun: (key: BatchKey, asked: Parameters<typeof startRun>[2]) => Promise<void>;
  readonly cancelWork: (key: BatchKey) => Promise<void>;
  readonly giveUpBatch: (key: BatchKey) => Promise<void>;
};

/** Opens an office over records. */
export function openOffice(db: Database, facts: readonly Fact[]): Office {
  const keys = mkdtempSync(join(tmpdir(), "springbraet-office-"));
  let today = day("2021-10-01");
  const imports: Imports = { db, facts, keyring: openKeyring({ folder: keys, env: {} }), today: () => today };
  const rows: Office["rows"] = async (select) =>
    (await inTenant(db, { municipality: MUNICIPALITY }, (tx) => sql.raw<Record<string, unknown>>(select).execute(tx)))
      .rows;
  const deeds = deedsOver(imports);
  const around: Around = { changed: async () => undefined, figures: () => citizensFigure(rows) };
  const work: Office["work"] = async (key) => {
    await workOnBatch(imports, key, around);
    return await viewBatch(imports, key);
  };
  const upload: Office["upload"] = (files) => receiveFiles(imports, analyst, { files: incoming(files) });
  const check: Office["check"] = async (files) => {
    const key = await upload(files);
    if ((await viewBatch(imports, key)).state === "mapped") await deeds.startCheck(key, analyst);
    return { key, view: await work(key) };
  };
  const run: Office["run"] = async (key) => {
    const { version } = await viewBatch(imports, key);
    await deeds.startRun(key, { by: analyst, version });
    return await work(key);
  };
  return {
    ...deeds,
    imports,
    around,
    rows,
    work,
    upload,
    check,
    run,
    takeBack: async (key) => {
      await deeds.startUndo(key, analyst);
      return await work(key);
    },
    turnTo: (text) => {
      today = day(text);
    },
    bring: async (files) => {
      const { key } = await check(files);
      return { key, view: await run(key) };
    },
    close: () => rmSync(keys, { recursive: true, force: true }),
  };
}

/** One figure to see moving: how many citizens are known. */
async function citizensFigure(rows: Office["rows"]): Promise<readonly Figure[]> {
  const [found] = await rows(
    "select count(distinct id)::integer as n from citizens.citizens where known_until = '9999-12-31' and known_from < known_until",
  );
  const title = { da: "Borgere", en: "Citizens" };
  return [{ plan: "p", goal: "g", title, unit: "persons", value: Number(found?.n) }];
}

function* incoming(files: Uploaded): Generator<{ name: string; bytes: Readable }> {
  for (const [name, content] of Object.entries(files)) {
    yield { name, bytes: Readable.from([typeof content === "string" ? Buffer.from(content) : content]) };
  }
}

function deedsOver(imports: Imports): Deeds {
  const inOne = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    inTenant(imports.db, { municipality: MUNICIPALITY }, work);
  return {
    correctCell: (key, asked) => inOne((tx) => correctCell(tx, { imports, key }, asked)),
    undoCell: (key, asked) => inOne((tx) => undoCell(tx, { imports, key }, asked)),
    mapFileAs: (key, asked) => inOne((tx) => mapFileAs(tx, { imports, key }, asked)),
    startUndo: (key, by) => inOne((tx) => startUndo(tx, key, by)),
    setAside: (key, asked) => inOne((tx) => setAside(tx, key, asked)),
    takeInAgain: (row, by) => inOne((tx) => takeInAgain(tx, row, by)),
    leaveFileOut: (key, asked) => inOne((tx) => leaveFileOut(tx, key, asked)),
    startCheck: (key, by) => inOne((tx) => startCheck(tx, key, by)),
    startRun: (key, asked) => inOne((tx) => startRun(tx, key, asked)),
    cancelWork: (key) => inOne((tx) => cancelWork(tx, key)),
    giveUpBatch: (key) => inOne((tx) => giveUpBatch(tx, key)),
  };
}
