import type { Tx } from "../../platform/db/public.ts";
import type { Day } from "../../platform/kernel/day.ts";
import type { CourseKind } from "../course.ts";

/** Who works with courses, which kinds there are, and which day the jobcentre's calendar has. */
export type Keeping = {
  readonly kinds: readonly CourseKind[];
  readonly municipality: string;
  readonly user: { readonly label: string; readonly role: string };
  /** Their own id among the staff. */
  readonly staff: string | null;
  /** Today, but in the demo the last day of its records. */
  readonly on: Day;
  /** The day a change is known from. */
  readonly today: Day;
  readonly mayWrite: boolean;
  /** An id that no row has yet. */
  readonly newId: () => string;
  /** Whose data may only be stored: marked for those who handle that, and for others set aside. */
  readonly heldBack: (
    tx: Tx,
  ) => Promise<{ readonly restricted: ReadonlySet<string>; readonly aside: ReadonlySet<string> }>;
};

/** What looks at courses are for, in the access log. */
export const CASE_WORK = "case work";

/** What a course is made of besides what is noted of it: kinds of data, as the access log names them. */
export const AROUND_DATA = [
  "benefit_spells",
  "target_group_spells",
  "circumstances",
  "case_steps",
  "conversations",
  "offers",
  "employments",
  "education_spells",
];
