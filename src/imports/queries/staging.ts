import { sql } from "kysely";
import { analyze, copyIn, identifier, type Tx } from "../../platform/db/public.ts";
import { dayColumns, type Fact, storedColumns } from "../../platform/kernel/fact.ts";

/** The table that holds a file's rows until all files are found good. */
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

/** Loads are one at a time for a municipality, or two could correct the same row. */
export async function takeTurn(tx: Tx, municipality: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('springbraet load'), hashtext(${municipality}))`.execute(tx);
}

/** Copies a file's good rows into its staging table; gives how many there are. */
export async function stage(tx: Tx, fact: Fact, rows: AsyncIterable<string>): Promise<number> {
  const columns = ["id", ...dayColumns(fact), ...fact.columns.flatMap(storedColumns), "known_from", "known_until"];
  const table = stageOf(fact);
  await sql
    .raw(
      `create temporary table ${identifier(table)} on commit drop as
       select 0 as line, false as explicit, ${columns.map(identifier).join(", ")} from ${tableOf(fact)} with no data`,
    )
    .execute(tx);
  const count = await copyIn(tx, { table, columns: ["line", "explicit", ...columns] }, rows);
  await analyze(tx, table);
  return count;
}

/** Forgets staged rows, which the end of the transaction would do too: memory is wanted back before. */
export async function unstage(tx: Tx, fact: Fact): Promise<void> {
  await sql.raw(`drop table pg_temp.${identifier(stageOf(fact))}`).execute(tx);
}
