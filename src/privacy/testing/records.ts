import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { type Database, identifier, inTenant } from "../../platform/db/public.ts";
import { type Column, dayColumns, type Fact } from "../../platform/kernel/fact.ts";
import { personColumns } from "../rules/person-columns.ts";

/** When what is known about a person for a test held. */
export type TestTime = { readonly from: string; readonly until: string };

/**
 * Writes one row of every kind of fact that can name a person about one, in each column that can: what is declared is filled, so that a new
 * kind of fact is in the tests from its first day. Gives how many rows.
 */
export function knowEverythingAbout(
  db: Database,
  given: {
    readonly municipality: string;
    readonly citizen: string;
    readonly facts: readonly Fact[];
    readonly time: TestTime;
  },
): Promise<number> {
  const { municipality, citizen, facts, time } = given;
  return inTenant(db, { municipality }, async (tx) => {
    let rows = 0;
    for (const fact of facts) {
      for (const { name } of personColumns(fact)) {
        const values = { ...valuesOf(fact, { citizen, time, named: name }), municipality, known_from: time.from };
        const columns = Object.keys(values);
        await sql`insert into ${sql.raw(identifier(`${fact.word}.${fact.name}`))} (${sql.raw(columns.map(identifier).join(", "))})
          values (${sql.join(Object.values(values))})`.execute(tx);
        rows += 1;
      }
    }
    return rows;
  });
}

type About = { readonly citizen: string; readonly time: TestTime; readonly named: string };

function valuesOf(fact: Fact, about: About): Record<string, string | number | boolean> {
  const { citizen, time, named } = about;
  const days: Record<string, string> = { from_day: time.from, until_day: time.until, day: time.from };
  const values: Record<string, string | number | boolean> = { id: fact.name === "citizens" ? citizen : randomUUID() };
  for (const name of dayColumns(fact)) values[name] = days[name] ?? time.from;
  for (const column of fact.columns) {
    if (column.name === named) values[column.name] = citizen;
    else if (column.required && column.type !== "cpr") values[column.name] = exampleOf(column);
  }
  return values;
}

function exampleOf(column: Column): string | number | boolean {
  if (column.codes) return Object.keys(column.codes)[0] ?? "x";
  if (column.type === "day") return "2020-01-01";
  if (column.type === "bool") return true;
  return column.type === "text" || column.type === "key" || column.type === "code" ? "x" : 1;
}
