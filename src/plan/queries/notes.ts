import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

export type NoteRow = {
  readonly id: string;
  readonly goal: string;
  readonly kind: "comment" | "decision";
  readonly body: string;
  readonly author: string;
  readonly role: string;
  readonly at: Date | string;
  readonly withdrawn_at: Date | string | null;
  /** Which text it is, counted from 1. */
  readonly version: number;
  readonly edited_at: Date | string | null;
};

const COLUMNS = sql.raw("id, goal, kind, body, author, role, at, withdrawn_at, version, edited_at");

/** The notes of a plan, or of one goal of it, oldest first; withdrawn ones included. */
export async function listNotes(tx: Tx, plan: string, goal: string | null): Promise<readonly NoteRow[]> {
  const found = await sql<NoteRow>`select ${COLUMNS} from plan.notes
    where plan = ${plan} and (${goal}::text is null or goal = ${goal}) order by at, id`.execute(tx);
  return found.rows;
}

/** Adds a note and gives it back as stored. */
export async function insertNote(
  tx: Tx,
  note: { readonly plan: string } & Pick<NoteRow, "goal" | "kind" | "body" | "author" | "role">,
): Promise<NoteRow> {
  const added = await sql<NoteRow>`insert into plan.notes (municipality, plan, goal, kind, body, author, role)
    values (platform.municipality(), ${note.plan}, ${note.goal}, ${note.kind}, ${note.body}, ${note.author}, ${note.role})
    returning ${COLUMNS}`.execute(tx);
  return added.rows[0] as NoteRow;
}

/** One standing note of a plan, or null. */
export async function findNote(tx: Tx, which: { readonly plan: string; readonly id: string }): Promise<NoteRow | null> {
  const found = await sql<NoteRow>`select ${COLUMNS} from plan.notes
    where plan = ${which.plan} and id::text = ${which.id} and withdrawn_at is null`.execute(tx);
  return found.rows[0] ?? null;
}

/**
 * Gives a comment of the author's own another text and keeps the earlier one. Null when the text that was seen is not the present one, or
 * there is no such comment.
 */
export async function editNote(
  tx: Tx,
  edit: {
    readonly plan: string;
    readonly id: string;
    readonly author: string;
    readonly version: number;
    readonly body: string;
  },
): Promise<NoteRow | null> {
  const kept = await sql`with present as (
      select municipality, id, version, body from plan.notes
      where plan = ${edit.plan} and id::text = ${edit.id} and author = ${edit.author} and version = ${edit.version}
        and kind = 'comment' and withdrawn_at is null
      for update)
    insert into plan.earlier_notes (municipality, note, version, body)
    select municipality, id, version, body from present on conflict do nothing`.execute(tx);
  if (Number(kept.numAffectedRows ?? 0) === 0) return null;
  const edited = await sql<NoteRow>`update plan.notes set body = ${edit.body}, version = version + 1, edited_at = now()
    where plan = ${edit.plan} and id::text = ${edit.id} and version = ${edit.version} returning ${COLUMNS}`.execute(tx);
  return edited.rows[0] ?? null;
}

/** Withdraws a note of the author's own. False when there is no such note. */
export async function withdrawNote(
  tx: Tx,
  which: { readonly plan: string; readonly id: string; readonly author: string },
): Promise<boolean> {
  const done = await sql`update plan.notes set withdrawn_at = now()
    where plan = ${which.plan} and id::text = ${which.id} and author = ${which.author} and withdrawn_at is null`.execute(
    tx,
  );
  return Number(done.numAffectedRows ?? 0) > 0;
}
