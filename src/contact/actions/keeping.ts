import type { Tx } from "../../platform/db/public.ts";
import type { FindBasis, Post } from "../post.ts";
import type { MeetingRow } from "../queries/meetings.ts";
import type { Now } from "../rules/booking.ts";
import type { Schedule } from "../rules/opening-hours.ts";

/** Who keeps the calendar, and what the clock says there. */
export type Keeping = {
  readonly user: { readonly label: string; readonly role: string };
  /** Their own id among the staff. */
  readonly staff: string | null;
  /** The units they work for, those below included. */
  readonly units: "all" | readonly string[];
  /** The day and minute the calendar is of: now, but in the demo the last day of its records. */
  readonly now: Now;
  /** When the jobcentre is open. */
  readonly schedule: Schedule;
  /** The day a change is known from, ISO. */
  readonly known: string;
  /** How letters leave, and what the law says a conversation is for. */
  readonly post: Post;
  readonly basisOf: FindBasis;
  /** Whose data may only be stored: marked for those who handle that, and for others set aside. */
  readonly heldBack: (
    tx: Tx,
  ) => Promise<{ readonly restricted: ReadonlySet<string>; readonly aside: ReadonlySet<string> }>;
};

/** What looks at calendars are for, in the access log. */
export const CASE_WORK = "case work";

/** Kinds of data that are looked at or written here, as the access log names them. */
export const DATA = ["appointments", "interpreter_needs"];

/**
 * May they change a group meeting, note attendance and call it off? Whoever holds it and those of the unit whose it is: it is done for citizens of other units
 * too, whom they do not see.
 */
export function handles({ staff, unit }: Pick<MeetingRow, "staff" | "unit">, who: Keeping): boolean {
  if (who.units === "all" || staff === who.staff) return true;
  return unit !== null && who.units.includes(unit);
}
