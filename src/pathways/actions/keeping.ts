import type { Tx } from "../../platform/db/public.ts";
import type { Day } from "../../platform/kernel/day.ts";

/** Who works with plans, and which day the jobcentre's calendar has. */
export type Keeping = {
  readonly municipality: string;
  readonly user: { readonly label: string; readonly role: string };
  /** Their own id among the staff. */
  readonly staff: string | null;
  /** Today, but in the demo the last day of its records. */
  readonly on: Day;
  /** The day a change is known from, ISO. */
  readonly known: string;
  readonly mayWrite: boolean;
  /** Whose data may only be stored: marked for those who handle that, and for others set aside. */
  readonly heldBack: (
    tx: Tx,
  ) => Promise<{ readonly restricted: ReadonlySet<string>; readonly aside: ReadonlySet<string> }>;
};

/** What looks at plans are for, in the access log. */
export const CASE_WORK = "case work";

/** Kinds of data that are looked at or written here, as the access log names them. */
export const DATA = ["plans"];
