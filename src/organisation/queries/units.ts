import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A unit as it stands today. */
export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly kind: "kerneomraade" | "afsnit" | "team";
  readonly parent: string | null;
};

/** Somebody who works in a unit today; the share is of full time, in thousandths. */
export type Member = {
  readonly person: string;
  readonly unit: string;
  readonly name: string | null;
  readonly share: number;
  readonly role: string | null;
};

/** A target group a unit answers for today. */
export type UnitGroup = { readonly unit: string; readonly group: string };

/** The jobcentre's units today, by name. */
export async function unitsToday(tx: Tx): Promise<readonly Unit[]> {
  const found = await sql<Unit>`select id, name, kind, parent from organisation.units
    where known_until = date '9999-12-31' and from_day <= current_date and current_date < until_day
    order by name, id`.execute(tx);
  return found.rows;
}

/** All units there ever were, closed ones too, each below the unit it belonged to last. */
export async function everyUnit(tx: Tx): Promise<readonly Pick<Unit, "id" | "parent">[]> {
  const found = await sql<Pick<Unit, "id" | "parent">>`select distinct on (id) id, parent from organisation.units
    where known_until = date '9999-12-31' order by id, from_day desc`.execute(tx);
  return found.rows;
}

/** Who works in the units today, by person. */
export async function staffToday(tx: Tx): Promise<readonly Member[]> {
  const found =
    await sql<Member>`select person, unit, name, coalesce(share, 1000) as share, role from organisation.staff
    where known_until = date '9999-12-31' and from_day <= current_date and current_date < until_day
    order by person, unit`.execute(tx);
  return found.rows;
}

/** Which target groups the units answer for today. */
export async function unitGroupsToday(tx: Tx): Promise<readonly UnitGroup[]> {
  const found = await sql<UnitGroup>`select distinct unit, target_group as "group" from organisation.unit_groups
    where known_until = date '9999-12-31' and from_day <= current_date and current_date < until_day
    order by unit, "group"`.execute(tx);
  return found.rows;
}
