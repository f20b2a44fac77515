import { join } from "node:path";
import type { JobLog } from "../platform/jobs/public.ts";
import type { Feed } from "../platform/warehouse/public.ts";
import { rebuildWarehouse } from "../platform/warehouse/public.ts";
import { countedFacts } from "./facts.ts";
import { type Lost, type OpenFile, openSound, removeFile } from "./warehouse-file.ts";

/** How long a replaced warehouse is kept open for figures under way, in milliseconds. */
const RETIRED_MS = 60_000;

/** An open warehouse file: its version, when it was last compared with the records, and whether it is being compared now. */
export type Kept = OpenFile & { version: number; checked: number; checking: Promise<void> | null };

type Place = { readonly data: string; readonly feed: (municipality: string) => Feed; readonly log: JobLog };

/** The files of a process: opened when first asked for, built when there is none to open, each replaced by the next. */
export type WarehouseFiles = {
  /** The open file of a municipality; while it is built, those who ask wait for the same. */
  readonly of: (municipality: string) => Promise<Kept>;
  /** The files that are open now. */
  readonly sound: ReadonlyMap<string, Kept>;
  /** Builds a new file; until it stands in its place, and when that fails, the old one answers. */
  readonly rebuild: (municipality: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Versions are never given twice, whatever files come and go. */
let versions = 0;

/** The next version of a warehouse's content. */
export function nextVersion(): number {
  versions += 1;
  return versions;
}

/** Holds the warehouse files of a data folder open, and has them built from the records when they are gone, damaged or of other records. */
export function warehouseFiles({ data, feed, log }: Place): WarehouseFiles {
  const open = new Map<string, Promise<Kept>>();
  const sound = new Map<string, Kept>();
  const retired = retirement();
  const inTurn = turns();
  let closing = false;
  const pathOf = (municipality: string): string => join(data, "warehouse", `${municipality}.duckdb`);
  const build = (municipality: string): Promise<void> => {
    log.info({ municipality }, "the warehouse is built from the records");
    return rebuildWarehouse(pathOf(municipality), countedFacts, feed(municipality));
  };
  const openOrBuild = async (municipality: string): Promise<Kept> => {
    const opening = () => openSound(pathOf(municipality), (why) => giveUp(municipality, why));
    const built = async (): Promise<OpenFile | null> => {
      await build(municipality);
      return await opening();
    };
    const file = (await opening()) ?? (await inTurn(municipality, built));
    if (file === null) throw new Error("the warehouse that was just built cannot be opened");
    const kept = { ...file, version: nextVersion(), checked: Number.NEGATIVE_INFINITY, checking: null };
    sound.set(municipality, kept);
    return kept;
  };
  /** A file is built on when those who asked have lost patience; when that fails, the next who asks begins again. */
  const of = (municipality: string): Promise<Kept> => {
    const found = open.get(municipality);
    if (found !== undefined) return found;
    const opening = openOrBuild(municipality);
    open.set(municipality, opening);
    const failed = (error: unknown): void => {
      open.delete(municipality);
      log.warn({ municipality, code: codeOf(error) }, "the warehouse could not be opened or built");
    };
    void opening.catch(failed);
    return opening;
  };
  const retire = (municipality: string, before: Kept): void => {
    open.delete(municipality);
    sound.delete(municipality);
    // An open file cannot be replaced there: figures under way are lost.
    if (process.platform === "win32") before.warehouse.close();
    else retired.add(before);
  };
  /** A file that turned out to be of no use is built anew at once, in the background. */
  const giveUp = (municipality: string, why: Lost): void => {
    const before = sound.get(municipality);
    if (!before || closing || why === "replaced") return;
    log.warn({ municipality, why }, "the warehouse file cannot be used any more");
    retire(municipality, before);
    removeFile(pathOf(municipality));
    of(municipality).catch(() => undefined);
  };
  const rebuild = async (municipality: string): Promise<void> => {
    const before = sound.get(municipality);
    if (before && process.platform === "win32") retire(municipality, before);
    await build(municipality);
    const present = sound.get(municipality);
    if (present) retire(municipality, present);
  };
  const close = async (): Promise<void> => {
    closing = true;
    const opened = await Promise.allSettled(open.values());
    for (const one of opened) if (one.status === "fulfilled") one.value.warehouse.close();
    await retired.end();
    open.clear();
  };
  return { of, sound, rebuild: (municipality) => inTurn(municipality, () => rebuild(municipality)), close };
}

/** Files that were replaced, each closed after a while. */
function retirement(): { readonly add: (file: OpenFile) => void; readonly end: () => Promise<void> } {
  const files = new Set<OpenFile>();
  const abandon = async (file: OpenFile): Promise<void> => {
    if (files.delete(file)) await file.abandon();
  };
  return {
    add: (file) => {
      files.add(file);
      setTimeout((): void => void abandon(file), RETIRED_MS).unref();
    },
    end: async () => {
      for (const file of [...files]) await abandon(file);
    },
  };
}

/** One piece of work at a time for each municipality. */
function turns(): <T>(municipality: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (municipality, work) => {
    const next = (last.get(municipality) ?? Promise.resolve()).then(work);
    last.set(
      municipality,
      next.catch(() => undefined),
    );
    return next;
  };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
