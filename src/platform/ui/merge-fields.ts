import { ApiError, type Theirs } from "./api.ts";

/** What a field is to say after two people changed it. `both` is for texts, which can stand one after the other. */
export type MergeChoice = "mine" | "theirs" | "both";

/** A field that both changed, with what each wrote. */
type MergeField = { readonly name: string; readonly mine: string; readonly theirs: string };

/** What others wrote, when an error says that a change came too late; null for other errors. */
export function conflictOf(error: unknown): { readonly theirs: Theirs | null } | null {
  if (!(error instanceof ApiError) || error.problem.code !== "edit_conflict") return null;
  return { theirs: error.problem.theirs ?? null };
}

/** The fields in which what was typed differs from what stands now. */
export function fieldsToMerge(mine: Readonly<Record<string, string>>, theirs: Theirs): readonly MergeField[] {
  return Object.entries(mine)
    .map(([name, text]) => ({ name, mine: text, theirs: String(theirs.values[name] ?? "") }))
    .filter((field) => field.mine !== field.theirs);
}

/** What a field says by the choice that was made. */
export function merged({ mine, theirs }: MergeField, choice: MergeChoice): string {
  if (choice === "both") return `${theirs}\n\n${mine}`;
  return choice === "mine" ? mine : theirs;
}
