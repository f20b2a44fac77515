import { sql } from "kysely";
import { columnTypes } from "./catalogue.ts";
import { copyIn, identifier } from "./copy.ts";
import type { Database } from "./database.ts";
import type { DumpedRecords } from "./dump.ts";
import { type Migration, migrateIn, readMigrations } from "./migrate.ts";
import { namedError } from "./named-error.ts";
import { asOwner, clientOf, type Tx } from "./tenant.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** Hands over every table of a backup, in the backup's order, to `take`. */
type ReadTables = (take: (table: string, chunks: AsyncIterable<Buffer>) => Promise<void>) => Promise<void>;

/**
 * Transactions of the records a backup came from are numbered far above those of the new ones, in their order: so two rows that one
 * transaction wrote still have the same number, and no transaction to come will ever have it.
 */
const FOREIGN_TRANSACTIONS = 2 ** 40;

/** Are there no records at all in this database? */
function isEmpty(db: Database): Promise<boolean> {
  return asOwner(db, async (tx) => {
    const { rows } = await sql`select 1 from pg_namespace where nspname in ('platform', 'upkeep')`.execute(tx);
    return rows.length === 0;
  });
}

/**
 * Fills an empty database with the records of a backup, in one transaction: all or nothing. They are brought to the shape they had, filled,
 * and brought to the present shape. Throws `backup_newer` when this program does not know a migration the records went through,
 * `records_not_empty` when there are records already.
 */
export async function refillRecords(db: Database, dumped: DumpedRecords, read: ReadTables): Promise<void> {
  const all = readMigrations();
  const then = migrationsOf(dumped, all);
  if (!(await isEmpty(db)))
    throw namedError("records_not_empty", { da: da.records_not_empty, en: en.records_not_empty });
  await asOwner(db, async (tx) => {
    await migrateIn(tx, db.engine, then);
    const left = new Set(dumped.tables.map(({ name }) => name));
    await read(async (name, chunks) => {
      const table = dumped.tables.find((candidate) => candidate.name === name);
      if (!table) throw new Error(`the backup does not say what ${name} is`);
      await fillTable(tx, table, chunks);
      left.delete(name);
    });
    if (left.size > 0) throw new Error(`the backup does not hold ${[...left].join(", ")}`);
    for (const { name, last } of dumped.sequences)
      if (last !== null) await sql`select setval(${name}::regclass, ${last})`.execute(tx);
    await migrateIn(tx, db.engine, all);
  });
}

/** Refuses a backup of records that went through a migration this program does not know. */
export function checkMigrations(dumped: DumpedRecords): void {
  migrationsOf(dumped, readMigrations());
}

function migrationsOf(dumped: DumpedRecords, all: readonly Migration[]): readonly Migration[] {
  return dumped.migrations.map(({ file, hash }) => {
    const known = all.find((migration) => migration.file === file && migration.hash === hash);
    if (!known) throw namedError("backup_newer", { da: da.backup_newer, en: en.backup_newer });
    return known;
  });
}

async function fillTable(
  tx: Tx,
  { name, columns, rows }: DumpedRecords["tables"][number],
  chunks: AsyncIterable<Buffer>,
): Promise<void> {
  const types = await columnTypes(tx, name);
  const unknown = columns.find((column) => !types.has(column));
  if (unknown) throw new Error(`${name} has no column ${unknown}`);
  const table = identifier(name);
  const stage = "refill";
  const named = columns.map(identifier).join(", ");
  await sql
    .raw(`create temporary table ${stage} on commit drop as select ${named} from ${table} with no data`)
    .execute(tx);
  await copyIn(tx, { table: stage, columns }, wholeRows(chunks));
  await clientOf(tx).script(
    `alter table ${table} no force row level security; alter table ${table} disable trigger user`,
  );
  const filled = await sql
    .raw(
      `insert into ${table} (${named}) overriding system value
       select ${columns.map((column) => selected(column, types.get(column) ?? "")).join(", ")} from pg_temp.${stage}`,
    )
    .execute(tx);
  await clientOf(tx).script(
    `alter table ${table} force row level security; alter table ${table} enable trigger user; drop table pg_temp.${stage}`,
  );
  if (Number(filled.numAffectedRows ?? 0) !== rows)
    throw new Error(`${name} got ${filled.numAffectedRows} rows and the backup says ${rows}`);
}

function selected(column: string, type: string): string {
  if (type !== "xid8") return identifier(column);
  if (column === "changed_by") return "pg_current_xact_id()";
  return `((${identifier(column)}::text::bigint + ${FOREIGN_TRANSACTIONS})::text)::xid8`;
}

const QUOTE = 0x22;
const NEWLINE = 0x0a;

/** The same CSV in chunks that end where a row ends. */
async function* wholeRows(chunks: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let isQuoted = false;
  for await (const chunk of chunks) {
    const seen = lastRowEnd(chunk, isQuoted);
    isQuoted = seen.isQuoted;
    if (seen.end > 0) yield Buffer.concat([rest, chunk.subarray(0, seen.end)]);
    rest = seen.end > 0 ? chunk.subarray(seen.end) : Buffer.concat([rest, chunk]);
  }
  if (rest.length > 0) yield rest;
}

/** Where the last whole row of a chunk ends (0: nowhere), and whether it ends inside quotes. */
function lastRowEnd(chunk: Buffer, startsQuoted: boolean): { readonly end: number; readonly isQuoted: boolean } {
  let end = 0;
  let isQuoted = startsQuoted;
  for (let at = 0; at < chunk.length; at++) {
    if (chunk[at] === QUOTE) isQuoted = !isQuoted;
    else if (chunk[at] === NEWLINE && !isQuoted) end = at + 1;
  }
  return { end, isQuoted };
}
