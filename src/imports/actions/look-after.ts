import { inTenant } from "../../platform/db/public.ts";
import type { Imports } from "../context.ts";
import { listAbandoned, listFinishedBefore, listUnderWay, moveBatch } from "../queries/batches.ts";
import { deleteContents } from "../queries/chunks.ts";

/** Contents of stored imports are kept this long, so that one can look into what was imported. */
export const KEPT_DAYS = 30;

const DAY_MS = 86_400_000;

/** The batches of a municipality that wait for work: a process that was at it died, or never began. */
export function waitingBatches(imports: Imports, municipality: string): Promise<readonly string[]> {
  return inTenant(imports.db, { municipality }, listUnderWay);
}

/** Deletes the contents of files that are no longer needed: of uploads broken off a day ago and of imports stored a month ago. */
export function deleteOldContents(imports: Imports, municipality: string, now: Date): Promise<void> {
  return inTenant(imports.db, { municipality }, async (tx) => {
    for (const batch of await listAbandoned(tx, new Date(now.getTime() - DAY_MS))) {
      await moveBatch(tx, batch, { from: ["receiving"], to: "given_up" });
      await deleteContents(tx, batch);
    }
    const finished = await listFinishedBefore(tx, new Date(now.getTime() - KEPT_DAYS * DAY_MS));
    for (const batch of finished) await deleteContents(tx, batch);
  });
}

/** Deletes the contents of all stored imports of a municipality now: somebody in them has been deleted from the records. */
export function deleteStoredContents(db: Imports["db"], municipality: string): Promise<void> {
  return inTenant(db, { municipality }, async (tx) => {
    for (const batch of await listFinishedBefore(tx, new Date())) await deleteContents(tx, batch);
  });
}
