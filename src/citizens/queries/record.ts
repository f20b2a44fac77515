import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A row about one citizen as the records have it: days as ISO texts, `until_day` the first day after. */
export type RecordRow = Readonly<Record<string, string | number | boolean | null>>;

/** What is known about a person, now or at some time. */
export type PersonBelief = {
  readonly version: string;
  readonly known_from: string;
  readonly known_until: string;
  readonly name: string | null;
  readonly born: string | null;
  readonly sex: string | null;
  readonly origin: string | null;
  readonly education: string | null;
  readonly protected: boolean;
  readonly cpr_encrypted: Buffer | null;
};

/** How a person is reached, now or at some time. */
export type ContactBelief = {
  readonly id: string;
  readonly version: string;
  readonly known_from: string;
  readonly known_until: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly town: string | null;
  readonly phone: string | null;
  readonly mail: string | null;
};

/** A benefit spell's days and code. */
export type SpellRow = {
  readonly citizen: string;
  readonly benefit: string;
  readonly from: string;
  readonly until: string;
};

const OF = sql.raw("municipality = platform.municipality() and known_until = date '9999-12-31'");

/** All that was ever known about a person, the present first; empty when nobody of that id is in sight. */
export async function personBeliefs(tx: Tx, id: string): Promise<readonly PersonBelief[]> {
  const found =
    await sql<PersonBelief>`select recorded_by::text as version, known_from::text, known_until::text, name, born::text, sex, origin,
      education, coalesce(protected, false) as protected, cpr_encrypted
    from citizens.citizens where municipality = platform.municipality() and id = ${id}
    order by known_until desc, known_from desc, recorded_by desc`.execute(tx);
  return found.rows.map((row) => ({ ...row, cpr_encrypted: row.cpr_encrypted && Buffer.from(row.cpr_encrypted) }));
}

/** All that was ever known about how a person is reached, the present first. */
export async function contactBeliefs(tx: Tx, citizen: string): Promise<readonly ContactBelief[]> {
  const found =
    await sql<ContactBelief>`select id, recorded_by::text as version, known_from::text, known_until::text, address, postcode, town,
      phone, mail
    from citizens.contact_details where municipality = platform.municipality() and citizen = ${citizen}
    order by known_until desc, known_from desc, recorded_by desc`.execute(tx);
  return found.rows;
}

/** The benefit spells of some citizens as they are known now. */
export async function spellsOf(tx: Tx, citizens: readonly string[]): Promise<readonly SpellRow[]> {
  const found = await sql<SpellRow>`select citizen, benefit, from_day::text as "from", until_day::text as until
    from citizens.benefit_spells where ${OF} and citizen = any(${[...citizens]})`.execute(tx);
  return found.rows;
}

/** A citizen's rows of one of this word's facts that last, the newest first. */
export function rowsOf(
  tx: Tx,
  fact:
    | "benefit_spells"
    | "target_group_spells"
    | "circumstances"
    | "employments"
    | "education_spells"
    | "residences"
    | "relatives",
  citizen: string,
): Promise<readonly RecordRow[]> {
  return rows(
    tx,
    sql`select to_jsonb(t) as row from ${sql.raw(`citizens.${fact}`)} t where ${OF} and citizen = ${citizen}
    order by from_day desc, id`,
  );
}

/** Who is and was responsible for a citizen, the newest first. */
export function responsibleFor(tx: Tx, citizen: string): Promise<readonly RecordRow[]> {
  return rows(
    tx,
    sql`select to_jsonb(t) as row from citizens.responsibilities t where ${OF} and citizen = ${citizen}
    order by from_day desc, id`,
  );
}

/** What happened in a citizen's case besides conversations and offers, the newest first. */
export function stepsOf(tx: Tx, citizen: string): Promise<readonly RecordRow[]> {
  return rows(
    tx,
    sql`select to_jsonb(t) as row from citizens.case_steps t where ${OF} and citizen = ${citizen} order by day desc, id`,
  );
}

/** The days on which a citizen's CV was brought up to date. */
export function cvUpdatesOf(tx: Tx, citizen: string): Promise<readonly RecordRow[]> {
  return rows(
    tx,
    sql`select to_jsonb(t) as row from citizens.cv_updates t where ${OF} and citizen = ${citizen} order by day desc`,
  );
}

async function rows(tx: Tx, query: RawBuilder<unknown>): Promise<readonly RecordRow[]> {
  return (await (query as RawBuilder<{ row: RecordRow }>).execute(tx)).rows.map(({ row }) => row);
}
