import { sql } from "kysely";
import { identifier, type Tx } from "../../platform/db/public.ts";
import { type Day, day } from "../../platform/kernel/day.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { Holding } from "../rules/due.ts";
import { factsAboutPeople, personColumns } from "../rules/person-columns.ts";

type Row = { readonly citizen: string; readonly rows: number; readonly last: string };

/** The last day a row holds: the day before it ends, its day, or the day it was recorded. */
const LAST: Readonly<Record<Fact["shape"], string>> = {
  spell: "case when until_day = date '9999-12-31' then until_day else until_day - 1 end",
  event: "day",
  entity: "known_from",
};

/** What there is about every person, kind by kind, and in the dated tables that are no facts, by the table's name. Withdrawn rows count, by the day they were withdrawn, where nothing else is left. */
export async function holdings(
  tx: Tx,
  facts: readonly Fact[],
  tables: Readonly<Record<string, string>>,
): Promise<Holding[]> {
  const found: Holding[] = [];
  for (const fact of factsAboutPeople(facts)) {
    for (const { name } of personColumns(fact)) {
      const citizen = identifier(name);
      const { rows } = await sql
        .raw<Row>(
          `select ${citizen} as citizen, count(*)::integer as rows,
             coalesce(max(${LAST[fact.shape]}) filter (where known_until = date '9999-12-31'), max(known_until)) as last
           from ${identifier(`${fact.word}.${fact.name}`)}
           where municipality = platform.municipality() and ${citizen} is not null group by 1`,
        )
        .execute(tx);
      for (const row of rows)
        found.push({ citizen: row.citizen, fact: fact.name, rows: row.rows, last: day(row.last) });
    }
  }
  for (const [table, column] of Object.entries(tables)) {
    const { rows } = await sql
      .raw<Row>(
        `select citizen, count(*)::integer as rows, max(${identifier(column)})::date::text as last from ${identifier(table)}
           where municipality = platform.municipality() group by 1`,
      )
      .execute(tx);
    for (const row of rows) found.push({ citizen: row.citizen, fact: table, rows: row.rows, last: day(row.last) });
  }
  return merged(found);
}

/** A kind of fact may name a person in two columns: then it is one holding. */
function merged(found: readonly Holding[]): Holding[] {
  const byPlace = new Map<string, Holding>();
  for (const holding of found) {
    const place = `${holding.fact} ${holding.citizen}`;
    const known = byPlace.get(place);
    const last = Math.max(known?.last ?? holding.last, holding.last) as Day;
    byPlace.set(place, { ...holding, rows: holding.rows + (known?.rows ?? 0), last });
  }
  return [...byPlace.values()];
}
