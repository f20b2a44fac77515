import type { Tx } from "../../platform/db/public.ts";
import type { Day } from "../../platform/kernel/day.ts";

/** Who works with progression, and which day the jobcentre's calendar has. */
export type Keeping = {
  readonly user: { readonly label: string; readonly role: string };
  /** Their own id among the staff. */
  readonly staff: string | null;
  /** Today, but in the demo the last day of its records. */
  readonly on: Day;
  /** The day a change is known from, ISO. */
  readonly known: string;
  readonly mayWrite: boolean;
  /** An id that no row has yet. */
  readonly newId: () => string;
  /** Whose data may only be stored: marked for those who handle that, and for others set aside. */
  readonly heldBack: (
    tx: Tx,
  ) => Promise<{ readonly restricted: ReadonlySet<string>; readonly aside: ReadonlySet<string> }>;
};

/** What looks at progression are for, in the access log. */
export const CASE_WORK = "case work";

/** The kind of data that is looked at or written here, as the access log names it. */
export const DATA = ["progression_measurements"];

/** Lines of a page: what a laptop shows without much scrolling. */
export const PAGE_SIZE = 25;
