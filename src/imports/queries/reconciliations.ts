import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";

/** A comparison of a batch with the records. */
export type ReconciliationRecord = {
  readonly state: "asked" | "done" | "failed";
  readonly asked_by: string;
  readonly asked_role: string;
  readonly asked_at: Date;
  readonly phase: string | null;
  readonly rows_done: number;
  readonly rows_total: number;
  readonly failure: Bilingual | null;
  readonly sealed: Uint8Array | null;
  readonly ended_at: Date | null;
};

/** Asks for a comparison; an earlier one's answer is forgotten. While one is asked for, it stays that one. */
export async function askReconciliation(
  tx: Tx,
  batch: string,
  by: { readonly user: string; readonly role: string },
): Promise<void> {
  await sql`insert into imports.reconciliations as r (municipality, batch, state, asked_by, asked_role)
    values (platform.municipality(), ${batch}::uuid, 'asked', ${by.user}, ${by.role})
    on conflict (municipality, batch) do update set state = 'asked', asked_by = excluded.asked_by, asked_role = excluded.asked_role,
      asked_at = now(), phase = null, rows_done = 0, rows_total = 0, failure = null, sealed = null, ended_at = null
    where r.state <> 'asked'`.execute(tx);
}

/** The newest comparison of a batch; null when nobody asked for one. */
export async function readReconciliation(tx: Tx, batch: string): Promise<ReconciliationRecord | null> {
  const found =
    await sql<ReconciliationRecord>`select state, asked_by, asked_role, asked_at, phase, rows_done, rows_total, failure,
      sealed, ended_at
    from imports.reconciliations where batch = ${batch}::uuid`.execute(tx);
  return found.rows[0] ?? null;
}

/** Notes how far a comparison has come. */
export async function noteReconciling(
  tx: Tx,
  batch: string,
  progress: { readonly phase: string; readonly done: number; readonly total: number },
): Promise<void> {
  await sql`update imports.reconciliations
    set phase = ${progress.phase}, rows_done = ${progress.done}, rows_total = ${progress.total}
    where batch = ${batch}::uuid and state = 'asked'`.execute(tx);
}

/** Ends a comparison with what it found, or with why it found nothing. */
export async function endReconciliation(
  tx: Tx,
  batch: string,
  end: { readonly sealed: Buffer } | { readonly failure: Bilingual },
): Promise<void> {
  const [state, sealed, failure] =
    "sealed" in end ? ["done", end.sealed, null] : ["failed", null, JSON.stringify(end.failure)];
  await sql`update imports.reconciliations
    set state = ${state}, sealed = ${sealed}, failure = ${failure}::jsonb, phase = null, ended_at = now()
    where batch = ${batch}::uuid and state = 'asked'`.execute(tx);
}
