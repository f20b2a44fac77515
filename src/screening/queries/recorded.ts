import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";

const NOW = sql.raw("municipality = platform.municipality() and known_until = date '9999-12-31'");

/** Names what a change saw. */
type Versioned = { readonly id: string; readonly version: string; readonly citizen: string };

/** An answer as it is believed now. */
export type AnswerRow = Versioned & {
  readonly screening: string;
  readonly question: string;
  readonly answer: string;
  readonly day: Day;
};

/** A conclusion as it is believed now. */
export type ConclusionRow = Versioned & {
  readonly screening: string;
  readonly conclusion: "i_risiko" | "ikke_i_risiko";
  readonly rule_said: string | null;
  readonly reason: string;
  readonly effortFrom: string | null;
  readonly known: string;
  readonly day: Day;
};

/** An archetype as it is believed now; `until` is the first day it no longer held. */
export type ArchetypeRow = Versioned & {
  readonly archetype: string | null;
  readonly distance: string | null;
  readonly from: Day;
  readonly until: Day;
};

/** What was answered of a citizen, the earliest first. */
export async function answersOf(tx: Tx, citizen: string): Promise<readonly AnswerRow[]> {
  const found = await sql<Omit<AnswerRow, "day"> & { day: string }>`select id, recorded_by::text as version, citizen,
      screening, question, answer, day::text as day
    from screening.screening_answers where ${NOW} and citizen = ${citizen} order by day, id`.execute(tx);
  return found.rows.map((row) => ({ ...row, day: day(row.day) }));
}

/** What was concluded of some citizens, or with null of everybody in sight; the earliest first. */
export async function conclusionsOf(tx: Tx, citizens: readonly string[] | null): Promise<readonly ConclusionRow[]> {
  const whose = citizens === null ? sql`true` : sql`citizen = any(${[...citizens]}::text[])`;
  const found = await sql<
    Omit<ConclusionRow, "day"> & { day: string }
  >`select id, recorded_by::text as version, citizen,
      screening, conclusion, rule_said, coalesce(reason, '') as reason, effort_from::text as "effortFrom",
      known_from::text as known, day::text as day
    from screening.screening_conclusions where ${NOW} and ${whose} order by day, id`.execute(tx);
  return found.rows.map((row) => ({ ...row, day: day(row.day) }));
}

/** A citizen's archetypes, the newest first. */
export async function archetypesOf(tx: Tx, citizen: string): Promise<readonly ArchetypeRow[]> {
  const found = await sql<Omit<ArchetypeRow, "from" | "until"> & { from: string; until: string }>`select id,
      recorded_by::text as version, citizen, archetype, distance, from_day::text as from, until_day::text as until
    from screening.archetypes where ${NOW} and citizen = ${citizen} order by from_day desc, id`.execute(tx);
  return found.rows.map((row) => ({
    ...row,
    from: day(row.from),
    until: row.until === isoDay(FOREVER) ? FOREVER : day(row.until),
  }));
}

/** Whose a conclusion or an archetype is; null when none in sight has this id. */
export async function citizenOf(tx: Tx, what: "conclusion" | "archetype", id: string): Promise<string | null> {
  const table = sql.raw(what === "conclusion" ? "screening.screening_conclusions" : "screening.archetypes");
  const found = await sql<{ citizen: string }>`select citizen from ${table} where ${NOW} and id = ${id}`.execute(tx);
  return found.rows[0]?.citizen ?? null;
}

/** Lets whoever records something of the same citizen's screenings wait until this transaction is done. */
export async function holdScreening(tx: Tx, citizen: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('springbraet screening'), hashtext(platform.municipality() || ${citizen}))`.execute(
    tx,
  );
}
