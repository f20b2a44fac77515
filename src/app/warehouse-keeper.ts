import { type Database, isNamedError } from "../platform/db/public.ts";
import type { JobLog } from "../platform/jobs/public.ts";
import { readChanges } from "../platform/warehouse/feed.ts";
import type { Feed, Warehouse } from "../platform/warehouse/public.ts";
import { countedFacts } from "./facts.ts";
import { figuresBeingBuilt } from "./warehouse-file.ts";
import { type Kept, nextVersion, warehouseFiles } from "./warehouse-files.ts";

/** How fresh a warehouse must be, in milliseconds: within this it is not asked again whether the records changed. */
const FRESH_MS = 2_000;

/** Since when a municipality's warehouse may be behind its records. */
export type WarehouseAge = { readonly municipality: string; readonly seconds: number };

/** `patienceMs` is how long those who ask wait while a file is built from the records; for ever when nothing is said. */
type KeeperOptions = { readonly patienceMs?: number | undefined; readonly log: JobLog };

/** Moments that a clock which is set cannot move: only their distance says something. */
const moment = (): number => performance.now();

/** Holds each municipality's warehouse open, up to date with the records, and rebuilds it without disturbing those who read. */
export function warehouseKeeper(db: Database, data: string, { patienceMs, log }: KeeperOptions) {
  let closing = false;
  const feed = feedOf(db, () => closing);
  const files = warehouseFiles({ data, feed, log });
  const check = async (now: Kept, municipality: string): Promise<void> => {
    const begun = moment();
    now.checked = begun;
    try {
      const { changed } = await now.warehouse.refresh(feed(municipality));
      if (changed > 0) now.version = nextVersion();
      // Unless it was said meanwhile that the records changed.
      if (now.checked === begun) now.checked = moment();
    } catch (error) {
      now.checked = Number.NEGATIVE_INFINITY;
      throw error;
    } finally {
      now.checking = null;
    }
  };
  /** Those who ask while the records are being asked wait for the same answer. */
  const upToDate = async (municipality: string): Promise<{ open: Warehouse; version: number }> => {
    const now = await patient(files.of(municipality), patienceMs);
    while (now.checking !== null || moment() - now.checked > FRESH_MS) {
      now.checking ??= check(now, municipality);
      await now.checking;
    }
    return { open: now.warehouse, version: now.version };
  };
  /** A warehouse of other records than these (a restored backup, another municipality's file) holds nothing worth keeping. */
  const fresh = (municipality: string): Promise<{ open: Warehouse; version: number }> =>
    upToDate(municipality).catch((error: unknown) => {
      if (!isReplaced(error)) throw error;
      files.sound.get(municipality)?.lose("foreign");
      return upToDate(municipality);
    });
  const recordsChanged = (municipality: string): void => {
    const now = files.sound.get(municipality);
    if (now) now.checked = Number.NEGATIVE_INFINITY;
  };
  const close = (): Promise<void> => {
    closing = true;
    return files.close();
  };
  return { feed, fresh, recordsChanged, rebuild: files.rebuild, ages: () => agesOf(files.sound), close };
}

/** Waits for a file to be opened or built, but not for ever. */
async function patient<T>(work: Promise<T>, patienceMs: number | undefined): Promise<T> {
  if (patienceMs === undefined) return await work;
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(figuresBeingBuilt()), patienceMs);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** How long ago each open warehouse was last compared with the records; as long as the program runs when it never was. */
function agesOf(sound: ReadonlyMap<string, Kept>): readonly WarehouseAge[] {
  return [...sound].map(([municipality, { checked }]) => ({
    municipality,
    seconds: (moment() - Math.max(0, checked)) / 1000,
  }));
}

/** The changes of a municipality's records, fact by fact. Reading stops when the program does. */
function feedOf(db: Database, isClosing: () => boolean): (municipality: string) => Feed {
  return (municipality) => (since, take) =>
    readChanges(db, { municipality, facts: countedFacts, since }, async (fact, csv) => {
      if (isClosing()) throw new Error("the program stops");
      await take(fact, csv);
    });
}

function isReplaced(error: unknown): boolean {
  return isNamedError(error) && error.code === "records_replaced";
}
