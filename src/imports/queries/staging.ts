import { sql } from "kysely";
import { analyze, copyIn, identifier, type Tx } from "../../platform/db/public.ts";
import { dayColumns, type Fact, storedColumns } from "../../platform/kernel/fact.ts";

/** The table that holds the rows of a fact's files until all files are found good. */
export function stageOf(fact: Fact): string {
  return `stage_${fact.name}`;
}

/** The records of a fact. */
export function tableOf(fact: Fact): string {
  return identifier(`${fact.word}.${fact.name}`);
}

/** What a row says, without its id and when it was known. */
export function contentOf(fact: Fact): readonly string[] {
  return [...dayColumns(fact), ...fact.columns.flatMap(storedColumns)].map(identifier);
}

/** What tells whether a row says something new: a sealed number never looks the same twice, so its index stands for it. */
export function comparedOf(fact: Fact): readonly string[] {
  const stored = fact.columns.flatMap((column) => (column.type === "cpr" ? `${column.name}_index` : column.name));
  return [...dayColumns(fact), ...stored].map(identifier);
}

/** Room to sort and hash a whole file in memory, for this transaction. */
export async function prepareToStage(tx: Tx): Promise<void> {
  await sql.raw("set local work_mem = '96MB'").execute(tx);
}

/**
 * How staged rows are compared with the records, for this transaction: joined by hashing. The planner thinks that the fence leaves next to
 * nothing of a table, and would go through all of the records once for each row: a thousand rows took half a minute against three hundred
 * thousand. Ten rows take a second this way against a million, and none of it is worth being compiled first.
 */
export async function prepareToCompare(tx: Tx): Promise<void> {
  await prepareToStage(tx);
  await sql`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`.execute(tx);
}

/** Loads are one at a time for a municipality, or two could correct the same row. */
export async function takeTurn(tx: Tx, municipality: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('springbraet load'), hashtext(${municipality}))`.execute(tx);
}

/** Makes the staging table of a fact, empty. It lives in the connection until `unstage`, or until the transaction fails. */
export async function makeStage(tx: Tx, fact: Fact): Promise<void> {
  await unstage(tx, fact);
  await sql
    .raw(
      `create temporary table ${identifier(stageOf(fact))} as
       select 1 as file, 0 as line, false as explicit, ${stagedColumns(fact).map(identifier).join(", ")}
       from ${tableOf(fact)} with no data`,
    )
    .execute(tx);
}

/** Copies good rows of a file, numbered among the files of the fact, into the staging table; gives how many there are. */
export async function stageRows(
  tx: Tx,
  into: { readonly fact: Fact; readonly file: number },
  rows: AsyncIterable<string>,
): Promise<number> {
  const table = stageOf(into.fact);
  await sql
    .raw(`alter table pg_temp.${identifier(table)} alter column file set default ${Math.trunc(into.file)}`)
    .execute(tx);
  return await copyIn(tx, { table, columns: ["line", "explicit", ...stagedColumns(into.fact)] }, rows);
}

/** Tells the planner how many rows were staged. */
export async function analyzeStage(tx: Tx, fact: Fact): Promise<void> {
  await analyze(tx, stageOf(fact));
}

/** Forgets staged rows: memory is wanted back. */
export async function unstage(tx: Tx, fact: Fact): Promise<void> {
  await sql.raw(`drop table if exists pg_temp.${identifier(stageOf(fact))}`).execute(tx);
}

function stagedColumns(fact: Fact): readonly string[] {
  return ["id", ...dayColumns(fact), ...fact.columns.flatMap(storedColumns), "known_from", "known_until"];
}
