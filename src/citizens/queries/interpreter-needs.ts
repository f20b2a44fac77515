import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** An interpreter need as the records have it; days as ISO texts, `until` the first day it no longer holds. */
export type NeedRow = {
  readonly id: string;
  readonly version: string;
  readonly citizen: string;
  readonly language: string;
  readonly way: string;
  readonly sex: string | null;
  readonly from: string;
  readonly until: string;
  readonly known: string;
};

export const NEEDS_TABLE = "citizens.interpreter_needs";
const COLUMNS =
  sql.raw(`id, recorded_by::text as version, citizen, language, way, interpreter_sex as sex, from_day::text as "from",
  until_day::text as until, known_from::text as known`);
const NOW = sql.raw("municipality = platform.municipality() and known_until = date '9999-12-31'");

/** The interpreter needs of some citizens as they are believed now, the newest first. */
export async function needsOf(tx: Tx, citizens: readonly string[]): Promise<readonly NeedRow[]> {
  if (citizens.length === 0) return [];
  const found = await sql<NeedRow>`select ${COLUMNS} from citizens.interpreter_needs
    where ${NOW} and citizen = any(${[...citizens]}::text[]) order by from_day desc, id`.execute(tx);
  return found.rows;
}

/** Whose an interpreter need is; null when none in sight has this id. */
export async function citizenOfNeed(tx: Tx, id: string): Promise<string | null> {
  const found = await sql<{ citizen: string }>`select citizen from citizens.interpreter_needs
    where ${NOW} and id = ${id}`.execute(tx);
  return found.rows[0]?.citizen ?? null;
}
