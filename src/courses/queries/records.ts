import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import type { CourseRecord, RecordValue } from "../contract.ts";

type Row = {
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

/** What is noted of some citizens, by citizen, the newest first, as it is believed now. Log the look before showing it. */
export async function recordsOf(
  tx: Tx,
  fact: Fact,
  citizens: readonly string[],
): Promise<ReadonlyMap<string, readonly CourseRecord[]>> {
  const days = sql.raw(fact.shape === "spell" ? "from_day desc" : "day desc");
  const found =
    await sql<Row>`select citizen, id, recorded_by::text as version, known_from::text as known, to_jsonb(t) as row
    from ${sql.raw(tableOf(fact))} t where ${NOW} and citizen = any(${[...citizens]}) order by citizen, ${days}, id`.execute(
      tx,
    );
  return Map.groupBy(
    found.rows.map((row) => ({ ...recordOf(fact, row), citizen: row.citizen })),
    ({ citizen }) => citizen,
  );
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
