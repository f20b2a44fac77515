import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { logAccess } from "../platform/audit/public.ts";
import { type Database, inTenant, type Tx } from "../platform/db/public.ts";
import { asOwner } from "../platform/db/tenant.ts";
import { vacuum } from "../platform/db/vacuum.ts";
import { type Day, isoDay } from "../platform/kernel/day.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import { type Rewritten, rewriteSnapshot } from "../platform/warehouse/public.ts";
import { approvedList } from "./deletion.ts";
import { type Gone, keepGone, keptGone, personHash } from "./gone.ts";
import {
  deleteFromDated,
  deleteFromFact,
  deleteFromTable,
  deleteRequestsOf,
  ownerActsFor,
  rememberedGone,
  rememberGone,
  takeDeletersTurn,
} from "./queries/delete-records.ts";
import { markDeletion } from "./queries/deletions.ts";
import { otherTables } from "./queries/person.ts";
import { datedTables } from "./retention.ts";
import { factsAboutPeople } from "./rules/person-columns.ts";
import { snapshotRemovals } from "./views/snapshot-removals.ts";

/** A pinned snapshot: its name and its folder below the data folder. */
export type SnapshotPlace = { readonly name: string; readonly folder: string };

/** What a deletion works with. What other words keep about people, they forget themselves. */
export type DeletionJob = {
  readonly municipality: string;
  readonly facts: readonly Fact[];
  readonly today: Day;
  /** The data folder: snapshots are in it, and the list of what is gone. */
  readonly data: string;
  readonly snapshots: {
    readonly list: (tx: Tx) => Promise<readonly SnapshotPlace[]>;
    readonly reregister: (tx: Tx, made: SnapshotPlace & Rewritten & { readonly rewritten: string }) => Promise<void>;
  };
  /** Lets other words forget what they keep beside their facts, such as the files of imports. */
  readonly forget?: () => Promise<void>;
  /** Builds the warehouse anew. */
  readonly rebuild: () => Promise<void>;
};

/** How many rows went out of the records, and which snapshots were written anew. */
export type Deleted = { readonly rows: number; readonly snapshots: readonly string[] };

/**
 * Does an approved deletion: out of the snapshots and the records in one transaction, then out of the database's files and the warehouse. Run
 * again after an interruption, it goes on where it was.
 */
export async function runDeletion(db: Database, id: string, job: DeletionJob): Promise<Deleted> {
  const on = isoDay(job.today);
  const work = await asOwner(db, async (tx) => {
    await startAsOwner(tx, job);
    const { deletion, due } = await approvedList(tx, id, job.facts);
    if (deletion.recordsDeleted) return { ...NOTHING, gone: await rememberedGone(tx) };
    const gone = due.map(
      ({ citizen, fact }): Gone => ({ person: personHash(job.municipality, citizen), fact, day: on }),
    );
    const done = await deleteGone(tx, gone, job);
    await rememberGone(tx, id, gone);
    await markDeletion(tx, id, "records");
    const user = { label: deletion.approvedBy ?? "system", role: "system" };
    const persons = deletion.citizens;
    await logAccess(tx, {
      user,
      action: "privacy.delete.run",
      purpose: `deletion ${id}`,
      keys: [],
      persons,
      change: true,
    });
    return { ...done, gone: await rememberedGone(tx) };
  });
  keepGone(goneFile(job), work.gone);
  await finish(db, job);
  await asOwner(db, async (tx) => {
    await startAsOwner(tx, job);
    await markDeletion(tx, id, "done");
  });
  return { rows: work.rows, snapshots: work.rewritten };
}

/**
 * Deletes again, after an older backup was restored, what had been deleted since: by the list in the records and the one kept beside them.
 */
export async function reapplyDeletions(db: Database, job: DeletionJob): Promise<Deleted> {
  const work = await asOwner(db, async (tx) => {
    await startAsOwner(tx, job);
    const known = await rememberedGone(tx);
    const gone = [...known, ...keptGone(goneFile(job))];
    const done = await deleteGone(tx, gone, job);
    if (done.rows > 0) {
      const user = { label: "system", role: "system" };
      await logAccess(tx, { user, action: "privacy.delete.again", purpose: "restore", keys: [], change: true });
    }
    return { ...done, gone };
  });
  keepGone(goneFile(job), work.gone);
  await finish(db, job);
  return { rows: work.rows, snapshots: work.rewritten };
}

type Work = { readonly rows: number; readonly rewritten: readonly string[] };

const NOTHING: Work = { rows: 0, rewritten: [] };

async function startAsOwner(tx: Tx, { municipality }: DeletionJob): Promise<void> {
  await ownerActsFor(tx, municipality);
  await takeDeletersTurn(tx, municipality);
}

async function deleteGone(tx: Tx, gone: readonly Gone[], job: DeletionJob): Promise<Work> {
  if (gone.length === 0) return NOTHING;
  const rewritten = await rewriteSnapshots(tx, gone, job);
  let rows = 0;
  for (const fact of job.facts.toReversed()) {
    if (gone.some((one) => one.fact === fact.name)) rows += await deleteFromFact(tx, fact, gone);
  }
  for (const [table, column] of Object.entries(datedTables)) {
    if (gone.some((one) => one.fact === table)) rows += await deleteFromDated(tx, { table, column }, gone);
  }
  const whole = gone.filter(({ fact }) => fact === "citizens").map(({ person }) => person);
  if (whole.length > 0) {
    for (const table of await otherTables(tx, job.facts)) rows += await deleteFromTable(tx, table, whole);
    await deleteRequestsOf(tx, whole);
  }
  return { rows, rewritten };
}

async function rewriteSnapshots(tx: Tx, gone: readonly Gone[], job: DeletionJob): Promise<readonly string[]> {
  const rewritten: string[] = [];
  const removals = snapshotRemovals(job.municipality, job.facts, gone);
  for (const { name, folder } of await job.snapshots.list(tx)) {
    const next = join("snapshots", job.municipality, `${name}.${randomUUID().slice(0, 8)}`);
    const made = await rewriteSnapshot({ from: join(job.data, folder), to: join(job.data, next) }, job.facts, removals);
    if (!made) continue;
    await job.snapshots.reregister(tx, { name, folder: next, ...made, rewritten: isoDay(job.today) });
    rewritten.push(name);
  }
  return rewritten;
}

async function finish(db: Database, job: DeletionJob): Promise<void> {
  await removeReplaced(db, job);
  await job.forget?.();
  await vacuum(db, [
    ...factsAboutPeople(job.facts).map(({ word, name }) => `${word}.${name}`),
    ...Object.keys(datedTables),
  ]);
  await job.rebuild();
}

/** Removes the folders that snapshots stood in before they were written anew, those of an interrupted deletion too. */
async function removeReplaced(db: Database, job: DeletionJob): Promise<void> {
  const { municipality, data } = job;
  const registered = await inTenant(db, { municipality }, job.snapshots.list);
  const parent = join(data, "snapshots", municipality);
  for (const entry of existsSync(parent) ? readdirSync(parent) : []) {
    const isOfOne = registered.some(
      ({ name }) => entry === name || (entry.startsWith(`${name}.`) && !entry.endsWith(".partial")),
    );
    const isInUse = registered.some(({ folder }) => folder === join("snapshots", municipality, entry));
    if (isOfOne && !isInUse) rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

function goneFile({ data, municipality }: DeletionJob): string {
  return join(data, "deletions", `${municipality}.jsonl`);
}
