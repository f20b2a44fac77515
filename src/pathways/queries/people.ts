import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A citizen as the page of plans names them. */
export type Person = {
  readonly name: string | null;
  readonly is_protected: boolean;
  readonly born: string | null;
  /** Has somebody the case on the day? */
  readonly is_open: boolean;
};

/** A citizen in sight, and whether the case is open on a day; null when nobody of this id is in sight. */
export async function personOn(tx: Tx, citizen: string, on: string): Promise<Person | null> {
  const found = await sql<Person>`select n.name, n.is_protected, p.born::text as born,
      exists (select from citizens.responsible_now r
        where r.citizen = n.citizen and r.from_day <= ${on}::date and ${on}::date < r.until_day) as is_open
    from citizens.names_now n join citizens.people_now p on p.citizen = n.citizen where n.citizen = ${citizen}`.execute(
    tx,
  );
  return found.rows[0] ?? null;
}

/** The days on which conversations of a kind were held with a citizen from a day on, the earliest first. */
export async function heldSince(
  tx: Tx,
  asked: { readonly citizen: string; readonly kind: string; readonly since: string },
): Promise<readonly string[]> {
  const found = await sql<{
    day: string;
  }>`select distinct day::text as day from contact.talks_now where citizen = ${asked.citizen}
    and kind = ${asked.kind} and status = 'holdt' and day >= ${asked.since}::date order by 1`.execute(tx);
  return found.rows.map(({ day }) => day);
}

/** An open case: whose it is, and what plans can be made by. */
export type OpenCase = {
  readonly citizen: string;
  readonly born: string | null;
  readonly unit: string;
  readonly staff: string | null;
  readonly benefits: readonly string[];
};

/** The open cases in sight on a day, in the order of the citizens' ids. */
export async function openCases(tx: Tx, on: string): Promise<readonly OpenCase[]> {
  const found = await sql<OpenCase>`select r.citizen, p.born::text as born, r.unit, r.staff,
      array(select distinct b.benefit from citizens.benefits_now b
        where b.citizen = r.citizen and b.from_day <= ${on}::date and ${on}::date < b.until_day order by 1) as benefits
    from citizens.responsible_now r join citizens.people_now p on p.citizen = r.citizen
    where r.from_day <= ${on}::date and ${on}::date < r.until_day order by r.citizen`.execute(tx);
  return found.rows;
}
