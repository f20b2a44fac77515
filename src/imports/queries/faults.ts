import { sql } from "kysely";
import { identifier, type Tx } from "../../platform/db/public.ts";
import type { Column, Fact } from "../../platform/kernel/fact.ts";
import { stageOf, tableOf } from "./staging.ts";

/** A staged row that cannot be stored, with the rule it breaks; `other` is the line of the row it collides with, 0 for none. */
export type FaultyRow = {
  readonly file: number;
  readonly line: number;
  readonly code:
    | "doubled_id"
    | "doubled_number"
    | "number_taken"
    | "unknown_reference"
    | "overlaps"
    | "overlaps_records"
    | "before_birth"
    | "known_later";
  readonly field: string;
  readonly value: string;
  readonly other: number;
};

const FAULTS = "pg_temp.stage_faults";
const NOW = "known_until = date '9999-12-31'";
const COLUMNS = "(fact, file, line, code, field, value, other)";

/** Makes the list of faulty rows, empty. */
export async function makeFaults(tx: Tx): Promise<void> {
  await dropFaults(tx);
  await sql
    .raw(
      `create temporary table stage_faults
       (fact text, file integer, line integer, code text, field text, value text, other integer)`,
    )
    .execute(tx);
}

/** Forgets the faulty rows. */
export async function dropFaults(tx: Tx): Promise<void> {
  await sql.raw(`drop table if exists ${FAULTS}`).execute(tx);
}

async function add(tx: Tx, fact: Fact, select: string): Promise<void> {
  await sql.raw(`insert into ${FAULTS} ${COLUMNS} select '${fact.name}', ${select}`).execute(tx);
}

/** Finds rows with the id of an earlier row that was believed at the same time. */
export async function findDoubledIds(tx: Tx, fact: Fact): Promise<void> {
  const stage = identifier(stageOf(fact));
  await add(
    tx,
    fact,
    `file, line, 'doubled_id', 'id', id, other from (
       select file, line, id, known_from,
         max(known_until) over (w rows between unbounded preceding and 1 preceding) as believed_until,
         lag(line) over w as other
       from ${stage} where id in (select id from ${stage} group by id having count(*) > 1)
       window w as (partition by id order by known_from, file, line)
     ) as rows where known_from < believed_until`,
  );
}

/** Finds rows whose CPR number another id has too, in the files or in the records as they are believed now. */
export async function findDoubledNumbers(tx: Tx, fact: Fact, column: Column): Promise<void> {
  const stage = identifier(stageOf(fact));
  const index = identifier(`${column.name}_index`);
  await add(
    tx,
    fact,
    `file, line, 'doubled_number', '${column.name}', '', other from (
       select file, line, id, first_value(id) over w as first, first_value(line) over w as other
       from ${stage} where ${index} is not null and ${NOW}
       window w as (partition by ${index} order by file, line rows between unbounded preceding and current row)
     ) as rows where id <> first and line <> other`,
  );
  await add(
    tx,
    fact,
    `s.file, s.line, 'number_taken', '${column.name}', '', 0 from ${stage} s
     where s.${index} is not null and s.${NOW} and exists (
       select from ${tableOf(fact)} r where r.municipality = platform.municipality() and r.${index} = s.${index}
         and r.${NOW} and r.id <> s.id and not exists (select from ${stage} again where again.id = r.id))`,
  );
}

/** Finds rows whose key leads to no row, neither in the files nor in the records. */
export async function findUnknownReferences(
  tx: Tx,
  fact: Fact,
  reference: { readonly column: Column; readonly target: Fact; readonly targetIsStaged: boolean },
): Promise<void> {
  const name = reference.column.name;
  const key = identifier(name);
  const staged = reference.targetIsStaged
    ? `and not exists (select from ${identifier(stageOf(reference.target))} t where t.id = s.${key})`
    : "";
  await add(
    tx,
    fact,
    `file, line, 'unknown_reference', '${name}', ${key}, 0 from ${identifier(stageOf(fact))} s
     where ${key} is not null ${staged}
       and not exists (select from ${tableOf(reference.target)} r where r.municipality = platform.municipality() and r.id = s.${key})`,
  );
}

/** Finds spells that hold on days another of the same kind (`apart`) holds too: in the files, or in the records unless the files replace it. */
export async function findOverlaps(tx: Tx, fact: Fact): Promise<void> {
  if (!fact.apart || fact.shape !== "spell") return;
  const stage = identifier(stageOf(fact));
  const same = fact.apart.map(identifier);
  const whole = same.map((name) => `s.${name} is not null`).join(" and ");
  await add(
    tx,
    fact,
    `file, line, 'overlaps', 'first_day', '', other from (
       select s.file, s.line, s.from_day,
         max(s.until_day) over (w rows between unbounded preceding and 1 preceding) as until, lag(s.line) over w as other
       from ${stage} s where ${whole} and s.${NOW}
       window w as (partition by ${same.map((name) => `s.${name}`).join(", ")} order by s.from_day, s.file, s.line)
     ) as rows where from_day < until`,
  );
  await add(
    tx,
    fact,
    `s.file, s.line, 'overlaps_records', 'first_day', '', 0 from ${stage} s
     where ${whole} and s.${NOW} and exists (
       select from ${tableOf(fact)} r
       where r.municipality = platform.municipality() and r.${NOW} and r.id <> s.id
         and ${same.map((name) => `r.${name} = s.${name}`).join(" and ")}
         and r.from_day < s.until_day and s.from_day < r.until_day
         and not exists (select from ${stage} replaced where replaced.id = r.id))`,
  );
}

/** Finds rows about a citizen from before the citizen was born. */
export async function findBeforeBirth(
  tx: Tx,
  fact: Fact,
  citizens: { readonly fact: Fact; readonly isStaged: boolean },
): Promise<void> {
  if (fact.shape === "entity" || !fact.columns.some(({ name }) => name === "citizen")) return;
  const [day, field] = fact.shape === "spell" ? ["from_day", "first_day"] : ["day", "day"];
  const stage = identifier(stageOf(fact));
  const people = identifier(stageOf(citizens.fact));
  const found = `s.file, s.line, 'before_birth', '${field}', '', 0 from ${stage} s`;
  if (citizens.isStaged)
    await add(tx, fact, `${found} join ${people} c on c.id = s.citizen and c.${NOW} where s.${day} < c.born`);
  await add(
    tx,
    fact,
    `${found} join ${tableOf(citizens.fact)} c on c.id = s.citizen
     where c.municipality = platform.municipality() and c.${NOW} and s.${day} < c.born
       ${citizens.isStaged ? `and not exists (select from ${people} again where again.id = c.id)` : ""}`,
  );
}

/** Finds rows that would put knowledge in the middle of what the records already know to be outdated. */
export async function findKnownLater(tx: Tx, fact: Fact): Promise<void> {
  const stage = identifier(stageOf(fact));
  await add(
    tx,
    fact,
    `s.file, s.line, 'known_later', 'id', s.id, 0 from ${stage} s join (
       select id, max(known_until) as until from ${stage} group by id having max(known_until) < date '9999-12-31'
     ) as latest on latest.id = s.id
     where exists (
       select from ${tableOf(fact)} r
       where r.municipality = platform.municipality() and r.id = s.id and r.known_from < r.known_until
         and r.known_from < s.known_until and s.known_from < r.known_until and r.known_until > latest.until)`,
  );
}

/** Forgets faults of one rule in rows that were accepted by name. */
export async function acceptFaults(
  tx: Tx,
  code: FaultyRow["code"],
  rows: readonly { readonly file: number; readonly line: number }[],
): Promise<void> {
  await sql`delete from ${sql.raw(FAULTS)} where code = ${code} and (file, line) in (
      select (one ->> 'file')::integer, (one ->> 'line')::integer from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as one
    )`.execute(tx);
}

/** The faults of a fact's rows, in the order of the files: the first `most`, and how many there are. */
export async function listFaults(
  tx: Tx,
  fact: Fact,
  most: number,
): Promise<{ readonly rows: readonly FaultyRow[]; readonly total: number }> {
  const counted = await sql<{ total: number }>`select count(*)::integer as total from ${sql.raw(FAULTS)}
    where fact = ${fact.name}`.execute(tx);
  const found = await sql<FaultyRow>`select file, line, code, field, value, other from ${sql.raw(FAULTS)}
    where fact = ${fact.name} order by file, line limit ${most}`.execute(tx);
  return { rows: found.rows, total: counted.rows[0]?.total ?? 0 };
}
