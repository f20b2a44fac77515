import type { Fact } from "../../platform/kernel/fact.ts";

/** A column that names a person; without `required` the row can do without them. */
export type PersonColumn = { readonly name: string; readonly required: boolean };

/** Where a kind of fact names a person: its own id for the people themselves, else every column that refers to them. */
export function personColumns(fact: Fact): readonly PersonColumn[] {
  if (fact.name === "citizens") return [{ name: "id", required: true }];
  return fact.columns.filter(({ refers }) => refers === "citizens").map(({ name, required }) => ({ name, required }));
}

/** The kinds of facts that are about people. */
export function factsAboutPeople(facts: readonly Fact[]): readonly Fact[] {
  return facts.filter((fact) => personColumns(fact).length > 0);
}
