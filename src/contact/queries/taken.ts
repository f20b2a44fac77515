import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** What somebody has at a time, and by which appointment or meeting. */
export type TakenRow = {
  readonly id: string;
  readonly day: string;
  readonly starts: number;
  readonly minutes: number;
  readonly whose: "staff" | "citizen";
  readonly citizen: string | null;
  readonly meeting: string | null;
};

/** Whose time, and from which day on. */
type Asked = { readonly staff: string | null; readonly citizens: readonly string[]; readonly day: string };

/**
 * Takes the turn to book for a member of staff and some citizens: whoever else books for one of them waits until this transaction is done, so that two cannot take
 * the same time. Turns are taken in one order, so that nobody waits for somebody who waits for them.
 */
export async function takeTurns(tx: Tx, { staff, citizens }: Omit<Asked, "day">): Promise<void> {
  const keys = [...citizens.map((citizen) => `citizen ${citizen}`), ...(staff === null ? [] : [`staff ${staff}`])];
  for (const key of [...new Set(keys)].toSorted())
    await sql`select pg_advisory_xact_lock(hashtext('springbraet booking'), hashtext(platform.municipality() || ${key}))`.execute(
      tx,
    );
}

/** What is taken in the weeks after a day for a member of staff and some citizens: conversations, and the meetings the member of staff holds. */
export async function takenAround(tx: Tx, { staff, citizens, day }: Asked): Promise<readonly TakenRow[]> {
  const found = await sql<TakenRow>`
    select id, day::text as day, starts, minutes, case when staff = ${staff} then 'staff' else 'citizen' end as whose, citizen, meeting
    from contact.appointments
    where state in ('booked', 'held') and (staff = ${staff} or citizen = any(${[...citizens]}))
      and day between ${day}::date - 1 and ${day}::date + 30
    union all
    select id, day::text, starts, minutes, 'staff', null, id from contact.meetings
    where state <> 'cancelled' and staff = ${staff} and day between ${day}::date - 1 and ${day}::date + 30`.execute(tx);
  return found.rows;
}
