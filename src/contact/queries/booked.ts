import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** A conversation that is booked and not yet told of. */
export type BookedTalk = {
  readonly citizen: string;
  readonly kind: string;
  readonly day: string;
  readonly staff: string;
  readonly minutes: number;
  /** The group meeting it is a place in; null for a conversation with one citizen. */
  readonly meeting: string | null;
};

/** What is booked with the citizens in sight, or with one of them, from a day on, the earliest first. */
export async function bookedFrom(tx: Tx, day: string, citizen?: string): Promise<readonly BookedTalk[]> {
  const whose = citizen === undefined ? sql`true` : sql`citizen = ${citizen}`;
  const found =
    await sql<BookedTalk>`select citizen, kind, day::text as day, staff, minutes, meeting from contact.appointments
    where state = 'booked' and day >= ${day}::date and ${whose} order by appointments.day, starts`.execute(tx);
  return found.rows;
}

/** The group meetings that are planned from a day on: who holds them, when and for how long. */
export async function meetingsFrom(
  tx: Tx,
  day: string,
): Promise<readonly Pick<BookedTalk, "staff" | "day" | "minutes">[]> {
  const found = await sql<
    Pick<BookedTalk, "staff" | "day" | "minutes">
  >`select staff, day::text as day, minutes from contact.meetings
    where state = 'planned' and day >= ${day}::date`.execute(tx);
  return found.rows;
}
