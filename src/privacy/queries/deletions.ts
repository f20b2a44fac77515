import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import type { Deletion } from "../contract.ts";

type Row = Omit<Deletion, "proposedAt" | "approvedAt" | "doneAt"> & {
  readonly digest: string;
  readonly proposedAt: Date;
  readonly approvedAt: Date | null;
  readonly recordsDeletedAt: Date | null;
  readonly doneAt: Date | null;
};

/** A deletion as it is stored. */
export type StoredDeletion = Deletion & { readonly digest: string; readonly recordsDeleted: boolean };

/** Deletions, newest first: all, or one by its id. */
export async function listDeletions(tx: Tx, id?: string): Promise<readonly StoredDeletion[]> {
  const found =
    await sql<Row>`select id, as_of as "asOf", content, citizens, row_count as rows, digest, proposed_by as "proposedBy",
      proposed_at as "proposedAt", approved_by as "approvedBy", approved_at as "approvedAt", records_deleted_at as "recordsDeletedAt", done_at as "doneAt"
    from privacy.deletions where municipality = platform.municipality() and ${id === undefined ? sql`true` : sql`id = ${id}`}
    order by proposed_at desc limit 200`.execute(tx);
  const iso = (at: Date | null): string | null => at && new Date(at).toISOString();
  return found.rows.map(({ recordsDeletedAt, proposedAt, approvedAt, doneAt, ...row }) => ({
    ...row,
    proposedAt: new Date(proposedAt).toISOString(),
    approvedAt: iso(approvedAt),
    doneAt: iso(doneAt),
    recordsDeleted: recordsDeletedAt !== null,
  }));
}

/** Stores a proposal and gives its id. */
export async function insertDeletion(
  tx: Tx,
  proposed: Pick<Deletion, "asOf" | "content" | "citizens" | "rows" | "proposedBy"> & { readonly digest: string },
): Promise<string> {
  const { asOf, content, citizens, rows, digest, proposedBy } = proposed;
  const found = await sql<{
    id: string;
  }>`insert into privacy.deletions (municipality, as_of, content, citizens, row_count, digest, proposed_by)
    values (platform.municipality(), ${asOf}, ${JSON.stringify(content)}::jsonb, ${citizens}, ${rows}, ${digest}, ${proposedBy}) returning id`.execute(
    tx,
  );
  const id = found.rows[0]?.id;
  if (id === undefined) throw new Error("the proposal was not stored");
  return id;
}

/** Notes who approved a proposal; false when somebody has already. The table refuses whoever proposed it. */
export async function approveDeletion(tx: Tx, given: { readonly id: string; readonly by: string }): Promise<boolean> {
  const done = await sql`update privacy.deletions set approved_by = ${given.by}, approved_at = now()
    where municipality = platform.municipality() and id = ${given.id} and approved_at is null`.execute(tx);
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Notes how far a deletion has come. As the owner. */
export async function markDeletion(tx: Tx, id: string, how: "records" | "done"): Promise<void> {
  const column = sql.raw(how === "records" ? "records_deleted_at" : "done_at");
  await sql`update privacy.deletions set ${column} = now() where municipality = platform.municipality() and id = ${id}`.execute(
    tx,
  );
}

/** The municipality's decision on a KLE subject. */
export type RetentionDecision = {
  readonly kle: string;
  readonly days: number;
  readonly reason: string;
  readonly who: string;
  readonly at: Date;
};

/** The decisions in force: the newest for each subject. */
export async function retentionDecisions(tx: Tx): Promise<readonly RetentionDecision[]> {
  const found =
    await sql<RetentionDecision>`select distinct on (kle) kle, days, reason, who, at from privacy.retention_decisions
    where municipality = platform.municipality() order by kle, number desc`.execute(tx);
  return found.rows;
}

/** Adds a decision on a KLE subject. */
export async function insertRetentionDecision(tx: Tx, decided: Omit<RetentionDecision, "at">): Promise<void> {
  const { kle, days, reason, who } = decided;
  await sql`insert into privacy.retention_decisions (municipality, kle, number, days, reason, who)
    select platform.municipality(), ${kle}, coalesce(max(number), 0) + 1, ${days}, ${reason}, ${who} from privacy.retention_decisions
    where municipality = platform.municipality() and kle = ${kle}`.execute(tx);
}

/** People with a request that is not answered or a restriction: nothing about them is deleted meanwhile. */
export async function heldBack(tx: Tx): Promise<ReadonlySet<string>> {
  const found = await sql<{
    citizen: string;
  }>`select citizen from privacy.restrictions where municipality = platform.municipality() and lifted_at is null
    union select citizen from privacy.requests r where municipality = platform.municipality() and not exists (
      select from privacy.steps s where s.municipality = r.municipality and s.request = r.id
        and s.kind = any(case r.kind when 'access' then array['handed_over', 'refused'] when 'rectification' then array['corrected', 'refused']
          else array['granted', 'refused'] end))`.execute(tx);
  return new Set(found.rows.map(({ citizen }) => citizen));
}
