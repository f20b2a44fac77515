import type { Fact } from "../../platform/kernel/fact.ts";
import type { Removal, Removals } from "../../platform/warehouse/public.ts";
import type { Gone } from "../gone.ts";
import { factsAboutPeople, personColumns } from "../rules/person-columns.ts";

/** Takes people who are gone out of a snapshot's files: the same rows as out of the records, found by the same hashes. */
export function snapshotRemovals(municipality: string, facts: readonly Fact[], gone: readonly Gone[]): Removals {
  const values = gone.map(({ person, fact, day }) => `(${text(person)}, ${text(fact)}, DATE ${text(day)})`);
  const byFact = new Map<string, Removal>();
  for (const fact of factsAboutPeople(facts)) {
    if (!gone.some((one) => one.fact === fact.name)) continue;
    const isGone = (column: string): string => `EXISTS (SELECT 1 FROM gone g WHERE g.fact = ${text(fact.name)}
      AND g.person = sha256(${text(`${municipality}:`)} || t.${column}) AND t.known_from <= g.day)`;
    const columns = personColumns(fact);
    const required = columns.filter((column) => column.required).map(({ name }) => isGone(name));
    const optional = columns.filter((column) => !column.required).map(({ name }) => [name, isGone(name)] as const);
    byFact.set(fact.name, { rows: required.join(" OR ") || "false", emptied: Object.fromEntries(optional) });
  }
  const prepare = ["CREATE TABLE gone (person VARCHAR, fact VARCHAR, day DATE)"];
  if (values.length > 0) prepare.push(`INSERT INTO gone VALUES ${values.join(", ")}`);
  return { prepare, byFact };
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
