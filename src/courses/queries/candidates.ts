import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
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
      and r.citizen in (
        select citizen from citizens.benefits_now where benefit = any(${[...benefits]}) and from_day <= ${day} and ${day} < until_day
        union all
        select citizen from citizens.target_groups_now where target_group = any(${[...targetGroups]}) and from_day <= ${day} and ${day} < until_day)
    order by r.citizen`.execute(tx);
  const young = bornAfter === undefined ? null : await bornAfterDay(tx, bornAfter, found.rows);
  return new Map(
    found.rows.filter(({ citizen }) => young?.has(citizen) ?? true).map((row) => [row.citizen, row.staff]),
  );
}

/** Those of some born after a day. Asked by itself: within the question above the planner goes through everybody for each of them, which took 40 seconds. */
async function bornAfterDay(
  tx: Tx,
  bornAfter: Day,
  among: readonly { readonly citizen: string }[],
): Promise<ReadonlySet<string>> {
  const citizens = among.map(({ citizen }) => citizen);
  const found = await sql<{ citizen: string }>`select citizen from citizens.people_now
    where citizen = any(${citizens}) and born > ${isoDay(bornAfter)}::date`.execute(tx);
  return new Set(found.rows.map(({ citizen }) => citizen));
}
