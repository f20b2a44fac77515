import type { RuleDays } from "../law/contract.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";

/** What rules about integration read of the citizen. */
export type {
  CaseFile,
  Course,
  CourseRecord,
  Implied,
  Line,
  Phrase,
  Prompt,
  RecordFault,
  Shown,
} from "../courses/contract.ts";

/** A rung of the employment ladder: what somebody does to stand on it. */
export type Rung = {
  readonly code: string;
  readonly label: Bilingual;
  readonly offers: readonly string[];
  readonly work: readonly string[];
  readonly education: readonly string[];
  readonly isWork: boolean;
};

/** The rights that follow from a status. */
export type Right = { readonly status: string; readonly onRequest: boolean; readonly label: Bilingual };

/** What the effort under the Integration Act turns on: `integration.yaml` with the days and limits of the rows of the law it names. */
export type IntegrationData = {
  readonly who: { readonly targetGroups: readonly string[]; readonly benefits: readonly string[] };
  readonly areas: readonly string[];
  /** Months the programme is planned for, and lasts at most. */
  readonly programme: RuleDays & {
    readonly plannedMonths: number;
    readonly mostMonths: number;
    readonly earlierMonths: number;
  };
  readonly programmes: readonly (RuleDays & { readonly statuses: readonly string[]; readonly label: Bilingual })[];
  readonly rights: { readonly source: string; readonly of: readonly Right[] };
  readonly contract: RuleDays & { readonly step: string };
  /** The rungs, the highest first. */
  readonly ladder: { readonly source: string; readonly stuckWeeks: number; readonly rungs: readonly Rung[] };
  readonly introduction: { readonly step: string };
  readonly danish: { readonly source: string; readonly education: readonly string[] };
  readonly guidance: { readonly source: string; readonly meetings: readonly string[]; readonly kind: string };
  readonly young: {
    readonly source: string;
    readonly belowAge: number;
    readonly without: readonly string[];
    readonly aims: readonly string[];
    readonly education: readonly string[];
  };
  readonly igu: { readonly rule: string; readonly education: readonly string[] };
};

/** What the codes of an integration case's records are called. */
export type Labels = Readonly<Record<"status" | "aim" | "level" | "placed", Readonly<Record<string, Bilingual>>>>;
