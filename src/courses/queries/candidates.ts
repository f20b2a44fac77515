import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { Candidates } from "../course.ts";

type Asked = { readonly on: string; readonly staff: string | null; readonly among: Candidates };

/** Whose case is open on a day, of those who can be in a group: one member of staff's, or everybody in sight. The caseworker of each. */
export async function candidatesOn(tx: Tx, { on, staff, among }: Asked): Promise<ReadonlyMap<string, string | null>> {
  const { benefits = [], targetGroups = [], bornAfter } = among;
  const day = sql`${on}::date`;
  const found = await sql<{
    citizen: string;
    staff: string | null;
  }>`select r.citizen, r.staff from citizens.responsible_now r
    where r.from_day <= ${day} and ${day} < r.until_day and ${staff === null ? sql`true` : sql`r.staff = ${staff}`}
      and ${bornAfter === undefined ? sql`true` : sql`r.citizen in (select citizen from citizens.people_now where born > ${isoDay(bornAfter)}::date)`}
      and r.citizen in (
        select citizen from citizens.benefits_now where benefit = any(${[...benefits]}) and from_day <= ${day} and ${day} < until_day
        union all
        select citizen from citizens.target_groups_now where target_group = any(${[...targetGroups]}) and from_day <= ${day} and ${day} < until_day)
    order by r.citizen`.execute(tx);
  return new Map(found.rows.map((row) => [row.citizen, row.staff]));
}
