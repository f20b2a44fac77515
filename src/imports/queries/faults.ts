import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { identifier } from "../../platform/db/public.ts";
import type { Column, Fact } from "../../platform/kernel/fact.ts";
import { stageOf, tableOf } from "./staging.ts";

/** A staged row that cannot be stored; `total` counts all alike, of which the first hundred are listed. */
export type FaultyRow = {
  readonly line: number;
  readonly value: string;
  readonly other: number;
  readonly total: number;
};

const LISTED = 100;

async function rowsOf(tx: Tx, text: string): Promise<readonly FaultyRow[]> {
  return (await sql.raw<FaultyRow>(`${text} order by line limit ${LISTED}`).execute(tx)).rows;
}

/** Rows with the id of an earlier row that was believed at the same time; `other` is that row's line. */
export function listDoubledIds(tx: Tx, fact: Fact): Promise<readonly FaultyRow[]> {
  const stage = identifier(stageOf(fact));
  return rowsOf(
    tx,
    `select line, id as value, other, count(*) over ()::integer as total from (
       select line, id, known_from,
         max(known_until) over (w rows between unbounded preceding and 1 preceding) as believed_until,
         lag(line) over w as other
       from ${stage} where id in (select id from ${stage} group by id having count(*) > 1)
       window w as (partition by id order by known_from, line)
     ) as rows where known_from < believed_until`,
  );
}

/** Rows whose CPR number another id has too, in the file or in the records as they are believed now. */
export function listDoubledNumbers(tx: Tx, fact: Fact, column: Column): Promise<readonly FaultyRow[]> {
  const stage = identifier(stageOf(fact));
  const index = identifier(`${column.name}_index`);
  return rowsOf(
    tx,
    `select line, '' as value, coalesce(other, 0) as other, count(*) over ()::integer as total from (
       select s.line, s.id,
         (select min(o.line) from ${stage} o where o.${index} = s.${index} and o.id <> s.id and o.line < s.line
            and o.known_until = date '9999-12-31') as other,
         exists (select from ${tableOf(fact)} r where r.municipality = platform.municipality() and r.${index} = s.${index}
            and r.known_until = date '9999-12-31' and r.id <> s.id
            and not exists (select from ${stage} again where again.id = r.id)) as recorded
       from ${stage} s where s.${index} is not null and s.known_until = date '9999-12-31'
     ) as rows where other is not null or recorded`,
  );
}

/** Rows whose key leads to no row, neither in the files nor in the records. */
export function listUnknownReferences(
  tx: Tx,
  fact: Fact,
  reference: { readonly column: Column; readonly target: Fact; readonly targetIsStaged: boolean },
): Promise<readonly FaultyRow[]> {
  const key = identifier(reference.column.name);
  const staged = reference.targetIsStaged
    ? `and not exists (select from ${identifier(stageOf(reference.target))} t where t.id = s.${key})`
    : "";
  return rowsOf(
    tx,
    `select line, ${key} as value, 0 as other, count(*) over ()::integer as total from ${identifier(stageOf(fact))} s
     where ${key} is not null ${staged}
       and not exists (select from ${tableOf(reference.target)} r where r.municipality = platform.municipality() and r.id = s.${key})`,
  );
}

/** Rows that would put knowledge in the middle of what the records already know to be outdated. */
export function listKnownLater(tx: Tx, fact: Fact): Promise<readonly FaultyRow[]> {
  const stage = identifier(stageOf(fact));
  return rowsOf(
    tx,
    `select s.line, s.id as value, 0 as other, count(*) over ()::integer as total from ${stage} s
     where exists (
       select from ${tableOf(fact)} r
       where r.municipality = platform.municipality() and r.id = s.id and r.known_from < r.known_until
         and r.known_from < s.known_until and s.known_from < r.known_until
         and r.known_until > (select max(later.known_until) from ${stage} later where later.id = s.id))`,
  );
}
