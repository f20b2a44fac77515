import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { municipalityCalled } from "../organisation/public.ts";
import { listSnapshots, type RegisteredSnapshot, type SnapshotInfo } from "../plan/public.ts";
import { type Database, inTenant, migrate, openDatabase } from "../platform/db/public.ts";
import { day } from "../platform/kernel/day.ts";
import { readChanges } from "../platform/warehouse/feed.ts";
import {
  type Feed,
  openSnapshot,
  openWarehouse,
  type Pinned,
  rebuildWarehouse,
  type Warehouse,
} from "../platform/warehouse/public.ts";
import { allFacts } from "./facts.ts";
import { unknownSnapshot } from "./places.ts";
import type { Runtime } from "./runtime-type.ts";
import { readSettings } from "./settings.ts";
import { vocabulary } from "./vocabulary.ts";

/** How fresh a warehouse must be, in milliseconds: within this it is not asked again whether the records changed. */
const FRESH_MS = 2_000;

type Kept = { warehouse: Warehouse; version: number; checked: number };

/** Opens a data folder: takes its lock, opens the records, brings them to the present shape. */
export async function openRuntime(place: { readonly data: string; readonly url?: string }): Promise<Runtime> {
  const db = await openDatabase({ folder: place.data, ...(place.url ? { url: place.url } : {}) });
  try {
    await migrate(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return runtimeOver(db, place.data);
}

function runtimeOver(db: Database, data: string): Runtime {
  const warehouses = warehouseKeeper(db, data);
  const pinned = new Map<string, Promise<Pinned>>();
  const snapshots = (municipality: string): Promise<readonly RegisteredSnapshot[]> =>
    inTenant(db, { municipality }, (tx) => listSnapshots(tx));
  const pin = async (municipality: string, name: string): Promise<{ pinned: Pinned; info: SnapshotInfo }> => {
    const info = (await snapshots(municipality)).find((snapshot) => snapshot.name === name);
    const folder = info && join(data, info.folder);
    if (!info || !folder || !existsSync(folder)) throw unknownSnapshot(name);
    const opened = pinned.get(folder) ?? openSnapshot(folder, allFacts);
    pinned.set(folder, opened);
    return { pinned: await opened, info };
  };
  return {
    data,
    db,
    settings: () => readSettings(data),
    warehouse: warehouses.fresh,
    rebuild: warehouses.rebuild,
    feed: warehouses.feed,
    snapshots,
    source: async ({ municipality, snapshot, knownAt, plan }) => {
      municipalityCalled(municipality);
      const base = { facts: allFacts, vocabulary, municipality, plan };
      if (snapshot !== null) {
        const found = await pin(municipality, snapshot);
        const known = found.info.knownAt === null ? null : day(found.info.knownAt);
        return { ...base, ...found.pinned, knownAt: knownAt ?? known, version: `snapshot ${snapshot}` };
      }
      const { open, version } = await warehouses.fresh(municipality);
      return { ...base, run: open.run, coverage: open.coverage, knownAt, version: String(version) };
    },
    close: async () => {
      warehouses.close();
      for (const opened of pinned.values()) (await opened).close();
      await db.close();
    },
  };
}

function warehouseKeeper(db: Database, data: string) {
  const open = new Map<string, Promise<Kept>>();
  const pathOf = (municipality: string): string => join(data, "warehouse", `${municipality}.duckdb`);
  const feed =
    (municipality: string): Feed =>
    (since, take) =>
      readChanges(db, { municipality, facts: allFacts, since }, take);
  const begin = async (municipality: string): Promise<Kept> => {
    const warehouse = await openOrReplace(pathOf(municipality));
    return { warehouse, version: Date.now(), checked: 0 };
  };
  const fresh = async (municipality: string): Promise<{ open: Warehouse; version: number }> => {
    const opening = open.get(municipality) ?? begin(municipality);
    open.set(municipality, opening);
    const kept = await opening.catch((error: unknown) => {
      open.delete(municipality);
      throw error;
    });
    if (Date.now() - kept.checked > FRESH_MS) {
      const { changed } = await kept.warehouse.refresh(feed(municipality));
      kept.checked = Date.now();
      if (changed > 0) kept.version += 1;
    }
    return { open: kept.warehouse, version: kept.version };
  };
  const rebuild = async (municipality: string): Promise<void> => {
    const kept = await open.get(municipality);
    open.delete(municipality);
    kept?.warehouse.close();
    await rebuildWarehouse(pathOf(municipality), allFacts, feed(municipality));
  };
  const close = (): void => {
    for (const kept of open.values()) void kept.then(({ warehouse }) => warehouse.close());
    open.clear();
  };
  return { feed, fresh, rebuild, close };
}

/** A warehouse that cannot be opened holds nothing that is not in the records: it is set aside and begun anew. */
async function openOrReplace(path: string): Promise<Warehouse> {
  try {
    return await openWarehouse(path, allFacts);
  } catch (error) {
    if (!existsSync(path)) throw error;
    rmSync(path, { force: true });
    rmSync(`${path}.wal`, { force: true });
    return await openWarehouse(path, allFacts);
  }
}
