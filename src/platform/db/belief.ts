import { type RawBuilder, sql } from "kysely";
import { identifier } from "./copy.ts";
import type { Tx } from "./tenant.ts";

/** A column's value as the records take it: days as ISO text. */
export type BeliefValue = string | number | boolean | null | Buffer;
export type BeliefValues = Readonly<Record<string, BeliefValue>>;

/** What is believed about one row of a fact today. `version` is what a change must name. */
export type Belief = {
  readonly id: string;
  readonly version: string;
  /** All columns as JSON has them: days as ISO text. */
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  /** First day this was believed. */
  readonly knownFrom: string;
};

/** What came of a change: done, with what is believed now; or refused, with what is believed instead of what the change saw. */
export type Believed =
  | { readonly ok: true; readonly belief: Belief }
  | { readonly ok: false; readonly theirs: Belief | null };

/** A change of one row: the version it saw and the ISO day it is known from. */
export type Change = { readonly id: string; readonly version: string; readonly today: string };

const FOREVER = "9999-12-31";
const VERSION = /^\d{1,20}$/;
/** Columns that say whose the row is and when it was believed; a change never sets them. */
const OWN = ["municipality", "id", "known_from", "known_until", "recorded_by", "changed_by"];

type Row = {
  readonly id: string;
  readonly version: string;
  readonly known_from: string;
  readonly row: Belief["values"];
};

/** What is believed today about one row of a fact's table, such as `citizens.residences`; null when nothing is. */
export async function readBelief(tx: Tx, table: string, id: string): Promise<Belief | null> {
  const text = sql.raw(identifier(table));
  const { rows } =
    await sql<Row>`select id, recorded_by::text as version, known_from::text as known_from, to_jsonb(b) as row
    from ${text} b where municipality = platform.municipality() and id = ${id} and known_until = ${FOREVER}`.execute(
      tx,
    );
  return rows[0] ? beliefOf(rows[0]) : null;
}

/**
 * Replaces what is believed about one row by new values as known from today; columns that are not given stay. The old belief is ended, not edited.
 * A belief that is corrected on the day it arose was believed on no day. When the clock has gone back, the new belief begins where the old one did.
 * A row can be changed once in a transaction.
 */
export async function replaceBelief(
  tx: Tx,
  table: string,
  change: Change & { readonly values: BeliefValues },
): Promise<Believed> {
  const columns = Object.keys(change.values);
  await checkColumns(tx, table, columns);
  if (!(await end(tx, table, change))) return { ok: false, theirs: await readBelief(tx, table, change.id) };
  await follow(tx, table, { which: sql`id = ${change.id} and recorded_by = ${change.version}::xid8`, ...change });
  return { ok: true, belief: await present(tx, table, change.id) };
}

/** Rows of a fact's table that are changed alike, whatever is believed about them now. */
type Many = { readonly ids: readonly string[]; readonly today: string };

/** Ends what is believed about some rows, as known from today: they never held. Gives the ids of those that were believed. */
export async function endBeliefs(tx: Tx, table: string, { ids, today }: Many): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`update ${sql.raw(identifier(table))} set ${ending(today)}
    where municipality = platform.municipality() and id = any(${[...ids]}::text[]) and known_until = ${FOREVER}
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Replaces what is believed about some rows by the same new values, as `replaceBelief` does for one. Gives the ids of those that were believed. */
export async function replaceBeliefs(
  tx: Tx,
  table: string,
  change: Many & { readonly values: BeliefValues },
): Promise<readonly string[]> {
  await checkColumns(tx, table, Object.keys(change.values));
  const ended = await endBeliefs(tx, table, change);
  const which = sql`id = any(${[...ended]}::text[]) and recorded_by <> pg_current_xact_id()`;
  await follow(tx, table, { which, values: change.values });
  return ended;
}

/** What ends a belief: it was believed until today, but never for less than no time when the clock has gone back. */
function ending(today: string): RawBuilder<unknown> {
  return sql`known_until = greatest(known_from, ${today}::date), changed_by = pg_current_xact_id()`;
}

/** Lets new beliefs follow those this transaction ended: the same but for the values given, from where the old ones end. */
async function follow(
  tx: Tx,
  table: string,
  { which, values }: { readonly which: RawBuilder<unknown>; readonly values: BeliefValues },
): Promise<void> {
  const text = sql.raw(identifier(table));
  const given = JSON.stringify({ ...jsonOf(values), known_until: FOREVER });
  await sql`insert into ${text} select (jsonb_populate_record(old, ${given}::jsonb || jsonb_build_object(
      'known_from', old.known_until, 'recorded_by', pg_current_xact_id(), 'changed_by', pg_current_xact_id()))).*
    from ${text} old where municipality = platform.municipality() and ${which} and changed_by = pg_current_xact_id()
      and known_until <> ${FOREVER}`.execute(tx);
}

/** Adds a row of which nothing was believed before, as known from today. Throws when the id is believed already. */
export async function addBelief(
  tx: Tx,
  table: string,
  added: { readonly id: string; readonly today: string; readonly values: BeliefValues },
): Promise<Belief> {
  await checkColumns(tx, table, Object.keys(added.values));
  if (await readBelief(tx, table, added.id)) throw new Error(`there is a row ${added.id} of ${table} already`);
  const text = sql.raw(identifier(table));
  const given = JSON.stringify({
    ...jsonOf(added.values),
    id: added.id,
    known_from: added.today,
    known_until: FOREVER,
  });
  await sql`insert into ${text} select (jsonb_populate_record(null::${text}, ${given}::jsonb || jsonb_build_object(
      'municipality', platform.municipality(), 'recorded_by', pg_current_xact_id(), 'changed_by', pg_current_xact_id()))).*`.execute(
    tx,
  );
  return present(tx, table, added.id);
}

/** Ends the belief a change saw; false when that belief is not the present one. */
async function end(tx: Tx, table: string, { id, version, today }: Change): Promise<boolean> {
  if (!VERSION.test(version)) return false;
  const ended = await sql`update ${sql.raw(identifier(table))} set ${ending(today)}
    where municipality = platform.municipality() and id = ${id} and known_until = ${FOREVER} and recorded_by = ${version}::xid8`.execute(
    tx,
  );
  return Number(ended.numAffectedRows ?? 0) > 0;
}

async function present(tx: Tx, table: string, id: string): Promise<Belief> {
  const belief = await readBelief(tx, table, id);
  if (!belief) throw new Error(`the new belief about ${table} is outside what this session sees`);
  return belief;
}

function beliefOf({ id, version, known_from, row }: Row): Belief {
  const values = Object.entries(row).filter(([name]) => !OWN.includes(name));
  return { id, version, knownFrom: known_from, values: Object.fromEntries(values) };
}

function jsonOf(values: BeliefValues): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Buffer.isBuffer(value) ? `\\x${value.toString("hex")}` : value,
    ]),
  );
}

async function checkColumns(tx: Tx, table: string, names: readonly string[]): Promise<void> {
  const { rows } = await sql<{ name: string }>`select attname::text as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx);
  const unknown = names.find((name) => OWN.includes(name) || !rows.some((row) => row.name === name));
  if (unknown) throw new Error(`${table} has no column ${unknown} that a change can set`);
}
