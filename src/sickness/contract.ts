import type { RuleDays } from "../law/contract.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";

/** What rules about sickness read of the citizen. */
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

/** A ground for extending the benefit (SDPL § 27), with its limit in weeks. */
export type Ground = RuleDays & {
  readonly code: string;
  readonly weeks: number | null;
  /** Is it known that the limit counts from the reassessment? Only then it is enforced. */
  readonly fromReassessment: boolean;
};

/** Where a case goes when work is expected within so many weeks. */
export type Route = { readonly id: string; readonly weeks: number; readonly label: Bilingual };

/** What sickness follow-up turns on: `sickness.yaml` with the days of the rows of the law it names. */
export type SicknessData = {
  readonly visitation: readonly (RuleDays & { readonly categories: readonly string[] })[];
  readonly fields: Readonly<Record<string, RuleDays>>;
  readonly shortWeeks: number;
  readonly grounds: readonly Ground[];
  readonly routes: {
    readonly source: string;
    readonly within: readonly Route[];
    readonly otherwise: Omit<Route, "weeks">;
  };
  readonly fastTrack: { readonly rule: string; readonly weeks: number; readonly answerRule: string };
  readonly long: {
    readonly source: string;
    readonly weeks: readonly number[];
    readonly stepUpOffers: readonly string[];
  };
  readonly partial: { readonly source: string; readonly unchangedWeeks: number };
  readonly firstTalk: { readonly rule: string; readonly source: string; readonly hours: number };
  readonly call: { readonly source: string; readonly weeks: number };
  readonly reassess: { readonly rule: string; readonly aheadWeeks: number };
};
