import type { Tx } from "../../platform/db/public.ts";
import type { Day } from "../../platform/kernel/day.ts";
import type { Definitions } from "../checked.ts";

/** Who works with screenings, on which day of the jobcentre's calendar, and what there is to screen for. */
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
  readonly definitions: Definitions;
  /** An id that no row has yet. */
  readonly newId: () => string;
  /** Whose data may only be stored: marked for those who handle that, and for others set aside. */
  readonly heldBack: (
    tx: Tx,
  ) => Promise<{ readonly restricted: ReadonlySet<string>; readonly aside: ReadonlySet<string> }>;
};

/** What looks at screenings are for, in the access log. */
export const CASE_WORK = "case work";

/** Lines of a page: what a laptop shows without much scrolling. */
export const PAGE_SIZE = 25;

/** What is looked at when a citizen's screenings are read, as the access log names it. */
export const DATA = ["screening_answers", "screening_conclusions", "archetypes", "benefit_spells", "citizens"];
