import { randomUUID } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { insertSnapshot, type SnapshotInfo } from "../plan/public.ts";
import { inTenant, namedError, type Tx } from "../platform/db/public.ts";
import { type Day, isoDay } from "../platform/kernel/day.ts";
import { checksumOf, type Deviation, verifyWarehouse, writeSnapshot } from "../platform/warehouse/public.ts";
import { countedFacts } from "./facts.ts";
import { municipalityOf, readDay } from "./places.ts";
import type { Runtime } from "./runtime-type.ts";

type OfMunicipality = { readonly municipality?: string };
type AskedSnapshot = OfMunicipality & { readonly name: string; readonly asOf?: string };

/** How a snapshot is registered: in a transaction that also keeps the answer for those who ask again. */
type SnapshotDeed = {
  readonly done: () => Promise<SnapshotInfo | null>;
  readonly register: (insert: (tx: Tx) => Promise<SnapshotInfo>) => Promise<SnapshotInfo>;
};

/** What can be done with the warehouse and its pinned snapshots. */
export function warehouseOperations(runtime: Runtime, today: () => Day) {
  const turn = oneAtATime();
  const registered = (asked: OfMunicipality) => runtime.snapshots(municipalityOf(asked.municipality, runtime));
  return {
    rebuild: (asked: OfMunicipality): Promise<void> => runtime.rebuild(municipalityOf(asked.municipality, runtime)),
    /** Facts whose rows in the warehouse are not those of the records; empty when all is well. */
    verify: (asked: OfMunicipality): Promise<readonly Deviation[]> =>
      verify(runtime, municipalityOf(asked.municipality, runtime)),
    /** Pins a snapshot. `deed` says how it is registered, and what an earlier request of the same deed was answered. */
    snapshot: (asked: AskedSnapshot, deed: SnapshotDeed = alone(runtime, asked)): Promise<SnapshotInfo> =>
      turn(async () => (await deed.done()) ?? (await makeSnapshot(runtime, asked, { today: today(), deed }))),
    snapshots: async (asked: OfMunicipality): Promise<readonly SnapshotInfo[]> =>
      (await registered(asked)).map(({ folder: _folder, facts: _facts, ...info }) => info),
    /** Which snapshots no longer are what they were when they were made. */
    changedSnapshots: async (asked: OfMunicipality): Promise<readonly string[]> => {
      const intact = (folder: string, checksum: string): boolean =>
        existsSync(folder) && checksumOf(folder, countedFacts) === checksum;
      const changed = (await registered(asked)).filter(
        ({ folder, checksum }) => !intact(join(runtime.data, folder), checksum),
      );
      return changed.map(({ name }) => name);
    },
  };
}

async function verify(runtime: Runtime, municipality: string): Promise<readonly Deviation[]> {
  const { open } = await runtime.warehouse(municipality);
  const scratch = join(runtime.data, "warehouse", `${municipality}.verify-${randomUUID()}.duckdb`);
  try {
    return await verifyWarehouse(open, { scratch, facts: countedFacts, feed: runtime.feed(municipality) });
  } finally {
    for (const file of [scratch, `${scratch}.wal`]) rmSync(file, { force: true });
  }
}

/** A snapshot that is asked for by nobody who could ask twice. */
function alone(runtime: Runtime, asked: AskedSnapshot): SnapshotDeed {
  return {
    done: () => Promise.resolve(null),
    register: (insert) =>
      inTenant(runtime.db, { municipality: municipalityOf(asked.municipality, runtime) }, (tx) => insert(tx)),
  };
}

/** Snapshots are made one after the other: two of one name would write into the same folder. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

async function makeSnapshot(
  runtime: Runtime,
  asked: AskedSnapshot,
  { today, deed }: { readonly today: Day; readonly deed: SnapshotDeed },
): Promise<SnapshotInfo> {
  const municipality = municipalityOf(asked.municipality, runtime);
  await checkName(runtime, municipality, asked.name);
  const folder = join("snapshots", municipality, asked.name);
  const asOf = isoDay(asked.asOf ? readDay(asked.asOf) : today);
  const { open } = await runtime.warehouse(municipality);
  // No snapshot of this name is registered: what stands there was left behind when the process was killed.
  rmSync(join(runtime.data, folder), { recursive: true, force: true });
  const { rows, checksum } = await writeSnapshot(open, join(runtime.data, folder), countedFacts);
  const info: SnapshotInfo = {
    name: asked.name,
    asOf,
    knownAt: isoDay(today),
    madeAt: new Date().toISOString(),
    rows,
    checksum,
  };
  try {
    return await deed.register(async (tx) => {
      await insertSnapshot(tx, { ...info, folder, facts: countedFacts.length });
      return info;
    });
  } catch (error) {
    rmSync(join(runtime.data, folder), { recursive: true, force: true });
    throw error;
  }
}

async function checkName(runtime: Runtime, municipality: string, name: string): Promise<void> {
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(name)) {
    throw namedError("bad_snapshot_name", {
      da: `»${name}« kan ikke være et navn; brug små bogstaver, tal og bindestreg, fx 2021-06`,
      en: `"${name}" cannot be a name; use small letters, digits and hyphens, such as 2021-06`,
    });
  }
  if ((await runtime.snapshots(municipality)).some((snapshot) => snapshot.name === name)) {
    throw namedError("snapshot_exists", {
      da: `Der er allerede et øjebliksbillede med navnet »${name}«; vælg et andet`,
      en: `There is already a snapshot called "${name}"; choose another name`,
    });
  }
}
