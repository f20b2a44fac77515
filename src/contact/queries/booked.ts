import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A conversation that is booked and not yet told of. */
export type BookedTalk = {
  readonly citizen: string;
  readonly kind: string;
  readonly day: string;
  readonly staff: string;
  readonly minutes: number;
};

/** What is booked with the citizens in sight, or with one of them, from a day on, the earliest first. */
export async function bookedFrom(tx: Tx, day: string, citizen?: string): Promise<readonly BookedTalk[]> {
  const whose = citizen === undefined ? sql`true` : sql`citizen = ${citizen}`;
  const found = await sql<BookedTalk>`select citizen, kind, day::text as day, staff, minutes from contact.appointments
    where state = 'booked' and day >= ${day}::date and ${whose} order by appointments.day, starts`.execute(tx);
  return found.rows;
}
