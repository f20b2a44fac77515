import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { CourseRecord, RecordValue } from "../contract.ts";

type Row = {
  readonly fact: string;
  readonly citizen: string;
  readonly id: string;
  readonly version: string;
  readonly known: string;
  readonly row: Readonly<Record<string, RecordValue>>;
};

const END = isoDay(FOREVER);
const NOW = sql.raw("municipality = platform.municipality() and known_until = date '9999-12-31'");

/** The table a fact's records stand in. */
export function tableOf({ word, name }: Fact): string {
  return `${word}.${name}`;
}

/** What is noted of some citizens, by fact and by citizen, the newest first. */
export type Noted = ReadonlyMap<string, ReadonlyMap<string, readonly CourseRecord[]>>;

/** What is noted of some citizens in some facts, as it is believed now: one statement for all. Log the look before showing it. */
export async function recordsOf(tx: Tx, facts: readonly Fact[], citizens: readonly string[]): Promise<Noted> {
  if (facts.length === 0) return new Map();
  const parts = facts.map((fact) => {
    const day = sql.raw(fact.shape === "spell" ? "from_day" : "day");
    return sql`select ${fact.name}::text as fact, citizen, id, recorded_by::text as version, known_from::text as known,
        ${day} as at, to_jsonb(t) as row
      from ${sql.raw(tableOf(fact))} t where ${NOW} and citizen = any(${[...citizens]}::text[])`;
  });
  const found =
    await sql<Row>`select fact, citizen, id, version, known, row from (${sql.join(parts, sql` union all `)}) r
    order by at desc, id`.execute(tx);
  const byFact = Map.groupBy(found.rows, ({ fact }) => fact);
  return new Map(
    facts.map((fact) => {
      const records = (byFact.get(fact.name) ?? []).map((row) => ({ ...recordOf(fact, row), citizen: row.citizen }));
      return [fact.name, Map.groupBy(records, ({ citizen }) => citizen)];
    }),
  );
}

/** What is noted of one citizen in one fact, the newest first. */
export async function recordsOfOne(tx: Tx, fact: Fact, citizen: string): Promise<readonly CourseRecord[]> {
  return (await recordsOf(tx, [fact], [citizen])).get(fact.name)?.get(citizen) ?? [];
}

/** Whose a record is; null when none in sight has this id. */
export async function citizenOfRecord(tx: Tx, fact: Fact, id: string): Promise<string | null> {
  const found = await sql<{
    citizen: string;
  }>`select citizen from ${sql.raw(tableOf(fact))} where ${NOW} and id = ${id}`.execute(tx);
  return found.rows[0]?.citizen ?? null;
}

function recordOf(fact: Fact, { id, version, known, row }: Row): CourseRecord {
  const from = day(String(fact.shape === "spell" ? row.from_day : row.day));
  const values = Object.fromEntries(fact.columns.map(({ name }) => [name, row[name] ?? null]));
  return { id, version, known, from, until: untilOf(row, from), values };
}

function untilOf({ until_day: until }: Row["row"], from: Day): Day {
  if (until === undefined || until === null) return addDays(from, 1);
  return until === END ? FOREVER : day(String(until));
}
