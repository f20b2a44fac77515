import type { Sees, Tx } from "../../platform/db/public.ts";
import type { Day } from "../../platform/kernel/day.ts";
import type { Keyring } from "../../platform/secrets/public.ts";
import type { RememberedPeople } from "../in-sight.ts";

/** Who looks at citizens, how far they may unfold, and as of which day. */
export type Looking = {
  readonly municipality: string;
  readonly user: { readonly label: string; readonly role: string; readonly unit?: string };
  /** Whose numbers and protected names they may unfold. */
  readonly reveals: Sees;
  /** Whose data they may correct. */
  readonly writes: Sees;
  /** The day the page is of: today, but in the demo the last day of its records. */
  readonly on: Day;
  readonly today: Day;
  readonly keyring: Keyring;
  /** The people in sight, remembered from earlier questions. */
  readonly people: RememberedPeople;
  /** Which of some citizens' data may leave the system: not those that may only be stored. */
  readonly mayLeave: (tx: Tx, citizens: readonly string[]) => Promise<readonly string[]>;
  /** The citizens whose data may only be stored (GDPR art. 18). Those who may unfold a citizen also handle the restriction. */
  readonly restricted: (tx: Tx) => Promise<readonly string[]>;
};

/** What looks at citizens are for, in the access log, when nothing more is said. */
export const CASE_WORK = "case work";

/** Where a citizen's number is sealed for. */
export const CPR = { table: "citizens.citizens", column: "cpr" } as const;
