import { sql } from "kysely";
import { identifier, type Tx } from "../../db/public.ts";

/** Where sealed values stand: a column `<column>_encrypted` with its blind index in `<column>_index`. */
export type SealedColumn = { readonly table: string; readonly column: string };

/** A stored value with the row it stands in. */
export type SealedValue = {
  readonly id: string;
  readonly known_from: string;
  readonly recorded_by: string;
  readonly sealed: Buffer;
  readonly indexed: Buffer;
};

/** How many values are sealed with a key, and how many are indexed with one. */
export type UseOfKeys = { readonly encryption: Buffer; readonly index: Buffer; readonly values: number };

const MARK = 5;

/** Of a municipality's values the first and the last by index: enough to see at the start whether these are the right keys. */
export async function sampleMarks(tx: Tx, { table, column }: SealedColumn): Promise<readonly UseOfKeys[]> {
  const { sealed, indexed } = names(column);
  const one = (order: string): string =>
    `(select substring(${sealed} from 1 for ${MARK}) as encryption, substring(${indexed} from 1 for ${MARK}) as index, 1 as values
      from ${identifier(table)} where municipality = platform.municipality() and ${indexed} is not null
        and known_until = date '9999-12-31' order by ${indexed} ${order} limit 1)`;
  return (await sql.raw<UseOfKeys>(`${one("asc")} union all ${one("desc")}`).execute(tx)).rows.map(asBuffers);
}

/** With which keys a municipality's values are sealed and indexed, all of them. */
export async function countMarks(tx: Tx, { table, column }: SealedColumn): Promise<readonly UseOfKeys[]> {
  const { sealed, indexed } = names(column);
  const found = await sql
    .raw<UseOfKeys>(
      `select substring(${sealed} from 1 for ${MARK}) as encryption, substring(${indexed} from 1 for ${MARK}) as index,
         count(*)::integer as values
       from ${identifier(table)} where municipality = platform.municipality() and ${sealed} is not null group by 1, 2`,
    )
    .execute(tx);
  return found.rows.map(asBuffers);
}

/** Some values that are not sealed and indexed with the active keys, locked until the transaction ends. */
export async function listOutdated(
  tx: Tx,
  { table, column }: SealedColumn,
  active: { readonly encryption: Buffer; readonly index: Buffer; readonly most: number },
): Promise<readonly SealedValue[]> {
  const { sealed, indexed } = names(column);
  const found =
    await sql<SealedValue>`select id, known_from::text, recorded_by::text, ${sql.raw(sealed)} as sealed, ${sql.raw(indexed)} as indexed
    from ${sql.raw(identifier(table))}
    where municipality = platform.municipality() and ${sql.raw(sealed)} is not null
      and (substring(${sql.raw(sealed)} from 1 for ${sql.lit(MARK)}) <> ${active.encryption}
        or substring(${sql.raw(indexed)} from 1 for ${sql.lit(MARK)}) <> ${active.index})
    limit ${active.most} for update`.execute(tx);
  return found.rows.map(withBuffers);
}

/** A municipality's sealed values after an id, in the order of ids: read in parts, so that memory stays bounded. */
export async function listSealed(
  tx: Tx,
  { table, column }: SealedColumn,
  part: { readonly after: SealedValue | null; readonly most: number },
): Promise<readonly SealedValue[]> {
  const { sealed, indexed } = names(column);
  const { id, known_from, recorded_by } = part.after ?? { id: "", known_from: "0001-01-01", recorded_by: "0" };
  const found =
    await sql<SealedValue>`select id, known_from::text, recorded_by::text, ${sql.raw(sealed)} as sealed, ${sql.raw(indexed)} as indexed
    from ${sql.raw(identifier(table))}
    where municipality = platform.municipality() and ${sql.raw(sealed)} is not null
      and (id, known_from, recorded_by) > (${id}, ${known_from}::date, ${recorded_by}::xid8)
    order by id, known_from, recorded_by limit ${part.most}`.execute(tx);
  return found.rows.map(withBuffers);
}

/** Stores values sealed anew in the rows they were read from. What was believed when does not change. */
export async function storeResealed(
  tx: Tx,
  { table, column }: SealedColumn,
  values: readonly SealedValue[],
): Promise<void> {
  const { sealed, indexed } = names(column);
  const of = <K extends keyof SealedValue>(key: K): SealedValue[K][] => values.map((value) => value[key]);
  await sql`update ${sql.raw(identifier(table))} r set ${sql.raw(sealed)} = n.sealed, ${sql.raw(indexed)} = n.indexed
    from unnest(${of("id")}::text[], ${of("known_from")}::date[], ${of("recorded_by")}::text[], ${of("sealed")}::bytea[], ${of("indexed")}::bytea[])
      as n (id, known_from, recorded_by, sealed, indexed)
    where r.municipality = platform.municipality() and r.id = n.id and r.known_from = n.known_from
      and r.recorded_by = n.recorded_by::xid8`.execute(tx);
}

/** Makes the transaction of an owner see one municipality, for tables whose fence holds for their owner too. */
export async function standIn(tx: Tx, municipality: string): Promise<void> {
  await sql`select set_config('app.municipality', ${municipality}, true), set_config('app.sees', 'all', true)`.execute(
    tx,
  );
}

function names(column: string): { readonly sealed: string; readonly indexed: string } {
  return { sealed: identifier(`${column}_encrypted`), indexed: identifier(`${column}_index`) };
}

function asBuffers(row: UseOfKeys): UseOfKeys {
  return { ...row, encryption: Buffer.from(row.encryption), index: Buffer.from(row.index) };
}

function withBuffers(row: SealedValue): SealedValue {
  return { ...row, sealed: Buffer.from(row.sealed), indexed: Buffer.from(row.indexed) };
}
