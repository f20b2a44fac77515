import { sql } from "kysely";
import { identifier, type Tx } from "../../platform/db/public.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import { comparedOf, contentOf, stageOf, tableOf } from "./staging.ts";

/** Rows by the number of their file. */
export type PerFile = ReadonlyMap<number, number>;

/** Rows that were dropped, by the number of their file, with the lines of some. */
export type Dropped = ReadonlyMap<number, { readonly rows: number; readonly lines: readonly number[] }>;

/** Lines of dropped rows that are told. */
const TOLD = 200;

/** Has this municipality any row of the fact? */
export async function hasRecords(tx: Tx, fact: Fact): Promise<boolean> {
  const text = `select exists (select from ${tableOf(fact)} where municipality = platform.municipality()) as found`;
  return (await sql.raw<{ found: boolean }>(text).execute(tx)).rows[0]?.found ?? false;
}

async function perFile(tx: Tx, text: string): Promise<PerFile> {
  const { rows } = await sql.raw<{ file: number; rows: number }>(text).execute(tx);
  return new Map(rows.map(({ file, rows: count }) => [file, count]));
}

/**
 * Drops staged rows that say what the records say already; gives how many. A row without known days is compared with what is
 * believed now, a row with them with the belief from that day.
 */
export async function dropUnchanged(tx: Tx, fact: Fact): Promise<Dropped> {
  const same = comparedOf(fact).map((name) => `r.${name} is not distinct from s.${name}`);
  const { rows } = await sql
    .raw<{ file: number; rows: number; lines: number[] }>(
      `with gone as (
       delete from ${identifier(stageOf(fact))} s using ${tableOf(fact)} r
       where r.municipality = platform.municipality() and r.id = s.id and r.known_from < r.known_until
         and ${["true", ...same].join(" and ")}
         and case when s.explicit then r.known_from = s.known_from and r.known_until = s.known_until
             else r.known_until = date '9999-12-31' end
       returning s.file, s.line)
     select file, count(*)::integer as rows, (array_agg(line))[1:${TOLD}] as lines from gone group by file`,
    )
    .execute(tx);
  return new Map(rows.map((row) => [row.file, row]));
}

/** Drops staged rows that were found faulty; gives how many. */
export function dropFaulty(tx: Tx, fact: Fact): Promise<PerFile> {
  return perFile(
    tx,
    `with gone as (
       delete from ${identifier(stageOf(fact))} s using (
         select distinct file, line from pg_temp.stage_faults where fact = '${fact.name}'
       ) f where f.file = s.file and f.line = s.line returning s.file)
     select file, count(*)::integer as rows from gone group by file`,
  );
}

/** How many rows are staged. */
export function countStaged(tx: Tx, fact: Fact): Promise<PerFile> {
  return perFile(tx, `select file, count(*)::integer as rows from ${identifier(stageOf(fact))} group by file`);
}

/** The first lines of staged rows that are new to the records. */
export async function listNew(
  tx: Tx,
  fact: Fact,
): Promise<readonly { readonly file: number; readonly line: number }[]> {
  const text = `select file, line from ${identifier(stageOf(fact))} s
    where not exists (select from ${tableOf(fact)} r where r.municipality = platform.municipality() and r.id = s.id)
    limit ${TOLD}`;
  return (await sql.raw<{ file: number; line: number }>(text).execute(tx)).rows;
}

/** A staged row that corrects what is believed: both as they are stored, the old one empty when nothing is believed now. */
export type ChangedRow = {
  readonly file: number;
  readonly line: number;
  readonly old: Readonly<Record<string, unknown>> | null;
  readonly fresh: Readonly<Record<string, unknown>>;
};

/** The first staged rows that correct something, beside what is believed now. */
export async function listChanged(tx: Tx, fact: Fact, most: number): Promise<readonly ChangedRow[]> {
  const text = `select s.file, s.line, to_jsonb(s) as fresh, (
      select to_jsonb(r) from ${tableOf(fact)} r
      where r.municipality = platform.municipality() and r.id = s.id and r.known_from < r.known_until
      order by r.known_until desc limit 1) as old
    from ${identifier(stageOf(fact))} s
    where exists (select from ${tableOf(fact)} r where r.municipality = platform.municipality() and r.id = s.id)
    order by s.file, s.line limit ${most}`;
  return (await sql.raw<ChangedRow>(text).execute(tx)).rows;
}

/** How many staged rows have an id the records know: they correct something. */
export function countCorrections(tx: Tx, fact: Fact): Promise<PerFile> {
  return perFile(
    tx,
    `select file, count(*)::integer as rows from ${identifier(stageOf(fact))} s
     where exists (select from ${tableOf(fact)} r where r.municipality = platform.municipality() and r.id = s.id)
     group by file`,
  );
}

const REPLACED = (fact: Fact): string =>
  `from ${tableOf(fact)} old join ${identifier(stageOf(fact))} s
     on s.id = old.id and old.known_from < s.known_until and s.known_from < old.known_until
   where old.municipality = platform.municipality() and old.known_from < old.known_until`;

/** Notes the beliefs the staged rows will cut short though they had an end already: taking the import back must not revive them. */
export async function noteShortened(tx: Tx, fact: Fact, batch: string): Promise<void> {
  await sql`insert into imports.shortened (municipality, batch, fact, record, known_from, believed_by, known_until)
    select distinct platform.municipality(), ${batch}::uuid, ${fact.name}, old.id, old.known_from, old.recorded_by, old.known_until
    ${sql.raw(REPLACED(fact))} and old.known_until < date '9999-12-31'`.execute(tx);
}

/** Ends beliefs on the day the staged rows replace them; gives how many. */
export async function endBeliefs(tx: Tx, fact: Fact): Promise<number> {
  const answer = await sql
    .raw(
      `update ${tableOf(fact)} r
       set known_until = greatest(r.known_from, replaced.until), changed_by = pg_current_xact_id()
       from (
         select old.id, old.known_from, min(s.known_from) as until ${REPLACED(fact)} group by old.id, old.known_from
       ) as replaced
       where r.municipality = platform.municipality() and r.id = replaced.id and r.known_from = replaced.known_from
         and r.known_from < r.known_until`,
    )
    .execute(tx);
  return Number(answer.numAffectedRows ?? 0);
}

/** Stores the staged rows, by their ids: an index takes what comes in its own order a third faster. Gives how many. */
export async function storeStaged(tx: Tx, fact: Fact): Promise<number> {
  const columns = ["id", ...contentOf(fact), "known_from", "known_until"].join(", ");
  const answer = await sql
    .raw(
      `insert into ${tableOf(fact)} (municipality, ${columns})
       select platform.municipality(), ${columns} from ${identifier(stageOf(fact))} order by id`,
    )
    .execute(tx);
  return Number(answer.numAffectedRows ?? 0);
}
