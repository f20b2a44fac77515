import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Database, isNamedError } from "../platform/db/public.ts";
import { readChanges } from "../platform/warehouse/feed.ts";
import { type Feed, openWarehouse, rebuildWarehouse, type Warehouse } from "../platform/warehouse/public.ts";
import { countedFacts } from "./facts.ts";

/** How fresh a warehouse must be, in milliseconds: within this it is not asked again whether the records changed. */
const FRESH_MS = 2_000;
/** How long a replaced warehouse is kept open for figures under way, in milliseconds. */
const RETIRED_MS = 60_000;

/** Since when a municipality's warehouse may be behind its records. */
export type WarehouseAge = { readonly municipality: string; readonly seconds: number };

type Kept = { readonly warehouse: Warehouse; version: number; checked: number; checking: Promise<void> | null };

/** Holds each municipality's warehouse open, up to date with the records, and rebuilds it without disturbing those who read. */
export function warehouseKeeper(db: Database, data: string) {
  const open = new Map<string, Promise<Kept>>();
  const retired = new Set<Warehouse>();
  const rebuilds = new Map<string, Promise<unknown>>();
  const pathOf = (municipality: string): string => join(data, "warehouse", `${municipality}.duckdb`);
  const feed = feedOf(db);
  const kept = (municipality: string): Promise<Kept> => {
    const opening = open.get(municipality) ?? begin(pathOf(municipality));
    open.set(municipality, opening);
    return opening.catch((error: unknown) => {
      open.delete(municipality);
      throw error;
    });
  };
  const check = async (now: Kept, municipality: string): Promise<void> => {
    const begun = Date.now();
    now.checked = begun;
    try {
      const { changed } = await now.warehouse.refresh(feed(municipality));
      if (changed > 0) now.version += 1;
      // Unless it was said meanwhile that the records changed.
      if (now.checked === begun) now.checked = Date.now();
    } catch (error) {
      now.checked = 0;
      throw error;
    } finally {
      now.checking = null;
    }
  };
  /** Those who ask while the records are being asked wait for the same answer. */
  const upToDate = async (municipality: string): Promise<{ open: Warehouse; version: number }> => {
    const now = await kept(municipality);
    while (now.checking !== null || Date.now() - now.checked > FRESH_MS) {
      now.checking ??= check(now, municipality);
      await now.checking;
    }
    return { open: now.warehouse, version: now.version };
  };
  /** A warehouse of other records than these (a restored backup) holds nothing worth keeping: it is built anew. */
  const fresh = (municipality: string): Promise<{ open: Warehouse; version: number }> =>
    upToDate(municipality).catch(async (error: unknown) => {
      if (!isReplaced(error)) throw error;
      await rebuild(municipality);
      return upToDate(municipality);
    });
  const recordsChanged = async (municipality: string): Promise<void> => {
    const now = await open.get(municipality);
    if (now) now.checked = 0;
  };
  const closeRetired = (warehouse: Warehouse): void => {
    if (retired.delete(warehouse)) warehouse.close();
  };
  const rebuildAlone = async (municipality: string): Promise<void> => {
    const before = await open.get(municipality);
    if (before && process.platform === "win32") {
      // An open file cannot be replaced there: figures under way are lost.
      open.delete(municipality);
      before.warehouse.close();
    }
    await rebuildWarehouse(pathOf(municipality), countedFacts, feed(municipality));
    if (!before || !open.delete(municipality)) return;
    retired.add(before.warehouse);
    setTimeout(closeRetired, RETIRED_MS, before.warehouse).unref();
  };
  /** One rebuild at a time. Until the new file stands in its place, and when it fails, the old one answers. */
  const rebuild = (municipality: string): Promise<void> => {
    const next = (rebuilds.get(municipality) ?? Promise.resolve()).then(() => rebuildAlone(municipality));
    rebuilds.set(
      municipality,
      next.catch(() => undefined),
    );
    return next;
  };
  const close = (): void => {
    for (const opening of open.values()) void opening.then(({ warehouse }) => warehouse.close());
    for (const warehouse of retired) closeRetired(warehouse);
    open.clear();
  };
  return { feed, fresh, recordsChanged, rebuild, ages: () => agesOf(open), close };
}

/** How long ago each open warehouse was last compared with the records. */
async function agesOf(open: ReadonlyMap<string, Promise<Kept>>): Promise<readonly WarehouseAge[]> {
  const all = await Promise.allSettled([...open].map(async ([code, opening]) => [code, await opening] as const));
  return all.flatMap((one) => {
    if (one.status === "rejected") return [];
    const [municipality, { checked }] = one.value;
    return [{ municipality, seconds: (Date.now() - checked) / 1000 }];
  });
}

/** The changes of a municipality's records, fact by fact. */
function feedOf(db: Database): (municipality: string) => Feed {
  return (municipality) => (since, take) => readChanges(db, { municipality, facts: countedFacts, since }, take);
}

function isReplaced(error: unknown): boolean {
  return isNamedError(error) && error.code === "records_replaced";
}

/** Opens a warehouse. One that cannot be opened holds nothing that is not in the records: it is set aside and begun anew. */
async function begin(path: string): Promise<Kept> {
  const opened = async (): Promise<Kept> => ({
    warehouse: await openWarehouse(path, countedFacts),
    version: Date.now(),
    checked: 0,
    checking: null,
  });
  try {
    return await opened();
  } catch (error) {
    if (!existsSync(path)) throw error;
    rmSync(path, { force: true });
    rmSync(`${path}.wal`, { force: true });
    return await opened();
  }
}
