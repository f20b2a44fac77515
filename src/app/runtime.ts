import { join } from "node:path";
import { rememberPeople } from "../citizens/public.ts";
import { municipalityCalled } from "../organisation/public.ts";
import { listSnapshots, type RegisteredSnapshot, type SnapshotInfo } from "../plan/public.ts";
import { LOG_RETENTION, type LogRetention } from "../platform/audit/public.ts";
import { inTenant, isMigrated, migrate, openDatabase } from "../platform/db/public.ts";
import { type JobLog, type JobOptions, type Jobs, openJobs } from "../platform/jobs/public.ts";
import { day } from "../platform/kernel/day.ts";
import { type Keyring, openKeyring, sealedWith } from "../platform/secrets/public.ts";
import { isWhole, openSnapshot, type Pinned } from "../platform/warehouse/public.ts";
import { refuseUnfinished } from "./backup/restore.ts";
import { countedFacts } from "./facts.ts";
import { sealedRecords } from "./key-operations.ts";
import { unknownSnapshot } from "./places.ts";
import { openPostOffice } from "./post.ts";
import type { Runtime } from "./runtime-type.ts";
import { readSettings } from "./settings.ts";
import { noteSharedRecords } from "./shared-records.ts";
import { vocabulary } from "./vocabulary.ts";
import { warehouseKeeper } from "./warehouse-keeper.ts";

const SILENT: JobLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Opens a data folder: takes its lock, opens the records, brings them to the present shape. */
export async function openRuntime(place: {
  readonly data: string;
  readonly url?: string;
  readonly log?: JobLog;
  /** Where keys may come from. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly limits?: { readonly most: number; readonly connectSeconds: number };
  readonly leaseSeconds?: number;
  /** How long a figure waits while the warehouse is built from the records; as long as that takes when nothing is said. */
  readonly patienceMs?: number;
  readonly logRetention?: LogRetention;
}): Promise<Runtime> {
  refuseUnfinished(place.data);
  const db = await openDatabase({
    folder: place.data,
    ...(place.url ? { url: place.url } : {}),
    ...(place.limits ? { limits: place.limits } : {}),
  });
  try {
    await migrate(db);
    const found = await sealedWith(sealedRecords(db));
    const keyring = openKeyring({ folder: place.data, env: place.env ?? process.env, sealedWith: found });
    await noteSharedRecords(db, place.data);
    const { data, log = SILENT, patienceMs, env = process.env } = place;
    const post = openPostOffice(env, { data, keyring, settings: () => readSettings(data) });
    const jobs = { log, ...(place.leaseSeconds ? { leaseSeconds: place.leaseSeconds } : {}) };
    const warehouses = warehouseKeeper(db, data, { patienceMs, log });
    const { logRetention = LOG_RETENTION } = place;
    return runtimeOver({ data, db, keyring, post, jobOptions: jobs, warehouses, logRetention });
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Can something be sealed and opened again? */
function keysWork({ encrypt, decrypt }: Keyring): boolean {
  const word = Buffer.from("springbraet");
  return decrypt(encrypt(word, "check"), "check").equals(word);
}

type Opened = Pick<Runtime, "data" | "db" | "keyring" | "post" | "logRetention"> & {
  readonly jobOptions: JobOptions;
  readonly warehouses: ReturnType<typeof warehouseKeeper>;
};

function runtimeOver({ data, db, keyring, post, jobOptions, warehouses, logRetention }: Opened): Runtime {
  let jobs: Promise<Jobs> | null = null;
  const people = rememberPeople();
  const pinned = new Map<string, Promise<Pinned>>();
  const snapshots = (municipality: string): Promise<readonly RegisteredSnapshot[]> =>
    inTenant(db, { municipality }, (tx) => listSnapshots(tx));
  const pin = async (municipality: string, name: string): Promise<{ pinned: Pinned; info: SnapshotInfo }> => {
    const info = (await snapshots(municipality)).find((snapshot) => snapshot.name === name);
    const folder = info && join(data, info.folder);
    if (!info || !folder || !isWhole(folder, info.facts)) throw unknownSnapshot(name);
    const opened = pinned.get(folder) ?? openSnapshot(folder, countedFacts);
    pinned.set(folder, opened);
    return { pinned: await opened, info };
  };
  return {
    data,
    db,
    keyring,
    post,
    logRetention,
    jobs: () => {
      jobs ??= openJobs(db, jobOptions);
      return jobs;
    },
    settings: () => readSettings(data),
    warehouse: warehouses.fresh,
    rebuild: (municipality) => {
      people.forget(municipality);
      return warehouses.rebuild(municipality);
    },
    people,
    recordsChanged: (municipality) => {
      people.changed(municipality);
      return Promise.resolve(warehouses.recordsChanged(municipality));
    },
    feed: warehouses.feed,
    warehouseAges: () => Promise.resolve(warehouses.ages()),
    check: async () => ({ migrations: await isMigrated(db), database: true, keys: keysWork(keyring) }),
    snapshots,
    source: async ({ municipality, snapshot, knownAt, plan }) => {
      municipalityCalled(municipality);
      const base = { facts: countedFacts, vocabulary, municipality, plan };
      if (snapshot !== null) {
        const found = await pin(municipality, snapshot);
        const known = found.info.knownAt === null ? null : day(found.info.knownAt);
        return { ...base, ...found.pinned, knownAt: knownAt ?? known, version: `snapshot ${snapshot}` };
      }
      const { open, version } = await warehouses.fresh(municipality);
      return { ...base, run: open.run, coverage: open.coverage, knownAt, version: String(version) };
    },
    close: async () => {
      const opened = await jobs?.catch(() => null);
      await opened?.stop();
      post.close();
      await warehouses.close();
      for (const snapshot of pinned.values()) (await snapshot).close();
      await db.close();
    },
  };
}
