import { deleteStoredContents } from "../imports/public.ts";
import { listSnapshots, reregisterSnapshot } from "../plan/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { type Deleted, type DeletionJob, reapplyDeletions, runDeletion } from "../privacy/public.ts";
import { allFacts } from "./facts.ts";
import { municipalityOf } from "./places.ts";
import type { Runtime } from "./runtime-type.ts";

/** Deleting people whose time has come, for good and everywhere. */
export function privacyOperations(runtime: Runtime, today: () => Day) {
  const jobFor = (municipality: string): DeletionJob => ({
    municipality,
    facts: allFacts,
    today: today(),
    data: runtime.data,
    snapshots: { list: listSnapshots, reregister: reregisterSnapshot },
    forget: () => deleteStoredContents(runtime.db, municipality),
    rebuild: () => runtime.rebuild(municipality),
  });
  return {
    /** Does an approved deletion; done again after an interruption, it goes on where it was. */
    runDeletion: (asked: { readonly municipality: string; readonly id: string }): Promise<Deleted> =>
      runDeletion(runtime.db, asked.id, jobFor(asked.municipality)),
    /** Deletes again what had been deleted, after an older backup was restored. */
    reapplyDeletions: (asked: { readonly municipality?: string }): Promise<Deleted> =>
      reapplyDeletions(runtime.db, jobFor(municipalityOf(asked.municipality, runtime))),
  };
}
