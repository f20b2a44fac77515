/** A table's columns: all there are, in order; those that are shown when nobody has chosen; and those that are always shown. */
export type ColumnSet<Id extends string> = {
  readonly all: readonly Id[];
  readonly usual: readonly Id[];
  readonly always: readonly Id[];
};

/** Columns as a text to remember or to put into an address; empty when they are the usual ones. */
export function columnsAsText<Id extends string>(set: ColumnSet<Id>, shown: readonly Id[]): string {
  const kept = inOrder(set, shown);
  return kept.join(",") === inOrder(set, set.usual).join(",") ? "" : kept.join(",");
}

/** The columns a text names, in the table's order, with those that are always shown; the usual ones when it names none. Names that no column has are left out. */
export function columnsOfText<Id extends string>(set: ColumnSet<Id>, text: string | null): readonly Id[] {
  const named = (text ?? "").split(",");
  const known = set.all.filter((id) => named.includes(id));
  return inOrder(set, known.length === 0 ? set.usual : known);
}

/** The columns with one more, or one less. */
export function toggled<Id extends string>(set: ColumnSet<Id>, shown: readonly Id[], id: Id): readonly Id[] {
  return inOrder(set, shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id]);
}

function inOrder<Id extends string>({ all, always }: ColumnSet<Id>, shown: readonly Id[]): readonly Id[] {
  return all.filter((id) => shown.includes(id) || always.includes(id));
}
