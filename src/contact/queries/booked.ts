import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A conversation that is booked and not yet told of. */
export type BookedTalk = { readonly citizen: string; readonly kind: string; readonly day: string };

/** What is booked with the citizens in sight, from a day on, the earliest first. */
export async function bookedFrom(tx: Tx, day: string): Promise<readonly BookedTalk[]> {
  const found = await sql<BookedTalk>`select citizen, kind, day::text as day from contact.appointments
    where state = 'booked' and day >= ${day}::date order by appointments.day, starts`.execute(tx);
  return found.rows;
}
