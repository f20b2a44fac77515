import type { Law, Rule } from "../law/public.ts";
import type { Day } from "../platform/kernel/day.ts";

/** What kind of spell a rule can turn on. */
export type Family = "benefit" | "target_group" | "circumstance" | "offer";

/** Something that was so from a day up to but not including another; `FOREVER` while it lasts. Codes are those of `words.yaml`. */
export type FactSpell = {
  readonly family: Family;
  readonly code: string;
  readonly from: Day;
  readonly until: Day;
};

/** Something that happened on a day: a conversation that was held, a request, a certificate. */
export type FactEvent = { readonly code: string; readonly day: Day };

/** Who is responsible for the citizen, and when. */
export type Responsibility = {
  readonly unit: string;
  readonly staff: string | null;
  readonly from: Day;
  readonly until: Day;
};

/** All that the law turns on for one citizen, in any order, as it is believed now. */
export type Timeline = {
  readonly citizen: string;
  readonly born: Day | null;
  readonly education: string | null;
  readonly spells: readonly FactSpell[];
  readonly events: readonly FactEvent[];
  readonly responsible: readonly Responsibility[];
};

/**
 * How an obligation stands on a day. `due` is the last day itself; `due_soon` the 14 days before it. `exempt` rests today. `lapsed` is
 * no longer owed: the citizen left the rule, or the rule ended. What was late stays late: see `breached`.
 */
export type Status = "open" | "due_soon" | "due" | "met_on_time" | "met_late" | "overdue" | "exempt" | "lapsed";

/** What started the clock: the condition, an event, an offer, days received, or the time before in a series. */
export type Started = "who" | "event" | "offer" | "received" | "previous";

/** What one citizen is owed, or owes, under one rule, as it stands on a day. */
export type Obligation = {
  readonly citizen: string;
  readonly rule: Rule;
  readonly start: Day;
  readonly started: Started;
  /** The first day on which what meets it counts. */
  readonly opens: Day;
  /** The last day in time; null while an exemption holds the clock. */
  readonly due: Day | null;
  /** Different days that count so far, and how many it takes. */
  readonly counted: number;
  readonly needed: number;
  readonly met: Day | null;
  /** The first day on which it was late; nothing that happens later takes it away. */
  readonly breached: Day | null;
  /** The day it was no longer owed, and why. */
  readonly closed: Day | null;
  readonly why: "left" | "rule_ended" | "next_window" | null;
  readonly status: Status;
};

/** How one citizen stands under a rule that binds a share of a group: never an obligation of the citizen's. */
export type Standing = Omit<Obligation, "status"> & { readonly share: number };

/** Whose duties under which law. */
export type Whose = { readonly law: Law; readonly municipality: string | null };

/**
 * One obligation, or one standing in a share of a group, as it is kept: the columns of the fact `obligations`. `day` is the day its clock
 * started. `unit` and `staff` are set while it is open; who is answerable had the case when it was met in time, else on the last day in time.
 */
export type StoredObligation = {
  readonly id: string;
  readonly citizen: string;
  readonly rule: string;
  readonly rowFrom: Day;
  readonly duty: string | null;
  readonly actor: Rule["actor"];
  readonly share: number | null;
  readonly started: Started;
  readonly day: Day;
  readonly opens: Day;
  readonly due: Day | null;
  readonly needed: number;
  readonly counted: number;
  readonly met: Day | null;
  readonly late: Day | null;
  readonly closed: Day | null;
  readonly why: Obligation["why"];
  readonly resting: boolean;
  readonly unit: string | null;
  readonly staff: string | null;
  readonly answerableUnit: string | null;
  readonly answerableStaff: string | null;
};

/** Of what fell due under a rule in a unit in a week, how much was met in time. The week is its Monday; a unit may be unknown. */
export type WeekOfTimeliness = {
  readonly rule: string;
  readonly unit: string | null;
  readonly week: string;
  readonly fellDue: number;
  readonly onTime: number;
};
