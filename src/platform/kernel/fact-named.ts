import type { Fact } from "./fact.ts";

/** The fact of a name among some facts. Throws on a name that is not there: a mistake in the code. */
export function factNamed(facts: readonly Fact[], name: string): Fact {
  const found = facts.find((fact) => fact.name === name);
  if (found === undefined)
    throw new Error(`There is no fact "${name}" among ${facts.map((fact) => fact.name).join(", ")}`);
  return found;
}

/** The codes of a fact's column. */
export function codesOf(fact: Fact, column: string): NonNullable<Fact["columns"][number]["codes"]> {
  const codes = fact.columns.find(({ name }) => name === column)?.codes;
  if (codes === undefined) throw new Error(`"${fact.name}.${column}" has no codes`);
  return codes;
}
