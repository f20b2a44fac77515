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
};

/** The notes of a plan, or of one goal of it, oldest first; withdrawn ones included. */
export async function listNotes(tx: Tx, plan: string, goal: string | null): Promise<readonly NoteRow[]> {
  const found = await sql<NoteRow>`select id, goal, kind, body, author, role, at, withdrawn_at from plan.notes
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
    returning id, goal, kind, body, author, role, at, withdrawn_at`.execute(tx);
  return added.rows[0] as NoteRow;
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
