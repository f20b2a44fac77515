import type { Bilingual } from "../../platform/kernel/fact.ts";

type Field<Name extends string> = { readonly name: Name; readonly text: Bilingual };

/** The names of what two rows of the law say differently, or only one of them says, in the order of the rows. */
export function differingFields<Name extends string>(
  before: readonly Field<Name>[],
  after: readonly Field<Name>[],
): readonly Name[] {
  const said = (fields: readonly Field<Name>[]): ReadonlyMap<Name, string> =>
    new Map(fields.map(({ name, text }) => [name, `${text.da}\n${text.en}`]));
  const [old, now] = [said(before), said(after)];
  return [...new Set([...before, ...after].map(({ name }) => name))].filter((name) => old.get(name) !== now.get(name));
}
