import type { FactLayout, Mapping } from "../contract.ts";

/** A mapping while it is being made: each of our fields with what it takes, or nothing yet. */
export type DraftMapping = {
  readonly fact: string;
  readonly columns: Readonly<Record<string, Mapping["columns"][number]>>;
  /** What is known of the mapping that the editor does not show. */
  readonly rest: Omit<Mapping, "fact" | "columns">;
};

/** What a mapping begins with for a kind of fact: columns that are called as our fields are. */
export function guessMapping(layout: FactLayout, header: readonly string[]): DraftMapping {
  const columns: Record<string, Mapping["columns"][number]> = {};
  for (const { name, label } of layout.fields) {
    const names = [name, label.da, label.en].map(plain);
    const from = header.find((column) => names.includes(plain(column)));
    if (from !== undefined) columns[name] = { field: name, from };
  }
  return { fact: layout.name, columns, rest: {} };
}

/** A mapping opened for change. */
export function draftOf({ fact, columns, ...rest }: Mapping): DraftMapping {
  return { fact, columns: Object.fromEntries(columns.map((column) => [column.field, column])), rest };
}

/** The mapping as it is sent. */
export function mappingOf(draft: DraftMapping): Mapping {
  return { ...draft.rest, fact: draft.fact, columns: Object.values(draft.columns) };
}

/** The fields that must be filled and take nothing yet. */
export function missingFields(draft: DraftMapping, layout: FactLayout): FactLayout["fields"] {
  return layout.fields.filter(({ name, required }) => {
    const column = draft.columns[name];
    return required && (!column || (column.from === null && !column.constant));
  });
}

/** Letters and digits alone, small. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}
