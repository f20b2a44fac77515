import type { Predicate } from "../language/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";

/** A length of time: whole days, or calendar months. "6 weeks" is 42 days, "1 year" 12 months. */
export type Span = { readonly unit: "days" | "months"; readonly n: number };

/** Why a rule binds: an act or order, a trial that sets one aside, the municipality's own choice, or advice. */
export type Norm = "law" | "trial" | "local" | "advice";

export type Actor = "municipality" | "akasse" | "employer" | "citizen" | "doctor";

/** What starts the clock of a duty. */
export type Trigger =
  /** The first day on which the rule's condition holds without a break. */
  | { readonly kind: "who" }
  /** Each day on which such an event is recorded. */
  | { readonly kind: "event"; readonly event: string }
  /** The first day, or the last, of each offer. */
  | { readonly kind: "offer"; readonly edge: "begins" | "ends" }
  /** The day on which these benefits were received on more than `moreThan` days in the running calendar month and those before it. */
  | {
      readonly kind: "received";
      readonly benefits: readonly string[];
      readonly moreThan: number;
      readonly calendarMonths: number;
      /** Days with this circumstance do not count. */
      readonly without: readonly string[];
    };

/** What must be done by when, counted from the day the clock starts. */
export type Demand =
  /** Once, on or before the day `within` later; null is the last day of the calendar month. */
  | { readonly kind: "deadline"; readonly within: Span | null }
  /** On `atLeast` different days from `from` and before `until` has passed. */
  | { readonly kind: "count"; readonly atLeast: number; readonly from: Span | null; readonly until: Span }
  /** `atLeast` times in each stretch of `every`, one after the other; the first begins `from` after the start. */
  | { readonly kind: "windows"; readonly atLeast: number; readonly from: Span | null; readonly every: Span }
  /** Again and again, at most `every` after the last time. With `afterFirst` there is no clock before the first time. */
  | { readonly kind: "interval"; readonly every: Span; readonly afterFirst: boolean };

/** What meets a duty: one of these events, or the first day of one of these offers. */
export type Satisfaction = {
  readonly events: readonly string[];
  readonly offers: readonly string[];
  /** An offer that ended before this many days does not count. 0 when it need not last. */
  readonly lasting: number;
  /** Does what happened earlier in the month of the start count too? */
  readonly sinceStartOfMonth: boolean;
};

/** What one row changes in another for as long as it is in force. */
export type Adjustment = {
  readonly rule: string;
  /** A deadline that falls while the citizen is exempt moves to this long after the exemption's last day. */
  readonly afterExemption: Span | null;
  /** The deadline is this much later when the event happened in time. */
  readonly extended: { readonly by: Span; readonly on: string } | null;
  readonly notCounted: readonly string[];
};

export type Source = { readonly key: string; readonly title: string; readonly place: string };

/** The days a row of the law is in force: from the first up to but not including the second. */
export type RuleDays = { readonly rule: string; readonly from: Day; readonly until: Day };

/** A rule as it stands in a row of the law's data. Days are half-open: in force from `from` up to but not including `until`. */
export type Rule = {
  /** Stable, as in the sources: `LAB-4IN6`. Rows of one id follow each other in time. */
  readonly id: string;
  /** The sourced rows it carries. */
  readonly carries: readonly string[];
  /** What it is about: an area of `data/words.yaml`. */
  readonly area: string;
  readonly paragraph: string;
  readonly norm: Norm;
  /** The four-digit code of the municipality that has it, or null when everyone does. */
  readonly municipality: string | null;
  readonly from: Day;
  readonly until: Day;
  /** Is the first day, and the last, found in a source? A date that is not is marked, and the rule holds all the same. */
  readonly fromVerified: boolean;
  readonly untilVerified: boolean;
  /** Whom it is about. A rule about companies or the municipality binds no citizen. */
  readonly subject: "citizen" | "company" | "municipality";
  /** Target groups it holds for, or null for all; `where` and `condition` narrow further. */
  readonly groups: readonly string[] | null;
  readonly where: string;
  readonly condition: Predicate;
  /** What it asks for, or null when there is nothing to be late with. */
  readonly duty: string | null;
  readonly trigger: Trigger;
  readonly demand: Demand | null;
  readonly satisfiedBy: Satisfaction;
  /** Percent of the group that must have it; null when every citizen must. A share never binds one citizen. */
  readonly share: number | null;
  /** Duties that rest while its condition holds. */
  readonly exempts: readonly string[];
  readonly adjusts: Adjustment | null;
  readonly actor: Actor;
  readonly forms: readonly string[];
  readonly consequence: Bilingual | null;
  readonly limit: Span | null;
  readonly amount: { readonly value: number; readonly unit: string } | null;
  readonly step: {
    readonly weeksFrom: number;
    readonly weeksTo: number | null;
    readonly refund: number;
    readonly cofinance: number;
  } | null;
  readonly sources: readonly Source[];
  readonly confidence: "high" | "medium" | "low";
  /** Enforced? False for a row without a source, and for one whose adoption is not known. Such a row is shown as unverified. */
  readonly active: boolean;
  /** `adoption`: not known to be adopted. */
  readonly switchedOff: "adoption" | null;
  /** `bill`: read from the bill as it was tabled, not from the adopted text. */
  readonly note: "bill" | null;
  /** How the product reads what the source leaves open. */
  readonly assumption: Bilingual | null;
  readonly says: Bilingual;
  /** Where it stands: file and line. */
  readonly file: string;
  readonly line: number;
};

/** A trial's setting aside of the law's duties in one municipality, for a period. */
export type Lift = {
  readonly municipality: string;
  readonly from: Day;
  readonly until: Day;
  readonly duties: readonly string[];
  readonly paragraph: string;
  readonly sources: readonly Source[];
};

/** A target group; a citizen is in the first whose condition holds. */
export type TargetGroup = {
  readonly code: string;
  /** The number in LAB § 6, or null. */
  readonly lab: number | null;
  readonly label: Bilingual;
  readonly where: string;
  readonly condition: Predicate;
};

export type Overlay = { readonly municipality: string; readonly norm: Norm; readonly label: Bilingual };

/** All rules of all times and municipalities, read and checked. */
export type Law = {
  readonly rules: readonly Rule[];
  readonly lifts: readonly Lift[];
  readonly groups: readonly TargetGroup[];
  readonly overlays: readonly Overlay[];
};

/** Why a file of the law cannot be used: where, and what to put there. */
export type LawProblem = { readonly file: string; readonly line: number; readonly message: Bilingual };

/** What a rule says, by what each part is called; the order is the one they are read in. */
export const FIELDS = [
  "says",
  "paragraph",
  "who",
  "duty",
  "deadline",
  "share",
  "amount",
  "step",
  "limit",
  "actor",
  "forms",
  "meets",
  "exempts",
  "adjusts",
  "rests",
  "more",
  "consequence",
  "assumption",
  "inForce",
  "confidence",
  "sources",
] as const;

export type FieldName = (typeof FIELDS)[number];
