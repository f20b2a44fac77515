import type { GoalNote } from "./contract.ts";
import type { NoteRow } from "./queries/notes.ts";

/** A stored note as a reader sees it; a withdrawn one keeps its place but not its text. */
export function asNote(row: NoteRow, reader: { readonly author: string; readonly mayWithdraw: boolean }): GoalNote {
  const withdrawn = row.withdrawn_at !== null;
  return {
    id: row.id,
    goal: row.goal,
    kind: row.kind,
    text: withdrawn ? "" : row.body,
    author: row.author,
    role: row.role,
    at: new Date(row.at).toISOString(),
    withdrawn,
    version: String(row.version),
    editedAt: row.edited_at === null ? null : new Date(row.edited_at).toISOString(),
    mayEdit: reader.mayWithdraw && !withdrawn && row.kind === "comment" && row.author === reader.author,
    mayWithdraw: reader.mayWithdraw && !withdrawn && row.author === reader.author,
  };
}
