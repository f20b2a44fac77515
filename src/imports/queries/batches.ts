import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { BatchState, Figure } from "../contract.ts";

export type BatchRecord = {
  readonly id: string;
  readonly state: BatchState;
  readonly version: number;
  readonly made_by: string;
  readonly made_at: Date;
  readonly phase: string | null;
  readonly rows_done: number;
  readonly rows_total: number;
  readonly cancel_asked: boolean;
  readonly failure: Bilingual | null;
  readonly run_by: string | null;
  readonly asked_by: string | null;
  readonly asked_role: string | null;
  readonly run_at: Date | null;
  readonly undone_at: Date | null;
  readonly undone_user: string | null;
  readonly undone_role: string | null;
  readonly figures: { readonly before: readonly Figure[]; readonly after: readonly Figure[] | null } | null;
  readonly bytes_deleted_at: Date | null;
};

const COLUMNS = sql.raw(
  `id::text, state, version, made_by, made_at, phase, rows_done, rows_total, cancel_asked, failure, run_by::text, asked_by,
   asked_role, run_at, undone_at, undone_user, undone_role, figures, bytes_deleted_at`,
);

/** Begins a batch; its files come next. */
export async function insertBatch(tx: Tx, made: { readonly by: string; readonly role: string }): Promise<string> {
  const added = await sql<{ id: string }>`insert into imports.batches (municipality, made_by, made_by_role)
    values (platform.municipality(), ${made.by}, ${made.role}) returning id::text`.execute(tx);
  return (added.rows[0] as { id: string }).id;
}

/** A batch; null when there is none. `lock` keeps others from changing it until the transaction ends. */
export async function readBatch(tx: Tx, batch: string, options: { lock?: boolean } = {}): Promise<BatchRecord | null> {
  const found = await sql<BatchRecord>`select ${COLUMNS} from imports.batches where id = ${batch}::uuid
    ${options.lock ? sql`for update` : sql``}`.execute(tx);
  return found.rows[0] ?? null;
}

/** The newest batches. */
export async function listBatches(tx: Tx, most: number): Promise<readonly BatchRecord[]> {
  const found =
    await sql<BatchRecord>`select ${COLUMNS} from imports.batches order by made_at desc, id limit ${most}`.execute(tx);
  return found.rows;
}

/** Moves a batch on from a state it must be in; false when it is elsewhere by now. What was said of its work is forgotten. */
export async function moveBatch(
  tx: Tx,
  batch: string,
  move: { readonly from: readonly BatchState[]; readonly to: BatchState },
): Promise<boolean> {
  const moved = await sql`update imports.batches
    set state = ${move.to}, version = version + 1, phase = null, rows_done = 0, rows_total = 0, cancel_asked = false, failure = null
    where id = ${batch}::uuid and state = any(${[...move.from]}::text[])`.execute(tx);
  return Number(moved.numAffectedRows ?? 0) > 0;
}

/** Counts a change of a batch's files, rows or mappings; what was checked is no longer what is there. */
export async function touchBatch(tx: Tx, batch: string): Promise<void> {
  await sql`update imports.batches set version = version + 1 where id = ${batch}::uuid`.execute(tx);
}

/** Marks a batch as received. False when the same files are in an open batch already: `batches_once` says so. */
export async function sealBatch(tx: Tx, batch: string, fingerprint: string): Promise<void> {
  await sql`update imports.batches set fingerprint = ${fingerprint}, state = 'received', version = version + 1
    where id = ${batch}::uuid and state = 'receiving'`.execute(tx);
}

/** The open batch with the same files, if there is one. */
export async function openBatchWith(tx: Tx, fingerprint: string): Promise<string | null> {
  const found = await sql<{ id: string }>`select id::text from imports.batches
    where fingerprint = ${fingerprint} and state in ('received', 'mapped', 'checking', 'checked', 'running')`.execute(
    tx,
  );
  return found.rows[0]?.id ?? null;
}

/** Notes who asked for the work on a batch. */
export async function noteAsker(
  tx: Tx,
  batch: string,
  by: { readonly user: string; readonly role: string },
): Promise<void> {
  await sql`update imports.batches set asked_by = ${by.user}, asked_role = ${by.role} where id = ${batch}::uuid`.execute(
    tx,
  );
}

/** Notes how far the work on a batch has come; says whether somebody asked for it to stop. */
export async function noteProgress(
  tx: Tx,
  batch: string,
  progress: { readonly phase: string; readonly done: number; readonly total: number },
): Promise<void> {
  await sql`update imports.batches
    set phase = ${progress.phase}, rows_done = ${progress.done}, rows_total = ${progress.total}
    where id = ${batch}::uuid and state in ('checking', 'running', 'undoing')`.execute(tx);
}

/** Asks the work on a batch to stop. */
export async function askToCancel(tx: Tx, batch: string): Promise<void> {
  await sql`update imports.batches set cancel_asked = true
    where id = ${batch}::uuid and state in ('checking', 'running', 'undoing')`.execute(tx);
}

/** Has somebody asked the work to stop? */
export async function isCancelled(tx: Tx, batch: string): Promise<boolean> {
  const found = await sql<{
    cancel_asked: boolean;
  }>`select cancel_asked from imports.batches where id = ${batch}::uuid`.execute(tx);
  return found.rows[0]?.cancel_asked ?? true;
}

/** Marks a batch as stored by this transaction; false when it was not running any more. */
export async function markRun(tx: Tx, batch: string): Promise<boolean> {
  const done = await sql`update imports.batches
    set state = 'done', version = version + 1, phase = null, run_by = pg_current_xact_id(), run_at = now()
    where id = ${batch}::uuid and state = 'running' and not cancel_asked`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Notes who asked for a batch to be taken back. */
export async function noteUndoer(
  tx: Tx,
  batch: string,
  by: { readonly user: string; readonly role: string },
): Promise<void> {
  await sql`update imports.batches set undone_user = ${by.user}, undone_role = ${by.role} where id = ${batch}::uuid`.execute(
    tx,
  );
}

/** Marks a batch as taken back by this transaction; false when it was stopped. */
export async function markUndone(tx: Tx, batch: string): Promise<boolean> {
  const done = await sql`update imports.batches
    set state = 'undone', version = version + 1, phase = null, undone_by = pg_current_xact_id(), undone_at = now()
    where id = ${batch}::uuid and state = 'undoing' and not cancel_asked`.execute(tx);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** A batch that could not be taken back is stored as before, with the reason. */
export async function markNotUndone(tx: Tx, batch: string, failure: Bilingual): Promise<void> {
  await sql`update imports.batches set state = 'done', version = version + 1, phase = null, cancel_asked = false,
      failure = ${JSON.stringify(failure)}::jsonb
    where id = ${batch}::uuid and state = 'undoing'`.execute(tx);
}

/** Says why the work on a batch failed. */
export async function markFailed(tx: Tx, batch: string, failure: Bilingual): Promise<void> {
  await sql`update imports.batches set state = 'failed', version = version + 1, phase = null, failure = ${JSON.stringify(failure)}::jsonb
    where id = ${batch}::uuid and state in ('checking', 'running')`.execute(tx);
}

/** Keeps the plan's figures before and after. */
export async function keepFigures(tx: Tx, batch: string, figures: NonNullable<BatchRecord["figures"]>): Promise<void> {
  await sql`update imports.batches set figures = ${JSON.stringify(figures)}::jsonb where id = ${batch}::uuid`.execute(
    tx,
  );
}

/** Batches whose work was begun and not ended: a process that died was at it, or one is at it now. */
export async function listUnderWay(tx: Tx): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`select id::text from imports.batches
    where state in ('checking', 'running', 'undoing') or (state = 'done' and figures is not null and figures -> 'after' = 'null'::jsonb)
      or exists (select from imports.reconciliations r where r.batch = id and r.state = 'asked')
    order by made_at`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** One process works on a batch at a time: false when another is at it. Holds until the transaction ends. */
export async function takeBatch(tx: Tx, batch: string): Promise<boolean> {
  const taken = await sql<{
    taken: boolean;
  }>`select pg_try_advisory_xact_lock(hashtext('springbraet import'), hashtext(${batch})) as taken`.execute(tx);
  return taken.rows[0]?.taken ?? false;
}

/** Uploads that were broken off before `before` and batches nobody went on with. */
export async function listAbandoned(tx: Tx, before: Date): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`select id::text from imports.batches
    where state = 'receiving' and made_at < ${before}`.execute(tx);
  return found.rows.map(({ id }) => id);
}

/** Imports that were stored before a moment and whose files' contents are still there. */
export async function listFinishedBefore(tx: Tx, before: Date): Promise<readonly string[]> {
  const found = await sql<{ id: string }>`select id::text from imports.batches
    where state in ('done', 'undone') and run_at < ${before} and bytes_deleted_at is null`.execute(tx);
  return found.rows.map(({ id }) => id);
}
